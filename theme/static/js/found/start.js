/** What the scripts of this page share; `registry.js` is that of the search page. */
const cuttings = {};
