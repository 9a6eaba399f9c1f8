/** One search: from the state in the address to the documents found and their order. */
cuttings.search = (() => {
  "use strict";

  const { filters, score, query, segments } = cuttings;
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
        if (!query.holdsAll(asked, words[document])) matches[document] = 0;
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
          if (query.holdsAll(asked, words[document])) whole += 1;
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
    const hits = byScore ? bestOf(result.parts, count) : firstOf(result.parts, sort === "oldest", count);
    await Promise.all(hits.map(async (hit) => {
      hit.card = await cuttings.chunks.record(hit.part.segment, "cards", hit.document);
      hit.whole = result.query.units.length > 0 && query.holdsAll(result.query, hit.part.words[hit.document]);
    }));
    const direction = sort === "oldest" ? -1 : 1;
    hits.sort((one, other) =>
      (byScore && other.score - one.score) || direction * compare(other.card, one.card));
    return hits.slice(0, count);
  }

  /** The hits that can be among the first `count` by score; ties are settled by day. */
  function bestOf(parts, count) {
    const least = leastScore(parts, count);
    const hits = [];
    for (const part of parts) {
      for (let document = 0; document < part.matches.length; document += 1) {
        if (part.scores[document] >= least && part.matches[document] && !part.refused[document]) {
          hits.push({ part, document, score: part.scores[document] });
        }
      }
    }
    return hits;
  }

  /** The score of the hit at place `count`, or the least there is. */
  function leastScore(parts, count) {
    let best = [];
    let least = -1;
    for (const { scores, matches, refused } of parts) {
      for (let document = 0; document < scores.length; document += 1) {
        if (scores[document] <= least || !matches[document] || refused[document]) continue;
        best.push(scores[document]);
        if (best.length < 2 * count + 100) continue;
        best = largest(best, count);
        least = best[count - 1];
      }
    }
    return largest(best, count)[count - 1] ?? 0;
  }

  function largest(scores, count) {
    return scores.sort((one, other) => other - one).slice(0, count);
  }

  /**
   * The hits that can be among the first `count` by day. Documents stand in order of their days,
   * and their months are known, so that few cards are read.
   */
  function firstOf(parts, isOldest, count) {
    const hits = parts.flatMap((part) => inOrder(part, isOldest, count));
    const months = hits.map(({ month }) => month).sort((one, other) => (isOldest ? one - other : other - one));
    const last = months[count - 1] ?? months.at(-1);
    return hits.filter(({ month }) => (isOldest ? month <= last : month >= last));
  }

  function inOrder(part, isOldest, count) {
    const hits = [];
    const { months } = part.segment;
    for (const { month, first, end } of isOldest ? months : [...months].reverse()) {
      for (let step = 0; step < end - first && hits.length < count; step += 1) {
        const document = isOldest ? first + step : end - 1 - step;
        if (part.matches[document] && !part.refused[document]) hits.push({ part, document, month, score: part.scores[document] });
      }
    }
    return hits;
  }

  /** By day, then address. */
  function compare([address, , day], [otherAddress, , otherDay]) {
    if (day !== otherDay) return day < otherDay ? -1 : 1;
    if (address === otherAddress) return 0;
    return address < otherAddress ? -1 : 1;
  }

  /** First and last year of what was found. @param {Result} result */
  function span(result, state) {
    const from = state.from === null ? -Infinity : yearOf(state.from);
    const to = state.to === null ? Infinity : yearOf(state.to);
    const years = [...result.byYear.keys()].filter((year) => year >= from && year <= to);
    return [Math.min(...years), Math.max(...years)];
  }

  return { run, top, span, isEmpty, open: segments.open, reopen: segments.reopen };
})();
