/**
 * Names that sound like a word: written another way, or in another alphabet. Letters and rules
 * come with the index, from `plugins/archive/names/sounds.py`.
 */
cuttings.sounds = (() => {
  "use strict";

  const PLAIN = /^[a-z]+$/;

  /** @param {{unwritten: [string, string], letters: Record<string, string>}} tables */
  function latin({ unwritten: [pattern, there], letters }, word) {
    return word.replace(new RegExp(pattern, "gu"), there).replace(new RegExp(Object.keys(letters).join("|"), "gu"), (letter) => letters[letter]);
  }

  function key(tables, word) {
    const start = latin(tables, word);
    if (!PLAIN.test(start)) return "";
    return tables.rules.reduce((text, [pattern, there]) =>
      text.replace(new RegExp(pattern, "gu"), there), start);
  }

  /**
   * Words of names that sound alike, each in Latin letters and as it is written.
   * @returns {Promise<{typed: string, found: {form: string, latin: string}[]}>}
   */
  async function alike(load, word) {
    const tables = await load("forms");
    const own = key(tables, word);
    const rows = own ? await cuttings.chunks.routed(load, "sounds", tables.sounds, own) : [];
    const [, words] = rows.find(([first]) => first === own) ?? [own, []];
    return {
      typed: latin(tables, word),
      found: words.map((form) => ({ form, latin: latin(tables, form) })),
    };
  }

  return { key, alike };
})();
