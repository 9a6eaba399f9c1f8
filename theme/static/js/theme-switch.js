"use strict";

/**
 * <theme-switch>: light, dark, or as the system has it.
 *
 * This file stands in the head and is not deferred, so that a chosen theme is there before
 * the first paint. Without JavaScript the system decides, and the element stays empty.
 */
(() => {
  const KEY = "cuttings-theme";
  const THEMES = { system: "As the system", light: "Light", dark: "Dark" };
  const root = document.documentElement;

  /** The chosen theme. Storage may be forbidden, or hold what another page left there. */
  const chosen = () => {
    try {
      const theme = localStorage.getItem(KEY);
      return Object.hasOwn(THEMES, theme) ? theme : "system";
    } catch {
      return "system";
    }
  };

  const keep = (theme) => {
    try {
      if (theme === "system") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme);
    } catch {
      // It holds for this page at least.
    }
  };

  const show = (theme) => {
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
  };

  class ThemeSwitch extends HTMLElement {
    connectedCallback() {
      this.listeners = new AbortController();
      const { signal } = this.listeners;
      const select = document.createElement("select");
      for (const [theme, word] of Object.entries(THEMES)) select.add(new Option(word, theme));
      select.value = chosen();
      const label = document.createElement("label");
      label.append("Colours ", select);
      this.replaceChildren(label);
      select.addEventListener("change", () => this.choose(select.value), { signal });
      // Another tab of the archive chose.
      window.addEventListener("storage", () => this.follow(select), { signal });
    }

    disconnectedCallback() {
      this.listeners.abort();
    }

    choose(theme) {
      keep(theme);
      show(theme);
    }

    follow(select) {
      select.value = chosen();
      show(select.value);
    }
  }

  // This file is on every page: where a search led to an article, it has the words marked.
  if (/[?&]found=/.test(location.search)) {
    const script = document.createElement("script");
    script.src = new URL("found.js", document.currentScript.src);
    document.head.append(script);
  }

  show(chosen());
  customElements.define("theme-switch", ThemeSwitch);
})();
