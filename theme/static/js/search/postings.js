/** The documents of a term in one segment. */
cuttings.postings = (() => {
  "use strict";

  const { Numbers } = cuttings.varint;
  /** @typedef {{docs: Uint32Array, weights: Uint32Array}} Postings weighted frequencies */
  const EMPTY = { docs: new Uint32Array(0), weights: new Uint32Array(0) };

  /** As read, the latest last. @type {WeakMap<object, Map<string, Promise<Postings>>>} */
  const read = new WeakMap();
  const KEPT = 200;

  /** @returns {Promise<Postings>} in order of document number */
  function find(segment, term) {
    if (!read.has(segment)) read.set(segment, new Map());
    const known = read.get(segment);
    const found = known.get(term) ?? look(segment, term).catch((error) => {
      known.delete(term);
      throw error;
    });
    known.delete(term);
    known.set(term, found);
    if (known.size > KEPT) known.delete(known.keys().next().value);
    return found;
  }

  async function look(segment, term) {
    const entry = await cuttings.lexicon.find(segment, term);
    if (!entry || !entry.postings) return EMPTY;
    const pages = entry.postings.split(" ").map((page) => new Numbers(page));
    return decode(pages, pages[0].next(), segment.page);
  }

  /** Each page of a long list begins anew, at a multiple of `size`. */
  function decode(pages, count, size) {
    const docs = new Uint32Array(count);
    const weights = new Uint32Array(count);
    let place = 0;
    pages.forEach((numbers, page) => {
      let document = page * size - 1;
      while (numbers.more) {
        const number = numbers.next();
        document += Math.floor(number / 2) + 1;
        docs[place] = document;
        weights[place++] = number % 2 ? numbers.next() : 1;
      }
    });
    return { docs, weights };
  }

  return { find };
})();
