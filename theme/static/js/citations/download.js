/** A file made on the page: no server is asked for it. */
cuttings.download = (() => {
  "use strict";

  /** Offer text as a file. @param {string} name @param {string} type @param {string} text */
  function save(name, type, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    // The browser has taken the file over by then; what is kept longer is kept in vain.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /** A name of letters and digits alone. @param {...string} words */
  function fileName(...words) {
    const plain = words.map((word) => word.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, ""));
    return plain.filter(Boolean).join("-").slice(0, 80);
  }

  return { save, fileName };
})();
