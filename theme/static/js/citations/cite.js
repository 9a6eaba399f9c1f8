/** What was found, as a citation needs it: the original publication, and where it can be read here. */
cuttings.cite = (() => {
  "use strict";

  const { record } = cuttings.chunks;
  /** A title that ends so needs no full stop, as in `plugins/articles/citations.py`. */
  const ENDED = /[.?!…।॥؟۔。？！][’”»“]?$/u;
  const OPENING = { "”": "“", "’": "‘" };
  const MOST = 6;

  /**
   * @typedef {{id: string, title: string, lang: string, source: string, summary: string,
   *   published: string, authors: string[], original: string, archived: string, text: string,
   *   here: string, site: string, people: string[], places: string[], organisations: string[],
   *   tags: string[]}} Work
   * `published` as in the file of the article, a day or a time; `here`: our page, `site`: our name.
   * @param {object} hit @param {{name: string, home: string}} site @returns {Promise<Work>}
   */
  async function work(hit, site) {
    const [address, title, , , lang, source, , summary, names] = hit.card;
    const [published, authors, original, archived, text] = await record(hit.part.segment, "cites", hit.document);
    const of = (kind) => names.filter(([entity]) => entity.startsWith(`@${kind}/`)).map(([, form]) => form);
    return {
      id: address.replace(/^articles\/|\.html$/g, ""),
      title, lang, source: source[1] ?? "", summary, published, authors, original, archived, text,
      here: new URL(address, site.home).href, site: site.name,
      people: of("people"), places: of("places"), organisations: of("organisations"), tags: of("tags"),
    };
  }

  /** Where the original can be read; empty where that is not known. @param {Work} each */
  function address({ original, archived }) {
    return original || archived;
  }

  /** Year, month and day of the original. @param {Work} each @returns {string[]} */
  function dateParts({ published }) {
    return published.slice(0, 10).split("-").filter(Boolean);
  }

  /** @param {Work} each */
  function isDigest({ text }) {
    return text === "digest";
  }

  /** Who wrote what has this title: of a digest nobody at the paper did. @param {Work} each */
  function authors(each) {
    return isDigest(each) ? [] : each.authors;
  }

  /** What would mislead about a digest if it were not said. @param {Work} each */
  function note(each) {
    if (!isDigest(each)) return "";
    const by = each.authors.length ? ` The original is by ${each.authors.join("; ")}.` : "";
    return `Title and abstract are those of a digest.${by}`;
  }

  /** All that it is filed under, as filed. @param {Work} each */
  function keywords({ people, places, organisations, tags }) {
    return [...people, ...places, ...organisations, ...tags].join("; ");
  }

  /**
   * The citation in Chicago style, as on the page of the article; a test compares the two.
   * @param {Work} each
   * @returns {{words: string, italic?: boolean, own?: boolean}[]} `own`: in the work's language
   */
  function say(each) {
    const title = { words: `“${ended(nested(each.title))}”`, own: true };
    const paper = { words: each.source, italic: true };
    const kept = [{ words: " " }, { words: each.site, italic: true }, { words: `, ${each.here}.` }];
    const date = { words: `, ${longDay(each)}.` };
    if (isDigest(each)) return [title, { words: " Digest of " }, paper, date, ...kept];
    const where = address(each) ? [{ words: ` ${address(each)}.` }] : [];
    if (!authors(each).length) {
      return [paper, { words: ". " }, title, { words: ` ${longDay(each)}.` }, ...where, ...kept];
    }
    const names = { words: ended(listed(authors(each))), own: true };
    return [names, { words: " " }, title, { words: " " }, paper, date, ...where, ...kept];
  }

  function ended(words) {
    if (ENDED.test(words)) return words;
    const last = words.at(-1);
    return words.includes(OPENING[last] ?? "\n") ? `${words.slice(0, -1)}.${last}` : `${words}.`;
  }

  function nested(title) {
    return title.replaceAll("“", "‘").replaceAll("”", "’");
  }

  function listed(names) {
    if (names.length > MOST) return `${names.slice(0, 3).join(", ")}, et al.`;
    if (names.length < 3) return names.join(" and ");
    return `${names.slice(0, -1).join(", ")}, and ${names.at(-1)}`;
  }

  /** April 6, 2021 */
  function longDay(each) {
    const day = new Date(`${dateParts(each).join("-")}T00:00:00Z`);
    return day.toLocaleDateString("en-US", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  }

  return { work, address, authors, dateParts, isDigest, keywords, note, say };
})();
