/**
 * <cuttings-search>: makes the search page work. The markup inside says what there is; the
 * address says what is searched for; this element brings the two together.
 */
(() => {
  "use strict";

  const { address, search, status, results, facets, histogram, snippet, spelling, names } = cuttings;
  const { make } = cuttings.elements;
  const STEP = 30;

  class CuttingsSearch extends HTMLElement {
    connectedCallback() {
      this.listeners = new AbortController();
      this.turn = 0;
      const part = (name) => this.querySelector(`[data-part="${name}"]`);
      this.parts = Object.fromEntries(
        ["filters", "panel", "found", "note", "when", "chart", "sorts", "list", "more", "hint", "room"]
          .map((name) => [name, part(name)]));
      this.form = this.querySelector("form");
      this.field = this.form.elements.namedItem("q");
      this.listen();
      this.start();
    }

    disconnectedCallback() {
      this.listeners.abort();
    }

    listen() {
      const { signal } = this.listeners;
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.go({ q: this.field.value });
      }, { signal });
      this.parts.panel.addEventListener("change", () => this.go(this.chosen()), { signal });
      this.parts.filters.addEventListener("toggle", () => this.showFacets(), { signal });
      this.parts.sorts.addEventListener("change", (event) => this.go({ sort: event.target.value }), { signal });
      this.parts.more.addEventListener("click", () => this.showMore(), { signal });
      this.parts.found.addEventListener("click", (event) => this.take(event), { signal });
      window.addEventListener("popstate", () => this.read(), { signal });
      window.addEventListener("resize", () => this.showFacets(), { signal });
      document.addEventListener("keydown", (event) => this.slash(event), { signal });
    }

    /** "/" goes to the field, unless it is being typed somewhere. */
    slash(event) {
      const busy = event.target.closest?.("input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]");
      if (event.key !== "/" || busy || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      this.field.focus();
      this.field.select();
    }

    /** A suggestion is searched for in place, unless it is wanted in a window of its own. */
    take(event) {
      const link = event.target.closest("a[data-q]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.field.value = link.dataset.q;
      this.field.focus();
      this.go({ q: link.dataset.q });
    }

    async start() {
      this.setAttribute("aria-busy", "true");
      try {
        this.index = await search.open();
      } catch (error) {
        this.fail(error);
        return;
      }
      const years = [...this.index.years.keys()];
      this.limits = { first: Math.min(...years), last: Math.max(...years) };
      // Shown before anything is said, or screen readers miss the first sentence.
      this.parts.room.hidden = false;
      this.range = new cuttings.range.Range(
        this.parts.when, this.limits, (range) => this.go(range), this.listeners.signal);
      await this.read();
    }

    /** From the address to the page. */
    async read() {
      this.state = address.read(location.search);
      this.shown = history.state?.shown ?? STEP;
      this.field.value = this.state.q;
      await this.run();
    }

    /** A change of the search: a new address, and what is found there. */
    go(change) {
      const state = { ...this.state, ...change };
      const next = address.write(state);
      if (next !== address.write(this.state)) history.pushState(null, "", next);
      this.state = state;
      this.shown = STEP;
      this.run();
    }

    chosen() {
      const checked = [...this.parts.panel.querySelectorAll("input:checked")];
      return Object.fromEntries(Object.entries(address.PARAMETERS).map(([facet, name]) =>
        [facet, checked.filter((box) => box.name === name).map(({ value }) => value)]));
    }

    /** Search and show; a search that was overtaken by a later one shows nothing. */
    async run() {
      const turn = ++this.turn;
      const current = () => turn === this.turn && this.isConnected;
      this.setAttribute("aria-busy", "true");
      try {
        const result = await search.run(this.index, this.state);
        if (current()) await this.show(await this.corrected(result), current);
      } catch (error) {
        if (current()) await this.renew(error);
      } finally {
        if (current()) this.removeAttribute("aria-busy");
      }
    }

    /** Something is not there: perhaps the site was published anew while this page was open. */
    async renew(error) {
      const index = await search.reopen(this.index).catch(() => null);
      if (!index) {
        this.fail(error);
        return;
      }
      this.index = index;
      await this.run();
    }

    /** When not one word is known, what was probably meant is searched for instead. */
    async corrected(result) {
      this.suggestions = await Promise.all(result.query.unknown.map(async (item) => {
        const found = await spelling.suggest(this.index, item.key);
        return found.map(({ form }) => ({ form, q: this.withWord(item, form) }));
      }));
      const [best] = this.suggestions[0] ?? [];
      if (result.query.units.length || !best) return result;
      const q = result.query.unknown.length === 1 ? best.q : this.suggestions.map(([first]) => first?.form ?? "").join(" ");
      const instead = await search.run(this.index, { ...this.state, q });
      return { ...instead, asked: result.query };
    }

    withWord({ start, end }, form) {
      return this.state.q.slice(0, start) + form + this.state.q.slice(end);
    }

    async show(result, current) {
      const { state } = this;
      const empty = search.isEmpty(this.index, state);
      this.result = result;
      const [hits, known] = await Promise.all([
        empty ? [] : search.top(result, state.sort, this.shown),
        this.known(result.query),
      ]);
      const marks = snippet.marking(result.query, known);
      const entries = await Promise.all(hits.map((hit) => results.entry(hit, marks, result.query)));
      if (!current()) return;
      document.title = [state.q.trim(), this.dataset.title].filter(Boolean).join(" · ");
      this.parts.list.replaceChildren(...entries);
      this.say(result, known, empty);
      this.showChart(result, empty);
      this.showControls(result, empty);
      await this.showFacets();
    }

    /** The people, places and bodies that the query names. */
    async known(query) {
      const single = query.units.filter(({ entities }) => entities.length === 1);
      const found = await Promise.all(single.map(({ entities }) => names.who(this.index, entities[0])));
      return found.filter(Boolean);
    }

    say(result, known, empty) {
      const words = (result.asked ?? result.query).unknown;
      const content = words.flatMap(({ start, end }, place) =>
        status.unknown(this.state.q.slice(start, end), this.suggestions[place].map(({ form, q }) =>
          ({ form, q, address: address.write({ ...this.state, q }) }))));
      const lost = !result.query.units.length && words.length > 0;
      if (!empty && !lost) content.push(status.counted(result, this.state));
      this.parts.found.replaceChildren(...content);
      this.parts.note.replaceChildren(...known.flatMap((name) => this.introduce(name)));
      this.parts.note.hidden = !known.length;
    }

    /** A name that was understood: the other forms that were counted with it, and its page. */
    introduce({ heading, forms, address: page }) {
      const typed = cuttings.tokens.fold(this.state.q);
      const others = forms.filter(([, form]) =>
        form !== heading && !typed.includes(cuttings.tokens.fold(form)));
      const content = others.flatMap(([lang, form], place) =>
        [place ? ", " : "Counted with it: ", make("span", { lang: lang === "en" ? null : lang }, form)]);
      return [...content, others.length ? ". See " : "See ", make("a", { href: page }, heading), ". "];
    }

    showChart(result, empty) {
      const { first, last } = this.limits;
      this.range.show(this.state);
      this.parts.when.hidden = !(first < last) || (!empty && result.byYear.size === 0);
      if (this.parts.when.hidden) return;
      const { from, to } = this.state;
      const range = { first, last, from: Math.max(from ?? first, first), to: Math.min(to ?? last, last), chosen: from !== null || to !== null };
      this.parts.chart.replaceChildren(histogram.draw(this.index.years, empty ? new Map() : result.byYear, range));
    }

    showControls(result, empty) {
      for (const radio of this.parts.sorts.querySelectorAll("input")) {
        radio.checked = radio.value === this.state.sort;
      }
      this.parts.hint.hidden = !empty;
      this.parts.sorts.hidden = result.total < 2 || empty;
      const left = empty ? 0 : result.total - this.parts.list.children.length;
      this.parts.more.hidden = left <= 0;
      this.parts.more.textContent = `Show ${Math.min(left, STEP)} more`;
    }

    /** Counts are made only when they can be seen. */
    async showFacets() {
      const { panel, filters } = this.parts;
      if (!this.result || this.counted === this.result) return;
      if (!filters.open && !panel.checkVisibility()) return;
      const { result } = this;
      this.counted = result;
      await facets.show(panel, result, this.state);
    }

    async showMore() {
      const before = this.parts.list.children.length;
      this.shown += STEP;
      history.replaceState({ shown: this.shown }, "");
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
