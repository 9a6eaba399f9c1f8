/** CSL-JSON, as the Citation Style Language defines it: for citation programs. */
cuttings.csl = (() => {
  "use strict";

  const { address, authors, dateParts, isDigest, keywords, note } = cuttings.cite;

  /** @param {object[]} works as of `cite` */
  function write(works) {
    return `${JSON.stringify(works.map(item), null, 1)}\n`;
  }

  /**
   * As `plugins/archive/csl.py`, which says why. Names stay as printed: nothing tells which part
   * of a byline is a family name.
   */
  function item(work) {
    const record = {
      id: work.id,
      type: "article-newspaper",
      genre: isDigest(work) ? "Digest" : "",
      title: work.title,
      author: names(authors(work)),
      "original-author": names(isDigest(work) ? work.authors : []),
      "container-title": work.source,
      issued: { "date-parts": [dateParts(work).map(Number)] },
      language: work.lang,
      URL: address(work),
      archive: work.site,
      archive_location: work.here,
      abstract: work.summary,
      keyword: keywords(work),
      note: note(work),
    };
    return Object.fromEntries(Object.entries(record).filter(([, value]) => value));
  }

  function names(bylines) {
    return bylines.length ? bylines.map((literal) => ({ literal })) : null;
  }

  return { write, type: "application/vnd.citationstyles.csl+json", ending: "json" };
})();
