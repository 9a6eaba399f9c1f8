/** Articles on one event stand together: the best of them as found, the others named below it. */
cuttings.events = (() => {
  "use strict";

  const EVENT = 9;

  /**
   * Nothing is left out and no other hit moves. @param {object[]} hits in their order
   * @returns {{hit: object, others: object[]}[]}
   */
  function group(hits) {
    const groups = [];
    const known = new Map();
    for (const hit of hits) {
      const event = hit.card[EVENT];
      if (event && known.has(event)) {
        known.get(event).others.push(hit);
        continue;
      }
      const own = { hit, others: [] };
      groups.push(own);
      known.set(event, own);
    }
    return groups;
  }

  return { group };
})();
