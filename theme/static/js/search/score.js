/**
 * BM25, exact over any number of segments: document frequencies, the number of documents and
 * the sum of their lengths add up, so the cut changes no score.
 */
cuttings.score = (() => {
  "use strict";

  /**
   * @typedef {{scores: Float64Array, words: Int32Array, excluded: Uint8Array}} Scored
   * per document of a segment: its score, the words of the query it holds as bits, whether a
   * word after a minus takes it out
   * @returns {Promise<Scored[]>} one for each segment
   */
  async function run(index, query) {
    const { segments } = index;
    const results = segments.map(({ docs }) => ({
      scores: new Float64Array(docs),
      words: new Int32Array(docs),
      excluded: new Uint8Array(docs),
    }));
    const lengths = await Promise.all(segments.map(lengthsOf));
    for (const unit of query.units) {
      const found = await Promise.all(segments.map((segment) => merged(segment, unit)));
      add(index, unit, found, lengths, results);
    }
    for (const unit of query.excluded) {
      const found = await Promise.all(segments.map((segment) => merged(segment, unit)));
      found.forEach((weights, place) => {
        for (const document of weights.keys()) results[place].excluded[document] = 1;
      });
    }
    return results;
  }

  /** Weighted frequency of a unit by document. @returns {Promise<Map<number, number>>} */
  async function merged(segment, unit) {
    const lists = await Promise.all(unit.terms.map((term) => cuttings.postings.find(segment, term)));
    const weights = new Map();
    for (const { docs, weights: own } of lists) {
      docs.forEach((document, place) => {
        weights.set(document, (weights.get(document) ?? 0) + own[place]);
      });
    }
    return weights;
  }

  function add(index, unit, found, lengths, results) {
    const { k1, b } = index.manifest;
    const frequency = found.reduce((sum, weights) => sum + weights.size, 0);
    const rarity = Math.log(1 + (index.docs - frequency + 0.5) / (frequency + 0.5));
    found.forEach((weights, place) => {
      const { scores, words } = results[place];
      for (const [document, weight] of weights) {
        const relative = lengths[place][document] / index.average;
        scores[document] += (rarity * weight * (k1 + 1)) / (weight + k1 * (1 - b + b * relative));
        words[document] |= unit.covers;
      }
    });
    unit.rarity = rarity;
  }

  /** Lengths in words, a quarter octave exact. */
  async function lengthsOf(segment) {
    const numbers = new cuttings.varint.Numbers(await cuttings.chunks.load(segment, "lengths"));
    return Float64Array.from({ length: segment.docs }, () => 2 ** (numbers.next() / 4));
  }

  return { run };
})();
