// Search on every page: the box, its keys, and the words to mark. The rest is loaded when it is needed.
"use strict";

(() => {
  const { src, dataset } = document.currentScript;
  const address = (module) => new URL(`search/${module}?v=${dataset.version}`, src);
  const root = document.documentElement.dataset.content_root ?? "./";
  const box = document.querySelector(".search-input");
  const page = document.getElementById("search-page");
  const local = window.location.protocol === "file:";

  // What the box needs, so that its parts load together and not one after the other.
  const PARTS = ["box", "engine", "index", "cbor", "concepts", "plan", "rank", "text", "result"];

  function prepare() {
    for (const part of PARTS) {
      const link = document.createElement("link");
      link.rel = "modulepreload";
      link.href = address(`${part}.js`);
      document.head.append(link);
    }
  }

  const load = async (module) => (await import(address(module))).start;

  function openBox(event) {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    const control = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (!box || event.defaultPrevented || !(control || (slash && !typing))) return;
    event.preventDefault();
    box.focus();
    box.select();
  }

  function begin() {
    prepare();
    load("box.js").then((start) => start(root, box));
  }

  document.addEventListener("keydown", openBox);

  if (page && local) {
    document.getElementById("search-file").hidden = false; // A browser loads no index from a folder.
  } else if (box && !page && !local) { // the page of the search has its own list of hits
    box.addEventListener("pointerenter", prepare, { once: true });
    box.addEventListener("focus", begin, { once: true });
    if (document.activeElement === box) box.dispatchEvent(new Event("focus"));
  }
  if (!local && new URLSearchParams(window.location.search).has("mark")) {
    load("mark.js").then((start) => start(root));
  }
})();
