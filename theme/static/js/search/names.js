/** What things are called: from a name, in any spelling or script, to its thing. */
cuttings.names = (() => {
  "use strict";

  const LONGEST = 6;
  /** Names that a word which is only begun may stand for. */
  const BEGUN = 6;
  /** Initials in one word: SV Lavrov. */
  const INITIALS = 3;
  const { isStop } = cuttings.tokens;
  const { load, route, routed } = cuttings.chunks;
  /** The rows of each file by their first fields. @type {WeakMap<object[], Map<string, object[]>>} */
  const keyed = new WeakMap();
  /** What rows of names told of things, by manifest and entity. @type {WeakMap<object, Map<string, object[]>>} */
  const headings = new WeakMap();
  const WITH_HEADING = 4;
  /** Words that begin names, as numbers, by `meta`. @type {WeakMap<object, Set<number>>} */
  const begins = new WeakMap();
  /** Tables of leads, by `meta`. @type {WeakMap<object, object>} */
  const read = new WeakMap();

  /** A row of a routed table, by its first field. */
  async function row(index, table, key) {
    const rows = await around(index, table, key);
    if (!keyed.has(rows)) keyed.set(rows, new Map(rows.map((each) => [each[0], each])));
    const found = keyed.get(rows).get(key);
    if (table === "names" && found?.length > WITH_HEADING) tell(index, found);
    return found;
  }

  /** A row that tells what its only thing is called: nobody has to ask `who`. */
  function tell({ manifest }, [, [entity], , , heading, forms]) {
    if (!headings.has(manifest)) headings.set(manifest, new Map());
    headings.get(manifest).set(entity, [heading, forms]);
  }

  /** The rows of the one file that can have a key. */
  async function around(index, table, key) {
    return routed((name) => load(index.manifest.names, name), table, await leads(index, table), key);
  }

  /** What leads to the files of a table. @returns {Promise<string[]>} */
  async function leads(index, table) {
    const meta = await load(index.manifest.names, "meta");
    if (!read.has(meta)) read.set(meta, {});
    return read.get(meta)[table] ??= cuttings.chunks.leads(meta[table]);
  }

  /**
   * @typedef {{length: number, entities: string[], terms: string[], whole: boolean}} Match
   * The longest name that begins at a word. @returns {Promise<Match | null>}
   */
  async function longest(index, keys, start) {
    const before = leading(keys.slice(start));
    const word = keys[start + before];
    const isNamed = (!isStop(word) || keys.every(isStop)) && await mayBegin(index, word);
    if (!isNamed && word.length > INITIALS) return null;
    for (let length = Math.min(LONGEST, keys.length - start); length > before; length -= 1) {
      if (length === 1 && isStop(keys[start])) return null;
      const own = keys.slice(start, start + length);
      const found = (isNamed && await row(index, "names", filed(own))) || await abbreviated(index, own);
      if (found) return { length, entities: found[1], terms: found[2], whole: found[3] === 1 };
    }
    return null;
  }

  /** How many stop words come before another word; none if there is no other. */
  function leading(keys) {
    return Math.max(keys.findIndex((key) => !isStop(key)), 0);
  }

  /** A name of several words as the table has it: stop words that it begins with stand at its end. */
  function filed(keys) {
    const before = leading(keys);
    return [...keys.slice(before), ...keys.slice(0, before)].join(" ");
  }

  /** Whether any name begins with a word. */
  async function mayBegin(index, word) {
    if (!await isAsked(index, word)) return false;
    if (word.length <= INITIALS || await beginsMany(index, word)) return true;
    const rows = await around(index, "names", word);
    return rows.some(([key]) => key.startsWith(word) && (key.length === word.length || key[word.length] === " "));
  }

  /** Whether so many names begin with a word that they take several files: a given name. */
  async function beginsMany(index, word) {
    const names = await leads(index, "names");
    return names[route(names, word) + 1]?.startsWith(word) ?? false;
  }

  /** A set that now and then says yes for no reason, so that files are asked for few other words. */
  async function isAsked(index, word) {
    const meta = await load(index.manifest.names, "meta");
    const [size, written] = meta.begin;
    if (!begins.has(meta)) {
      const numbers = new cuttings.varint.Numbers(written);
      const known = new Set();
      for (let number = -1; numbers.more;) known.add(number += numbers.next() + 1);
      begins.set(meta, known);
    }
    return begins.get(meta).has(checksum(word) % size);
  }

  /** CRC-32. @param {string} word */
  function checksum(word) {
    let rest = -1;
    for (const byte of new TextEncoder().encode(word)) {
      rest ^= byte;
      for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (0xedb88320 & -(rest & 1));
    }
    return ~rest >>> 0;
  }

  /** S. V. Lavrov, Lavrov S.V.: the first initial is known, others need not be. */
  async function abbreviated(index, keys) {
    if (keys.length < 2) return undefined;
    const [first, last] = [keys[0], keys.at(-1)];
    const before = last.length > 1 && await areInitials(index, keys.slice(0, -1));
    const found = before ? await row(index, "names", filed([first[0], last])) : undefined;
    const after = !found && first.length > 1 && await areInitials(index, keys.slice(1));
    return after ? row(index, "names", `${first} ${keys[1][0]}`) : found;
  }

  /** Single letters; or two or three in one, if that is no word. */
  async function areInitials(index, keys) {
    if (keys.every((key) => key.length === 1)) return true;
    const [only, ...others] = keys;
    if (others.length || only.length > INITIALS || isStop(only)) return false;
    return !(await cuttings.lexicon.termsOf(index.segments, only)).length;
  }

  /** Single words that name things and begin so, as far as one file has them: their rows. */
  async function beginning(index, start) {
    const rows = await around(index, "names", start);
    return rows.filter(([key]) => key.startsWith(start) && !key.includes(" ")).slice(0, BEGUN);
  }

  /** What is known of a thing: its heading and how else it is written. */
  async function who(index, entity) {
    const found = headings.get(index.manifest)?.get(entity) ?? (await row(index, "who", entity))?.slice(1);
    if (!found) return null;
    const [heading, forms] = found;
    return { heading, forms, address: `${entity.slice(1)}.html` };
  }

  return { longest, beginsMany, beginning, who, row, leads, leading, filed };
})();
