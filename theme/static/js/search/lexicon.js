/**
 * The words of a segment: every form, the terms it stands for, and the documents of a term.
 * The layout of a record is told in `plugins/search/words.py`.
 */
cuttings.lexicon = (() => {
  "use strict";

  const { Numbers } = cuttings.varint;
  /** @typedef {{met: number, terms: string[], postings: string}} Entry no terms: not a form */
  /** @type {Map<string, Map<string, Entry>>} */
  const parsed = new Map();
  /** All forms of each term, as far as loaded: what a snippet marks. @type {Map<string, Set<string>>} */
  const forms = new Map();
  const SUFFIXES = ["", "s", "es", "ed", "d", "ing", "ly", "er", "ers", "ion", "ions", "al"];

  /** @returns {Promise<Map<string, Entry>>} the records of one file, in order */
  async function chunk(segment, place) {
    const name = `words-${cuttings.chunks.name(segment.meta.words[place])}`;
    const text = await cuttings.chunks.load(segment, name);
    const key = `${segment.id}/${name}`;
    if (!parsed.has(key)) parsed.set(key, parse(text));
    return parsed.get(key);
  }

  function parse(text) {
    const entries = new Map();
    let before = "";
    for (const line of text.split("<")) {
      const [coded, met = "", terms = "", postings = ""] = line.split(" ");
      const key = before.slice(0, new Numbers(coded).next()) + coded.slice(1);
      const own = met ? [key] : [];
      const entry = {
        met: met ? new Numbers(met).next() : 0,
        terms: terms ? terms.split(",") : own,
        postings,
      };
      for (const term of entry.terms) remember(term, key);
      entries.set(key, entry);
      before = key;
    }
    return entries;
  }

  function remember(term, form) {
    if (!forms.has(term)) forms.set(term, new Set());
    forms.get(term).add(form);
  }

  /** @returns {Promise<Entry | undefined>} */
  async function find(segment, key) {
    const firsts = segment.meta.words;
    if (!firsts.length) return undefined;
    return (await chunk(segment, cuttings.chunks.route(firsts, key))).get(key);
  }

  /** The terms that a form stands for, over all segments. @returns {Promise<string[]>} */
  async function termsOf(segments, form) {
    const entries = await Promise.all(segments.map((segment) => find(segment, form)));
    const terms = entries.flatMap((entry) => entry?.terms ?? []);
    if (terms.length) return [...new Set(terms)];
    const near = await Promise.all(segments.map((segment) => neighbour(segment, form)));
    return [...new Set(near.flat())];
  }

  /** A form never met: the terms of one that differs in its ending alone, near it in its file. */
  async function neighbour(segment, form) {
    if (!segment.meta.words.length || form.length < 4 || /\p{N}/u.test(form)) return [];
    const entries = await chunk(segment, cuttings.chunks.route(segment.meta.words, form));
    let best = { shared: 3, terms: [] };
    for (const [key, entry] of entries) {
      const shared = sharedStart(key, form);
      if (entry.met && shared > best.shared && endsAlike(key, form, shared)) {
        best = { shared, terms: entry.terms };
      }
    }
    return best.terms;
  }

  function sharedStart(one, other) {
    let length = 0;
    while (length < one.length && one[length] === other[length]) length += 1;
    return length;
  }

  function endsAlike(one, other, shared) {
    for (let at = shared; at > 3; at -= 1) {
      if (SUFFIXES.includes(one.slice(at)) && SUFFIXES.includes(other.slice(at))) return true;
    }
    return false;
  }

  /** The forms of a term, as met in texts. @param {string} term */
  function formsOf(term) {
    return forms.get(term) ?? new Set();
  }

  return { chunk, find, termsOf, formsOf };
})();
