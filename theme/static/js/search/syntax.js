/**
 * What was typed, taken apart: words, "words in quotes", -minus, one OR other, and fields as in
 * person:lavrov. A quote that nothing closes is a sign like any other. Nothing is looked up here.
 */
cuttings.syntax = (() => {
  "use strict";

  const QUOTES = "\"“”„";
  const CLAUSE = new RegExp(
    `(?<minus>-(?=[\\p{L}\\p{N}${QUOTES}]))?(?:(?<name>\\p{L}+):(?=\\S))?` +
    `(?:[${QUOTES}](?<phrase>[^${QUOTES}]*)[${QUOTES}]|(?<word>[^\\s${QUOTES}]+))`, "gu");
  /** What a field is called, and the facet it stands for; the two last are of time. */
  const FIELDS = new Map(Object.entries({
    person: "people", people: "people", place: "places", org: "organisations",
    organisation: "organisations", organization: "organisations", tag: "tags", source: "sources",
    lang: "languages", language: "languages", from: "from", to: "to",
  }));
  const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

  /**
   * @typedef {{kind: "word" | "phrase" | "field", start: number, end: number, value: string,
   *   field: string, minus: boolean, or: boolean}} Clause
   * `start` and `end` are those of the value; `or`: it stands after an OR.
   * @param {string} text @returns {Clause[]} in order
   */
  function read(text) {
    const found = [];
    let or = false;
    for (const match of text.matchAll(CLAUSE)) {
      const each = clauseOf(match);
      if (found.length && isOr(each)) {
        or = true;
        continue;
      }
      found.push({ ...each, or: or && !each.minus && !found.at(-1).minus });
      or = false;
    }
    return found;
  }

  function clauseOf({ index, 0: all, groups: { minus, name, phrase, word } }) {
    const field = name ? FIELDS.get(name.toLowerCase()) : undefined;
    const quoted = phrase !== undefined;
    // A colon after another word is a sign like any other.
    const value = quoted ? phrase : `${name && !field ? `${name}:` : ""}${word}`;
    const end = index + all.length - (quoted ? 1 : 0);
    const kind = field ? "field" : quoted ? "phrase" : "word";
    return { kind, start: end - value.length, end, value, field: field ?? "", minus: Boolean(minus) };
  }

  function isOr({ kind, value, minus }) {
    return kind === "word" && !minus && (value === "OR" || value === "|");
  }

  /**
   * The limits of time in a text, and the text without them. @param {string} text
   * @returns {{text: string, from?: string, to?: string}}
   */
  function times(text) {
    const found = {};
    const rest = text.replace(/(^|\s)(from|to):(\S+)/giu, (all, before, name, value) => {
      if (!DATE.test(value)) return all;
      found[name.toLowerCase()] = value;
      return before;
    });
    return { ...found, text: rest === text ? text : rest.replace(/\s+/gu, " ").trim() };
  }

  return { read, times, isDate: (text) => DATE.test(text) };
})();
