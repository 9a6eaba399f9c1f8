/**
 * <cuttings-search>: makes the search page work. The markup inside says what there is; the
 * address says what is searched for; this element brings the two together.
 */
(() => {
  "use strict";

  const { address, search, order, status, results, facets, histogram, snippet, corrections, names, offers } = cuttings;
  const { make } = cuttings.elements;
  /** Results at first, and how many more at a time: each is a file. */
  const STEP = 10;
  const MORE = 20;

  /** By the switch under an article, `reading-keys.js` (WCAG 2.1.4). */
  function areKeysOff() {
    try {
      return localStorage.getItem("cuttings-keys") === "off";
    } catch {
      return false;
    }
  }

  class CuttingsSearch extends HTMLElement {
    connectedCallback() {
      this.listeners = new AbortController();
      this.turn = 0;
      const part = (name) => this.querySelector(`[data-part="${name}"]`);
      this.parts = Object.fromEntries(
        ["filters", "panel", "found", "note", "when", "chart", "sorts", "switches", "list", "more", "hint", "room"]
          .map((name) => [name, part(name)]));
      this.takeaway = new cuttings.takeaway.Takeaway(part("takeaway"), this.listeners.signal);
      this.form = this.querySelector("form");
      this.field = this.form.elements.namedItem("q");
      this.place = new cuttings.place.Place(this.parts.list, this.listeners.signal);
      this.listen();
      this.start();
    }

    disconnectedCallback() {
      this.listeners.abort();
    }

    listen() {
      const { signal } = this.listeners;
      this.form.addEventListener("submit", (event) => {
        if (!this.index) return; // until then the form is one like any other
        event.preventDefault();
        this.go({ q: this.field.value });
      }, { signal });
      this.parts.panel.addEventListener("change", () => this.go(this.chosen()), { signal });
      // Of the panel or of a facet in it: this event does not bubble.
      this.parts.filters.addEventListener("toggle", () => this.showFacets(), { signal, capture: true });
      this.parts.sorts.addEventListener("change", (event) => this.go({ sort: event.target.value }), { signal });
      this.parts.switches.addEventListener("change", ({ target }) => this.go({ [target.name]: target.checked }), { signal });
      this.parts.more.addEventListener("click", () => this.showMore(), { signal });
      this.parts.found.addEventListener("click", (event) => this.take(event), { signal });
      this.field.addEventListener("blur", () => this.settle(), { signal });
      window.addEventListener("resize", () => this.showFacets(), { signal });
      document.addEventListener("keydown", (event) => this.slash(event), { signal });
    }

    /** "/" goes to the field, unless it is being typed somewhere or keys are switched off. */
    slash(event) {
      const busy = event.target.closest?.("input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]");
      if (event.key !== "/" || busy || event.ctrlKey || event.metaKey || event.altKey || areKeysOff()) return;
      event.preventDefault();
      this.field.focus();
      this.field.select();
    }

    /** A suggestion is searched for in place, unless it is wanted in a window of its own. */
    take(event) {
      const link = event.target.closest("a[data-q]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.field.focus();
      this.go({ q: link.dataset.q });
    }

    async start() {
      this.setAttribute("aria-busy", "true");
      try {
        this.index = await search.open(address.read(location.search).q.trim() !== "");
      } catch (error) {
        this.fail(error);
        return;
      }
      const years = [...this.index.years.keys()];
      this.limits = { first: Math.min(...years), last: Math.max(...years) };
      // Gone with the same stroke, not after it, that shows what would move up into its place.
      this.parts.hint.hidden = !search.isEmpty(this.index, address.read(location.search));
      // Shown before anything is said, or screen readers miss the first sentence.
      this.parts.room.hidden = false;
      this.range = new cuttings.range.Range(
        this.parts.when, this.limits, (range) => this.go(range), this.listeners.signal);
      this.follow();
      await this.read(this.place.memory);
    }

    /** Suggestions and results while somebody types. */
    follow() {
      const { signal } = this.listeners;
      this.suggested = new cuttings.suggest.Suggestions(this.field, (text) => this.suggest(text), signal);
      this.suggested.list.addEventListener("click", (event) => {
        this.take(event);
        this.settle();
      }, { signal });
      const acts = { draft: () => this.draft(), rest: () => this.rest() };
      this.typing = new cuttings.typing.Typing(this.field, this.parts.found, acts, signal);
      window.addEventListener("popstate", () => this.read({ ...this.place.arrive(), at: null }), { signal });
    }

    suggest(text) {
      const result = this.answered === text && !this.result.asked ? this.result : null;
      return offers.find(this.index, text, (q) => address.write(this.change({ q })), result);
    }

    /** From the address to the page. @param {object} memory what the entry in the history knows */
    async read(memory) {
      this.typing.stop();
      this.suggested.close();
      this.ask(address.read(location.search), memory);
      this.field.value = this.asked = this.state.q;
      if (await this.run()) this.place.find(memory);
    }

    /** What to search for, and how. `begun`: the last word need not be whole. */
    ask(state, { shown = STEP, begun = false, hurried = false }) {
      Object.assign(this, { state, shown, begun, hurried });
      if (!hurried) this.meant = state;
    }

    /** Words take the place of those that were meant before, everything else comes upon what is shown. */
    change(change) {
      return address.settled({ ...("q" in change ? this.meant : this.state), ...change });
    }

    /** A change of the search: a new address, and what is found there. */
    go(change) {
      this.typing.stop();
      this.suggested.close();
      const begun = this.begun && !("q" in change);
      this.ask(this.change(change), { begun });
      this.place.push(address.write(this.state), { begun });
      if ("q" in change) this.field.value = this.asked = this.state.q;
      this.run();
    }

    /** What is typed so far, as if it were meant; its address takes the place of the one before. */
    async draft() {
      const { value } = this.field;
      if (value === this.asked || !offers.isSearched(value)) return;
      const begun = /\S$/u.test(value);
      this.asked = value;
      this.ask(this.change({ q: value }), { begun, hurried: true });
      this.place.draft(address.write(this.state), { begun, shown: STEP });
      if (document.activeElement !== this.field) this.settle();
      if (await this.run()) this.suggested.renew();
    }

    /** Whoever stops typing may have mistyped a word. @returns {Promise<boolean>} whether there is news */
    async rest() {
      await this.searching;
      if (!this.hurried) return false;
      this.hurried = false;
      if (this.result?.query.unknown.length) await this.run();
      return true;
    }

    /** Whoever leaves the field means what stands there. */
    settle() {
      this.meant = this.state;
      this.place.settle();
    }

    chosen() {
      const boxes = [...this.parts.panel.querySelectorAll("input")];
      return Object.fromEntries(Object.entries(address.PARAMETERS).map(([facet, name]) => {
        const own = boxes.filter((box) => box.name === name);
        // A facet that has not been counted yet keeps what was chosen in it.
        return [facet, own.length ? own.filter((box) => box.checked).map(({ value }) => value) : this.state[facet]];
      }));
    }

    /**
     * Search and show, one search at a time; of those that wait only the last comes off, and one
     * that was overtaken shows nothing. @returns {Promise<boolean>} whether it was shown
     */
    async run() {
      const turn = ++this.turn;
      const current = () => turn === this.turn && this.isConnected;
      this.setAttribute("aria-busy", "true");
      await this.searching;
      if (!current()) return false;
      this.searching = this.look(current);
      await this.searching;
      return current();
    }

    async look(current) {
      try {
        const result = await search.run(this.index, this.state, { typing: this.begun });
        if (!current()) return;
        if (await this.isOutdated(result)) throw new Error("the site was published anew");
        await this.show(await this.corrected(result), current);
      } catch (error) {
        if (current()) await this.renew(error, current);
      } finally {
        if (current()) this.removeAttribute("aria-busy");
      }
    }

    /** Something is not there: perhaps the site was published anew while this page was open. */
    async renew(error, current) {
      const index = await search.reopen(this.index).catch(() => null);
      if (!index) {
        this.fail(error);
        return;
      }
      this.index = index;
      await this.look(current);
    }

    /** Nobody has a word that was typed: perhaps nobody had when this page was opened. */
    async isOutdated({ query }) {
      return query.unknown.length > 0 && !this.hurried && !(await search.isCurrent(this.index));
    }

    /** What was probably meant is searched for instead, if little of what was typed is known. */
    async corrected(result) {
      if (this.hurried) return result; // a word that is only begun is no error yet
      this.corrections = await corrections.find(this.index, this.state, result.query);
      const { q } = this.corrections;
      if (q === this.state.q) return result;
      const instead = await search.run(this.index, { ...this.state, q });
      return { ...instead, asked: result.query };
    }

    async show(result, current) {
      const { state } = this;
      const empty = search.isEmpty(this.index, state);
      const [hits, known] = await Promise.all([
        empty ? [] : order.top(result, state.sort, this.shown),
        this.known(result.query),
      ]);
      const marks = snippet.marking(result.query, known);
      const entries = await results.list(hits, marks, result.query, state.sort);
      if (!current()) return;
      Object.assign(this, { result, answered: this.asked });
      document.title = [state.q.trim(), this.dataset.title].filter(Boolean).join(" · ");
      this.hits = hits;
      this.parts.list.replaceChildren(...entries);
      this.takeaway.show(result, hits, state);
      this.say(result, known, empty);
      this.showChart(result, empty);
      this.showControls(result, empty);
      await this.showFacets();
    }

    /** The people, places and bodies that the query names. */
    async known(query) {
      const single = [...query.units, ...query.required].filter(({ entities }) => entities.length === 1);
      const found = await Promise.all(single.map(({ entities }) => names.who(this.index, entities[0])));
      return found.filter(Boolean);
    }

    say(result, known, empty) {
      const words = (result.asked ?? result.query).unknown;
      const content = this.hurried ? [] : corrections.said(this.state, this.corrections);
      const { unplaced } = result.query;
      content.push(...unplaced.flatMap(status.unplaced));
      const lost = (!result.query.units.length && words.length > 0) || unplaced.length > 0;
      if (!empty && !lost) content.push(status.counted(result, this.state));
      this.parts.found.replaceChildren(...content);
      this.parts.note.replaceChildren(...known.flatMap((name) => status.introduced(name, this.state.q)));
      this.parts.note.hidden = !known.length;
    }

    showChart(result, empty) {
      const { first, last } = this.limits;
      const { from, to } = this.range.show(this.state);
      this.parts.when.hidden = !(first < last) || (!empty && result.byYear.size === 0);
      if (this.parts.when.hidden) return;
      const range = { first, last, from, to, chosen: this.state.from !== null || this.state.to !== null };
      this.parts.chart.replaceChildren(histogram.draw(this.index.years, empty ? new Map() : result.byYear, range));
    }

    showControls(result, empty) {
      for (const radio of this.parts.sorts.querySelectorAll("input")) {
        radio.checked = radio.value === this.state.sort;
      }
      for (const box of this.parts.switches.querySelectorAll("input")) box.checked = this.state[box.name];
      const { units, unknown } = result.asked ?? result.query;
      this.parts.switches.hidden = !units.length && !unknown.length;
      this.parts.hint.hidden = !empty;
      this.parts.sorts.hidden = result.total < 2 || empty;
      const left = empty ? 0 : result.total - this.hits.length;
      this.parts.more.hidden = left <= 0;
      this.parts.more.textContent = `Show ${Math.min(left, MORE)} more`;
    }

    /** Counts are made only when they can be seen. */
    async showFacets() {
      const { panel, filters } = this.parts;
      if (!this.result || (!filters.open && !panel.checkVisibility())) return;
      await facets.show(panel, this.result, this.state);
    }

    async showMore() {
      const before = this.parts.list.children.length;
      this.shown += MORE;
      this.place.keep({ shown: this.shown });
      await this.run();
      this.parts.list.children[before]?.querySelector("a").focus();
    }

    fail(error) {
      this.parts.room.hidden = false;
      this.removeAttribute("aria-busy");
      this.parts.found.replaceChildren("The index could not be read. Is the connection there? ");
      console.error(error);
    }
  }

  customElements.define("cuttings-search", CuttingsSearch);
})();
