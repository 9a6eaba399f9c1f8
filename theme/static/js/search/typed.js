/** What stands in the field while somebody types: its words, and the one in hand. */
cuttings.typed = (() => {
  "use strict";

  const { tokens } = cuttings;
  const IN_HAND = /[\p{L}\p{M}\p{N}\u200c\u200d]+$/u;
  const LATIN = /[\p{Script=Latin}\p{N}]/u;

  /**
   * @typedef {{words: string[], start: number, last: string}} Typed words as looked up; `last` is
   * the one in hand, from `start` on, empty where a space or a sign ends it
   * @param {string} text @returns {Typed}
   */
  function read(text) {
    const found = IN_HAND.exec(text);
    return {
      words: tokens.keysIn(text),
      start: found?.index ?? text.length,
      last: found ? tokens.fold(found[0]) : "",
    };
  }

  /** Whether a word has letters enough to guess from; in other scripts one tells much already. */
  function isEnough(word, least) {
    return [...word].length >= (LATIN.test(word) ? least : 1);
  }

  /** Whether a name, as words with spaces, begins with what is typed. @param {Typed} typed */
  function begins(name, { words, last }) {
    const start = words.join(" ");
    return name === start || name.startsWith(last ? start : `${start} `);
  }

  return { read, isEnough, begins };
})();
