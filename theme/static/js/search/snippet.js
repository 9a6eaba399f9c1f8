/** A few lines of an article around the words that were looked for, with those marked. */
cuttings.snippet = (() => {
  "use strict";

  const { tokens, lexicon } = cuttings;
  const { make } = cuttings.elements;
  const LENGTH = 200;
  const BEFORE = 60;

  /** Forms to mark, each with its unit; given names count only beside one of them. */
  function marking(query, names) {
    const forms = new Map();
    for (const unit of query.units) {
      for (const term of unit.terms) {
        for (const form of lexicon.formsOf(term)) forms.set(form, unit);
      }
    }
    const beside = new Set(names.flatMap(({ forms: written }) =>
      written.flatMap(([, form]) => tokens.words(form).flatMap((word) => word.forms))));
    return { forms, beside };
  }

  /** @typedef {{start: number, end: number, unit: object, form: string}} Spot @returns {Spot[]} */
  function spots(text, { forms, beside }) {
    const found = [];
    let previous = null;
    for (const word of tokens.words(text)) {
      const { start, end, forms: own } = word;
      const form = own.find((each) => forms.has(each));
      if (form !== undefined) {
        const joins = previous && /^[\s.]*$/.test(text.slice(previous.end, start));
        found.push({ start: joins ? previous.start : start, end, unit: forms.get(form), form });
        previous = null;
      } else {
        previous = own.some((each) => beside.has(each)) ? word : null;
      }
    }
    return found;
  }

  /** The stretch of text that holds most different units, rare ones first. */
  function best(found) {
    let winner = { worth: -1, spot: null };
    found.forEach((spot, place) => {
      const worth = worthOf(found, place);
      if (worth > winner.worth) winner = { worth, spot };
    });
    return winner.spot;
  }

  /** What the spots from one on are worth together, as far as a snippet reaches. */
  function worthOf(found, place) {
    const units = new Set();
    let at = place;
    for (; at < found.length && found[at].end - found[place].start < LENGTH - BEFORE; at += 1) {
      units.add(found[at].unit);
    }
    let worth = (at - place) / 1000;
    for (const { rarity } of units) worth += rarity;
    return worth;
  }

  /** Where to begin and end: at a sentence when one begins near, else between words. */
  function bounds(text, spot) {
    const early = Math.max(0, spot.start - BEFORE * 2);
    const lead = text.slice(early, spot.start);
    const sentence = Math.max(...[...lead.matchAll(/[.!?।]["”’]?\s+|\n/gu)].map(
      (match) => early + match.index + match[0].length), early === 0 ? 0 : -1);
    let start = sentence;
    if (start < 0) start = afterSpace(text, Math.max(0, spot.start - BEFORE));
    const line = text.indexOf("\n", spot.end);
    let end = Math.min(text.length, start + LENGTH, line < 0 ? Infinity : line);
    end = Math.max(end, spot.end);
    if (end < text.length && end !== line) end = beforeSpace(text, end, spot.end);
    return { start, end, cut: sentence < 0, open: end < text.length && end !== line };
  }

  function afterSpace(text, at) {
    const space = text.indexOf(" ", at);
    return space < 0 ? at : space + 1;
  }

  function beforeSpace(text, at, least) {
    return Math.max(text.lastIndexOf(" ", at), least);
  }

  /** Part of a text with its spots marked. @returns {(Node | string)[]} */
  function marked(text, found, start = 0, end = text.length) {
    const content = [];
    let at = start;
    for (const spot of found) {
      if (spot.start < at || spot.end > end) continue;
      content.push(text.slice(at, spot.start), make("mark", {}, text.slice(spot.start, spot.end)));
      at = spot.end;
    }
    content.push(text.slice(at, end));
    return content;
  }

  /**
   * The snippet of a text, or its beginning when no word is in it.
   * @returns {{content: (Node | string)[], units: Set<object>, forms: Set<string>}} and the units
   * that it shows; `forms`: of all the text
   */
  function cut(text, marks) {
    const found = spots(text, marks);
    const spot = best(found);
    if (!spot) return { content: [beginning(text)], units: new Set(), forms: new Set() };
    const { start, end, cut: late, open } = bounds(text, spot);
    const content = [late ? "… " : "", ...marked(text, found, start, end), open ? " …" : ""];
    const shown = found.filter((each) => each.start >= start && each.end <= end);
    return { content, units: new Set(shown.map(({ unit }) => unit)), forms: formsOf(found) };
  }

  function beginning(text) {
    if (text.length <= LENGTH) return text;
    return `${text.slice(0, beforeSpace(text, LENGTH, 0))} …`;
  }

  function formsOf(found) {
    return new Set(found.map(({ form }) => form));
  }

  /** What a text has words of. @returns {{units: Set<object>, forms: Set<string>}} */
  function found(text, marks) {
    const all = spots(text, marks);
    return { units: new Set(all.map(({ unit }) => unit)), forms: formsOf(all) };
  }

  return { marking, cut, found };
})();
