/**
 * What a document must have to hold all that was asked for: for each group the words of one set.
 * A set of words has a bit for each. A group is a word, a name or a phrase, or several of these with
 * OR between them.
 */
cuttings.groups = (() => {
  "use strict";

  const { tokens } = cuttings;

  /**
   * @param {object[]} runs as `query` reads them @param {Set<object>} counted their units that count
   * @param {Map<string, number>} bits that of each word
   * @returns {{groups: number[][], plain: ?number}} `plain`: all sets in one, where no group has a
   * choice
   */
  function of(runs, counted, bits) {
    const groups = [];
    for (const run of runs) {
      const own = run.matches.filter((units) => units.some((each) => counted.has(each)));
      const sets = own.map((units) => setOf(units, counted, bits));
      const needed = run.phrase ? [sets.flat()] : sets;
      needed.forEach((set, place) => {
        if (run.or && place === 0 && groups.length) groups.at(-1).push(...joined(set));
        else groups.push(joined(set));
      });
    }
    const isPlain = groups.every((sets) => sets.length === 1);
    return { groups, plain: isPlain ? groups.flat().reduce((all, set) => all | set, 0) : null };
  }

  /** The bits of the words of some units; null for one that is nowhere. */
  function setOf(units, counted, bits) {
    const items = new Set(units.filter((each) => counted.has(each)).flatMap((each) => each.items));
    return [...items].filter(({ key }) => bits.has(key) || !tokens.isStop(key)).map(({ key }) => bits.get(key) ?? null);
  }

  /** The one set of these bits; none if a word is nowhere. */
  function joined(set) {
    return set.includes(null) ? [] : [set.reduce((all, bit) => all | bit, 0)];
  }

  /** Phrases, each with what else will do because an OR stands between. */
  function phrases(runs, bits) {
    const sets = runs.map(({ matches }) => matches.map((units) => setOf(units, new Set(units), bits)));
    return runs.flatMap(({ phrase, or }, place) => {
      if (!phrase) return [];
      const before = or ? sets[place - 1].at(-1) : [];
      const after = runs[place + 1]?.or ? sets[place + 1][0] : [];
      // Of stop words alone nothing is left: they are no choice.
      const others = [before, after].filter((set) => set?.length).flatMap(joined);
      return [{ keys: phrase, others, minus: false }];
    });
  }

  /** @param {{groups: number[][], plain: ?number}} query @param {number} words of a document */
  function areHeld({ groups, plain }, words) {
    if (plain !== null) return (words & plain) === plain;
    return groups.every((sets) => sets.some((set) => (words & set) === set));
  }

  return { of, phrases, areHeld };
})();
