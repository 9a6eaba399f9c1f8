"use strict";

/**
 * <on-this-day>: a link to the calendar of all years becomes one to today in it.
 *
 * The reader's own clock says what today is; without JavaScript the link leads to the calendar,
 * or is not there where the calendar itself is.
 */
customElements.define(
  "on-this-day",
  class extends HTMLElement {
    connectedCallback() {
      const link = this.querySelector("a");
      const now = new Date();
      const [month, day] = [now.getMonth() + 1, now.getDate()].map((n) => `${n}`.padStart(2, "0"));
      const words = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" }).format(now);
      // On the calendar itself the way is to the day alone.
      link.href = `${link.hidden ? "" : link.getAttribute("href").split("#")[0]}#d${month}-${day}`;
      link.textContent = `${link.textContent.split(",")[0]}, ${words}`;
      link.hidden = false;
    }
  },
);
