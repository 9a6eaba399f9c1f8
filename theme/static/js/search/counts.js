/**
 * How many of the articles found have each value of a facet. Documents are listed by value, frequent
 * ones first, so who wants the foremost few reads until no later value can be among them: it is
 * nowhere more often than in all articles. Of few results the cards say it.
 */
cuttings.counts = (() => {
  "use strict";

  const { Numbers } = cuttings.varint;
  const { Bits } = cuttings.huffman;
  const { addsUp, bitOf } = cuttings.filters;
  /** Files of lists that are read before somebody asks for more; one has some 18 KB, compressed. */
  const FILES = 14;
  /** So many results have their cards on the page. */
  const SEEN = 10;
  /** Of each segment so many times as many values are looked at as are wanted. */
  const DEPTH = 3;
  /** Kinds of records that are named in cards. */
  const NAMED = ["people", "places", "organisations", "tags"];
  /** The documents of each value, by file, as read. @type {WeakMap<object, Map<string, Uint32Array[]>>} */
  const read = new WeakMap();

  /**
   * @typedef {{id: string, label: string, count: number}} Value
   * @typedef {{values: Value[], isExact: boolean, looked: number, isAll: boolean}} Found `values`: most
   * articles first. `isExact`: no other value has more of them than the last; else `looked` at were the
   * so many most frequent ones. `isAll`: there are no others.
   * @param {number} most how many values @param {boolean} [whole] read as much as it takes
   * @returns {Promise<Found>}
   */
  async function foremost(result, facet, most, whole = false) {
    const parts = partsOf(result, facet);
    const files = parts.flatMap((part) => part.files).sort((one, other) => other.share - one.share);
    const hits = parts.reduce((sum, part) => sum + part.hits, 0);
    if (NAMED.includes(facet) && hits <= Math.max(SEEN, files.length)) return onCards(parts, facet, most);
    return byLists(parts, files, facet, most, whole ? files.length : Math.max(FILES, parts.length));
  }

  /**
   * Choosing sources or languages adds articles, so their counts leave the chosen ones out of account;
   * choosing anything else narrows.
   */
  function partsOf({ index, parts }, facet) {
    const ignored = addsUp(facet) ? bitOf(index, facet) : 0;
    return parts.map((part) => partOf(part, facet, ignored));
  }

  /** A segment: which documents are wanted, and how many have each value, as far as its files were read. */
  function partOf({ segment, matches, refused }, facet, ignored) {
    const wanted = new Uint8Array(segment.docs);
    let hits = 0;
    for (let document = 0; document < wanted.length; document += 1) {
      if (!matches[document] || refused[document] & ~ignored) continue;
      wanted[document] = 1;
      hits += 1;
    }
    const part = { segment, wanted, hits, own: [], files: [], next: 0 };
    const tops = segment.meta.lists[facet];
    for (let at = 0; at < tops.length; at += 2) {
      part.files.push({ part, number: at / 2, most: tops[at + 1], share: tops[at + 1] / segment.docs });
    }
    return part;
  }

  async function onCards(parts, facet, most) {
    const found = new Map();
    await Promise.all(parts.flatMap(({ segment, wanted }) => [...wanted.keys()]
      .filter((document) => wanted[document])
      .map(async (document) => {
        const names = (await cuttings.chunks.record(segment, "cards", document))[8];
        for (const [entity, label] of new Map(names)) {
          const id = entity.slice(facet.length + 2);
          if (entity !== `@${facet}/${id}`) continue;
          found.set(id, { id, label, count: (found.get(id)?.count ?? 0) + 1 });
        }
      })));
    return { values: ordered([...found.values()]).slice(0, most), isExact: true, looked: found.size, isAll: found.size <= most };
  }

  /** Each time as many files as before and as many again. */
  async function byLists(parts, files, facet, most, limit) {
    const all = Math.min(files.length, limit);
    let done = 0;
    for (let upto = parts.length; ; upto *= 2) {
      const now = files.slice(done, Math.min(upto, all));
      await Promise.all(now.map((file) => countFile(file, facet)));
      done += now.length;
      const isSettled = parts.every((part) => later(part) <= (largest(part, most)[most - 1]?.[1] ?? 0));
      if (!isSettled && done < all) continue;
      const found = await chosen(parts, facet, most, most * DEPTH);
      if (found.isExact || (done >= all && done < files.length)) return found;
      if (done >= files.length) return deeper(parts, facet, most);
    }
  }

  /** Where all was read, some values may still stand so far behind in each segment that nobody looked. */
  async function deeper(parts, facet, most) {
    for (let many = most * DEPTH * DEPTH; ; many *= DEPTH) {
      const found = await chosen(parts, facet, most, many);
      if (found.isExact) return found;
    }
  }

  async function countFile({ part, number }, facet) {
    part.next = Math.max(part.next, number + 1);
    const lists = await listsIn(part.segment, facet, number);
    const first = part.segment.meta.lists[facet][number * 2];
    lists.forEach((documents, place) => {
      let many = 0;
      for (const document of documents) many += part.wanted[document];
      part.own[first + place] = many;
    });
  }

  async function listsIn(segment, facet, number) {
    const name = `${facet}-lists-${number}`;
    const text = await cuttings.chunks.load(segment, name);
    if (!read.has(segment)) read.set(segment, new Map());
    const known = read.get(segment);
    if (!known.has(name)) known.set(name, decode(text, segment.docs));
    return known.get(name);
  }

  /** How many documents each value has, by how many fewer than the one before; then which, in bits. */
  function decode(text, docs) {
    const [counts, coded] = text.split(" ");
    const numbers = new Numbers(counts);
    const bits = new Bits(coded);
    const lists = [];
    for (let many = numbers.next(); ; many -= numbers.next()) {
      lists.push(list(bits, many, docs));
      if (!numbers.more) return lists;
    }
  }

  /** Distances in a Rice code: the last bits as they are, behind a one for each time there are more. */
  function list(bits, many, docs) {
    const rest = Math.max(31 - Math.clz32((docs * 11) / (many * 16)), 0);
    const found = new Uint32Array(many);
    let document = -1;
    for (let place = 0; place < many; place += 1) {
      document += 1 + bits.run(1) * 2 ** rest + bits.number(rest);
      found[place] = document;
    }
    return found;
  }

  /** How many of the articles found a value that was not read may have at most. */
  function later({ files, next, hits }) {
    return Math.min(files[next]?.most ?? 0, hits);
  }

  /** The values of most articles, `[number, count]`. */
  function largest({ own }, many) {
    const met = [...own.entries()].filter(([, count]) => count);
    return met.sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, many);
  }

  /** The foremost values over all segments, of so `many` in each. */
  async function chosen(parts, facet, most, many) {
    const known = await Promise.all(parts.map((part) => knownIn(part, facet, many)));
    const labels = new Map(known.flatMap(({ values }) => [...values].map(([id, { label }]) => [id, label])));
    /** A count, or what it is at most or at least. */
    const sum = (id, other) => known.reduce((total, each) => total + (each.values.get(id)?.count ?? other(each)), 0);
    const rough = new Map([...labels.keys()].map((id) => [id, sum(id, () => 0)]));
    const ids = [...labels.keys()].sort((one, other) => rough.get(other) - rough.get(one));
    const values = ordered(await Promise.all(ids.slice(0, most).map(async (id) => {
      const own = await Promise.all(known.map((each) => countIn(each, facet, id)));
      return { id, label: labels.get(id), count: own.reduce((total, count) => total + count, 0) };
    })));
    const others = Math.max(...["", ...ids.slice(most)].map((id) => sum(id, ({ rest }) => rest)));
    return {
      values,
      isExact: others <= (values.length < most ? 0 : values[most - 1].count),
      looked: Math.max(0, ...parts.map(({ own }) => own.length)),
      isAll: others === 0,
    };
  }

  /** The foremost values of a segment by id. `rest`: what any other has at most. */
  async function knownIn(part, facet, many) {
    const most = largest(part, many + 1);
    const values = new Map(await Promise.all(most.slice(0, many).map(async ([number, count]) => {
      const [id, label] = await valueOf(part.segment, facet, number);
      return [id, { label, count }];
    })));
    return { part, values, rest: Math.max(most[many]?.[1] ?? 0, later(part)) };
  }

  /** A value that is foremost elsewhere is counted by its articles. */
  async function countIn({ part, values, rest }, facet, id) {
    return values.get(id)?.count ?? (rest ? countOf(part, facet, id) : 0);
  }

  async function countOf({ segment, wanted }, facet, id) {
    const { docs } = await cuttings.postings.find(segment, `@${facet}/${id}`);
    return docs.reduce((sum, document) => sum + wanted[document], 0);
  }

  /** How many of the articles found have one value. */
  async function of(result, facet, id) {
    const own = await Promise.all(partsOf(result, facet).map((part) => countOf(part, facet, id)));
    return own.reduce((sum, count) => sum + count, 0);
  }

  /** Languages are few, and stand in `meta`. @returns {Promise<[string, string]>} id and filed form */
  function valueOf(segment, facet, number) {
    return facet === "languages" ? segment.meta.languages[number] : cuttings.chunks.record(segment, facet, number);
  }

  function ordered(values) {
    return values.sort((one, other) => other.count - one.count || one.label.localeCompare(other.label, "en"));
  }

  return { foremost, of };
})();
