// The reader's view of a release: its translation, its original, or both side by side.
// A link may ask for one with ?view=; else the last choice counts.
"use strict";

(() => {
  const KEY = "bayan-view";
  const VIEWS = ["translation", "original", "both"];
  const control = document.querySelector(".view-switch");
  if (!control) return;
  const buttons = [...control.querySelectorAll("button")];
  const title = document.querySelector(".original-title");

  function show(view) {
    document.documentElement.dataset.view = view;
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.view === view));
    }
    if (!title) return;
    // Where the translated title is hidden, the original one is the page's heading.
    if (view === "original") {
      title.setAttribute("role", "heading");
      title.setAttribute("aria-level", "1");
    } else {
      title.removeAttribute("role");
      title.removeAttribute("aria-level");
    }
  }

  function remembered() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // Storage may be forbidden; the control works without it.
    }
  }

  function remember(view) {
    try {
      localStorage.setItem(KEY, view);
    } catch {
      // As above.
    }
    const address = new URL(window.location.href);
    if (address.searchParams.has("view")) {
      address.searchParams.set("view", view);
      history.replaceState(null, "", address);
    }
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      show(button.dataset.view);
      remember(button.dataset.view);
    });
  }
  const asked = new URLSearchParams(window.location.search).get("view");
  const first = [asked, remembered()].find((view) => VIEWS.includes(view)) ?? "translation";
  show(first);
  control.hidden = false;
  // The page has changed its height: go where the address points once more.
  if (first !== "translation" && window.location.hash) {
    document.querySelector(":target")?.scrollIntoView();
  }
})();
