/**
 * <cite-this>: a button beside each citation that copies it, with its italics where the
 * clipboard takes them. Without JavaScript the citations are there, to be selected with a click.
 */
(() => {
  "use strict";

  const plain = (quote) => quote.textContent.replace(/\s+/gu, " ").trim();

  const blob = (type, text) => new Blob([text], { type });

  /** Both ways, so that a text editor has words and a word processor italics. */
  const put = async (quote) => {
    const { clipboard } = navigator;
    const words = plain(quote);
    if (!globalThis.ClipboardItem || !clipboard.write) return clipboard.writeText(words);
    const both = { "text/plain": blob("text/plain", words), "text/html": blob("text/html", quote.innerHTML) };
    return clipboard.write([new ClipboardItem(both)]);
  };

  class CiteThis extends HTMLElement {
    connectedCallback() {
      this.listeners = new AbortController();
      const { signal } = this.listeners;
      this.added = [...this.querySelectorAll(".quote")].map((quote) => this.row(quote, signal));
    }

    /** A button below a citation, and room to say what became of it. */
    row(quote, signal) {
      const row = document.createElement("p");
      const button = document.createElement("button");
      const said = document.createElement("span");
      const style = quote.parentElement.querySelector("summary").textContent;
      button.type = "button";
      button.textContent = "Copy";
      button.setAttribute("aria-label", `Copy, ${style}`);
      button.addEventListener("click", () => this.copy(quote, said), { signal });
      said.setAttribute("role", "status");
      row.append(button, " ", said);
      quote.after(row);
      return row;
    }

    disconnectedCallback() {
      this.listeners.abort();
      for (const element of this.added) element.remove();
    }

    async copy(quote, said) {
      try {
        await put(quote);
        said.textContent = "Copied.";
      } catch {
        // Over plain HTTP there may be no clipboard.
        getSelection().selectAllChildren(quote);
        said.textContent = "The citation is selected; copy it as you copy text.";
      }
    }
  }

  customElements.define("cite-this", CiteThis);
})();
