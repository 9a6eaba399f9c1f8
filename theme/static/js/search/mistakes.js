/** How one word becomes another by mistake, and how likely that is. */
cuttings.mistakes = (() => {
  "use strict";

  const VOWELS = "aeiouy";
  /** Letters that stand for like sounds. */
  const ALIKE = ["ckq", "sz", "vw", "fv", "iyj", "gj", "bp", "dt", "mn", "xks"];
  const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
  /**
   * The less, the likelier; twice as likely is one less. A word has few letters to leave out or to
   * swap, but any letter of the alphabet can come in.
   */
  const COST = { doubled: 0, missing: 1, swapped: 1, vowel: 2, alike: 2, key: 3, added: 4, other: 5 };
  const FIRST = 1;

  /** Letters put in, left out, changed or swapped; more than `limit` is not told apart. */
  function distance(one, other, limit) {
    if (Math.abs(one.length - other.length) > limit) return limit + 1;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let at = 1; at <= one.length; at += 1) {
      const next = [at];
      let least = at;
      for (let to = 1; to <= other.length; to += 1) {
        const changed = one[at - 1] === other[to - 1] ? 0 : 1;
        next[to] = Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + changed);
        const swapped = one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
        if (at > 1 && to > 1 && swapped) next[to] = Math.min(next[to], before[to - 2] + 1);
        least = Math.min(least, next[to]);
      }
      if (least > limit) return limit + 1;
      [before, row] = [row, next];
    }
    return row[other.length];
  }

  /** What one mistake costs: from the word meant to the word typed. */
  function cost(meant, typed) {
    let at = 0;
    while (at < meant.length && meant[at] === typed[at]) at += 1;
    return COST[kind(meant, typed, at)] + (at === 0 ? FIRST : 0);
  }

  function kind(meant, typed, at) {
    if (meant.length > typed.length) return isDoubled(meant, at) ? "doubled" : "missing";
    if (meant.length < typed.length) return isDoubled(typed, at) ? "doubled" : beside(typed, at);
    const [right, wrong] = [meant[at], typed[at]];
    if (right === typed[at + 1] && wrong === meant[at + 1]) return "swapped";
    if (VOWELS.includes(right) && VOWELS.includes(wrong)) return "vowel";
    if (ALIKE.some((letters) => letters.includes(right) && letters.includes(wrong))) return "alike";
    return isBeside(right, wrong) ? "key" : "other";
  }

  /** A letter that came in: with its neighbour on the keyboard, or from anywhere. */
  function beside(typed, at) {
    return [typed[at - 1], typed[at + 1]].some((each) => each && isBeside(each, typed[at])) ? "key" : "added";
  }

  function isDoubled(word, at) {
    return word[at] === word[at - 1] || word[at] === word[at + 1];
  }

  /** Whether two keys touch each other on most keyboards. */
  function isBeside(one, other) {
    const [here, there] = [placeOf(one), placeOf(other)];
    if (!here || !there) return false;
    const [down, right] = [there.row - here.row, there.column - here.column];
    return Math.abs(down) <= 1 && (right === 0 || right === (down < 0 ? 1 : -1) || (down === 0 && Math.abs(right) === 1));
  }

  function placeOf(letter) {
    const row = ROWS.findIndex((letters) => letters.includes(letter));
    return row < 0 ? null : { row, column: ROWS[row].indexOf(letter) };
  }

  return { distance, cost };
})();
