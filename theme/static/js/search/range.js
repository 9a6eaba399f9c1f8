/**
 * The choice of years: two sliders under the histogram, and two number fields that say the
 * same for hands that cannot drag.
 */
cuttings.range = (() => {
  "use strict";

  const { yearOf } = cuttings.address;

  /** @typedef {{first: number, last: number}} Limits of the whole archive */
  class Range {
    /** @param {HTMLElement} figure @param {Limits} limits @param {(range: object) => void} change */
    constructor(figure, limits, change, signal) {
      this.limits = limits;
      this.inputs = {
        from: [...figure.querySelectorAll("[data-year=from]")],
        to: [...figure.querySelectorAll("[data-year=to]")],
      };
      for (const [end, inputs] of Object.entries(this.inputs)) {
        for (const input of inputs) {
          input.min = limits.first;
          input.max = limits.last;
          input.addEventListener("input", () => this.follow(end, input), { signal });
          input.addEventListener("change", () => change(this.settle(end, input)), { signal });
        }
      }
    }

    /** While dragging, the number says where; an end cannot pass the other. */
    follow(end, input) {
      if (input.type === "range") this.put(end, this.bounded(end, input.valueAsNumber));
    }

    /** The end that was chosen, as in the address; null where it is that of the archive. */
    settle(end, input) {
      const year = this.bounded(end, input.valueAsNumber);
      this.put(end, year);
      const edge = end === "from" ? this.limits.first : this.limits.last;
      return { [end]: year === edge ? null : String(year).padStart(4, "0") };
    }

    bounded(end, year) {
      const { first, last } = this.limits;
      const least = end === "to" ? this.inputs.from[0].valueAsNumber : first;
      const most = end === "from" ? this.inputs.to[0].valueAsNumber : last;
      if (Number.isNaN(year)) return end === "from" ? first : last;
      return Math.min(Math.max(year, least), most);
    }

    put(end, year) {
      for (const input of this.inputs[end]) input.value = year;
    }

    /** Show the range of a state, by the year. @returns {{from: number, to: number}} */
    show(state) {
      const { first, last } = this.limits;
      const from = state.from === null ? first : Math.max(yearOf(state.from), first);
      const to = state.to === null ? last : Math.min(yearOf(state.to), last);
      this.put("from", from);
      this.put("to", to);
      return { from, to };
    }
  }

  return { Range };
})();
