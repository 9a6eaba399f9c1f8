/** What was found, in a sentence: "Ten cuttings, 2020 to 2022." */
cuttings.status = (() => {
  "use strict";

  const { tokens } = cuttings;
  const { make } = cuttings.elements;
  const { PARAMETERS } = cuttings.address;
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
    if (!result.total) return none(result, state);
    const [first, last] = cuttings.search.span(result, state);
    const years = first === last ? `${first}` : `${first} to ${last}`;
    return `${capital(cuttingsOf(result.total))}, ${years}.${state.all ? "" : wholeOf(result)}${unreadOf(result)}`;
  }

  function none({ some }, state) {
    if (state.all && some) {
      return `No cutting has all your words; ${number(some)} ${some === 1 ? "has" : "have"} some of them.`;
    }
    return state.q.trim() ? "No cutting fits." : "No cutting fits these filters.";
  }

  /** A phrase is looked for in the text, and not in any number of texts. */
  function unreadOf({ unread }) {
    if (!unread) return "";
    return ` ${capital(cuttingsOf(unread))} more ${unread === 1 ? "has" : "have"} the words in quotes, not looked at ` +
      "yet whether side by side: choose years or filters to have fewer.";
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
    return ["No cutting has the word ", make("q", {}, word), ". ", ...perhaps(suggestions)];
  }

  /** @param {{form: string, q: string, address: string}[]} suggestions */
  function perhaps(suggestions) {
    if (!suggestions.length) return [];
    const content = ["Did you mean "];
    suggestions.forEach(({ form, q, address }, place) => {
      const between = place === suggestions.length - 1 ? " or " : ", ";
      content.push(place ? between : "", make("a", { href: address, "data-q": q }, make("strong", {}, form)));
    });
    return [...content, "? "];
  }

  /** What a field asks for and nothing is called. @param {{field: string, value: string}} each */
  function unplaced({ field, value }) {
    const quoted = make("q", {}, value);
    if (field === "from" || field === "to") {
      return [quoted, " is no date; write 2020, 2020-03 or 2020-03-15. "];
    }
    return [`No ${PARAMETERS[field]} here is called `, quoted, ". "];
  }

  /** A name that was understood: the other forms that were counted with it, and its page. */
  function introduced({ heading, forms, address: page }, q) {
    const typed = tokens.fold(q);
    const others = forms.filter(([, form]) => form !== heading && !typed.includes(tokens.fold(form)));
    const content = others.flatMap(([lang, form], place) =>
      [place ? ", " : "Counted with it: ", make("span", { lang: lang === "en" ? null : lang }, form)]);
    return [...content, others.length ? ". See " : "See ", make("a", { href: page }, heading), ". "];
  }

  return { counted, unknown, perhaps, unplaced, introduced };
})();
