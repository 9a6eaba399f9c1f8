/**
 * <text-check>: around the digest of the article's text, a button that computes it again from the
 * text on the page. It says whether the two are the same, and no more than that.
 */
(() => {
  "use strict";

  const SAME = "Unchanged since publication.";
  const OTHER = "Not the text that was published.";

  class TextCheck extends HTMLElement {
    connectedCallback() {
      this.listeners = new AbortController();
      const { signal } = this.listeners;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "Check this text";
      const said = document.createElement("output");
      this.added = document.createElement("span");
      this.added.append(button, " ", said);
      this.append(this.added);
      button.addEventListener("click", () => this.check(said), { signal });
    }

    disconnectedCallback() {
      this.listeners.abort();
      this.added.remove();
    }

    /** @param {HTMLOutputElement} said */
    async check(said) {
      said.textContent = "";
      const published = this.querySelector("code").textContent.match(/\b[0-9a-f]{8}\b/g).join("");
      const found = await reading.sha256(reading.words(document.getElementById("text")));
      said.textContent = found === published ? SAME : OTHER;
      this.classList.toggle("failed", found !== published);
    }
  }

  customElements.define("text-check", TextCheck);
})();
