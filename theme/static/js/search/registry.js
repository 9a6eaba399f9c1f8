/**
 * The one name that all scripts of the search page share. A data file calls `put`; whoever
 * needs its data calls `load`, which adds the file to the page as a script: that works over
 * HTTP and from disk, where a page may not `fetch`.
 */
const cuttings = (() => {
  "use strict";

  const ROOT = "search/";
  /** @type {Map<string, unknown>} */
  const data = new Map();
  /** @type {Map<string, Promise<unknown>>} */
  const loading = new Map();

  /** Called by data files. @param {string} key @param {unknown} value */
  function put(key, value) {
    data.set(key, value);
  }

  /**
   * The data of one file. @param {string} key folder and name, without ".js"
   * @param {string} [version] behind its address, so that browsers may keep it until it differs
   */
  function load(key, version = "") {
    if (!loading.has(key)) loading.set(key, fetchScript(key, version));
    return loading.get(key);
  }

  async function fetchScript(key, version) {
    const address = `${ROOT}${key}.js${version && `?${version}`}`;
    try {
      await run(address);
      if (!data.has(key)) throw new Error(`no data in ${address}`);
      return data.get(key);
    } catch (error) {
      loading.delete(key);
      throw error;
    }
  }

  /** Run a script once. @param {string} address @returns {Promise<void>} */
  function run(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => reject(new Error(`cannot load ${script.src}`)));
      for (const type of ["load", "error"]) script.addEventListener(type, () => script.remove());
      document.head.append(script);
    });
  }

  /** What was loaded is asked for again: all of it, or one file. @param {string} [key] */
  function forget(key) {
    for (const known of [data, loading]) {
      if (key === undefined) known.clear();
      else known.delete(key);
    }
  }

  return { put, load, run, forget };
})();
