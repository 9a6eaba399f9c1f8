/** The documents of a term in one segment. */
cuttings.postings = (() => {
  "use strict";

  const { Numbers } = cuttings.varint;
  /** @typedef {{docs: Uint32Array, weights: Uint32Array}} Postings weighted frequencies */
  const EMPTY = { docs: new Uint32Array(0), weights: new Uint32Array(0) };

  /** @returns {Promise<Postings>} in order of document number */
  async function find(segment, term) {
    const entry = await cuttings.lexicon.find(segment, term);
    if (!entry || !entry.postings) return EMPTY;
    const head = new Numbers(entry.postings);
    const count = head.next();
    const file = head.next();
    if (file === 0) return decode(head, count);
    return decode(new Numbers(await cuttings.load(`${segment.id}/list-${file - 1}`)), count);
  }

  function decode(numbers, count) {
    const docs = new Uint32Array(count);
    const weights = new Uint32Array(count);
    let document = -1;
    for (let place = 0; place < count; place += 1) {
      const number = numbers.next();
      document += Math.floor(number / 2) + 1;
      docs[place] = document;
      weights[place] = number % 2 ? numbers.next() : 1;
    }
    return { docs, weights };
  }

  return { find };
})();
