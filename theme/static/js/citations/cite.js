/** What was found, as a citation needs it: the original publication, and where it can be read here. */
cuttings.cite = (() => {
  "use strict";

  const { record } = cuttings.chunks;
  /** As on the page of an article, `plugins/articles/citation.py`; a test compares the two. */
  const KEPT = { full: " Kept in", excerpt: " Excerpt in", digest: "", metadata: " Recorded in" };

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

  /**
   * A citation in words: Authors. “Title.” Mint, 6 April 2021. Kept in Cuttings, address. The bylines
   * of a report are not those of a digest. @param {Work} each
   * @returns {{authors: string, title: string, rest: string}} the first two in the work's language
   */
  function say(each) {
    const digest = each.text === "digest";
    const ended = /[.?!।]$/u.test(each.title);
    return {
      authors: digest || !each.authors.length ? "" : `${listed(each.authors)}.`,
      title: ended ? `“${each.title}”` : `“${each.title}.”`,
      rest: `${digest ? "Digest of " : ""}${each.source}, ${longDay(each)}.${KEPT[each.text] ?? ""} ` +
        `${each.site}, ${each.here}.`,
    };
  }

  function listed(names) {
    return names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  }

  function longDay(each) {
    const day = new Date(`${dateParts(each).join("-")}T00:00:00Z`);
    return day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  }

  return { work, address, dateParts, say };
})();
