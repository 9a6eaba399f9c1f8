/** A table for spreadsheets: CSV as in RFC 4180, in UTF-8 with the mark that tells them so. */
cuttings.csv = (() => {
  "use strict";

  const MARK = "\ufeff";
  /** What a spreadsheet takes for the beginning of a formula. */
  const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;
  const COLUMNS = {
    title: ({ title }) => title,
    authors: ({ authors }) => authors,
    source: ({ source }) => source,
    date: ({ published }) => published,
    language: ({ lang }) => lang,
    original: ({ original }) => original,
    "archived copy": ({ archived }) => archived,
    "kept here": ({ text }) => text,
    page: ({ here }) => here,
    summary: ({ summary }) => summary,
    people: ({ people }) => people,
    places: ({ places }) => places,
    organisations: ({ organisations }) => organisations,
    tags: ({ tags }) => tags,
  };

  /** @param {object[]} works as of `cite` */
  function write(works) {
    const rows = works.map((work) => Object.values(COLUMNS).map((value) => [value(work)].flat().join("; ")));
    return MARK + [Object.keys(COLUMNS), ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
  }

  function cell(value) {
    const harmless = FORMULA.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  }

  return { write, type: "text/csv;charset=utf-8", ending: "csv" };
})();
