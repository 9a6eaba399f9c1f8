/**
 * From what was typed to units. A unit is what counts as one word: all terms of a form, all
 * spellings of a name, or a person by any name. Its frequency in a document is the sum over
 * its terms, its document frequency counts documents with any of them.
 */
cuttings.query = (() => {
  "use strict";

  const { tokens, lexicon, names } = cuttings;
  const WORD_LIMIT = 30;
  const SHORT = 3;

  /**
   * @typedef {{key: string, start: number, end: number}} Item a word as looked up
   * @typedef {{terms: string[], entities: string[], covers: number, items: Item[]}} Unit
   * @typedef {{units: Unit[], excluded: Unit[], unknown: Item[], phrases: string[][],
   *   bits: Map<string, number>, all: number}} Query
   * `covers` and `all` are sets of words, a bit each; `bits` gives that of a word.
   */

  /** Words after a minus are taken out, everything else is looked for. */
  function split(text) {
    const minus = /(^|\s)-(?=[\p{L}\p{N}])\S+/gu;
    const excluded = [...text.matchAll(minus)].map(([found]) => found.trim().slice(1));
    return { wanted: text.replace(minus, (found) => " ".repeat(found.length)), excluded };
  }

  /** @param {string} text @returns {Promise<Query>} */
  async function read(index, text) {
    const { wanted, excluded } = split(text);
    const items = await itemsOf(index, wanted);
    const found = await unitsOf(index, items);
    const without = await Promise.all(excluded.map((each) => excludedUnit(index, each)));
    return { ...found, phrases: cuttings.phrases.find(wanted), excluded: without.flat() };
  }

  async function excludedUnit(index, text) {
    return (await unitsOf(index, await itemsOf(index, text))).units;
  }

  /** The words to look up; stop words count only where there is nothing else. */
  async function itemsOf(index, text) {
    const items = [];
    for (const word of tokens.words(text)) {
      for (const key of await keysOf(index, word)) items.push({ key, start: word.start, end: word.end });
    }
    return items;
  }

  /** A code whole if known, else its parts; co-operation whole, foreign-policy in parts. */
  async function keysOf(index, word) {
    if (!word.parts.length) return [word.whole];
    const prefixed = word.whole && word.parts[0].length <= SHORT;
    if (!word.code && !prefixed) return word.parts;
    const known = (await lexicon.termsOf(index.segments, word.whole)).length;
    const named = await names.row(index, "names", word.whole);
    return known || named ? [word.whole] : word.parts;
  }

  async function unitsOf(index, items) {
    const keys = items.map(({ key }) => key);
    const units = [];
    for (let at = 0; at < items.length; ) {
      const name = await names.longest(index, keys, at);
      const length = name?.length ?? 1;
      const own = items.slice(at, at + length);
      if (name && length > 1) units.push(unit([...name.entities, ...name.terms], name.entities, own));
      if (!name?.whole || length === 1) {
        for (const item of own) units.push(await wordUnit(index, item, length === 1 ? name : null));
      }
      at += length;
    }
    return count(units);
  }

  async function wordUnit(index, item, name) {
    const terms = await termsOf(index, item.key);
    const all = name ? [...name.entities, ...name.terms, ...terms] : terms;
    return unit(all, name?.entities ?? [], [item]);
  }

  /** Who types "us" alone may mean the U.S.: a stop word that is nowhere can be an abbreviation. */
  async function termsOf(index, key) {
    const terms = await lexicon.termsOf(index.segments, key);
    if (terms.length || !tokens.isStop(key)) return terms;
    return lexicon.termsOf(index.segments, `${key}.`);
  }

  function unit(terms, entities, items) {
    return { terms: [...new Set(terms)].sort(), entities, items, covers: 0 };
  }

  /** Leave out stop words and doubles, give each word its bit, and set the unknown apart. */
  function count(units) {
    const said = units.filter(({ items }) => !items.every(({ key }) => tokens.isStop(key)));
    const counted = (said.length ? said : units).slice(0, WORD_LIMIT);
    const bits = new Map();
    const distinct = new Map();
    for (const each of counted.filter(({ terms }) => terms.length)) {
      const same = distinct.get(each.terms.join()) ?? each;
      distinct.set(each.terms.join(), same);
      for (const { key } of each.items) {
        if (tokens.isStop(key) && said.length) continue;
        if (!bits.has(key)) bits.set(key, 1 << bits.size % 31);
        same.covers |= bits.get(key);
      }
    }
    const found = [...distinct.values()];
    const held = new Set(found.flatMap(({ items }) => items));
    const missing = counted.filter(({ terms }) => !terms.length).flatMap(({ items }) => items);
    const unknown = missing.filter((item) => !held.has(item));
    const all = found.reduce((bitset, each) => bitset | each.covers, 0);
    return { units: found, unknown, bits, all };
  }

  return { read };
})();
