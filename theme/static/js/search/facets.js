/** The panel of filters: for each facet the values of what was found, with their counts. */
cuttings.facets = (() => {
  "use strict";

  const { counts, elements: { make }, address: { PARAMETERS } } = cuttings;
  const SHOWN = 8;
  const MOST = 20;
  const LEGENDS = {
    people: "People", places: "Places", organisations: "Organisations", tags: "Tags", sources: "Sources",
    languages: "Languages",
  };
  /** Of up to so many articles the lists are small, and every facet is open of itself. */
  const SMALL = 2000;
  /** What each facet of the panel was last counted for, and whether with more values. @type {WeakMap} */
  const counted = new WeakMap();

  /** The facets that tell articles of this archive apart. */
  function telling({ manifest, segments }, state) {
    const languages = new Set(segments.flatMap(({ meta }) => meta.languages.map(([id]) => id)));
    return manifest.facets.filter((facet) =>
      facet !== "languages" || languages.size > 1 || state.languages.length);
  }

  /**
   * Bring the panel to what was found. A facet is counted when it stands open: its lists take
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
    const more = details.querySelector("fieldset details")?.open ?? false;
    const before = counted.get(details);
    if (before?.result === result && (before.more || !more)) return null;
    details.open ||= state[facet].length > 0;
    if (!details.open) return null;
    const own = { result, more };
    counted.set(details, own);
    details.setAttribute("aria-busy", "true");
    const choices = await choicesOf(facet, own, new Set(state[facet]));
    if (counted.get(details) !== own) return null;
    details.removeAttribute("aria-busy");
    return choices;
  }

  /** Keeping the focus where it was; a facet without any values is not shown. */
  function fill(details, choices) {
    details.hidden = !choices.length;
    const group = details.querySelector("fieldset");
    const { name, value, localName } = group.contains(document.activeElement) ? document.activeElement : {};
    const isMore = group.querySelector("details")?.open;
    group.replaceChildren(...choices);
    if (isMore) group.querySelector("details")?.setAttribute("open", "");
    if (!localName) return;
    const same = name ? [...group.querySelectorAll("input")].find((box) => box.value === value) : group.querySelector("summary");
    (same ?? group.querySelector("input"))?.focus();
  }

  async function choicesOf(facet, { result, more }, chosen) {
    const found = await counts.foremost(result, facet, more ? MOST : SHOWN, more);
    const missing = [...chosen].filter((id) => !found.values.some((each) => each.id === id));
    const all = [...found.values, ...await Promise.all(missing.map(async (id) =>
      ({ id, label: id, count: await counts.of(result, facet, id) })))];
    const first = all.filter(({ id }, place) => place < SHOWN || chosen.has(id));
    const rest = all.filter((each) => !first.includes(each));
    const choices = first.map((each) => choice(facet, each, chosen));
    const name = LEGENDS[facet].toLowerCase();
    if (!more && !found.isExact) {
      const looked = found.looked.toLocaleString("en");
      choices.push(make("p", { class: "note" }, `Found among the ${looked} most frequent ${name}; “More ${name}” counts all.`));
    }
    if (rest.length || (!more && !found.isAll)) {
      const shown = more ? rest.map((each) => choice(facet, each, chosen)) : [make("p", { class: "note" }, "Being counted.")];
      choices.push(make("details", {}, make("summary", {}, `More ${name}`), ...shown));
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
