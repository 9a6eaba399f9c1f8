/** One search: from the state in the address to the documents found and their order. */
cuttings.search = (() => {
  "use strict";

  const { filters, score, query, segments } = cuttings;

  /**
   * @typedef {{segment: object, scores: Float64Array, words: Int32Array, matches: Uint8Array,
   *   refused: Int32Array}} Part
   * @typedef {{index: object, query: object, parts: Part[], total: number, whole: number,
   *   byYear: Map<number, number>, first: number, last: number}} Result
   * `whole` counts those that hold all words; `byYear` leaves the chosen years out of account.
   */

  /** Whether anything is asked for at all. */
  function isEmpty(index, state) {
    const chosen = index.manifest.facets.some((facet) => state[facet].length);
    return !state.q.trim() && !chosen && state.from === null && state.to === null;
  }

  /** @returns {Promise<Result>} */
  async function run(index, state) {
    const [asked, refused] = await Promise.all([
      query.read(index, state.q),
      filters.refusals(index, state),
    ]);
    const scored = await score.run(index, asked);
    const anyWord = asked.units.length > 0 || asked.unknown.length > 0;
    const parts = index.segments.map((segment, place) => {
      const { scores, words, excluded } = scored[place];
      const matches = words.map((bits, document) =>
        (anyWord ? bits !== 0 : true) && !excluded[document] ? 1 : 0);
      return { segment, scores, words, matches, refused: refused[place] };
    });
    if (asked.phrases.length) {
      await Promise.all(parts.map((part) => cuttings.phrases.keep(index, part, asked)));
    }
    return { index, query: asked, parts, ...summary(parts, asked) };
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
          if (words[document] === asked.all) whole += 1;
        }
      }
    }
    return { byYear, total, whole };
  }

  /**
   * The first `count` documents in the order asked for, with their cards.
   * @typedef {{part: Part, document: number, score: number, card: object[], whole: boolean}} Hit
   * @param {Result} result @param {"best" | "newest" | "oldest"} sort @returns {Promise<Hit[]>}
   */
  async function top(result, sort, count) {
    const byScore = sort === "best" && result.query.units.length > 0;
    const candidates = result.parts.flatMap((part) => candidatesOf(part, sort, byScore, count));
    const hits = byScore ? cutAtScore(candidates, count) : candidates;
    await Promise.all(hits.map(async (hit) => {
      hit.card = await cuttings.chunks.record(hit.part.segment, "cards", hit.document);
      hit.whole = result.query.all !== 0 && hit.part.words[hit.document] === result.query.all;
    }));
    const direction = sort === "oldest" ? -1 : 1;
    hits.sort((one, other) =>
      (byScore && other.score - one.score) || direction * compare(other.card, one.card));
    return hits.slice(0, count);
  }

  /** Documents of a segment stand in order of their days, so the best `count` are enough. */
  function candidatesOf(part, sort, byScore, count) {
    const hits = [];
    part.matches.forEach((match, document) => {
      if (match && !part.refused[document]) hits.push({ part, document, score: part.scores[document] });
    });
    if (sort !== "oldest") hits.reverse();
    if (byScore) hits.sort((one, other) => other.score - one.score);
    return hits.slice(0, count);
  }

  /** Only hits that can be among the first need their cards; ties are settled by day. */
  function cutAtScore(candidates, count) {
    const sorted = candidates.sort((one, other) => other.score - one.score);
    const last = sorted[count - 1]?.score ?? -1;
    return sorted.filter(({ score: own }) => own >= last);
  }

  /** By day, then address. */
  function compare([address, , day], [otherAddress, , otherDay]) {
    if (day !== otherDay) return day < otherDay ? -1 : 1;
    if (address === otherAddress) return 0;
    return address < otherAddress ? -1 : 1;
  }

  /** First and last year of what was found. @param {Result} result */
  function span(result, state) {
    const years = [...result.byYear.keys()].filter(
      (year) => year >= (state.from ?? year) && year <= (state.to ?? year));
    return [Math.min(...years), Math.max(...years)];
  }

  return { run, top, span, isEmpty, open: segments.open, reopen: segments.reopen };
})();
