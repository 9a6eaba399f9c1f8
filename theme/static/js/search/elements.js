/** Elements from data. Text stays text: nothing from the index is ever read as HTML. */
cuttings.elements = (() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";

  /** @param {string} name @param {object} attributes @param {...(Node | string)} content */
  function make(name, attributes = {}, ...content) {
    return filled(document.createElement(name), attributes, content);
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
