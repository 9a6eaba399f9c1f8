/**
 * Words in quotes: they have to stand side by side. The index keeps no places of words, so
 * articles that hold all of them are read; other inflections of a word will do.
 */
cuttings.phrases = (() => {
  "use strict";

  const { tokens, lexicon } = cuttings;
  const QUOTED = /["“”„]([^"“”„]+)["“”]/gu;

  /** @param {string} text @returns {string[][]} the keys of each phrase of two words or more */
  function find(text) {
    const phrases = [...text.matchAll(QUOTED)].map(([, inside]) => keysOf(inside));
    return phrases.filter(({ length }) => length > 1);
  }

  function keysOf(text) {
    return tokens.words(text).flatMap(tokens.keys);
  }

  /** Take documents out of `part.matches` that do not hold the phrases of the query. */
  async function keep(index, part, query) {
    const wanted = query.phrases.flat().reduce((bits, key) => bits | (query.bits.get(key) ?? 0), 0);
    const patterns = await Promise.all(query.phrases.map((phrase) =>
      Promise.all(phrase.map((key) => formsOf(index, key)))));
    const candidates = [];
    part.matches.forEach((match, document) => {
      if (match && (part.words[document] & wanted) === wanted) candidates.push(document);
      else part.matches[document] = 0;
    });
    await Promise.all(candidates.map(async (document) => {
      const texts = await textsOf(part.segment, document);
      const holds = patterns.every((pattern) => texts.some((keys) => stands(keys, pattern)));
      if (!holds) part.matches[document] = 0;
    }));
  }

  async function formsOf(index, key) {
    const terms = await lexicon.termsOf(index.segments, key);
    return new Set([key, ...terms.flatMap((term) => [...lexicon.formsOf(term)])]);
  }

  /** All texts of an article, each as its keys. */
  async function textsOf(segment, document) {
    const { record } = cuttings.chunks;
    const [card, text] = await Promise.all([
      record(segment, "cards", document), record(segment, "texts", document)]);
    const [, title, , , , , , summary, names] = card;
    return [title, summary, ...text.split("\n"), ...names.map(([, heading]) => heading)].map(keysOf);
  }

  function stands(keys, pattern) {
    for (let at = 0; at + pattern.length <= keys.length; at += 1) {
      if (pattern.every((forms, place) => forms.has(keys[at + place]))) return true;
    }
    return false;
  }

  return { find, keep };
})();
