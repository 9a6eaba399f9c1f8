/** Finding the right file in a routing table: sorted first keys, or sorted first numbers. */
cuttings.chunks = (() => {
  "use strict";

  /** The place of the last entry that is not after `key`; 0 when all are. */
  function route(firsts, key) {
    let low = 0;
    let high = firsts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= key) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Record `number` of a numbered table. @param {{id: string, meta: object}} segment */
  async function record(segment, table, number) {
    const firsts = segment.meta[table];
    const place = route(firsts, number);
    const chunk = await cuttings.load(`${segment.id}/${table}-${place}`);
    return chunk[number - firsts[place]];
  }

  return { route, record };
})();
