/**
 * What to suggest for a text: pages of records, searches for its last word finished, and
 * articles that hold all its words.
 */
cuttings.offers = (() => {
  "use strict";

  const { make } = cuttings.elements;
  const { typed, records, completions, order } = cuttings;
  const MOST = { records: 4, words: 3, articles: 3, all: 8 };
  /** Letters of a word from which on it is worth guessing, and searching unasked. */
  const LEAST = { guess: 2, search: 3 };

  /**
   * @typedef {{href: string, q: ?string, content: (Node | string)[]}} Offer `q`: to be searched for
   * @typedef {{label: string, offers: Offer[]}} Group
   * @param {string} text @param {(q: string) => string} addressOf a search
   * @param {?object} result of this text, once there is one @returns {Promise<Group[]>}
   */
  async function find(index, text, addressOf, result) {
    const here = typed.read(text);
    if (!here.words.length || !typed.isEnough(here.words.join(""), LEAST.guess)) return [];
    const [{ known, first }, words] = await Promise.all([named(index, here), finished(index, here)]);
    const articles = result ? await titled(result) : [];
    const pages = { label: "Go to", offers: known.map(page) };
    const searches = { label: "Search for", offers: words.map((word) => completed(text, here, word, addressOf)) };
    const groups = first ? [pages, searches] : [searches, pages];
    return cut([...groups, { label: "Read", offers: articles.map(article) }]);
  }

  /** Records called as all of the text says; else as its last word does, and these come later. */
  async function named(index, here) {
    const known = await records.find(index, here, MOST.records);
    if (known.length || here.words.length < 2 || !typed.isEnough(here.last, LEAST.search)) return { known, first: true };
    const alone = { ...here, words: here.words.slice(-1) };
    return { known: await records.find(index, alone, MOST.records), first: false };
  }

  async function finished(index, { last }) {
    if (!last || !typed.isEnough(last, LEAST.guess)) return [];
    return completions.find(index, last, MOST.words);
  }

  async function titled(result) {
    const { units, unknown } = result.query;
    if (!units.length || unknown.length) return [];
    const hits = await order.top(result, "best", 10);
    return hits.filter(({ whole }) => whole).slice(0, MOST.articles);
  }

  function cut(groups) {
    let left = MOST.all;
    const some = groups.map(({ label, offers }) => {
      const own = { label, offers: offers.slice(0, left) };
      left -= own.offers.length;
      return own;
    });
    return some.filter(({ offers }) => offers.length);
  }

  function page({ address, heading, kind, form }) {
    const also = form ? [": ", make("span", { lang: form[0] }, form[1])] : [];
    return { href: address, q: null, content: [heading, " ", make("span", { class: "soft" }, kind, ...also)] };
  }

  function completed(text, { start }, word, addressOf) {
    const before = text.slice(0, start);
    const q = before + word;
    return { href: addressOf(q), q, content: [before, make("strong", {}, word)] };
  }

  function article({ card: [address, title, , when, lang, source] }) {
    const own = lang === document.documentElement.lang ? null : lang;
    const day = when.replaceAll(" ", "\u00a0"); // on one line
    const where = [source[1], day].filter(Boolean).join(", ");
    return { href: address, q: null, content: [make("span", { lang: own }, title), " ", make("span", { class: "soft" }, where)] };
  }

  /** Whether a text is worth searching for before its last word is finished. */
  function isSearched(text) {
    const { words, last } = typed.read(text);
    return !words.length || !last || [...words.at(-1)].length >= LEAST.search;
  }

  return { find, isSearched };
})();
