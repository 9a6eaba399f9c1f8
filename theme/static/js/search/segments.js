/** The index as a whole: the manifest and the routing tables of its segments. */
cuttings.segments = (() => {
  "use strict";

  /**
   * @typedef {{year: number, first: number, end: number}} Year documents first to end - 1
   * @typedef {{month: number, first: number, end: number}} Month counted from January of the year 0
   * @typedef {{id: string, version: string, docs: number, months: Month[], years: Year[], meta: object,
   *   page: number, long: number, perFile: object}} Segment
   * @typedef {{manifest: object, segments: Segment[], docs: number, average: number,
   *   years: Map<number, number>}} Index
   */
  let opening = null;

  /**
   * @param {boolean} [words] whether words are asked for at once: their files come in one then
   * @returns {Promise<Index>}
   */
  function open(words = false) {
    opening ??= read("", words).catch((error) => {
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

  /**
   * Whether the index at hand is the one that is published now. Of a word that came with a newer
   * one the index says itself that nobody has it, and then no file is missed.
   * @param {Index} index
   */
  async function isCurrent(index) {
    cuttings.forget("manifest");
    const manifest = await cuttings.load("manifest", String(Date.now()));
    return JSON.stringify(manifest) === JSON.stringify(index.manifest);
  }

  /** @param {string} [version] another one for each time, where browsers may not keep the manifest */
  async function read(version = "", words = false) {
    const manifest = await cuttings.load("manifest", version);
    cuttings.tokens.setStop(manifest.stop.split(" "));
    const segments = await Promise.all(manifest.segments.map((entry) => openSegment(manifest, entry, words)));
    const docs = sum(manifest.segments, "docs");
    const years = new Map();
    for (const { year, first, end } of segments.flatMap((segment) => segment.years)) {
      years.set(year, (years.get(year) ?? 0) + end - first);
    }
    return { manifest, segments, docs, years, average: sum(segments.map(({ meta }) => meta), "total") / (docs || 1) };
  }

  async function openSegment({ page, long }, entry, words) {
    const meta = entry.meta ?? await cuttings.chunks.load(entry, words ? "asked" : "meta");
    const months = readMonths(meta.months);
    const leads = cuttings.chunks.leads(meta.words);
    return { ...entry, page, long, months, years: yearsOf(months), meta: { ...meta, words: leads } };
  }

  function readMonths(written) {
    const numbers = new cuttings.varint.Numbers(written);
    const months = [];
    let month = 0;
    let first = 0;
    while (numbers.more) {
      month += numbers.next();
      const end = first + numbers.next();
      months.push({ month, first, end });
      first = end;
    }
    return months;
  }

  /** Months, added up to years. */
  function yearsOf(months) {
    const years = [];
    for (const { month, first, end } of months) {
      const year = Math.floor(month / 12);
      if (years.at(-1)?.year !== year) years.push({ year, first, end });
      years.at(-1).end = end;
    }
    return years;
  }

  /**
   * How many documents are filed before a year, month or day begins: 2020, 2020-03, 2020-03-15.
   * Documents are numbered by their day, so these are the first ones. For a day some cards are read.
   */
  async function before(segment, date) {
    const [year, month = 1, day = 1] = date.split("-").map(Number);
    const wanted = year * 12 + month - 1;
    const found = segment.months.find((each) => each.month >= wanted);
    if (!found) return segment.docs;
    if (found.month > wanted || day === 1) return found.first;
    let [low, high] = [found.first, found.end];
    while (low < high) {
      const middle = (low + high) >> 1;
      const [, , filed] = await cuttings.chunks.record(segment, "cards", middle);
      if (filed < date) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function sum(records, key) {
    return records.reduce((total, record) => total + record[key], 0);
  }

  /** The year of a document. @param {Segment} segment @param {number} number */
  function yearOf(segment, number) {
    return segment.years.find(({ end }) => number < end).year;
  }

  return { open, reopen, isCurrent, yearOf, before };
})();
