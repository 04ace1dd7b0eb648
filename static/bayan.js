// The switch of languages keeps the paragraph and remembers the choice for the first page.
"use strict";

for (const link of document.querySelectorAll(".language-switch a")) {
  link.addEventListener("click", () => {
    link.hash = window.location.hash;
    try {
      localStorage.setItem("bayan-language", link.hreflang);
    } catch {
      // Storage may be forbidden; the switch works without it.
    }
  });
}
