/** Elements from data. Text stays text: nothing from the index is ever read as HTML. */
cuttings.elements = (() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  // S-400, Su-30MKI: as in plugins/archive/text/typography.py.
  const CODE = /\b(?=\w*[A-Z])\w{1,6}-\d\w*/g;

  /** @param {string} name @param {object} attributes @param {...(Node | string)} content */
  function make(name, attributes = {}, ...content) {
    return filled(document.createElement(name), attributes, content.flatMap(codesWhole));
  }

  /** Text in pieces, so that no line breaks at the hyphen of a code. */
  function codesWhole(content) {
    if (typeof content !== "string" || !content.includes("-")) return [content];
    const pieces = [];
    let end = 0;
    for (const found of content.matchAll(CODE)) {
      const code = document.createElement("span");
      code.className = "code";
      code.textContent = found[0];
      pieces.push(content.slice(end, found.index), code);
      end = found.index + found[0].length;
    }
    return [...pieces, content.slice(end)];
  }

  function svg(name, attributes = {}, ...content) {
    return filled(document.createElementNS(SVG, name), attributes, content);
  }

  function filled(element, attributes, content) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...content);
    return element;
  }

  return { make, svg };
})();
