/** The word in hand, finished: forms of the lexicon that begin so, those of most articles first. */
cuttings.completions = (() => {
  "use strict";

  const { tokens, lexicon } = cuttings;
  /** The largest segments tell well enough what is frequent. */
  const SEGMENTS = 4;

  /** @param {string} start @param {number} most @returns {Promise<string[]>} */
  async function find(index, start, most) {
    const known = await lexicon.begun(largest(index.segments), start);
    const taken = new Set([sense(known.find(([form]) => form === start)?.[1]), start]);
    const found = [];
    for (const [form, entry] of known) {
      if (found.length === most) break;
      if (!isOffered(form) || taken.has(sense(entry))) continue;
      taken.add(sense(entry));
      found.push(form);
    }
    return found;
  }

  function largest(segments) {
    return [...segments].sort((one, other) => other.docs - one.docs).slice(0, SEGMENTS);
  }

  /** Forms of the same terms find the same: one of them will do. */
  function sense(entry) {
    return entry?.terms.join();
  }

  /** Stop words narrow nothing, and codes are known by their beginning. */
  function isOffered(form) {
    return !tokens.isStop(form) && /^[\p{L}\p{M}]+$/u.test(form);
  }

  return { find };
})();
