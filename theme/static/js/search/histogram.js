/** Years: pale marks are the archive, dark ones what was found, the wash the chosen range. */
cuttings.histogram = (() => {
  "use strict";

  const { svg } = cuttings.elements;
  const TALL = 24;
  const STEP = 6;
  const MARK = 5;
  const WIDTH = 1.38;

  /**
   * @param {Map<number, number>} archive articles by year
   * @param {Map<number, number>} found the same of what was found
   * @param {{first: number, last: number, from: number, to: number, chosen: boolean}} range
   */
  function draw(archive, found, range) {
    const most = Math.max(...archive.values());
    const merged = most > TALL;
    const rows = Math.min(most, TALL);
    const floor = rows * STEP + (merged ? 18 : 4);
    const scale = { floor, merged, pixels: merged ? (TALL * STEP) / most : STEP };
    const picture = svg("svg", { height: floor + 1, role: "img", "aria-label": inWords(found, range) });
    if (range.chosen) picture.append(band(range, floor));
    for (const year of [...archive.keys()].sort((one, other) => one - other)) {
      picture.append(...column(year, archive.get(year), found.get(year) ?? 0, range, scale));
    }
    if (merged) picture.append(...tallest(found, range, scale));
    picture.append(svg("line", { class: "axis", x1: 0, x2: "100%", y1: floor + 0.5, y2: floor + 0.5 }));
    return picture;
  }

  function place(year, { first, last }) {
    return ((year - first) / (last - first)) * 100;
  }

  function band(range, floor) {
    const step = 100 / (range.last - range.first);
    const left = place(range.from, range) - step / 2;
    return svg("rect", {
      class: "band", x: `${left}%`, y: 0, height: floor, width: `${place(range.to, range) + step / 2 - left}%`,
    });
  }

  /** A mark for each article; where a year has more than 24, marks merge to bars. */
  function column(year, all, found, range, { floor, merged, pixels }) {
    const width = Math.min(WIDTH, 75 / (range.last - range.first));
    const x = place(year, range) - width / 2;
    const box = (kind, y, height) => svg("rect", { class: kind, x: `${x}%`, width: `${width}%`, y, height });
    if (!merged) {
      return Array.from({ length: all }, (_, mark) =>
        box(mark < found ? "m" : "m ghost", floor - (mark + 1) * STEP, MARK));
    }
    const bars = [box("m ghost", floor - all * pixels, all * pixels)];
    if (found) {
      bars.push(box("m", floor - found * pixels, found * pixels));
    }
    return bars;
  }

  /** Bars cannot be counted, so the tallest says its number; the others stand beside it. */
  function tallest(found, range, { floor, pixels }) {
    const most = Math.max(0, ...found.values());
    if (most <= TALL) return [];
    const year = [...found.keys()].find((each) => found.get(each) === most);
    const top = { x: `${place(year, range)}%`, y: floor - most * pixels - 4 };
    return [svg("text", { ...top, "text-anchor": "middle", class: "say" }, most.toLocaleString("en"))];
  }

  /** The picture in a sentence. */
  function inWords(found, range) {
    const years = [...found.keys()].sort((one, other) => one - other);
    const counts = years.map((year) => `${found.get(year)} in ${year}`).join(", ");
    const chosen = range.chosen ? ` The range ${range.from} to ${range.to} is chosen.` : "";
    return `${counts ? `Matches by year: ${counts}.` : "No matches."}${chosen}`;
  }

  return { draw };
})();
