/**
 * The pauses of somebody who types: after a short one results follow, after a longer one they
 * are told. Until then the sentence that says what was found is silent, or a screen reader
 * would begin to read it with every letter.
 */
cuttings.typing = (() => {
  "use strict";

  const PAUSE = 250;
  const SILENCE = 1000;

  class Typing {
    /**
     * @param {HTMLElement} told a live region
     * @param {{draft: () => void, rest: () => Promise<boolean>}} acts for the one pause and the other
     */
    constructor(field, told, acts, signal) {
      Object.assign(this, { told, acts });
      for (const type of ["input", "compositionend"]) {
        field.addEventListener(type, (event) => this.follow(event), { signal });
      }
      signal.addEventListener("abort", () => this.stop());
    }

    /** Letters of a method of input are not words yet. */
    follow({ isComposing }) {
      if (isComposing) return;
      this.stop();
      this.told.setAttribute("aria-live", "off");
      this.timers = [
        setTimeout(() => this.acts.draft(), PAUSE),
        setTimeout(() => this.rest(this.timers), SILENCE),
      ];
    }

    async rest(timers) {
      const news = await this.acts.rest();
      if (timers !== this.timers) return;
      this.stop();
      if (news) this.speak();
    }

    /** What comes now is meant, and told at once. */
    stop() {
      this.timers?.forEach(clearTimeout);
      this.timers = null;
      this.told.removeAttribute("aria-live");
    }

    /** Only what is put into a live region is told, so its words are put there again. */
    speak() {
      requestAnimationFrame(() =>
        this.told.replaceChildren(...[...this.told.childNodes].map((node) => node.cloneNode(true))));
    }
  }

  return { Typing };
})();
