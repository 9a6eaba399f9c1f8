/** What things are called: from a name, in any spelling or script, to its thing. */
cuttings.names = (() => {
  "use strict";

  const LONGEST = 6;
  /** Names that a word which is only begun may stand for. */
  const BEGUN = 6;
  /** Initials in one word: SV Lavrov. */
  const INITIALS = 3;
  const { load, route, routed } = cuttings.chunks;
  /** The rows of each file by their first fields. @type {WeakMap<object[], Map<string, object[]>>} */
  const keyed = new WeakMap();

  /** A row of a routed table, by its first field. */
  async function row(index, table, key) {
    const rows = await around(index, table, key);
    if (!keyed.has(rows)) keyed.set(rows, new Map(rows.map((each) => [each[0], each])));
    return keyed.get(rows).get(key);
  }

  /** The rows of the one file that can have a key. */
  async function around(index, table, key) {
    const own = (name) => load(index.manifest.names, name);
    const meta = await own("meta");
    return routed(own, table, meta[table], key);
  }

  /**
   * @typedef {{length: number, entities: string[], terms: string[], whole: boolean}} Match
   * The longest name that begins at a word. @returns {Promise<Match | null>}
   */
  async function longest(index, keys, start) {
    if (!await mayBegin(index, keys[start])) return null;
    for (let length = Math.min(LONGEST, keys.length - start); length > 0; length -= 1) {
      if (length === 1 && cuttings.tokens.isStop(keys[start])) return null;
      const own = keys.slice(start, start + length);
      const found = await row(index, "names", own.join(" ")) ?? await abbreviated(index, own);
      if (found) return { length, entities: found[1], terms: found[2], whole: found[3] === 1 };
    }
    return null;
  }

  /** Whether any name begins with a word, or with what may be initials. */
  async function mayBegin(index, word) {
    if (word.length <= INITIALS) return true;
    const rows = await around(index, "names", word);
    if (rows.some(([key]) => key.startsWith(word) && (key.length === word.length || key[word.length] === " "))) return true;
    const { names } = await load(index.manifest.names, "meta");
    return names[route(names, word) + 1]?.startsWith(word) ?? false;
  }

  /** S. V. Lavrov, Lavrov S.V.: the first initial is known, others need not be. */
  async function abbreviated(index, keys) {
    if (keys.length < 2) return undefined;
    const [first, last] = [keys[0], keys.at(-1)];
    const before = last.length > 1 && await areInitials(index, keys.slice(0, -1));
    const found = before ? await row(index, "names", `${first[0]} ${last}`) : undefined;
    const after = !found && first.length > 1 && await areInitials(index, keys.slice(1));
    return after ? row(index, "names", `${first} ${keys[1][0]}`) : found;
  }

  /** Single letters; or two or three in one, if that is no word. */
  async function areInitials(index, keys) {
    if (keys.every((key) => key.length === 1)) return true;
    const [only, ...others] = keys;
    if (others.length || only.length > INITIALS || cuttings.tokens.isStop(only)) return false;
    return !(await cuttings.lexicon.termsOf(index.segments, only)).length;
  }

  /** Single words that name things and begin so, as far as one file has them: their rows. */
  async function beginning(index, start) {
    const rows = await around(index, "names", start);
    return rows.filter(([key]) => key.startsWith(start) && !key.includes(" ")).slice(0, BEGUN);
  }

  /** What is known of a thing: its heading and how else it is written. */
  async function who(index, entity) {
    const found = await row(index, "who", entity);
    if (!found) return null;
    const [, heading, forms] = found;
    return { heading, forms, address: `${entity.slice(1)}.html` };
  }

  return { longest, beginning, who, row };
})();
