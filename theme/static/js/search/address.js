/** The state of a search and its address: `search.html?q=oil&person=...&from=2020&sort=newest`. */
cuttings.address = (() => {
  "use strict";

  const { syntax } = cuttings;
  const PARAMETERS = {
    people: "person", places: "place", organisations: "organisation", tags: "tag", sources: "source",
    languages: "language",
  };
  const SORTS = ["best", "newest", "oldest"];
  const SWITCHES = ["all", "exact"];

  /**
   * @typedef {{q: string, people: string[], places: string[], organisations: string[],
   *   tags: string[], sources: string[], languages: string[], from: ?string, to: ?string, sort: string,
   *   all: boolean, exact: boolean}} State
   * `from` and `to` are a year, a month or a day, both included: 2020, 2020-03, 2020-03-15. `all`:
   * only what has all the words; `exact`: in the spelling typed and no other.
   * @param {string} search what follows the path, from "?" on @returns {State}
   */
  function read(search) {
    const given = new URLSearchParams(search);
    const state = { q: given.get("q") ?? "", from: date(given, "from"), to: date(given, "to") };
    for (const [facet, name] of Object.entries(PARAMETERS)) {
      state[facet] = [...new Set(given.getAll(name))].filter((id) => /^[\p{L}\p{N}_.-]+$/u.test(id));
    }
    state.sort = SORTS.includes(given.get("sort")) ? given.get("sort") : "best";
    for (const name of SWITCHES) state[name] = given.get(name) === "1";
    return settled(state);
  }

  function date(given, name) {
    const text = given.get(name) ?? "";
    if (syntax.isDate(text)) return text;
    return /^\d{1,3}$/.test(text) ? text.padStart(4, "0") : null;
  }

  /** A state whose limits of time, as far as they were typed, are where the control shows them. */
  function settled(state) {
    const { text, ...typed } = syntax.times(state.q);
    return { ...state, q: text, ...typed };
  }

  /** @param {State} state @returns {string} "?..." without what goes without saying */
  function write(state) {
    const parameters = new URLSearchParams();
    if (state.q.trim()) parameters.set("q", state.q.trim());
    for (const [facet, name] of Object.entries(PARAMETERS)) {
      for (const id of state[facet]) parameters.append(name, id);
    }
    if (state.from !== null) parameters.set("from", state.from);
    if (state.to !== null) parameters.set("to", state.to);
    if (state.sort !== "best") parameters.set("sort", state.sort);
    for (const name of SWITCHES) {
      if (state[name]) parameters.set(name, "1");
    }
    return `?${parameters}`;
  }

  /** The year of a limit, a number. @param {string} date */
  function yearOf(date) {
    return Number(date.slice(0, 4));
  }

  /** The year, month or day that comes next. @param {string} date */
  function following(date) {
    const [year, month = 1, day = 1] = date.split("-").map(Number);
    const [years, months, days] = [1, 2, 3].map((parts) => (date.split("-").length === parts ? 1 : 0));
    if (year === 9999) return "9999-12-31";
    const next = new Date(0);
    next.setUTCFullYear(year + years, month - 1 + months, day + days);
    return next.toISOString().slice(0, date.length);
  }

  return { read, write, settled, yearOf, following, PARAMETERS };
})();
