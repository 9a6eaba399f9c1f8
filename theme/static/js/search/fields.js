/** Fields of a query: person:lavrov, tag:"oil price", -source:mint. Each is a filter in words. */
cuttings.fields = (() => {
  "use strict";

  const { tokens, names, lexicon, syntax } = cuttings;

  /**
   * @param {object[]} clauses those of `syntax` that are fields
   * @returns {Promise<{required: object[], excluded: object[], unplaced: object[]}>} units by whether
   * an article must or may not have one of their entities, and what names nothing
   */
  async function read(index, clauses, { typing = false }) {
    const found = { required: [], excluded: [], unplaced: [] };
    for (const { field, value, minus } of clauses) {
      const facet = index.manifest.facets.includes(field);
      const terms = facet ? await entitiesOf(index, field, value) : [];
      if (terms.length) {
        found[minus ? "excluded" : "required"].push({ terms, entities: terms, items: [], covers: 0 });
      } else if (!typing && !syntax.isDate(value)) {
        found.unplaced.push({ field, value });
      }
    }
    return found;
  }

  /** By any name on record, or by the name of its file; a language by its name or its tag. */
  async function entitiesOf(index, facet, value) {
    const languages = facet === "languages" ? index.segments.flatMap(({ meta }) => meta.languages) : [];
    const called = languages.find(([, label]) => tokens.fold(label) === tokens.fold(value));
    if (called) return [`@languages/${called[0]}`];
    const key = names.filed(tokens.keysIn(value));
    const row = key ? await names.row(index, "names", key) : undefined;
    const named = (row?.[1] ?? []).filter((entity) => entity.startsWith(`@${facet}/`));
    if (named.length) return named;
    const entity = `@${facet}/${value.toLowerCase()}`;
    const records = await Promise.all(index.segments.map((segment) => lexicon.find(segment, entity)));
    return records.some(Boolean) ? [entity] : [];
  }

  return { read };
})();
