/** The state of a search and its address: `search.html?q=oil&person=...&from=2020&sort=newest`. */
cuttings.address = (() => {
  "use strict";

  const PARAMETERS = {
    people: "person", places: "place", organisations: "organisation", tags: "tag", sources: "source",
  };
  const SORTS = ["best", "newest", "oldest"];

  /**
   * @typedef {{q: string, people: string[], places: string[], organisations: string[],
   *   tags: string[], sources: string[], from: ?number, to: ?number, sort: string}} State
   * @param {string} search what follows the path, from "?" on @returns {State}
   */
  function read(search) {
    const given = new URLSearchParams(search);
    const state = { q: given.get("q") ?? "", from: year(given, "from"), to: year(given, "to") };
    for (const [facet, name] of Object.entries(PARAMETERS)) {
      state[facet] = [...new Set(given.getAll(name))].filter((id) => /^[\p{L}\p{N}_.-]+$/u.test(id));
    }
    state.sort = SORTS.includes(given.get("sort")) ? given.get("sort") : "best";
    return state;
  }

  function year(given, name) {
    return /^\d{1,4}$/.test(given.get(name) ?? "") ? Number(given.get(name)) : null;
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
    return `?${parameters}`;
  }

  return { read, write, PARAMETERS };
})();
