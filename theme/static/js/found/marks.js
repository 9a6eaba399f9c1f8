/**
 * Marks on the page of an article the words by which a search found it, as the address tells:
 * `articles/2021/x.html?found=lavrov,s400`. `theme-switch.js` loads this where it does. Words are
 * folded as for the index; what the address says is compared and never shown.
 */
(() => {
  "use strict";

  const { tokens } = cuttings;
  const PARAMETER = "found";
  const MOST = 10;
  const PLACES = "article :is(.title h1, .standfirst, .points, .prose)";

  function wanted() {
    const given = new URLSearchParams(location.search).get(PARAMETER) ?? "";
    const forms = given.split(",").map((form) => tokens.fold(form.trim())).filter(Boolean).slice(0, MOST);
    // "us." is the U.S.: the index takes capitals for an abbreviation where a stop word looks alike.
    tokens.setStop(forms.filter((form) => form.endsWith(".")).map((form) => form.slice(0, -1)));
    return new Set(forms);
  }

  /** @returns {HTMLElement[]} the marks */
  function mark(place, forms) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    return texts.flatMap((text) => markText(text, forms));
  }

  function markText(node, forms) {
    const text = node.data;
    const marks = [];
    const pieces = [];
    let at = 0;
    for (const word of tokens.words(text)) {
      if (word.start < at || !word.forms.some((form) => forms.has(form))) continue;
      const found = document.createElement("mark");
      found.className = "met";
      found.textContent = text.slice(word.start, word.end);
      pieces.push(text.slice(at, word.start), found);
      marks.push(found);
      at = word.end;
    }
    if (marks.length) node.replaceWith(...pieces, text.slice(at));
    return marks;
  }

  /** Under the dateline: how many there are, and a way to be rid of them. */
  function offer(marks, title) {
    const note = document.createElement("p");
    note.className = "note marked";
    const clear = document.createElement("button");
    clear.type = "button";
    clear.textContent = "Clear";
    note.append(marks.length === 1 ? "One word marked · " : `${marks.length} words marked · `, clear);
    clear.addEventListener("click", () => {
      remove(marks);
      note.remove();
      // The button that had the focus is gone.
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
    }, { once: true });
    title.parentElement.append(note);
  }

  function remove(marks) {
    for (const each of marks) {
      const parent = each.parentNode;
      each.replaceWith(...each.childNodes);
      parent.normalize();
    }
    const address = new URL(location.href);
    address.searchParams.delete(PARAMETER);
    history.replaceState(history.state, "", address);
  }

  function start() {
    const forms = wanted();
    const marks = [...document.querySelectorAll(PLACES)].flatMap((place) => mark(place, forms));
    const title = document.querySelector("article .title h1");
    if (marks.length && title) offer(marks, title);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { once: true });
  else start();
})();
