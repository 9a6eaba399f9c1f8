/** What things are called: from a name, in any spelling or script, to its thing. */
cuttings.names = (() => {
  "use strict";

  const LONGEST = 6;
  const { route } = cuttings.chunks;

  /** A row of a routed table, by its first field. */
  async function row(index, table, key) {
    const folder = index.manifest.names;
    const meta = await cuttings.load(`${folder}/meta`);
    if (!meta[table].length) return undefined;
    const rows = await cuttings.load(`${folder}/${table}-${route(meta[table], key)}`);
    return rows.find(([first]) => first === key);
  }

  /**
   * @typedef {{length: number, entities: string[], terms: string[], whole: boolean}} Match
   * The longest name that begins at a word. @returns {Promise<Match | null>}
   */
  async function longest(index, keys, start) {
    for (let length = Math.min(LONGEST, keys.length - start); length > 0; length -= 1) {
      if (length === 1 && cuttings.tokens.isStop(keys[start])) return null;
      const found = await row(index, "names", keys.slice(start, start + length).join(" "));
      if (found) return { length, entities: found[1], terms: found[2], whole: found[3] === 1 };
    }
    return null;
  }

  /** What is known of a thing: its heading and how else it is written. */
  async function who(index, entity) {
    const found = await row(index, "who", entity);
    if (!found) return null;
    const [, heading, forms] = found;
    return { heading, forms, address: `${entity.slice(1)}.html` };
  }

  return { longest, who, row };
})();
