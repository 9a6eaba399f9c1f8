/**
 * From running text to words to look up, exactly as `plugins/search/tokens.py` and
 * `folding.py` do it for the index; a test compares the two.
 */
cuttings.tokens = (() => {
  "use strict";

  const MARKS =
    "\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7" +
    "\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u0900-\\u0963\\u0966-\\u096f\\u0971-\\u0df3" +
    "\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e\\u0eb1\\u0eb4-\\u0ebc\\u0ec8-\\u0ecd\\u0f71-\\u0f84" +
    "\\u102b-\\u103e\\u17b4-\\u17d3\\u200c\\u200d";
  const LETTER = `[\\p{L}\\p{N}${MARKS}]`;
  const ALIKE = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
    "ı": "i", "ς": "σ", "ё": "е", "‘": "'", "’": "'", "ʼ": "'", "‐": "-", "‑": "-",
    "\u200c": "", "\u200d": "", "\u00ad": "",
  };
  for (let digit = 0; digit < 10; digit += 1) {
    ALIKE[String.fromCharCode(0x966 + digit)] = String(digit);
    ALIKE[String.fromCharCode(0x660 + digit)] = String(digit);
  }

  const REPLACED = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "gu");
  const ACCENTS = /(?<=[a-zα-ω])[\u0300-\u036f]+/gu;
  const OTHERS = new RegExp(`(?!${LETTER})[^-'.,+]`, "gu");
  const CLUSTER = new RegExp(`${LETTER}+(?:[-‐‑'’ʼ.,+]${LETTER}+)*`, "gu");
  const ABBREVIATION = /^[\p{L}](?:\.[\p{L}])+$/u;
  const NUMBER = /^(?:\p{Nd}{1,3}(?:,\p{Nd}{2,3})+(?:\.\p{Nd}+)?|\p{Nd}+\.\p{Nd}+|\p{Nd}+(?:\+\p{Nd}+)+)$/u;
  const ACRONYM = /^[A-Z]{2,}$/;
  const MODEL = /^(\p{L}+\p{Nd}+)\p{L}+$/u;
  const DIGIT = /\p{Nd}/u;
  const DIGITS = /^\p{Nd}+$/u;

  /** Set from the manifest, so that Python's list is the only one. */
  let stop = new Set();

  /** Lower case, no diacritics, plain hyphens and apostrophes, no other signs. */
  function fold(text) {
    const plain = text.normalize("NFKC").toLowerCase().replace(REPLACED, (sign) => ALIKE[sign]);
    return plain.normalize("NFD").replace(ACCENTS, "").normalize("NFC").replace(OTHERS, "");
  }

  /**
   * @typedef {{start: number, end: number, whole: string, parts: string[], code: boolean,
   *   forms: string[]}} Word `forms`: everything that it is found by
   * @param {string} text @returns {Word[]} all words, in order
   */
  function words(text) {
    const shouting = text.toUpperCase() === text && text.trim().includes(" ");
    const found = [];
    for (const match of text.matchAll(CLUSTER)) {
      const [raw] = match;
      const start = match.index;
      const end = start + raw.length;
      // Spreading the word would take as long as all the rest.
      for (const { whole, parts, code, forms } of readCluster(raw, shouting)) {
        found.push({ start, end, whole, parts, code, forms });
      }
    }
    return found;
  }

  /** Few clusters make up most of a text. @type {Map<string, object[]>} */
  const calm = new Map();
  const CLUSTERS = 20_000;

  function readCluster(raw, shouting) {
    if (shouting) return takeApart(raw, true).map(withForms);
    const known = calm.get(raw);
    if (known) return known;
    if (calm.size >= CLUSTERS) calm.clear();
    const found = takeApart(raw, false).map(withForms);
    calm.set(raw, found);
    return found;
  }

  function withForms(word) {
    const model = word.code ? MODEL.exec(word.whole) : null;
    const forms = [...new Set([word.whole, ...word.parts, model ? model[1] : ""])].filter(Boolean);
    return { ...word, forms };
  }

  function takeApart(raw, shouting) {
    const small = raw.toLowerCase();
    if (ACRONYM.test(raw) && stop.has(small) && !shouting) return [single(`${small}.`, false)];
    const pieces = fold(raw).split("-").map(readPiece);
    if (pieces.length > 1 && pieces.every((piece) => piece.length === 1)) {
      return [compound(pieces.flat())];
    }
    return pieces.flat().map((form) => single(form, DIGIT.test(form)));
  }

  function single(whole, code) {
    return { whole, parts: [], code };
  }

  function readPiece(piece) {
    if (ABBREVIATION.test(piece)) {
      const letters = piece.replaceAll(".", "");
      return [stop.has(letters) ? `${letters}.` : letters];
    }
    if (NUMBER.test(piece)) return [piece.replaceAll(",", "")];
    const apart = piece.split(/[.,+]/).map((part) => part.replace(/'s$/, "").replaceAll("'", ""));
    return apart.filter(Boolean);
  }

  function compound(pieces) {
    const parts = pieces.filter((piece) => [...piece].length > 1 || DIGITS.test(piece));
    if (pieces.every((piece) => DIGITS.test(piece))) return { whole: "", parts, code: false };
    const whole = pieces.join("");
    return { whole, parts, code: DIGIT.test(whole) || parts.length < pieces.length };
  }

  /** What a reader who types this word asks for. @param {Word} word */
  function keys(word) {
    return word.code || !word.parts.length ? [word.whole] : word.parts;
  }

  /** The words of a text as they are looked up. @param {string} text */
  function keysIn(text) {
    return words(text).flatMap(keys);
  }

  return {
    fold, words, keys, keysIn,
    isStop: (form) => stop.has(form),
    setStop: (list) => {
      stop = new Set(list);
      calm.clear();
    },
  };
})();
