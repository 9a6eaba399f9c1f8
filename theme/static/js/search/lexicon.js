/**
 * The words of a segment: every form, the terms it stands for, and the documents of a term.
 * The layout of a record is told in `plugins/search/words.py`.
 */
cuttings.lexicon = (() => {
  "use strict";

  const { Numbers } = cuttings.varint;
  /** @typedef {{met: number, terms: string[], postings: string}} Entry no terms: not a form */
  /** The files of each segment, as read. @type {WeakMap<object, Map<string, Map<string, Entry>>>} */
  const parsed = new WeakMap();
  /** All forms of each term, as far as loaded: what a snippet marks. @type {Map<string, Set<string>>} */
  const forms = new Map();
  /** Before a form: the form itself, not its term. */
  const EXACTLY = "=";
  /** Forms that a word which is only begun may stand for. */
  const BEGUN = 12;
  /** Endings that take each other's place. */
  const ENDINGS = [["", "s", "es", "ed", "d", "ing", "ly", "er", "ers", "ion", "ions", "al"], ["y", "ies", "ied"]];

  /** @returns {Promise<Map<string, Entry>>} the records of one file, in order */
  async function chunk(segment, place) {
    return file(segment, segment.meta.words[place]);
  }

  async function file(segment, first) {
    const name = `words-${cuttings.chunks.name(first)}`;
    return records(segment, name, await cuttings.chunks.load(segment, name));
  }

  function records(segment, name, text) {
    if (!parsed.has(segment)) parsed.set(segment, new Map());
    const known = parsed.get(segment);
    if (!known.has(name)) known.set(name, parse(text));
    return known.get(name);
  }

  function parse(text) {
    const entries = new Map();
    let before = "";
    for (const line of text.split("<")) {
      const [coded, met = "", terms = "", ...postings] = line.split(" ");
      const key = before.slice(0, new Numbers(coded).next()) + coded.slice(1);
      const own = met ? [key] : [];
      const entry = {
        met: met ? new Numbers(met).next() : 0,
        terms: terms ? terms.split(",") : own,
        postings: postings.join(" "),
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
    const { filed } = segment.meta;
    if (filed !== undefined && key.startsWith("@")) return records(segment, "filed", filed).get(keyOf(key));
    const isExact = key.startsWith(EXACTLY);
    const { words: firsts } = isExact ? await cuttings.chunks.load(segment, "exact") : segment.meta;
    if (!firsts.length) return undefined;
    const own = keyOf(key);
    return (await file(segment, firsts[cuttings.chunks.route(firsts, own)])).get(own);
  }

  /** A record stands beside the words that it is called by: @tags/energy under energy#tags. */
  function keyOf(term) {
    const [, kind, id] = /^@([^/]*)\/(.*)$/u.exec(term) ?? [];
    return kind ? `${id}#${kind}` : term;
  }

  /** The terms that a form stands for, over all segments. @returns {Promise<string[]>} */
  async function termsOf(segments, form) {
    const entries = await Promise.all(segments.map((segment) => find(segment, form)));
    const terms = entries.flatMap((entry) => entry?.terms ?? []);
    if (terms.length) return [...new Set(terms)];
    const near = await Promise.all(segments.map((segment) => neighbour(segment, form)));
    return [...new Set(near.flat())];
  }

  /**
   * The terms of the forms that begin so, of those that most articles have.
   * @returns {Promise<string[]>}
   */
  async function beginning(segments, start) {
    const most = (await begun(segments, start)).slice(0, BEGUN);
    return [...new Set(most.flatMap(([, { terms }]) => terms))];
  }

  /** The forms that begin so, those of most articles first. @returns {Promise<[string, Entry][]>} */
  async function begun(segments, start) {
    const known = new Map();
    for (const entries of await Promise.all(segments.map((segment) => startingWith(segment, start)))) {
      for (const [form, { met, terms }] of entries) {
        known.set(form, { met: met + (known.get(form)?.met ?? 0), terms });
      }
    }
    return [...known].sort(([one, { met }], [other, { met: others }]) => others - met || (one < other ? -1 : 1));
  }

  /** The records of forms that begin so, as far as two files hold them. */
  async function startingWith(segment, start) {
    const firsts = segment.meta.words;
    if (!firsts.length) return [];
    const place = cuttings.chunks.route(firsts, start);
    const places = [place, place + 1].filter((each) => each === place || firsts[each]?.startsWith(start));
    const files = await Promise.all(places.map((each) => chunk(segment, each)));
    return files.flatMap((entries) =>
      [...entries].filter(([form, { met: many }]) => many && form.startsWith(start)));
  }

  /** The term of a form that is to be met just so. */
  function exactly(form) {
    return EXACTLY + form;
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
      if (ENDINGS.some((some) => some.includes(one.slice(at)) && some.includes(other.slice(at)))) return true;
    }
    return false;
  }

  /** The forms of a term, as met in texts, and how it is written itself. @param {string} term */
  function formsOf(term) {
    if (term.startsWith(EXACTLY)) return new Set([term.slice(1)]);
    return new Set([term, ...(forms.get(term) ?? [])]);
  }

  return { chunk, find, termsOf, beginning, begun, exactly, formsOf };
})();
