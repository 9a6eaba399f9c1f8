/** What the scripts of an article's page share. */
const reading = {};
