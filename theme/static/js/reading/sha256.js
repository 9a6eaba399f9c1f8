/**
 * SHA-256 (FIPS 180-4): the browser's own, or the one below where a page was not loaded in a way
 * that the browser calls secure, and so is not given one.
 */
(() => {
  "use strict";

  const words = (hex) => hex.match(/.{8}/g).map((word) => parseInt(word, 16) | 0);
  // The first bits behind the point of the cube roots of the first 64 primes, and of the square
  // roots of the first eight.
  const ROUNDS = words(
    "428a2f9871374491b5c0fbcfe9b5dba53956c25b59f111f1923f82a4ab1c5ed5" +
    "d807aa9812835b01243185be550c7dc372be5d7480deb1fe9bdc06a7c19bf174" +
    "e49b69c1efbe47860fc19dc6240ca1cc2de92c6f4a7484aa5cb0a9dc76f988da" +
    "983e5152a831c66db00327c8bf597fc7c6e00bf3d5a7914706ca635114292967" +
    "27b70a852e1b21384d2c6dfc53380d13650a7354766a0abb81c2c92e92722c85" +
    "a2bfe8a1a81a664bc24b8b70c76c51a3d192e819d6990624f40e3585106aa070" +
    "19a4c1161e376c082748774c34b0bcb5391c0cb34ed8aa4a5b9cca4f682e6ff3" +
    "748f82ee78a5636f84c878148cc7020890befffaa4506cebbef9a3f7c67178f2",
  );
  const START = words("6a09e667bb67ae853c6ef372a54ff53a510e527f9b05688c1f83d9ab5be0cd19");

  /** @param {string} text @returns {Promise<string>} 64 hexadecimal digits, of its UTF-8 */
  reading.sha256 = async (text) => {
    const bytes = new TextEncoder().encode(text);
    const { subtle } = globalThis.crypto ?? {};
    return hex(subtle ? await subtle.digest("SHA-256", bytes) : own(bytes));
  };

  function hex(buffer) {
    return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /** @param {Uint8Array} bytes @returns {ArrayBuffer} */
  function own(bytes) {
    const state = [...START];
    const blocks = padded(bytes);
    for (let at = 0; at < blocks.byteLength; at += 64) mix(state, blocks, at);
    const digest = new DataView(new ArrayBuffer(32));
    state.forEach((word, i) => digest.setInt32(4 * i, word));
    return digest.buffer;
  }

  /** A one bit, zeros, and the length in bits, up to a whole number of blocks. */
  function padded(bytes) {
    const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
    blocks.set(bytes);
    blocks[bytes.length] = 0x80;
    const view = new DataView(blocks.buffer);
    view.setUint32(blocks.length - 8, Math.floor(bytes.length / 2 ** 29));
    view.setUint32(blocks.length - 4, bytes.length << 3);
    return view;
  }

  function mix(state, blocks, at) {
    const w = new Int32Array(64);
    for (let i = 0; i < 64; i++) {
      w[i] = i < 16 ? blocks.getInt32(at + 4 * i) : w[i - 16] + low(w[i - 15]) + w[i - 7] + high(w[i - 2]);
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i] + w[i];
      const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i] = (state[i] + word) | 0; });
  }

  const turn = (word, bits) => (word >>> bits) | (word << (32 - bits));
  const low = (word) => turn(word, 7) ^ turn(word, 18) ^ (word >>> 3);
  const high = (word) => turn(word, 17) ^ turn(word, 19) ^ (word >>> 10);
})();
