/** Finding the right file: by a routing table of sorted first keys or numbers, or by counting. */
cuttings.chunks = (() => {
  "use strict";

  /** The place of the last entry that is not after `key`; 0 when all are. */
  function route(firsts, key) {
    let low = 0;
    let high = firsts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= key) low = middle;
      else high = middle;
    }
    return low;
  }

  /** A file of a segment, or of the names. @param {{id: string, version: string}} segment */
  function load(segment, name) {
    return cuttings.load(`${segment.id}/${name}`, segment.version);
  }

  /**
   * The rows of the file that can have `key`. @param {(name: string) => Promise<object[]>} load
   * @param {string} table the first part of the names of its files @param {string[]} firsts
   */
  async function routed(load, table, firsts, key) {
    return firsts.length ? load(`${table}-${name(firsts[route(firsts, key)])}`) : [];
  }

  /** Record `number` of a numbered table. @param {{meta: object, perFile: object}} segment */
  async function record(segment, table, number) {
    const [place, first] = table in segment.perFile
      ? byCount(segment.perFile[table], number)
      : byTable(segment.meta[table], number);
    return (await load(segment, `${table}-${place}`))[number - first];
  }

  /** What leads to files: a capital letter tells how much each shares with the one before. */
  function leads(table) {
    let lead = "";
    return Array.from(table.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared, rest]) => {
      lead = lead.slice(0, shared.charCodeAt(0) - 65) + rest;
      return lead;
    });
  }

  function byCount(many, number) {
    const place = Math.floor(number / many);
    return [place, place * many];
  }

  function byTable(firsts, number) {
    const place = route(firsts, number);
    return [place, firsts[place]];
  }

  /** What the file of a key is called: FNV-1a, and FNV-1 with another start. @param {string} key */
  function name(key) {
    let one = 0x811c9dc5;
    let two = 0x9747b28c;
    for (let at = 0; at < key.length; at += 1) {
      const unit = key.charCodeAt(at);
      one = Math.imul(one ^ unit, 0x01000193);
      two = Math.imul(two, 0x01000193) ^ unit;
    }
    return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
  }

  return { route, load, routed, record, leads, name };
})();
