/**
 * <reading-keys>: the keys of an article's page, and a switch for them.
 *
 * The arrows are no characters, which speech input could take for words (WCAG 2.1.4), and are in
 * the same place on every keyboard; the one character, "/", can be switched off with them.
 */
(() => {
  "use strict";

  const KEY = "cuttings-keys";
  const OFF = "off";
  const WAYS = { ArrowLeft: "prev", ArrowRight: "next" };
  const HOLDS = "input:not([type=checkbox]), select, textarea, audio, video, [contenteditable], .frame";

  /** Storage may be forbidden; then it holds for this page. */
  const areOn = () => {
    try {
      return localStorage.getItem(KEY) !== OFF;
    } catch {
      return true;
    }
  };

  const keep = (on) => {
    try {
      if (on) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, OFF);
    } catch {
      // As above.
    }
  };

  class ReadingKeys extends HTMLElement {
    connectedCallback() {
      this.listeners = new AbortController();
      const { signal } = this.listeners;
      this.box = document.createElement("input");
      this.box.type = "checkbox";
      this.box.checked = areOn();
      const label = document.createElement("label");
      label.append(this.box, " Keys: ← earlier, → later, / search");
      this.replaceChildren(label);
      this.box.addEventListener("change", () => keep(this.box.checked), { signal });
      // Another tab of the archive chose.
      window.addEventListener("storage", () => { this.box.checked = areOn(); }, { signal });
      document.addEventListener("keydown", (event) => this.press(event), { signal });
    }

    disconnectedCallback() {
      this.listeners.abort();
    }

    press(event) {
      if (!this.box.checked || event.defaultPrevented || event.isComposing || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(HOLDS)) return;
      const way = WAYS[event.key];
      if (event.key === "/") search(event);
      else if (way && !event.shiftKey && !isTaken()) document.querySelector(`.seq a[rel="${way}"]`)?.click();
    }
  }

  /** The arrows belong to a selection, and to a page that is wider than the window. */
  function isTaken() {
    const { scrollWidth, clientWidth } = document.documentElement;
    return !getSelection().isCollapsed || scrollWidth > clientWidth || (window.visualViewport?.scale ?? 1) > 1;
  }

  function search(event) {
    const field = document.querySelector(".masthead input[type=search]");
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  }

  customElements.define("reading-keys", ReadingKeys);
})();
