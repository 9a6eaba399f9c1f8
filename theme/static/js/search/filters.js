/**
 * Which documents the chosen filters let through. For each document a set of bits says which
 * filters refuse it, so that a facet can be counted as if it had no choice of its own.
 */
cuttings.filters = (() => {
  "use strict";

  const { before } = cuttings.segments;
  /** The range of years has a bit of its own, after those of the facets. */
  const RANGE = 1 << 16;

  /** @param {object} state the address of the search @returns {Promise<Int32Array[]>} */
  function refusals(index, state) {
    return Promise.all(index.segments.map((segment) => ofSegment(index, segment, state)));
  }

  async function ofSegment(index, segment, state) {
    const refused = new Int32Array(segment.docs);
    await outsideRange(segment, state, refused);
    for (const facet of index.manifest.facets) {
      if (state[facet].length) await outsideFacet(index, segment, facet, state[facet], refused);
    }
    return refused;
  }

  async function outsideRange(segment, { from, to }, refused) {
    const [first, end] = await Promise.all([
      from === null ? 0 : before(segment, from),
      to === null ? segment.docs : before(segment, cuttings.address.following(to)),
    ]);
    for (let document = 0; document < segment.docs; document += 1) {
      if (document < first || document >= end) refused[document] |= RANGE;
    }
  }

  /** Articles have one source and one language, so these add up; of all else every one must be there. */
  function addsUp(facet) {
    return facet === "sources" || facet === "languages";
  }

  async function outsideFacet(index, segment, facet, values, refused) {
    const held = new Uint16Array(segment.docs);
    for (const value of values) {
      const { docs } = await cuttings.postings.find(segment, `@${facet}/${value}`);
      for (const document of docs) held[document] += 1;
    }
    const needed = addsUp(facet) ? 1 : values.length;
    const bit = bitOf(index, facet);
    held.forEach((count, document) => {
      if (count < needed) refused[document] |= bit;
    });
  }

  function bitOf(index, facet) {
    return 1 << index.manifest.facets.indexOf(facet);
  }

  return { refusals, addsUp, bitOf, RANGE };
})();
