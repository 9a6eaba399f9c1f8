/**
 * Records that begin with what is typed: people, places, organisations, tags and sources. Two
 * tables know them. The facets' tell how the most frequent ones are filed, so these are found by
 * any of their words and come first; that of the names knows every record in every form and script.
 */
cuttings.records = (() => {
  "use strict";

  const { tokens, names, address: { PARAMETERS }, typed: { begins } } = cuttings;
  const { load, name, route } = cuttings.chunks;
  /** How a name fits what is typed, best first. */
  const [WHOLE, START, LATER, OTHER] = [0, 1, 2, 3];
  /** Files of names that are read for one beginning. */
  const FILES = 2;
  /** Frequent records of each index. @type {WeakMap<object, Promise<object[]>>} */
  const frequent = new WeakMap();

  /**
   * @typedef {{address: string, heading: string, kind: string, form: ?string[]}} Found
   * `form` is `[language, form]`, where another form than the heading is what fits
   * @param {object} typed @param {number} most @returns {Promise<Found[]>} the likeliest first
   */
  async function find(index, typed, most) {
    const found = new Map();
    for (const { entity, filed, orders } of await listed(index)) {
      const fit = Math.min(...orders.map((words) => fitOf(words, typed)));
      found.set(entity, { entity, filed, fit, key: null });
    }
    const bare = { ...typed, words: typed.words.slice(names.leading(typed.words)) };
    for (const [key, entities] of await rows(index, bare)) {
      for (const entity of entities) {
        const before = found.get(entity) ?? { entity, filed: null, fit: OTHER };
        const fit = fitOf(key.split(" "), bare);
        if (fit < before.fit) found.set(entity, { ...before, fit, key: before.fit === OTHER ? key : before.key });
      }
    }
    // The sort is stable: frequent records come before others that fit as well.
    const best = [...found.values()].filter(({ fit }) => fit < OTHER).sort((one, other) => one.fit - other.fit);
    return Promise.all(best.slice(0, most).map((each) => told(index, each, typed)));
  }

  /** Whether words are what is typed, begin with it, or have it further on. */
  function fitOf(words, typed) {
    if (words.join(" ") === typed.words.join(" ")) return WHOLE;
    const place = words.findIndex((_, from) => begins(words.slice(from).join(" "), typed));
    if (place < 0) return OTHER;
    return place ? LATER : START;
  }

  function listed(index) {
    if (!frequent.has(index)) {
      const reading = read(index).catch((error) => {
        frequent.delete(index);
        throw error;
      });
      frequent.set(index, reading);
    }
    return frequent.get(index);
  }

  /** The first file of each facet of the largest segment, most frequent values first. */
  async function read(index) {
    const [segment] = [...index.segments].sort((one, other) => other.docs - one.docs);
    // Languages are no records, and have no such file.
    const there = Object.keys(PARAMETERS).filter((kind) => kind !== "languages" && segment?.meta[kind]?.length);
    const files = await Promise.all(there.map((kind) => load(segment, `${kind}-0`)));
    const values = files.flatMap((file, number) => file.map(([id, filed], place) =>
      ({ entity: `@${there[number]}/${id}`, filed, place, orders: ordersOf(filed) })));
    return values.sort((one, other) => one.place - other.place);
  }

  /** "Lavrov, Sergey" may be typed in either order. */
  function ordersOf(filed) {
    const [first, ...rest] = filed.split(", ").map(tokens.keysIn);
    return [[...first, ...rest.flat()], [...rest.flat(), ...first]];
  }

  /** Rows of the names that begin so, as far as `FILES` files hold them. */
  async function rows(index, typed) {
    const folder = index.manifest.names;
    const firsts = await names.leads(index, "names");
    const start = typed.words.join(" ");
    const own = firsts.slice(route(firsts, start), route(firsts, `${start}\uffff`) + 1);
    const files = await Promise.all(own.slice(0, FILES).map((first) => load(folder, `names-${name(first)}`)));
    return files.flat().filter(([key]) => begins(key, typed));
  }

  /** What is shown of a record. Only where another form fits, more of it has to be read. */
  async function told(index, { entity, filed, key }, typed) {
    const kind = PARAMETERS[entity.slice(1, entity.indexOf("/"))];
    const known = key === null ? null : await names.who(index, entity);
    const heading = filed ?? known?.heading ?? key;
    const fits = (form) => ordersOf(form).some((words) => fitOf(words, typed) < OTHER);
    const form = key === null || fits(heading) ? null : known?.forms.find(([, each]) => fits(each)) ?? [null, key];
    return { address: `${entity.slice(1)}.html`, heading, kind, form };
  }

  return { find };
})();
