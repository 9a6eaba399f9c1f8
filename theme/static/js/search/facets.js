/** The panel of filters: for each facet the values of what was found, with their counts. */
cuttings.facets = (() => {
  "use strict";

  const { make } = cuttings.elements;
  const { Numbers } = cuttings.varint;
  const { PARAMETERS } = cuttings.address;
  const SHOWN = 8;
  const MOST = 60;
  const LEGENDS = {
    people: "People", places: "Places", organisations: "Organisations", tags: "Tags", sources: "Sources",
  };
  /** Columns as read: where the values of each document begin, and the values. */
  const columns = new Map();

  async function column(segment, facet) {
    const key = `${segment.id}/${facet}`;
    const text = await cuttings.chunks.load(segment, facet);
    if (!columns.has(key)) columns.set(key, decode(new Numbers(text), segment.docs));
    return columns.get(key);
  }

  function decode(numbers, docs) {
    const starts = new Uint32Array(docs + 1);
    const values = [];
    for (let document = 0; document < docs; document += 1) {
      let value = -1;
      for (let left = numbers.next(); left > 0; left -= 1) {
        value += numbers.next() + 1;
        values.push(value);
      }
      starts[document + 1] = values.length;
    }
    return { starts, values };
  }

  /**
   * Values with their counts, most first. Choosing sources adds articles, so their counts leave
   * the chosen sources out of account; choosing anything else narrows.
   * @returns {Promise<{id: string, label: string, count: number}[]>}
   */
  async function counts(result, facet) {
    const ignored = facet === "sources" ? cuttings.filters.bitOf(result.index, facet) : 0;
    const totals = new Map();
    for (const part of result.parts) {
      const own = countSegment(part, await column(part.segment, facet), ignored);
      for (const [number, count] of largest(own)) {
        const [id, label] = await cuttings.chunks.record(part.segment, facet, number);
        const before = totals.get(id) ?? { id, label, count: 0 };
        totals.set(id, { ...before, count: before.count + count });
      }
    }
    return [...totals.values()].sort((one, other) =>
      other.count - one.count || one.label.localeCompare(other.label, "en"));
  }

  function countSegment({ matches, refused }, { starts, values }, ignored) {
    const own = new Map();
    matches.forEach((match, document) => {
      if (!match || refused[document] & ~ignored) return;
      for (let at = starts[document]; at < starts[document + 1]; at += 1) {
        own.set(values[at], (own.get(values[at]) ?? 0) + 1);
      }
    });
    return own;
  }

  function largest(own) {
    return [...own].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, MOST);
  }

  /** Write the panel anew, keeping the focus where it was. @param {HTMLElement} panel */
  async function show(panel, result, state) {
    const groups = await Promise.all(result.index.manifest.facets.map(async (facet) =>
      fieldset(facet, await counts(result, facet), new Set(state[facet]))));
    const { name, value } = panel.contains(document.activeElement) ? document.activeElement : {};
    const open = new Set([...panel.querySelectorAll("details[open]")].map(({ id }) => id));
    panel.replaceChildren(...groups.filter(Boolean));
    for (const details of panel.querySelectorAll("details")) details.open = open.has(details.id);
    if (!name) return;
    const same = [...panel.querySelectorAll("input")].find((box) => box.name === name && box.value === value);
    (same ?? panel.querySelector("input"))?.focus();
  }

  function fieldset(facet, found, chosen) {
    const missing = [...chosen].filter((id) => !found.some((each) => each.id === id));
    const all = [...found, ...missing.map((id) => ({ id, label: id, count: 0 }))];
    if (!all.length) return null;
    const first = all.filter(({ id }, place) => place < SHOWN || chosen.has(id));
    const rest = all.filter((each) => !first.includes(each));
    const group = make("fieldset", {}, make("legend", { class: "sc" }, LEGENDS[facet]),
      ...first.map((each) => choice(facet, each, chosen)));
    if (rest.length) {
      group.append(make("details", { id: `more-${facet}` }, make("summary", {}, `More ${LEGENDS[facet].toLowerCase()}`),
        ...rest.map((each) => choice(facet, each, chosen))));
    }
    return group;
  }

  function choice(facet, { id, label, count }, chosen) {
    const box = make("input", { type: "checkbox", name: PARAMETERS[facet], value: id });
    box.checked = chosen.has(id);
    return make("label", {}, box, ` ${label} `, make("data", { value: String(count) }, count.toLocaleString("en")));
  }

  return { show };
})();
