/**
 * Forms near a word, from both ends: one mistake leaves the beginning or the end of a word as it
 * is. The layout is told in `plugins/search/forms.py`.
 */
cuttings.forms = (() => {
  "use strict";

  const { route, name } = cuttings.chunks;
  const RECORD = /([A-Z])([^0-9]*)([0-9])/g;
  /** Files read of one source at most; short words begin and end as too many others do. */
  const MOST = 8;
  const FREQUENT = 64;

  /**
   * All forms that are one mistake away from a word, and others, each with about how many
   * documents hold it. @param {(name: string) => Promise<unknown>} load a file of a segment, or
   * of the names @returns {Promise<Map<string, number>>}
   */
  async function near(load, word) {
    const routes = await load("forms");
    const { starts, ends } = cheapest(routes, word);
    const files = await Promise.all([
      ...starts.map((place) => read(load, "starts", routes.starts[place], (form) => form)),
      ...ends.map((place) => read(load, "ends", routes.ends[place], turned)),
    ]);
    return new Map(files.flat());
  }

  /** The files that hold what begins like the word up to some letter, or ends like it from there. */
  function cheapest(routes, word) {
    let best = { starts: [...routes.starts.keys()], ends: [] };
    for (let at = 1; at < word.length; at += 1) {
      const found = split(routes, word, at);
      if (found.starts.length + found.ends.length < best.starts.length + best.ends.length) best = found;
    }
    const many = best.starts.length + best.ends.length;
    return many > MOST ? { starts: beginning(routes.starts, word), ends: [] } : best;
  }

  /** A swap of the letters before and behind the place shows at neither end: it is looked up. */
  function split(routes, word, at) {
    const swapped = word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1);
    const starts = [...range(routes.starts, word.slice(0, at)), ...range(routes.starts, swapped)];
    return { starts: [...new Set(starts)], ends: range(routes.ends, turned(word.slice(at))) };
  }

  /** As much of what begins alike as may be read. */
  function beginning(firsts, word) {
    for (let length = 1; length < word.length; length += 1) {
      const places = range(firsts, word.slice(0, length));
      if (places.length <= MOST) return places;
    }
    return range(firsts, word).slice(0, MOST);
  }

  /** The files of everything that begins so. */
  function range(firsts, start) {
    if (!firsts.length) return [];
    const low = route(firsts, start);
    const high = route(firsts, `${start}\uffff`);
    return Array.from({ length: high - low + 1 }, (_, place) => low + place);
  }

  async function read(load, table, first, turn) {
    return listed(await load(`${table}-${name(first)}`), turn);
  }

  /** All that `FREQUENT` documents of a segment or more hold. @returns {Promise<Map<string, number>>} */
  async function frequent(segment) {
    if (segment.docs < FREQUENT) return new Map();
    return new Map(listed(await cuttings.chunks.load(segment, "frequent"), (form) => form));
  }

  function listed(text, turn) {
    let form = "";
    return Array.from(text.matchAll(RECORD), ([, shared, rest, digit]) => {
      form = form.slice(0, shared.charCodeAt(0) - 65) + rest;
      return [turn(form), 2 ** digit];
    });
  }

  function turned(text) {
    return [...text].reverse().join("");
  }

  return { near, frequent };
})();
