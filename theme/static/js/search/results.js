/** The list of results: an entry for each article, as the lists of other pages show it. */
cuttings.results = (() => {
  "use strict";

  const { make } = cuttings.elements;
  const SAY = { people: "People", places: "Places", organisations: "Organisations", tags: "Tags" };
  const PEOPLE = 4;
  const FORMS = 10;

  /**
   * Where the best come first, articles on one event stand together; by date they are near anyway.
   * @param {object[]} hits @param {object} marks what to mark @param {object} query
   * @returns {HTMLElement[]}
   */
  function list(hits, marks, query, sort) {
    const ranked = sort === "best" && query.units.length > 0;
    const groups = ranked ? cuttings.events.group(hits) : hits.map((hit) => ({ hit, others: [] }));
    return groups.map(({ hit, others }) => entry(hit, others, marks, query));
  }

  function entry(hit, others, marks, query) {
    const { snippet } = cuttings;
    const [address, title, day, when, lang, source, tags, summary, names, , , text] = hit.card;
    const inTitle = snippet.found(title, marks);
    const [inText, inSummary] = [text, summary].map((each) => snippet.cut(each, marks));
    const shown = pick(summary, text, inSummary, inText);
    const found = parameter([inTitle, inSummary, inText]);
    const seen = new Set([...shown.units, ...inTitle.units]);
    const why = reasons(names, query.units.filter((unit) => !seen.has(unit)), marks);
    const line = make("p", { lang: langOf(lang) }, ...shown.content, ...filedUnder(why));
    return make("li", {}, make("article", { class: "entry" },
      make("time", { datetime: machineDay(day, when) }, when),
      make("h3", { lang: langOf(lang) }, make("a", { href: address + found }, title)),
      line,
      filedLine(source, tags, hit.whole && query.units.length > 1),
      ...peopleLine(names.filter((name) => name[0].startsWith("@people/") && !why.includes(name))),
      ...also(others, found)));
  }

  /** The words found, for the article's page to mark: as met, folded. */
  function parameter(places) {
    const forms = [...new Set(places.flatMap(({ forms: own }) => [...own]))].slice(0, FORMS);
    return forms.length ? `?found=${forms.map(encodeURIComponent).join(",")}` : "";
  }

  /** Source and tags, and that all the words are there. */
  function filedLine(source, tags, whole) {
    const line = make("p", { class: "filed" });
    if (source.length) line.append(make("cite", {}, source[1]), " ");
    for (const [link, heading] of tags) line.append(make("a", { href: link }, heading), " ");
    if (whole) line.append(make("span", {}, "All your words"));
    return line;
  }

  /** The people that are not among the reasons. */
  function peopleLine(people) {
    if (!people.length) return [];
    const line = make("p", { class: "filed" }, make("span", { class: "sc" }, "People"), " ");
    for (const [entity, form] of people.slice(0, PEOPLE)) {
      line.append(make("a", { href: `${entity.slice(1)}.html` }, form), " ");
    }
    const more = people.length - PEOPLE;
    if (more > 0) line.append(make("span", {}, `and ${more} more`));
    return [line];
  }

  /** Other hits on the same event. */
  function also(others, found) {
    if (!others.length) return [];
    const lead = (words) => make("span", { class: "soft" }, words);
    const items = others.map(({ card }) => named(card, found));
    if (items.length === 1) return [make("p", { class: "also" }, lead("Also on this:"), " ", ...items[0])];
    return [make("div", { class: "also" }, make("p", {}, lead(`Also on this (${items.length}):`)),
      make("ul", {}, ...items.map((item) => make("li", {}, ...item))))];
  }

  function named([address, title, day, when, lang, source], found) {
    const paper = source.length ? [", ", make("cite", {}, source[1])] : [];
    return [make("a", { href: address + found, lang: langOf(lang) }, title), ...paper, ", ",
      make("time", { datetime: machineDay(day, when) }, when)];
  }

  /** The text, unless only the summary has the words; the summary when neither has. */
  function pick(summary, text, inSummary, inText) {
    if (!text || (summary && inSummary.units.size >= inText.units.size)) return inSummary;
    return inText;
  }

  /** The names that the article is filed under, where that is why it was found. */
  function reasons(names, missing, marks) {
    return names.filter(([entity, heading]) => {
      const inHeading = cuttings.snippet.found(heading, marks).units;
      return missing.some((unit) => unit.entities.includes(entity) || inHeading.has(unit));
    });
  }

  function filedUnder(why) {
    const content = [];
    for (const [kind, label] of Object.entries(SAY)) {
      const own = why.filter(([entity]) => entity.startsWith(`@${kind}/`));
      if (!own.length) continue;
      content.push(" ", make("span", { class: "soft" }, `${label}:`), " ");
      own.forEach(([, heading], place) => content.push(place ? "; " : "", make("mark", {}, heading)));
    }
    return content;
  }

  /** 6 Apr 2021 is a day, April 2021 a month, 2021 a year. */
  function machineDay(day, when) {
    if (/^\d{4}$/.test(when)) return day.slice(0, 4);
    return /^\d/.test(when) ? day : day.slice(0, 7);
  }

  function langOf(lang) {
    return lang === document.documentElement.lang ? null : lang;
  }

  return { list };
})();
