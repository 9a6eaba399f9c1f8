/**
 * The choice of years: two sliders under the histogram, and two number fields that say the
 * same for hands that cannot drag.
 */
cuttings.range = (() => {
  "use strict";

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

    /** The range as chosen; null where an end is that of the archive. */
    settle(end, input) {
      this.put(end, this.bounded(end, input.valueAsNumber));
      const [from] = this.inputs.from;
      const [to] = this.inputs.to;
      const { first, last } = this.limits;
      return {
        from: from.valueAsNumber > first ? from.valueAsNumber : null,
        to: to.valueAsNumber < last ? to.valueAsNumber : null,
      };
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

    /** Show the range of a state. */
    show({ from, to }) {
      const { first, last } = this.limits;
      this.put("from", Math.max(from ?? first, first));
      this.put("to", Math.min(to ?? last, last));
    }
  }

  return { Range };
})();
