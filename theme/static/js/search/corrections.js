/** What a query probably means: other words to offer, and what to search for instead. */
cuttings.corrections = (() => {
  "use strict";

  const { address, spelling, status } = cuttings;

  /**
   * @typedef {{start: number, end: number, offers: {form: string, q: string, address: string}[]}} Word
   * @typedef {{unknown: Word[], doubts: Word[], q: string}} Corrections
   * `doubts`: words that are there, but hardly; `q`: what to search for
   * @param {object} state @param {object} query @returns {Promise<Corrections>}
   */
  async function find(index, state, query) {
    const [unknown, doubts] = await Promise.all([
      Promise.all(query.unknown.map(async (item) => ({ ...item, found: await spelling.suggest(index, item.key) }))),
      state.exact ? [] : spelling.doubts(index, query),
    ]);
    const offered = (word) => ({ ...word, offers: word.found.map(({ form }) => offer(state, word, form)) });
    return {
      unknown: unknown.map(offered),
      doubts: doubts.map(({ item, found }) => offered({ ...item, found })),
      q: instead(state, unknown, query.units.length > 0),
    };
  }

  function offer(state, { start, end }, form) {
    const q = state.q.slice(0, start) + form + state.q.slice(end);
    return { form, q, address: address.write({ ...state, q }) };
  }

  /** The best of the suggestions, where no word is known or a name is but written another way. */
  function instead({ q, exact }, unknown, isAnyKnown) {
    const parts = [];
    let at = 0;
    for (const { start, end, found: [best] } of unknown) {
      const taken = best && (!isAnyKnown || (best.sure && !exact));
      parts.push(q.slice(at, start), taken ? best.form : q.slice(start, end));
      at = end;
    }
    return parts.join("") + q.slice(at);
  }

  /** @param {object} state @param {Corrections} corrections */
  function said({ q }, { unknown, doubts }) {
    return [
      ...unknown.flatMap(({ start, end, offers }) => status.unknown(q.slice(start, end), offers)),
      ...doubts.flatMap(({ offers }) => status.perhaps(offers)),
    ];
  }

  return { find, said };
})();
