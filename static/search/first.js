// The first script of the page of search: has all of its parts loaded at once, and starts it.
// Links in the page's head would load them for readers without JavaScript, too.
"use strict";

(() => {
  if (window.location.protocol === "file:") return; // A browser loads no parts from a folder.
  const { src, dataset } = document.currentScript;
  const hint = (rel, href, more) => document.head.append(Object.assign(document.createElement("link"), { rel, href, ...more }));
  const parts = dataset.parts.split(" ").map((part) => new URL(part, src).href); // the page's own first
  for (const part of parts) hint("modulepreload", part);
  for (const file of ["index", "program", "words"]) {
    hint("preload", new URL(`../../pagefind/${file}.pack`, src).href, { as: "fetch", crossOrigin: "anonymous" });
  }
  // Room is kept for what will be found, so that nothing moves.
  if (new URLSearchParams(window.location.search).get("q")) document.getElementById("search-results").ariaBusy = "true";
  import(parts[0]);
})();
