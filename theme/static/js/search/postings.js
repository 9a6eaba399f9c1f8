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
    const list = new List(pages[0].next());
    if (list.docs.length < segment.long) list.read(pages[0], 0);
    else pages.forEach((numbers, page) => list.readPage(numbers, page * segment.page));
    return { docs: list.docs, weights: list.weights };
  }

  /** A list as it is being read. */
  class List {
    constructor(count) {
      this.docs = new Uint32Array(count);
      this.weights = new Uint32Array(count);
      this.place = 0;
    }

    add(document, weight) {
      this.docs[this.place] = document;
      this.weights[this.place++] = weight;
    }

    /** Each page of a long list begins anew, at document `first`. */
    readPage(numbers, first) {
      if (!numbers.more) return;
      const size = numbers.next();
      if (size === 0) this.read(numbers, first);
      else this.readDense(cuttings.huffman.read(numbers, size), first);
    }

    /** A page that most documents are on has a frequency for each, if only 0. */
    readDense(weights, first) {
      for (let place = 0; place < weights.length; place += 1) {
        if (weights[place]) this.add(first + place, weights[place]);
      }
    }

    read(numbers, first) {
      let document = first - 1;
      while (numbers.more) {
        const number = numbers.next();
        document += Math.floor(number / 2) + 1;
        this.add(document, number % 2 ? numbers.next() : 1);
      }
    }
  }

  return { find };
})();
