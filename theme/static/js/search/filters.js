/**
 * Which documents the chosen filters let through. For each document a set of bits says which
 * filters refuse it, so that a facet can be counted as if it had no choice of its own.
 */
cuttings.filters = (() => {
  "use strict";

  /** The range of years has a bit of its own, after those of the facets. */
  const RANGE = 1 << 16;

  /** @param {object} state the address of the search @returns {Promise<Int32Array[]>} */
  function refusals(index, state) {
    return Promise.all(index.segments.map((segment) => ofSegment(index, segment, state)));
  }

  async function ofSegment(index, segment, state) {
    const refused = new Int32Array(segment.docs);
    outsideRange(segment, state, refused);
    for (const facet of index.manifest.facets) {
      if (state[facet].length) await outsideFacet(index, segment, facet, state[facet], refused);
    }
    return refused;
  }

  function outsideRange(segment, { from, to }, refused) {
    for (const { year, first, end } of segment.years) {
      if (year < (from ?? year) || year > (to ?? year)) {
        for (let document = first; document < end; document += 1) refused[document] |= RANGE;
      }
    }
  }

  /** Articles have one source, so sources add up; of everything else all must be there. */
  async function outsideFacet(index, segment, facet, values, refused) {
    const held = new Uint16Array(segment.docs);
    for (const value of values) {
      const { docs } = await cuttings.postings.find(segment, `@${facet}/${value}`);
      for (const document of docs) held[document] += 1;
    }
    const needed = facet === "sources" ? 1 : values.length;
    const bit = bitOf(index, facet);
    held.forEach((count, document) => {
      if (count < needed) refused[document] |= bit;
    });
  }

  function bitOf(index, facet) {
    return 1 << index.manifest.facets.indexOf(facet);
  }

  return { refusals, bitOf, RANGE };
})();
