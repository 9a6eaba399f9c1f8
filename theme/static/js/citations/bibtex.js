/** BibTeX, as `plugins/articles/bibtex.py` writes it and says why. */
cuttings.bibtex = (() => {
  "use strict";

  const { address, authors, dateParts, keywords, note } = cuttings.cite;
  const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  const JOINED = /([-'`,<>])(?=\1)|[?!](?=`)/g;
  const SPECIAL = {
    "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
  };

  /** @param {object[]} works as of `cite` */
  function write(works) {
    return works.map(entry).join("\n");
  }

  function entry(work) {
    const [year, month] = dateParts(work);
    const fields = {
      author: authors(work).map((name) => `{${tex(name)}}`).join(" and "),
      title: `{${tex(work.title)}}`,
      journal: tex(work.source),
      entrysubtype: "newspaper",
      date: dateParts(work).join("-"),
      year,
      month: MONTHS[month - 1],
      url: address(work),
      language: work.lang,
      keywords: tex(keywords(work)),
      abstract: tex(work.summary),
      note: tex(note(work)),
      library: tex(`${work.site}, ${work.here}`),
    };
    const lines = Object.entries(fields).filter(([, value]) => value);
    const written = lines.map(([key, value]) => `  ${key} = ${key === "month" ? value : `{${value}}`},\n`);
    return `@article{${work.id.replace("/", "-")},\n${written.join("")}}\n`;
  }

  function tex(text) {
    const line = text.trim().replace(/\s+/gu, " ");
    return line.replace(/[\\{}~^&%$#_]/g, (char) => SPECIAL[char] ?? `\\${char}`).replace(JOINED, "$&{}");
  }

  return { write, type: "application/x-bibtex;charset=utf-8", ending: "bib" };
})();
