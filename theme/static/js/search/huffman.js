/**
 * Small numbers in nearly as few bits as their frequencies allow, as `plugins/search/huffman.py`
 * writes them: the lengths of the codes, how many numbers there are, and their codes.
 */
cuttings.huffman = (() => {
  "use strict";

  const { Numbers } = cuttings.varint;
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const VALUES = new Uint8Array(128);
  Array.from(DIGITS, (digit, value) => { VALUES[digit.charCodeAt(0)] = value; });
  /** Larger numbers share a code, and behind it stands by how much they are larger. */
  const ESCAPE = 63;

  /** Reads bits, of which six are a character. */
  class Bits {
    /** @param {string} text @param {number} at where the first character stands */
    constructor(text, at = 0) {
      this.text = text;
      this.at = at;
      this.held = 0;
      this.left = 0;
    }

    bit() {
      if (this.left === 0) {
        this.held = VALUES[this.text.charCodeAt(this.at++)];
        this.left = 6;
      }
      this.left -= 1;
      return (this.held >> this.left) & 1;
    }

    /** The number that so many bits are. */
    number(many) {
      let found = 0;
      for (let left = many; left > 0; left -= 1) found = found * 2 + this.bit();
      return found;
    }

    /** How many bits are `value` before one is not. */
    run(value) {
      let many = 0;
      while (this.bit() === value) many += 1;
      return many;
    }
  }

  /** @param {InstanceType<typeof Numbers>} numbers at the first length @returns {Uint32Array} */
  function read(numbers, size = numbers.next()) {
    const { counts, ordered } = table(Array.from({ length: size }, () => numbers.next()));
    const found = new Uint32Array(numbers.next());
    const bits = new Bits(numbers.text, numbers.at);
    for (let place = 0; place < found.length; place += 1) {
      const number = one(bits, counts, ordered);
      found[place] = number < ESCAPE ? number : number + gamma(bits) - 1;
    }
    return found;
  }

  /** How many codes there are of each length, and their numbers in the order of the codes. */
  function table(lengths) {
    const counts = new Uint32Array(Math.max(0, ...lengths) + 1);
    for (const length of lengths) if (length) counts[length] += 1;
    const used = [...lengths.keys()].filter((number) => lengths[number]);
    return { counts, ordered: used.sort((one, other) => lengths[one] - lengths[other] || one - other) };
  }

  /** Codes of a length follow each other, behind those that are shorter. */
  function one(bits, counts, ordered) {
    let code = 0;
    let first = 0;
    let before = 0;
    for (let length = 1; length < counts.length; length += 1) {
      code = code * 2 + bits.bit();
      const many = counts[length];
      if (code - first < many) return ordered[before + code - first];
      before += many;
      first = (first + many) * 2;
    }
    throw new Error("no code");
  }

  /** Elias' code of a number of 1 and more. */
  function gamma(bits) {
    const more = bits.run(0);
    return 2 ** more + bits.number(more);
  }

  return { Bits, read };
})();
