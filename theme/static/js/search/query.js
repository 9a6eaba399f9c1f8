/**
 * From what was typed to units. A unit is what counts as one word: all terms of a form, all
 * spellings of a name, or a person by any name. Its frequency in a document is the sum over
 * its terms, its document frequency counts documents with any of them.
 */
cuttings.query = (() => {
  "use strict";

  const { tokens, lexicon, names, syntax, fields, groups } = cuttings;
  const WORD_LIMIT = 30;
  const SHORT = 3;

  /**
   * @typedef {{key: string, start: number, end: number, open: boolean}} Item a word as looked up;
   * `open`: its end is not typed
   * @typedef {{terms: string[], entities: string[], covers: number, items: Item[]}} Unit
   * @typedef {{keys: string[], others: number[], minus: boolean}} Phrase
   * `others`: sets of words, one of which does as well
   * @typedef {{units: Unit[], excluded: Unit[], required: Unit[], phrases: Phrase[],
   *   unknown: Item[], unplaced: {field: string, value: string}[], bits: Map<string, number>,
   *   groups: number[][], plain: ?number}} Query
   * A set of words has a bit for each; `covers` is one, `bits` gives that of a word. `groups` and
   * `plain` tell what holds all that was asked for.
   * @typedef {{typing?: boolean, exact?: boolean}} Manner
   * `typing`: the last word may be only begun; `exact`: no other form of a word counts
   */

  /** @param {string} text @param {Manner} [manner] @returns {Promise<Query>} */
  async function read(index, text, manner = {}) {
    const clauses = syntax.read(text);
    const wanted = clauses.filter(({ kind, minus }) => kind !== "field" && !minus);
    const taken = await Promise.all(runsOf(wanted).map((run) => takeRun(index, text, run, manner)));
    const said = taken.some(({ items }) => items.some(isSaid));
    const runs = await Promise.all(taken.map((run) => readRun(index, run, { ...manner, said })));
    const found = count(runs);
    const without = clauses.filter(({ kind, minus }) => kind !== "field" && minus);
    const placed = await fields.read(index, clauses.filter(({ kind }) => kind === "field"), manner);
    const excluded = await Promise.all(
      without.filter((clause) => !isPhrase(clause)).map((clause) => excludedUnits(index, text, clause, manner)));
    return {
      ...found, ...placed,
      phrases: [...groups.phrases(runs, found.bits), ...without.filter(isPhrase).map(({ value }) =>
        ({ keys: tokens.keysIn(value), others: [], minus: true }))],
      excluded: [...placed.excluded, ...excluded.flat()],
    };
  }

  /** Words that follow each other are read together: they may be a name. */
  function runsOf(clauses) {
    const runs = [];
    for (const clause of clauses) {
      const joins = clause.kind === "word" && !clause.or && runs.at(-1)?.at(-1).kind === "word";
      if (joins) runs.at(-1).push(clause);
      else runs.push([clause]);
    }
    return runs;
  }

  async function takeRun(index, text, run, manner) {
    const [first] = run;
    const keys = first.kind === "phrase" ? tokens.keysIn(first.value) : [];
    return {
      or: first.or,
      phrase: keys.length > 1 ? keys : null,
      items: await itemsOf(index, text, first.start, run.at(-1).end, manner),
    };
  }

  /** @typedef {{or: boolean, phrase: string[] | null, matches: Unit[][]}} Run */
  async function readRun(index, { or, phrase, items }, manner) {
    return { or, phrase, matches: await matchesOf(index, items, manner) };
  }

  /** A stop word says nothing beside others, and nothing is asked for it. */
  function isSaid({ key, open }) {
    return open || !tokens.isStop(key);
  }

  function isPhrase({ kind, value }) {
    return kind === "phrase" && tokens.keysIn(value).length > 1;
  }

  async function excludedUnits(index, text, { start, end }, manner) {
    const items = await itemsOf(index, text, start, end, { exact: manner.exact });
    const found = (await matchesOf(index, items, { ...manner, said: items.some(isSaid) })).flat();
    const said = found.filter(({ items: own }) => own.some(isSaid));
    return (said.length ? said : found).filter(({ terms }) => terms.length);
  }

  /** The words between two places of a text. A star after a word leaves its end open. */
  async function itemsOf(index, text, start, end, { typing = false }) {
    const items = [];
    const part = " ".repeat(start) + text.slice(start, end);
    for (const word of tokens.words(part)) {
      const open = text[word.end] === "*" || (typing && word.end === text.length);
      const keys = open && !word.parts.length ? [word.whole] : await keysOf(index, word);
      for (const key of keys) items.push({ key, start: word.start, end: word.end, open: open && key === keys.at(-1) });
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

  /** The units of each name or other word, in order. @returns {Promise<Unit[][]>} */
  async function matchesOf(index, items, manner) {
    const { exact = false } = manner;
    if (exact) return Promise.all(items.map(async (item) => [await exactUnit(index, item, manner)]));
    const keys = items.map(({ key }) => key);
    const found = await longest(index, keys);
    const matches = [];
    for (let at = 0; at < items.length; at += found[at]?.length ?? 1) {
      if (found[at] === undefined) found[at] = await names.longest(index, keys, at);
      const own = items.slice(at, at + (found[at]?.length ?? 1));
      matches.push(unitsOf(index, own, found[at], manner));
    }
    return Promise.all(matches);
  }

  /**
   * The longest name at each word, all at once: one file after the other would take as many ways to
   * the server and back. Only behind a given name it is worth waiting, because the surname is hardly
   * asked for by itself.
   */
  async function longest(index, keys) {
    const asked = keys.map(async (_, at) => {
      if (at === 0 || !await names.beginsMany(index, keys[at - 1])) return names.longest(index, keys, at);
      const before = await asked[at - 1];
      return before?.length > 1 ? undefined : names.longest(index, keys, at);
    });
    return Promise.all(asked);
  }

  /** The units of a name, or of a word that may name something. */
  async function unitsOf(index, items, name, manner) {
    if (items.length === 1) return [await wordUnit(index, items[0], name, manner)];
    const named = unit([...name.entities, ...name.terms], name.entities, items);
    if (name.whole) return [named];
    return [named, ...await Promise.all(items.map((item) => wordUnit(index, item, null, manner)))];
  }

  /** A word in no other form than the one typed. */
  async function exactUnit(index, item, { said }) {
    if (said && !isSaid(item)) return unit([], [], [item]);
    const term = lexicon.exactly(item.key);
    const records = await Promise.all(index.segments.map((segment) => lexicon.find(segment, term)));
    return unit(records.some(Boolean) ? [term] : [], [], [item]);
  }

  async function wordUnit(index, item, name, { said }) {
    if (said && !isSaid(item)) return unit([], [], [item]);
    const begun = item.open ? await names.beginning(index, item.key) : [];
    const named = begun.flatMap(([, entities, terms]) => [...entities, ...terms]);
    const all = [...(name ? [...name.entities, ...name.terms] : named), ...await termsOf(index, item)];
    return unit(all, name?.entities ?? [], [item]);
  }

  /** Who types "us" alone may mean the U.S.: a stop word that is nowhere can be an abbreviation. */
  async function termsOf(index, { key, open }) {
    const begun = open ? await lexicon.beginning(index.segments, key) : [];
    const terms = begun.length ? begun : await lexicon.termsOf(index.segments, key);
    if (terms.length || !tokens.isStop(key)) return terms;
    return lexicon.termsOf(index.segments, `${key}.`);
  }

  function unit(terms, entities, items) {
    return { terms: [...new Set(terms)].sort(), entities, items, covers: 0 };
  }

  /** Leave out stop words and doubles, give each word its bit, and set the unknown apart. */
  function count(runs) {
    const matches = runs.flatMap((run) => run.matches);
    const units = matches.flat();
    const said = units.filter(({ items }) => items.some(isSaid));
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
    return { units: found, unknown, bits, ...groups.of(runs, new Set(counted), bits) };
  }

  return { read };
})();
