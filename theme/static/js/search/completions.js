/** The word in hand, finished: forms of the lexicon that begin so, those of most articles first. */
cuttings.completions = (() => {
  "use strict";

  const { tokens, lexicon } = cuttings;
  /** The largest segments tell well enough what is frequent. */
  const SEGMENTS = 4;

  /** @param {string} start @param {number} most @returns {Promise<string[]>} */
  async function find(index, start, most) {
    const known = await counted(index, start);
    const taken = new Set([sense(known.get(start)), start]);
    const found = [];
    for (const [form, entry] of [...known].sort(byCount)) {
      if (found.length === most) break;
      if (!isOffered(form) || taken.has(sense(entry))) continue;
      taken.add(sense(entry));
      found.push(form);
    }
    return found;
  }

  async function counted(index, start) {
    const segments = [...index.segments].sort((one, other) => other.docs - one.docs).slice(0, SEGMENTS);
    const known = new Map();
    for (const entries of await Promise.all(segments.map((segment) => lexicon.startingWith(segment, start)))) {
      for (const [form, { met, terms }] of entries) {
        known.set(form, { met: met + (known.get(form)?.met ?? 0), terms });
      }
    }
    return known;
  }

  /** Forms of the same terms find the same: one of them will do. */
  function sense(entry) {
    return entry?.terms.join();
  }

  /** Stop words narrow nothing, and codes are known by their beginning. */
  function isOffered(form) {
    return !tokens.isStop(form) && /^[\p{L}\p{M}]+$/u.test(form);
  }

  function byCount([form, { met }], [otherForm, { met: other }]) {
    return other - met || (form < otherForm ? -1 : 1);
  }

  return { find };
})();
