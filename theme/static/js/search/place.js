/**
 * One's place in the browser's history: an entry for each search that was meant, and in the
 * entry what it takes to find the page again as it was left. What is searched for while
 * somebody types is a draft: it stands in the place of the entry before, until it is meant.
 */
cuttings.place = (() => {
  "use strict";

  const PAUSE = 150;

  class Place {
    /** @param {HTMLElement} list the results */
    constructor(list, signal) {
      this.list = list;
      history.scrollRestoration = "manual"; // the browser would look before the results are there
      const on = (target, type, act) => target.addEventListener(type, act, { signal });
      on(window, "scroll", () => this.scrolled());
      on(window, "pagehide", () => this.keep());
      on(list, "click", (event) => this.leave(event));
    }

    /** What the entry at hand remembers. @returns {{shown?: number, begun?: boolean, y?: number, at?: string}} */
    get memory() {
      return history.state ?? {};
    }

    /** @param {object} [more] */
    keep(more = {}) {
      clearTimeout(this.pause);
      history.replaceState({ ...this.memory, y: window.scrollY, ...more }, "");
    }

    scrolled() {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.keep(), PAUSE);
    }

    /** Which result is opened. */
    leave({ target }) {
      const at = target.closest("h3 a")?.pathname;
      if (at) this.keep({ at });
    }

    /** @param {string} address @param {object} memory */
    draft(address, memory) {
      this.before ??= { memory: { ...this.memory, y: window.scrollY }, address: location.search };
      clearTimeout(this.pause);
      history.replaceState(memory, "", address);
    }

    /** The draft is meant after all: what it stood in the place of is put back behind it. */
    settle() {
      if (this.before) this.push(location.search, this.memory);
    }

    push(address, memory) {
      this.keep();
      const { before } = this;
      this.before = null;
      if (before) history.replaceState(before.memory, "", before.address || location.pathname);
      if (new URL(address, location.href).search === location.search) history.replaceState(memory, "");
      else history.pushState(memory, "", address);
    }

    /** Another entry is at hand. @returns {object} its memory, before scrolling writes to it */
    arrive() {
      clearTimeout(this.pause);
      this.before = null;
      return this.memory;
    }

    /** Where the page was left, once its results are there again. @param {object} memory */
    find({ y, at }) {
      const link = at && [...this.list.querySelectorAll("h3 a")].find(({ pathname }) => pathname === at);
      if (link) link.focus({ preventScroll: true });
      if (y !== undefined) window.scrollTo({ top: y, behavior: "instant" });
    }
  }

  return { Place };
})();
