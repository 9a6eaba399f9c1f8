/** The panel of filters: for each facet the values of what was found, with their counts. */
cuttings.facets = (() => {
  "use strict";

  const { make } = cuttings.elements;
  const { Numbers } = cuttings.varint;
  const { PARAMETERS } = cuttings.address;
  const { addsUp, bitOf } = cuttings.filters;
  const SHOWN = 8;
  const MOST = 20;
  const LEGENDS = {
    people: "People", places: "Places", organisations: "Organisations", tags: "Tags", sources: "Sources",
    languages: "Languages",
  };
  /** Of up to so many articles the columns are small, and every facet is open of itself. */
  const SMALL = 2000;
  /** What each facet of the panel was last counted for. @type {WeakMap} */
  const counted = new WeakMap();
  /** Columns as read: where the values of each document begin, and the values. @type {WeakMap} */
  const columns = new WeakMap();

  async function column(segment, facet) {
    const text = await cuttings.chunks.load(segment, facet);
    if (!columns.has(segment)) columns.set(segment, new Map());
    const known = columns.get(segment);
    if (!known.has(facet)) known.set(facet, decode(new Numbers(text), segment.docs));
    return known.get(facet);
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
   * The values that are foremost in any segment, with their counts, most first. Choosing sources or
   * languages adds articles, so their counts leave the chosen ones out of account; choosing anything
   * else narrows.
   * @returns {Promise<{id: string, label: string, count: number}[]>}
   */
  async function counts(result, facet) {
    const ignored = addsUp(facet) ? bitOf(result.index, facet) : 0;
    const parts = await Promise.all(result.parts.map((part) => countPart(part, facet, ignored)));
    const labels = new Map(parts.flatMap(({ known }) => [...known].map(([id, { label }]) => [id, label])));
    const rough = (id) => parts.reduce((sum, { known }) => sum + (known.get(id)?.count ?? 0), 0);
    const foremost = [...labels.keys()].sort((one, other) => rough(other) - rough(one)).slice(0, MOST);
    const found = await Promise.all(foremost.map(async (id) => {
      const own = await Promise.all(parts.map((part) => countOf(part, facet, id, ignored)));
      return { id, label: labels.get(id), count: own.reduce((sum, count) => sum + count, 0) };
    }));
    return found.sort((one, other) => other.count - one.count || one.label.localeCompare(other.label, "en"));
  }

  /** The foremost values of a segment by id, and whether these are all. */
  async function countPart(part, facet, ignored) {
    const own = countSegment(part, await column(part.segment, facet), ignored);
    const known = new Map(await Promise.all(largest(own).map(async ([number, count]) => {
      const [id, label] = await valueOf(part.segment, facet, number);
      return [id, { label, count }];
    })));
    return { part, known, isAll: own.size <= MOST };
  }

  /** A value that is foremost elsewhere is counted by its articles. */
  async function countOf({ part, known, isAll }, facet, id, ignored) {
    if (isAll || known.has(id)) return known.get(id)?.count ?? 0;
    const { docs } = await cuttings.postings.find(part.segment, `@${facet}/${id}`);
    return docs.reduce((sum, document) =>
      sum + (part.matches[document] && !(part.refused[document] & ~ignored) ? 1 : 0), 0);
  }

  /** Languages are few, and stand in `meta`. @returns {Promise<[string, string]>} id and filed form */
  function valueOf(segment, facet, number) {
    return facet === "languages" ? segment.meta.languages[number] : cuttings.chunks.record(segment, facet, number);
  }

  /** The facets that tell articles of this archive apart. */
  function telling({ manifest, segments }, state) {
    const languages = new Set(segments.flatMap(({ meta }) => meta.languages.map(([id]) => id)));
    return manifest.facets.filter((facet) =>
      facet !== "languages" || languages.size > 1 || state.languages.length);
  }

  function countSegment({ matches, refused }, { starts, values }, ignored) {
    const own = new Map();
    for (let document = 0; document < matches.length; document += 1) {
      if (!matches[document] || refused[document] & ~ignored) continue;
      for (let at = starts[document]; at < starts[document + 1]; at += 1) {
        own.set(values[at], (own.get(values[at]) ?? 0) + 1);
      }
    }
    return own;
  }

  function largest(own) {
    return [...own].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, MOST);
  }

  /**
   * Bring the panel to what was found. A facet is counted when it stands open: its column takes
   * tens of kilobytes in a large archive, where only the first one is open of itself.
   * @param {HTMLElement} panel
   */
  async function show(panel, result, state) {
    const wanted = telling(result.index, state);
    const known = new Map([...panel.children].map((details) => [details.dataset.facet, details]));
    const all = wanted.map((facet, place) => known.get(facet) ?? closed(facet, place === 0 || isSmall(result.index)));
    for (const [facet, details] of known) if (!wanted.includes(facet)) details.remove();
    if (all.some((details, place) => panel.children[place] !== details)) panel.replaceChildren(...all);
    const choices = await Promise.all(all.map((details) => choicesIn(details, result, state)));
    // All at once: one that came later would push down what somebody reads.
    all.forEach((details, place) => {
      if (choices[place]) fill(details, choices[place]);
      else if (!details.open) details.hidden = false;
    });
  }

  function isSmall({ segments }) {
    return segments.reduce((sum, { docs }) => sum + docs, 0) <= SMALL;
  }

  /** A facet without its values, not to be seen before the others have theirs. */
  function closed(facet, open) {
    return make("details", { class: "facet", "data-facet": facet, open, hidden: true },
      make("summary", { class: "sc" }, LEGENDS[facet]), make("fieldset", { "aria-label": LEGENDS[facet] }));
  }

  /** What an open facet has to choose from; null where there is no news. */
  async function choicesIn(details, result, state) {
    const { facet } = details.dataset;
    if (counted.get(details) === result) return null;
    details.open ||= state[facet].length > 0;
    if (!details.open) return null;
    counted.set(details, result);
    const choices = choicesOf(facet, await counts(result, facet), new Set(state[facet]));
    return counted.get(details) === result ? choices : null;
  }

  /** Keeping the focus where it was; a facet without any values is not shown. */
  function fill(details, choices) {
    details.hidden = !choices.length;
    const group = details.querySelector("fieldset");
    const { name, value } = group.contains(document.activeElement) ? document.activeElement : {};
    const isMore = group.querySelector("details")?.open;
    group.replaceChildren(...choices);
    if (isMore) group.querySelector("details")?.setAttribute("open", "");
    if (!name) return;
    const same = [...group.querySelectorAll("input")].find((box) => box.value === value);
    (same ?? group.querySelector("input"))?.focus();
  }

  function choicesOf(facet, found, chosen) {
    const missing = [...chosen].filter((id) => !found.some((each) => each.id === id));
    const all = [...found, ...missing.map((id) => ({ id, label: id, count: 0 }))];
    const first = all.filter(({ id }, place) => place < SHOWN || chosen.has(id));
    const rest = all.filter((each) => !first.includes(each));
    const choices = first.map((each) => choice(facet, each, chosen));
    if (rest.length) {
      choices.push(make("details", {}, make("summary", {}, `More ${LEGENDS[facet].toLowerCase()}`),
        ...rest.map((each) => choice(facet, each, chosen))));
    }
    return choices;
  }

  function choice(facet, { id, label, count }, chosen) {
    const box = make("input", { type: "checkbox", name: PARAMETERS[facet], value: id });
    box.checked = chosen.has(id);
    return make("label", {}, box, ` ${label} `, make("data", { value: String(count) }, count.toLocaleString("en")));
  }

  return { show };
})();
