/** One search: from the state in the address to the documents found and their order. */
cuttings.search = (() => {
  "use strict";

  const { filters, groups, score, query, segments } = cuttings;
  const { yearOf } = cuttings.address;

  /**
   * @typedef {{segment: object, scores: Float64Array, words: Int32Array, matches: Uint8Array,
   *   refused: Int32Array}} Part
   * @typedef {{index: object, query: object, parts: Part[], total: number, whole: number,
   *   some: number, unread: number, byYear: Map<number, number>}} Result
   * `whole` counts those that hold all words, `some` all that hold any, also where only the former
   * are wanted; `unread` those that may hold a phrase and were not looked at; `byYear` leaves the
   * chosen years out of account.
   */

  /** Whether anything is asked for at all. */
  function isEmpty(index, state) {
    const chosen = index.manifest.facets.some((facet) => state[facet].length);
    return !state.q.trim() && !chosen && state.from === null && state.to === null;
  }

  /**
   * @param {object} state the address of the search
   * @param {{typing?: boolean}} [manner] `typing`: the last word may be only begun
   * @returns {Promise<Result>}
   */
  async function run(index, state, { typing = false } = {}) {
    const [asked, refused] = await Promise.all([
      query.read(index, state.q, { typing, exact: state.exact }),
      filters.refusals(index, state),
    ]);
    const scored = await score.run(index, asked);
    const wanted = wantedBy(asked);
    const parts = index.segments.map((segment, place) => {
      const { scores, words, excluded } = scored[place];
      const matches = new Uint8Array(words.length);
      for (let document = 0; document < words.length; document += 1) {
        if (!excluded[document] && wanted(words[document])) matches[document] = 1;
      }
      return { segment, scores, words, matches, refused: refused[place] };
    });
    const unread = asked.phrases.length ? await cuttings.phrases.keep(index, parts, asked, state) : 0;
    const some = state.all ? keepWhole(parts, asked) : null;
    const found = { index, query: asked, parts, unread, ...summary(parts, asked) };
    return { ...found, some: some ?? found.total };
  }

  /** By its words: has it any, where words are asked for? Nothing is there that is called so? */
  function wantedBy({ units, unknown, unplaced }) {
    if (unplaced.length) return () => false;
    return units.length || unknown.length ? (bits) => bits !== 0 : () => true;
  }

  /** Leave only what holds all words. @returns {number} how many there were */
  function keepWhole(parts, asked) {
    let some = 0;
    for (const { matches, refused, words } of parts) {
      matches.forEach((match, document) => {
        if (!match) return;
        if (!refused[document]) some += 1;
        if (!groups.areHeld(asked, words[document])) matches[document] = 0;
      });
    }
    return some;
  }

  function summary(parts, asked) {
    const byYear = new Map();
    let total = 0;
    let whole = 0;
    for (const { segment, matches, refused, words } of parts) {
      for (const { year, first, end } of segment.years) {
        for (let document = first; document < end; document += 1) {
          if (!matches[document] || refused[document] & ~filters.RANGE) continue;
          byYear.set(year, (byYear.get(year) ?? 0) + 1);
          if (refused[document]) continue;
          total += 1;
          if (groups.areHeld(asked, words[document])) whole += 1;
        }
      }
    }
    return { byYear, total, whole };
  }

  /** First and last year of what was found. @param {Result} result */
  function span(result, state) {
    const from = state.from === null ? -Infinity : yearOf(state.from);
    const to = state.to === null ? Infinity : yearOf(state.to);
    const years = [...result.byYear.keys()].filter((year) => year >= from && year <= to);
    return [Math.min(...years), Math.max(...years)];
  }

  return { run, span, isEmpty, open: segments.open, reopen: segments.reopen, isCurrent: segments.isCurrent };
})();
