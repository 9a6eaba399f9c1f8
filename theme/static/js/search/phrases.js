/**
 * Words in quotes: they have to stand side by side. The index keeps no places of words, so
 * articles that hold all of them are read; other inflections of a word will do, unless the exact
 * spelling is asked for.
 */
cuttings.phrases = (() => {
  "use strict";

  const { tokens, lexicon, score } = cuttings;
  /** Articles that are read for one search, a file each. */
  const MOST = 120;

  /**
   * Take documents out of the `matches` of parts that do not hold the phrases of the query.
   * @param {{exact: boolean, sort: string}} state
   * @returns {Promise<number>} how many were not read, because there are too many
   */
  async function keep(index, parts, query, state) {
    const phrases = await Promise.all(query.phrases.map((phrase) => prepare(index, phrase, state.exact)));
    const doubtful = [];
    for (const part of parts) {
      const held = await Promise.all(phrases.map((phrase) => holders(part.segment, phrase)));
      part.matches.forEach((match, document) => {
        if (!match) return;
        const places = [...phrases.keys()].filter((place) =>
          !isSettled(phrases[place], part.words[document], held[place].has(document)));
        if (places.some((place) => !held[place].has(document))) part.matches[document] = 0;
        else if (places.length) doubtful.push({ part, document, phrases: places.map((place) => phrases[place]) });
      });
    }
    const [read, left] = cut(doubtful, state.sort);
    for (const { part, document } of left) part.matches[document] = 0;
    await Promise.all(read.map(async ({ part, document, phrases: open }) => {
      const texts = await textsOf(part.segment, document);
      const fits = open.every(({ pattern, minus }) => texts.some((keys) => stands(keys, pattern)) !== minus);
      if (!fits) part.matches[document] = 0;
    }));
    return left.length;
  }

  async function prepare(index, phrase, exact) {
    const terms = await Promise.all(phrase.keys.map((key) =>
      exact ? [lexicon.exactly(key)] : lexicon.termsOf(index.segments, key)));
    const pattern = phrase.keys.map((key, place) =>
      new Set([key, ...terms[place].flatMap((term) => [...lexicon.formsOf(term)])]));
    return { ...phrase, terms, pattern };
  }

  /** The documents that have all words of a phrase. Stop words are looked at in the text. */
  async function holders(segment, { keys, terms }) {
    const telling = terms.filter((_, place) => !tokens.isStop(keys[place]));
    const lists = await Promise.all((telling.length ? telling : terms).map((own) =>
      score.merged(segment, { terms: own })));
    lists.sort((one, other) => one.docs.length - other.docs.length);
    const [first, ...others] = lists.map(({ docs }) => new Set(docs));
    return new Set([...first].filter((document) => others.every((docs) => docs.has(document))));
  }

  /** Whether the words that a document holds decide already. */
  function isSettled({ others, minus }, words, holds) {
    return minus ? !holds : others.some((set) => (words & set) === set);
  }

  /** Those to read, the most promising first, and those beyond. */
  function cut(doubtful, sort) {
    if (doubtful.length <= MOST) return [doubtful, []];
    const worth = ({ part, document }) => [
      part.refused[document] ? 1 : 0, sort === "best" ? -part.scores[document] : sort === "oldest" ? document : -document];
    const ordered = doubtful.map((each) => ({ each, worth: worth(each) })).sort((one, other) =>
      one.worth[0] - other.worth[0] || one.worth[1] - other.worth[1]).map(({ each }) => each);
    return [ordered.slice(0, MOST), ordered.slice(MOST)];
  }

  /** All texts of an article, each as its keys. */
  async function textsOf(segment, document) {
    const [, title, , , , , , summary, names, , , text] =
      await cuttings.chunks.record(segment, "cards", document);
    return [title, summary, ...text.split("\n"), ...names.map(([, heading]) => heading)].map(tokens.keysIn);
  }

  function stands(keys, pattern) {
    for (let at = 0; at + pattern.length <= keys.length; at += 1) {
      if (pattern.every((forms, place) => forms.has(keys[at + place]))) return true;
    }
    return false;
  }

  return { keep };
})();
