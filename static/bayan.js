// The theme's drawers by keyboard: Enter opens one as the space bar does, Escape closes it.
"use strict";

for (const box of document.querySelectorAll(".sidebar-toggle")) {
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") box.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.checked) return;
    box.checked = false;
    box.focus();
  });
}

// The switch of languages keeps the paragraph and remembers the choice for the first page.
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
