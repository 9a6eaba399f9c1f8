/** The plain text of an article as it stands on the page; `Body.plain` is made by the same rules. */
(() => {
  "use strict";

  /** After these a line ends. */
  const ENDS = /^(?:P|LI|H[1-6]|TD|TH|DT|DD|BLOCKQUOTE|PRE|BR|HR)$/;
  /** What Python takes for white space, which is not quite what \s is. */
  const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

  /** @param {Element} element @returns {string} a paragraph a line */
  reading.words = (element) => all(element)
    .split("\n")
    .map((line) => line.split(SPACE).filter(Boolean).join(" "))
    .filter(Boolean)
    .join("\n");

  function all(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data.replaceAll("\n", " ");
    const inside = Array.from(node.childNodes, all).join("");
    return ENDS.test(node.nodeName) ? `${inside}\n` : inside;
  }
})();
