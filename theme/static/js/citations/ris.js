/** RIS: a line for each value, with a tag of two letters, for reference managers. */
cuttings.ris = (() => {
  "use strict";

  const { address, authors, dateParts, keywords, note } = cuttings.cite;

  /** @param {object[]} works as of `cite` */
  function write(works) {
    return works.map(reference).join("\r\n");
  }

  function reference(work) {
    const [year, ...rest] = dateParts(work);
    const lines = [
      ["TY", "NEWS"],
      ["ID", work.id],
      ["TI", work.title],
      ...authors(work).map((author) => ["AU", author]),
      ["T2", work.source],
      ["DA", [year, ...rest].join("/")],
      ["PY", year],
      ["UR", address(work)],
      ["LA", work.lang],
      ...keywords(work).split("; ").map((heading) => ["KW", heading]),
      ["N2", work.summary],
      ["N1", note(work)],
      ["DB", work.site],
      ["AV", work.here],
    ];
    const written = lines.map(([tag, value]) => [tag, oneLine(value)]).filter(([, value]) => value);
    return [...written, ["ER", ""]].map(([tag, value]) => `${tag}  - ${value}\r\n`).join("");
  }

  /** A line break in a value would begin another one. */
  function oneLine(value) {
    return value.replace(/\s+/gu, " ").trim();
  }

  return { write, type: "application/x-research-info-systems", ending: "ris" };
})();
