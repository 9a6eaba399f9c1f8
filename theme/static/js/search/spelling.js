/** "Did you mean": words of the archive, and names, that differ little from what was typed. */
cuttings.spelling = (() => {
  "use strict";

  const { forms, sounds, mistakes } = cuttings;
  const SHOWN = 3;
  const SHORTEST = 3;
  /** Shorter words have too many neighbours at two mistakes. */
  const TWICE = 6;
  /** How much likelier a word is meant than one that half as many documents hold. */
  const WEIGHT = 0.5;
  /** Names are mistyped more than other words. */
  const NAMED = 1;
  /** Each letter that is another, where it isn't asked how. */
  const LETTER = 4;
  /** Of two names that are as like, the one in the alphabet of the word. */
  const FOREIGN = 0.5;
  /** Words that so few documents hold may be mistakes of the documents... */
  const RARE = 2;
  /** ...beside a word that so many times as many hold. */
  const TIMES = 100;

  /**
   * @typedef {{form: string, many: number, distance: number, cost: number, sure: boolean,
   *   foreign: boolean}} Suggestion
   * `sure`: the same name, written another way; `foreign`: in another alphabet
   * @param {string} word a form that is not known @returns {Promise<Suggestion[]>} the best first
   */
  async function suggest(index, word) {
    if (!isAsked(word)) return [];
    const load = (name) => cuttings.chunks.load(index.manifest.names, name);
    const [alike, names, ...segments] = await Promise.all([
      sounds.alike(load, word),
      forms.near(load, word),
      ...index.segments.map((segment) => forms.near((name) => cuttings.chunks.load(segment, name), word)),
    ]);
    const found = new Map();
    for (const each of mistaken(word, added(segments), names)) found.set(each.form, each);
    for (const each of soundingAlike(word, alike)) {
      const { cost = Infinity, many = 0 } = found.get(each.form) ?? {};
      found.set(each.form, { ...each, many, cost: Math.min(each.cost, cost) });
    }
    found.delete(word);
    const ordered = [...found.values()].sort(compare);
    const [best] = ordered;
    const like = ordered.filter(({ distance, foreign }) => distance === best.distance && foreign <= best.foreign);
    return like.slice(0, SHOWN);
  }

  /** Short words and codes have no neighbours. */
  function isAsked(word) {
    return word.length >= SHORTEST && !/\P{L}/u.test(word.replace(/\p{M}/gu, ""));
  }

  function added(segments) {
    const counts = new Map();
    for (const [form, many] of segments.flatMap((each) => [...each])) {
      counts.set(form, (counts.get(form) ?? 0) + many);
    }
    return counts;
  }

  function* mistaken(word, counts, names) {
    const limit = word.length < TWICE ? 1 : 2;
    for (const form of new Set([...counts.keys(), ...names.keys()])) {
      const distance = mistakes.distance(form, word, limit);
      if (distance > limit || distance >= form.length / 2) continue;
      if (distance > 1 && form[0] !== word[0]) continue;
      const many = counts.get(form) ?? 0;
      const error = distance === 1 ? mistakes.cost(form, word) : LETTER * distance;
      const cost = error - WEIGHT * Math.log2(many || 1) - (names.has(form) ? NAMED : 0);
      yield { form, many, distance, cost, sure: false, foreign: false };
    }
  }

  /**
   * Names that sound like the word and are written much like it, in Latin letters; less so if one
   * of them comes from another alphabet, where vowels may be left out.
   */
  function* soundingAlike(word, { typed, found }) {
    for (const { form, latin } of found) {
      const longest = Math.max(typed.length, latin.length);
      const letters = mistakes.distance(typed, latin, longest);
      const foreign = (word === typed) !== (form === latin);
      if (letters > Math.max(1, longest / (foreign ? 2 : 3))) continue;
      const cost = LETTER * letters - NAMED + (letters && foreign ? FOREIGN : 0);
      yield { form, many: 0, distance: 1, cost, sure: true, foreign };
    }
  }

  function compare(one, other) {
    return one.distance - other.distance || one.cost - other.cost || (one.form < other.form ? -1 : 1);
  }

  /**
   * Words that are there, but so rarely that another may be meant.
   * @param {object} query @returns {Promise<{item: object, found: Suggestion[]}[]>}
   */
  async function doubts(index, query) {
    const single = query.units.filter(({ items, entities }) =>
      items.length === 1 && !items[0].open && !entities.length);
    const all = await Promise.all(single.map(async ({ items: [item] }) => {
      const many = await count(index, item.key);
      if (!many || many > RARE || !isAsked(item.key)) return [];
      if (await cuttings.names.row(index, "names", item.key)) return [];
      return [{ item, found: await frequentNear(index, item.key, TIMES * many) }];
    }));
    return all.flat().filter(({ found }) => found.length);
  }

  /** Words at one mistake's distance that so many documents hold. */
  async function frequentNear(index, word, least) {
    const known = added(await Promise.all(index.segments.map(forms.frequent)));
    const found = [...mistaken(word, known, new Map())];
    return found.filter(({ distance, many }) => distance === 1 && many >= least).sort(compare).slice(0, SHOWN);
  }

  async function count(index, form) {
    const entries = await Promise.all(index.segments.map((segment) => cuttings.lexicon.find(segment, form)));
    return entries.reduce((sum, entry) => sum + (entry?.met ?? 0), 0);
  }

  return { suggest, doubts };
})();
