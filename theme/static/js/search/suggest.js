/**
 * Suggestions under the field: a combobox as WAI-ARIA 1.2 describes it. The focus stays in the
 * field, `aria-activedescendant` says which option is meant. Options are links, so a mouse opens
 * them in windows of their own too.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
cuttings.suggest = (() => {
  "use strict";

  const { make } = cuttings.elements;
  const ID = "suggestions";
  /** Milliseconds after the last key: until the list follows, until somebody is told of it. */
  const PAUSE = 100;
  const SILENCE = 1000;

  class Suggestions {
    /**
     * @param {HTMLInputElement} field
     * @param {(text: string) => Promise<object[]>} find groups for a text, as `offers` has them
     */
    constructor(field, find, signal) {
      Object.assign(this, { field, find, turn: 0, wanted: false, shown: "" });
      this.list = make("div", { role: "listbox", id: ID, class: "offers", "aria-label": "Suggestions", hidden: true });
      this.told = make("p", { class: "visually-hidden", "aria-live": "polite" });
      field.parentElement.append(this.list, this.told);
      for (const [name, value] of Object.entries({
        role: "combobox", "aria-autocomplete": "list", "aria-controls": ID, "aria-expanded": "false",
      })) field.setAttribute(name, value);
      this.listen(signal);
    }

    listen(signal) {
      const on = (target, type, act) => target.addEventListener(type, act, { signal });
      on(this.field, "input", (event) => this.follow(event));
      on(this.field, "compositionend", (event) => this.follow(event));
      on(this.field, "keydown", (event) => this.press(event));
      on(this.field, "blur", () => this.close());
      // The focus stays in the field, or the list would be gone before it is clicked.
      on(this.list, "mousedown", (event) => event.preventDefault());
      on(this.list, "click", () => this.close());
      signal.addEventListener("abort", () => [this.list, this.told].forEach((each) => each.remove()));
    }

    /** Letters of a method of input are not words yet. */
    follow({ isComposing }) {
      if (isComposing) return;
      clearTimeout(this.pause);
      this.mean(null);
      this.wanted = true;
      this.pause = setTimeout(() => this.renew(), PAUSE);
    }

    /** Look anew what there is to suggest, if anybody wants to know. */
    async renew() {
      const turn = ++this.turn;
      if (!this.wanted) return;
      // What cannot be read is for the search to say.
      const groups = await this.find(this.field.value).catch(() => []);
      if (turn === this.turn && this.wanted) this.show(groups);
    }

    async open() {
      this.wanted = true;
      await this.renew();
    }

    close() {
      clearTimeout(this.pause);
      this.wanted = false;
      this.hide();
    }

    get isOpen() {
      return !this.list.hidden;
    }

    get options() {
      return [...this.list.querySelectorAll("[role=option]")];
    }

    get active() {
      return this.list.querySelector("[aria-selected=true]");
    }

    /** The option that is meant stays the same where the new list has it too. */
    show(groups) {
      if (!groups.length) {
        this.hide();
        return;
      }
      const fresh = groups.map(groupOf);
      const shown = fresh.map(({ outerHTML }) => outerHTML).join("");
      if (shown === this.shown) return;
      this.shown = shown;
      const meant = this.active?.getAttribute("href");
      this.list.replaceChildren(...fresh);
      this.options.forEach((option, number) => { option.id = `${ID}-${number}`; });
      this.list.hidden = false;
      this.field.setAttribute("aria-expanded", "true");
      this.mean(this.options.find((option) => option.getAttribute("href") === meant));
      this.tell(this.options.length);
    }

    /** The options stay where they are: one of them may be a link that is being followed. */
    hide() {
      this.shown = "";
      this.mean(null);
      this.list.hidden = true;
      this.field.setAttribute("aria-expanded", "false");
      this.tell(0);
    }

    tell(count) {
      clearTimeout(this.silence);
      this.told.textContent = "";
      if (!count) return;
      this.silence = setTimeout(() => {
        this.told.textContent = count === 1 ? "One suggestion" : `${count} suggestions`;
      }, SILENCE);
    }

    /** @param {?Element} option none: what stands in the field is meant */
    mean(option) {
      for (const each of this.options) each.setAttribute("aria-selected", String(each === option));
      if (option) this.field.setAttribute("aria-activedescendant", option.id);
      else this.field.removeAttribute("aria-activedescendant");
      option?.scrollIntoView({ block: "nearest" });
    }

    /** Up and down the list, and through the field between its end and its beginning. */
    step(by) {
      const places = [undefined, ...this.options];
      const at = places.indexOf(this.active ?? undefined);
      this.mean(places.at((at + by) % places.length));
    }

    press(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const acts = this.isOpen ? OPEN : CLOSED;
      acts[event.altKey ? `Alt+${event.key}` : event.key]?.(this, event);
    }
  }

  /** Keys, by what they do while the list is open and while it is not. */
  const taking = (act) => (list, event) => {
    event.preventDefault();
    return act(list);
  };
  const OPEN = {
    ArrowDown: taking((list) => list.step(1)),
    ArrowUp: taking((list) => list.step(-1)),
    "Alt+ArrowUp": taking((list) => list.close()),
    Escape: taking((list) => list.close()),
    Enter: (list, event) => {
      if (!list.active) return;
      event.preventDefault();
      list.active.click();
    },
    Home: (list) => list.mean(null),
    End: (list) => list.mean(null),
    ArrowLeft: (list) => list.mean(null),
    ArrowRight: (list) => list.mean(null),
  };
  const CLOSED = {
    ArrowDown: taking(async (list) => {
      await list.open();
      if (list.isOpen && !list.active) list.step(1);
    }),
    "Alt+ArrowDown": taking((list) => list.open()),
  };

  function groupOf({ label, offers }, number) {
    const name = make("div", { role: "presentation", id: `${ID}-of-${number}`, class: "sc soft" }, label);
    return make("div", { role: "group", "aria-labelledby": name.id }, name, make("div", {}, ...offers.map(optionOf)));
  }

  function optionOf({ href, q, content }) {
    return make("a", { role: "option", tabindex: -1, "aria-selected": "false", href, "data-q": q }, ...content);
  }

  return { Suggestions };
})();
