/**
 * BM25, exact over any number of segments: document frequencies, the number of documents and
 * the sum of their lengths add up, so the cut changes no score.
 */
cuttings.score = (() => {
  "use strict";

  /**
   * @typedef {{scores: Float64Array, words: Int32Array, excluded: Uint8Array}} Scored
   * per document of a segment: its score, the words of the query it holds as bits, whether a
   * word after a minus or a field takes it out
   * @returns {Promise<Scored[]>} one for each segment
   */
  async function run(index, query) {
    const { segments } = index;
    const results = segments.map(({ docs }) => ({
      scores: new Float64Array(docs),
      words: new Int32Array(docs),
      excluded: new Uint8Array(docs),
    }));
    const [norms, counted, excluded, required] = await Promise.all([
      query.units.length ? normsOf(index) : [],
      ...[query.units, query.excluded, query.required].map((units) => Promise.all(units.map((unit) =>
        Promise.all(segments.map((segment) => merged(segment, unit)))))),
    ]);
    query.units.forEach((unit, place) => add(index, unit, counted[place], norms, results));
    for (const found of excluded) {
      found.forEach(({ docs }, place) => docs.forEach((document) => { results[place].excluded[document] = 1; }));
    }
    for (const found of required) {
      found.forEach(({ docs }, place) => takeOutOthers(results[place].excluded, docs));
    }
    return results;
  }

  function takeOutOthers(excluded, docs) {
    let next = 0;
    for (let document = 0; document < excluded.length; document += 1) {
      if (docs[next] === document) next += 1;
      else excluded[document] = 1;
    }
  }

  /** The documents of a unit and its weighted frequency in each, as postings are. */
  async function merged(segment, unit) {
    const found = await Promise.all(unit.terms.map((term) => cuttings.postings.find(segment, term)));
    const lists = found.filter(({ docs }) => docs.length);
    return lists.length === 1 ? lists[0] : addedUp(lists, segment.docs);
  }

  function addedUp(lists, many) {
    const all = new Uint32Array(lists.length ? many : 0);
    for (const { docs, weights } of lists) {
      for (let place = 0; place < docs.length; place += 1) all[docs[place]] += weights[place];
    }
    const docs = [];
    for (let document = 0; document < all.length; document += 1) {
      if (all[document]) docs.push(document);
    }
    return { docs: Uint32Array.from(docs), weights: Uint32Array.from(docs, (document) => all[document]) };
  }

  function add(index, unit, found, norms, results) {
    const { k1 } = index.manifest;
    const frequency = found.reduce((sum, { docs }) => sum + docs.length, 0);
    const rarity = Math.log(1 + (index.docs - frequency + 0.5) / (frequency + 0.5));
    found.forEach(({ docs, weights }, part) => {
      const { scores, words } = results[part];
      const own = norms[part];
      for (let place = 0; place < docs.length; place += 1) {
        const document = docs[place];
        const weight = weights[place];
        scores[document] += (rarity * weight * (k1 + 1)) / (weight + own[document]);
        words[document] |= unit.covers;
      }
    });
    unit.rarity = rarity;
  }

  /** For each index, what the length of each document takes off. @type {WeakMap<object, Promise<Float64Array[]>>} */
  const known = new WeakMap();

  function normsOf(index) {
    if (!known.has(index)) {
      const reading = Promise.all(index.segments.map((segment) => normsIn(index, segment))).catch((error) => {
        known.delete(index);
        throw error;
      });
      known.set(index, reading);
    }
    return known.get(index);
  }

  /** Lengths in words, a quarter octave exact. */
  async function normsIn({ manifest: { k1, b }, average }, segment) {
    const written = segment.meta.lengths ?? await cuttings.chunks.load(segment, "lengths");
    return Float64Array.from(cuttings.huffman.read(new cuttings.varint.Numbers(written)), (length) =>
      k1 * (1 - b + b * (2 ** (length / 4) / average)));
  }

  return { run, merged };
})();
