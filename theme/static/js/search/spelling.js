/** "Did you mean": words of the archive that differ little from one it does not have. */
cuttings.spelling = (() => {
  "use strict";

  const { route } = cuttings.chunks;
  const FILES = 12;
  const SHOWN = 3;

  /** @typedef {{form: string, met: number, distance: number}} Suggestion */
  async function suggest(index, word) {
    const limit = word.length < 4 ? 1 : 2;
    if (word.length < 3 || /\p{N}/u.test(word)) return [];
    const counts = new Map();
    for (const candidates of await Promise.all([...index.segments.map((segment) => near(segment, word)), named(index, word)])) {
      for (const [form, met] of candidates) counts.set(form, (counts.get(form) ?? 0) + met);
    }
    const found = [];
    for (const [form, met] of counts) {
      const distance = edits(word, form, limit);
      if (distance <= limit && distance < form.length / 2) found.push({ form, met, distance });
    }
    found.sort((one, other) => one.distance - other.distance || other.met - one.met || (one.form < other.form ? -1 : 1));
    return found.filter(({ distance }) => distance === found[0].distance).slice(0, SHOWN);
  }

  /** Forms from the files around a word: those with its first letter, at most `FILES` of them. */
  async function near(segment, word) {
    const places = around(segment.meta.words, word);
    const chunks = await Promise.all(places.map((place) => cuttings.lexicon.chunk(segment, place)));
    return chunks.flatMap((entries) => [...entries].filter(([, { met }]) => met).map(([form, { met }]) => [form, met]));
  }

  /** Single names, those in other scripts too; they count as met once. */
  async function named(index, word) {
    const folder = index.manifest.names;
    const meta = await cuttings.load(`${folder}/meta`);
    const places = around(meta.names, word);
    const rows = await Promise.all(places.map((place) => cuttings.load(`${folder}/names-${place}`)));
    return rows.flat().map(([key]) => key).filter((key) => !key.includes(" ")).map((key) => [key, 1]);
  }

  function around(firsts, word) {
    if (!firsts.length) return [];
    if (firsts.length <= FILES) return [...firsts.keys()];
    const middle = route(firsts, word);
    const low = Math.max(route(firsts, word[0]), middle - FILES / 2);
    const high = Math.min(route(firsts, `${word[0]}\uffff`), middle + FILES / 2);
    return Array.from({ length: high - low + 1 }, (_, place) => low + place);
  }

  /** Letters put in, left out, changed or swapped; more than `limit` is not told apart. */
  function edits(one, other, limit) {
    if (Math.abs(one.length - other.length) > limit) return limit + 1;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let at = 1; at <= one.length; at += 1) {
      const next = [at];
      for (let to = 1; to <= other.length; to += 1) {
        const changed = one[at - 1] === other[to - 1] ? 0 : 1;
        next[to] = Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + changed);
        const swapped = one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
        if (at > 1 && to > 1 && swapped) next[to] = Math.min(next[to], before[to - 2] + 1);
      }
      [before, row] = [row, next];
    }
    return row[other.length];
  }

  return { suggest };
})();
