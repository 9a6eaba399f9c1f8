/**
 * "Cite or download these": what was found, for use elsewhere. The scripts that only this needs
 * (`js/citations/`) and its data are loaded when somebody opens it.
 */
cuttings.takeaway = (() => {
  "use strict";

  const { make } = cuttings.elements;
  const MOST = 1_000;
  /** How many are looked up before it is said how far it got. */
  const STEP = 100;

  class Takeaway {
    /** @param {HTMLDetailsElement} details @param {AbortSignal} signal */
    constructor(details, signal) {
      const part = (name) => details.querySelector(`[data-part="${name}"]`);
      this.details = details;
      this.list = part("citations");
      this.extent = part("extent");
      this.said = part("said");
      // The page of a tag or a person leads here to cite what it lists.
      details.open = location.hash === `#${details.id}`;
      // Where the site knows its address, the head says it.
      const canonical = document.querySelector("link[rel=canonical]");
      this.site = { name: details.dataset.site, home: new URL(".", canonical?.href ?? location.href).href };
      details.addEventListener("toggle", () => this.cite(), { signal });
      part("copy").addEventListener("click", () => this.copy(), { signal });
      part("formats").addEventListener("click", (event) => this.take(event.target.closest("button")), { signal });
    }

    /** @param {object} result @param {object[]} hits those shown @param {object} state */
    show(result, hits, state) {
      Object.assign(this, { result, hits, state, cited: null });
      const { total } = result;
      const all = total > MOST ? `The first ${figure(MOST)} of ${figure(total)}` : `All ${figure(total)}`;
      this.extent.textContent = total === 1 ? "As a file:" : `${all}, in this order, as a file:`;
      this.said.textContent = "";
      this.details.hidden = !hits.length;
      this.cite();
    }

    /** Write the citations of what is shown, if anybody looks. */
    async cite() {
      const { hits } = this;
      if (!this.details.open || !hits?.length || this.cited === hits) return;
      this.cited = hits;
      this.list.replaceChildren();
      await this.tried(async () => {
        await this.scripts();
        const works = await this.works(hits);
        if (this.hits === hits) this.list.replaceChildren(...works.map(citation));
      });
    }

    scripts() {
      this.loading ??= cuttings.run(this.details.dataset.script).catch((error) => {
        this.loading = null;
        throw error;
      });
      return this.loading;
    }

    works(hits) {
      return Promise.all(hits.map((hit) => cuttings.cite.work(hit, this.site)));
    }

    async copy() {
      const lines = [...this.list.children].map(({ textContent }) => textContent.replace(/\s+/gu, " "));
      try {
        await navigator.clipboard.writeText(`${lines.join("\n")}\n`);
        this.said.textContent = lines.length === 1 ? "Copied." : `Copied ${lines.length} citations.`;
      } catch {
        // From disk and over plain HTTP there may be no clipboard.
        getSelection().selectAllChildren(this.list);
        this.said.textContent = "The citations are selected; copy them as you copy text.";
      }
    }

    /** @param {?HTMLButtonElement} button its value is a format */
    async take(button) {
      if (!button || this.busy) return;
      this.busy = true;
      await this.tried(() => this.save(button.value));
      this.busy = false;
    }

    /** @param {"csl" | "bibtex" | "ris" | "csv"} format */
    async save(format) {
      const { result, state } = this;
      await this.scripts();
      const { download, [format]: written } = cuttings;
      const hits = await cuttings.order.top(result, state.sort, MOST);
      const works = [];
      for (let at = 0; at < hits.length; at += STEP) {
        works.push(...await this.works(hits.slice(at, at + STEP)));
        if (result !== this.result) return;
        if (works.length < hits.length) this.said.textContent = `${figure(works.length)} of ${figure(hits.length)}`;
      }
      const name = `${download.fileName(this.site.name, state.q || "search")}.${written.ending}`;
      download.save(name, written.type, written.write(works));
      const count = figure(works.length);
      this.said.textContent = works.length < result.total
        ? `The first ${count} of ${figure(result.total)} are in ${name}; narrow the search to have the rest.`
        : `${count} in ${name}.`;
    }

    /** The site may have been published anew, or the connection be gone. */
    async tried(what) {
      try {
        await what();
      } catch (error) {
        this.cited = null;
        this.said.textContent = "The citations could not be read. Load the page again.";
        console.warn(error);
      }
    }
  }

  function citation(work) {
    const lang = work.lang === document.documentElement.lang ? null : work.lang;
    const written = cuttings.cite.say(work).map(({ words, italic, own }) => {
      if (italic) return make("i", {}, words);
      return own && lang ? make("bdi", { lang }, words) : words;
    });
    return make("li", {}, ...written);
  }

  function figure(count) {
    return count.toLocaleString("en");
  }

  return { Takeaway };
})();
