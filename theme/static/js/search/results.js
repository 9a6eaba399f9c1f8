/** The list of results: an entry for each article, as the lists of other pages show it. */
cuttings.results = (() => {
  "use strict";

  const { make } = cuttings.elements;
  const SAY = { people: "People", places: "Places", organisations: "Organisations", tags: "Tags" };

  /** @param {object} hit @param {object} marks what to mark @param {object} query */
  async function entry(hit, marks, query) {
    const [address, title, day, when, lang, source, tags, summary, names] = hit.card;
    const text = await cuttings.chunks.record(hit.part.segment, "texts", hit.document);
    const snippet = cuttings.snippet.cut(pick(summary, text, marks), marks);
    const seen = new Set([...snippet.units, ...cuttings.snippet.unitsIn(title, marks)]);
    const why = filedUnder(names, query.units.filter((unit) => !seen.has(unit)), marks);
    const line = make("p", { lang: langOf(lang) }, ...snippet.content, ...why);
    const filed = filedLine(source, tags, hit.whole && query.units.length > 1);
    return make("li", {}, make("article", { class: "entry" },
      make("time", { datetime: machineDay(day, when) }, when),
      make("h3", { lang: langOf(lang) }, make("a", { href: address }, title)),
      line, filed));
  }

  /** Source and tags, and that all the words are there. */
  function filedLine(source, tags, whole) {
    const line = make("p", { class: "filed" });
    if (source.length) line.append(make("cite", {}, source[1]), " ");
    for (const [link, heading] of tags) line.append(make("a", { href: link }, heading), " ");
    if (whole) line.append(make("span", {}, "All your words"));
    return line;
  }

  /** The text, unless only the summary has the words; the summary when neither has. */
  function pick(summary, text, marks) {
    const inText = cuttings.snippet.cut(text, marks).units.size;
    const inSummary = summary ? cuttings.snippet.cut(summary, marks).units.size : 0;
    if (summary && inSummary >= inText) return summary;
    return text || summary;
  }

  /** What the article is filed under, where that is why it was found. */
  function filedUnder(names, missing, marks) {
    const isWhy = ([entity, heading]) => {
      const inHeading = cuttings.snippet.unitsIn(heading, marks);
      return missing.some((unit) => unit.entities.includes(entity) || inHeading.has(unit));
    };
    const content = [];
    for (const [kind, label] of Object.entries(SAY)) {
      const own = names.filter((name) => name[0].startsWith(`@${kind}/`) && isWhy(name));
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

  return { entry };
})();
