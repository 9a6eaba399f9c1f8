/** Whole numbers as printable ASCII: 78 characters end a number, 13 continue it. */
cuttings.varint = (() => {
  "use strict";

  const LAST = 78;
  const MORE = 13;
  const VALUES = new Uint8Array(128);
  let count = 0;
  for (let code = 0x21; code < 0x7f; code += 1) {
    if (!'"\\<'.includes(String.fromCharCode(code))) VALUES[code] = count++;
  }

  /** Reads numbers from a string, one by one. */
  class Numbers {
    /** @param {string} text @param {number} at where the first number begins */
    constructor(text, at = 0) {
      this.text = text;
      this.at = at;
    }

    get more() {
      return this.at < this.text.length;
    }

    next() {
      let number = 0;
      let weight = 1;
      for (;;) {
        const value = VALUES[this.text.charCodeAt(this.at++)];
        if (value < LAST) return number + value * weight;
        number += (value - LAST) * weight;
        weight *= MORE;
      }
    }
  }

  return { Numbers };
})();
