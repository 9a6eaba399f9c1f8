/** CSL-JSON, as the Citation Style Language defines it: for citation programs. */
cuttings.csl = (() => {
  "use strict";

  const { address, dateParts } = cuttings.cite;

  /** @param {object[]} works as of `cite` */
  function write(works) {
    return `${JSON.stringify(works.map(item), null, 1)}\n`;
  }

  /** Names stay as printed: nothing tells which part of a byline is a family name. */
  function item(work) {
    const keywords = [...work.people, ...work.places, ...work.organisations, ...work.tags];
    return {
      id: work.id,
      type: "article-newspaper",
      title: work.title,
      ...(work.authors.length && { author: work.authors.map((literal) => ({ literal })) }),
      "container-title": work.source,
      issued: { "date-parts": [dateParts(work).map(Number)] },
      language: work.lang,
      ...(address(work) && { URL: address(work) }),
      archive: work.site,
      archive_location: work.here,
      ...(work.summary && { abstract: work.summary }),
      ...(keywords.length && { keyword: keywords.join("; ") }),
      ...(work.text === "digest" && { note: "Title and abstract are those of a digest." }),
    };
  }

  return { write, type: "application/vnd.citationstyles.csl+json", ending: "json" };
})();
