/** What was found in the order asked for, as far as somebody looks. */
cuttings.order = (() => {
  "use strict";

  const { groups } = cuttings;

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
      hit.whole = result.query.units.length > 0 && groups.areHeld(result.query, hit.part.words[hit.document]);
    }));
    const direction = sort === "oldest" ? -1 : 1;
    hits.sort((one, other) =>
      (byScore && other.score - one.score) || direction * compare(other.card, one.card));
    return hits.slice(0, count);
  }

  /** The hits that can be among the first `count` by score; of those that are level, the latest. */
  function bestOf(parts, count) {
    const least = leastScore(parts, count);
    const better = parts.flatMap((part) => inOrder(part, false, count, (score) => score > least));
    return [...better, ...firstOf(parts, false, count - better.length, (score) => score === least)];
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
  function firstOf(parts, isOldest, count, fits = () => true) {
    const hits = parts.flatMap((part) => inOrder(part, isOldest, count, fits));
    const months = hits.map(({ month }) => month).sort((one, other) => (isOldest ? one - other : other - one));
    const last = months[count - 1] ?? months.at(-1);
    // Within that month the first ones of each segment will do.
    const open = count - months.indexOf(last);
    const inLast = new Map();
    return hits.filter(({ month, part }) => {
      if (month !== last) return isOldest ? month < last : month > last;
      inLast.set(part, (inLast.get(part) ?? 0) + 1);
      return inLast.get(part) <= open;
    });
  }

  /** The first hits of a segment whose scores fit. */
  function inOrder(part, isOldest, count, fits) {
    const hits = [];
    const { matches, refused, scores, segment: { months } } = part;
    for (const { month, first, end } of isOldest ? months : [...months].reverse()) {
      for (let step = 0; step < end - first && hits.length < count; step += 1) {
        const document = isOldest ? first + step : end - 1 - step;
        if (!matches[document] || refused[document] || !fits(scores[document])) continue;
        hits.push({ part, document, month, score: scores[document] });
      }
    }
    return hits;
  }

  /** As documents are numbered: by day, second of publication, id. */
  function compare(card, other) {
    const [one, another] = [card, other].map(([address, , day, , , , , , , , second]) =>
      [day, second, address.replace(/\.html$/, "")]);
    const place = one.findIndex((part, at) => part !== another[at]);
    if (place < 0) return 0;
    return one[place] < another[place] ? -1 : 1;
  }

  return { top };
})();
