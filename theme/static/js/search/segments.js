/** The index as a whole: the manifest and the routing tables of its segments. */
cuttings.segments = (() => {
  "use strict";

  /**
   * @typedef {{year: number, first: number, end: number}} Year documents first to end - 1
   * @typedef {{id: string, version: string, docs: number, years: Year[], meta: object,
   *   long: number, page: number, perFile: object}} Segment
   * @typedef {{manifest: object, segments: Segment[], docs: number, average: number,
   *   years: Map<number, number>}} Index
   */
  let opening = null;

  /** @returns {Promise<Index>} */
  function open() {
    opening ??= read().catch((error) => {
      opening = null;
      throw error;
    });
    return opening;
  }

  /**
   * The index as it is published now; null if that is the one at hand. A page that was open when
   * the site was published anew asks for files that are gone.
   * @param {Index} index @returns {Promise<Index | null>}
   */
  async function reopen(index) {
    cuttings.forget();
    const now = await read(String(Date.now()));
    opening = Promise.resolve(now);
    return JSON.stringify(now.manifest) === JSON.stringify(index.manifest) ? null : now;
  }

  /** @param {string} [version] another one for each time, where browsers may not keep the manifest */
  async function read(version = "") {
    const manifest = await cuttings.load("manifest", version);
    cuttings.tokens.setStop(manifest.stop.split(" "));
    const segments = await Promise.all(manifest.segments.map((entry) => openSegment(manifest, entry)));
    const docs = sum(manifest.segments, "docs");
    const years = new Map();
    for (const { year, first, end } of segments.flatMap((segment) => segment.years)) {
      years.set(year, (years.get(year) ?? 0) + end - first);
    }
    return { manifest, segments, docs, years, average: sum(segments.map(({ meta }) => meta), "total") / (docs || 1) };
  }

  async function openSegment({ long, page, perFile }, entry) {
    const meta = await cuttings.chunks.load(entry, "meta");
    return { ...entry, long, page, perFile, years: readYears(meta.months), meta };
  }

  /** Month counts, added up to years. */
  function readYears(months) {
    const numbers = new cuttings.varint.Numbers(months);
    const years = [];
    let month = 0;
    let document = 0;
    while (numbers.more) {
      month += numbers.next();
      const year = Math.floor(month / 12);
      if (years.at(-1)?.year !== year) years.push({ year, first: document, end: document });
      document += numbers.next();
      years.at(-1).end = document;
    }
    return years;
  }

  function sum(records, key) {
    return records.reduce((total, record) => total + record[key], 0);
  }

  /** The year of a document. @param {Segment} segment @param {number} number */
  function yearOf(segment, number) {
    return segment.years.find(({ end }) => number < end).year;
  }

  return { open, reopen, yearOf };
})();
