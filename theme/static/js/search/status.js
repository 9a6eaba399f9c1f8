/** What was found, in a sentence: "Ten cuttings, 2020 to 2022." */
cuttings.status = (() => {
  "use strict";

  const { make } = cuttings.elements;
  const NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

  function number(count) {
    return NUMBERS[count] ?? count.toLocaleString("en");
  }

  function cuttingsOf(count) {
    return `${number(count)} ${count === 1 ? "cutting" : "cuttings"}`;
  }

  function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  /** @param {object} result @param {object} state */
  function counted(result, state) {
    if (!result.total) return state.q.trim() ? "No cutting fits." : "No cutting fits these filters.";
    const [first, last] = cuttings.search.span(result, state);
    const years = first === last ? `${first}` : `${first} to ${last}`;
    return `${capital(cuttingsOf(result.total))}, ${years}.${wholeOf(result)}`;
  }

  /** How many hold all the words; it goes without saying when all do or there is one word. */
  function wholeOf(result) {
    const { query, whole, total } = result;
    if (query.units.length < 2 || total < 2) return "";
    if (whole === total) return " All hold all your words.";
    const verb = whole > 1 ? "hold" : "holds";
    return ` ${whole ? capital(number(whole)) : "None"} ${verb} all your words.`;
  }

  /**
   * A word that is not in the archive, and words that are.
   * @param {string} word @param {{form: string, q: string, address: string}[]} suggestions
   */
  function unknown(word, suggestions) {
    const content = ["No cutting has the word ", make("q", {}, word), ". "];
    if (!suggestions.length) return content;
    content.push("Did you mean ");
    suggestions.forEach(({ form, q, address }, place) => {
      const between = place === suggestions.length - 1 ? " or " : ", ";
      content.push(place ? between : "", make("a", { href: address, "data-q": q }, make("strong", {}, form)));
    });
    return [...content, "? "];
  }

  return { counted, unknown };
})();
