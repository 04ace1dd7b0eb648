// Terms at hand: hovering, focusing or tapping a term shows its card; in the glossary a
// field filters the entries. Without this script the links lead to the entries.
"use strict";

(() => {
  const links = [...document.querySelectorAll("a.term-link")];
  if (!links.length) return;
  const words = document.querySelector(".release-terms")?.dataset ?? {};
  const popover = document.createElement("div");
  popover.className = "term-popover";
  popover.id = "term-popover";
  popover.hidden = true;
  document.body.append(popover);
  let current = null;
  let touched = false;
  let timer = 0;

  const idOf = (link) => decodeURIComponent(link.hash.slice("#term-".length));

  // On a release the card stands in the list below the text, in the glossary in the entry.
  function sourceOf(link) {
    const card = document.getElementById(`card-${idOf(link)}`);
    if (card) return [...card.children];
    const entry = document.getElementById(`term-${idOf(link)}`);
    if (!entry) return [];
    const name = document.createElement("p");
    name.className = "term-card-name";
    name.append(...[...entry.childNodes].filter((node) => !node.classList?.contains("headerlink"))
      .map((node) => node.cloneNode(true)));
    return [name, entry.nextElementSibling?.querySelector(".term-definition")].filter(Boolean);
  }

  function fill(link) {
    const parts = sourceOf(link).map((part) => part.cloneNode(true));
    for (const part of parts) {
      part.removeAttribute("id");
      for (const inner of part.querySelectorAll("a")) inner.replaceWith(...inner.childNodes);
    }
    popover.replaceChildren(...parts);
    if (touched) {
      // A finger cannot hover and then click: the card offers the way on and the way out.
      const open = document.createElement("a");
      open.className = "term-popover-open";
      open.href = link.href;
      open.textContent = words.open ?? link.textContent;
      const close = document.createElement("button");
      close.type = "button";
      close.className = "term-popover-close";
      close.setAttribute("aria-label", words.close ?? "×");
      close.textContent = "×";
      close.addEventListener("click", hide);
      popover.append(open, close);
    }
    return parts.length > 0;
  }

  function place(link) {
    const box = link.getClientRects()[0];
    const size = popover.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const rtl = getComputedStyle(document.documentElement).direction === "rtl";
    const wanted = rtl ? box.right - size.width : box.left;
    const left = Math.max(12, Math.min(wanted, room - size.width - 12));
    const below = link.getBoundingClientRect().bottom + 6;
    const fits = below + size.height < window.innerHeight || box.top < size.height + 6;
    const top = fits ? below : box.top - size.height - 6;
    popover.style.left = `${left + window.scrollX}px`;
    popover.style.top = `${top + window.scrollY}px`;
  }

  function show(link) {
    clearTimeout(timer);
    if (current === link && !popover.hidden) return;
    current = link;
    if (!fill(link)) return;
    popover.hidden = false;
    place(link);
  }

  function hide() {
    clearTimeout(timer);
    popover.hidden = true;
    current = null;
  }

  const later = (action, wait) => {
    clearTimeout(timer);
    timer = setTimeout(action, wait);
  };

  for (const [number, link] of links.entries()) {
    // What the card shows is read out with the link; an entry's definition gets a name for that.
    const card = document.getElementById(`card-${idOf(link)}`);
    const told = card ?? document.getElementById(`term-${idOf(link)}`)
      ?.nextElementSibling?.querySelector(".term-definition");
    if (told) {
      told.id ||= `term-definition-${number}`;
      link.setAttribute("aria-describedby", told.id);
    }
    link.addEventListener("pointerdown", (event) => {
      touched = event.pointerType === "touch";
    });
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "touch") return;
      touched = false;
      later(() => show(link), 180);
    });
    link.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "touch") later(hide, 250);
    });
    link.addEventListener("focus", () => {
      if (!touched && link.matches(":focus-visible")) show(link);
    });
    link.addEventListener("blur", () => {
      if (!touched) later(hide, 150);
    });
    link.addEventListener("click", (event) => {
      if (!touched || (current === link && !popover.hidden) || !sourceOf(link).length) return;
      event.preventDefault();
      show(link);
    });
  }
  popover.addEventListener("pointerenter", () => clearTimeout(timer));
  popover.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch") later(hide, 250);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !popover.hidden) hide();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!popover.hidden && !popover.contains(event.target) && !event.target.closest?.("a.term-link")) hide();
  });
  window.addEventListener("resize", hide);
})();

(() => {
  const template = document.getElementById("term-filter");
  const first = document.querySelector(".letter-index");
  if (!template || !first) return;
  first.before(template.content.cloneNode(true));
  const field = document.getElementById("term-filter-field");
  const count = document.querySelector(".term-filter-count");
  // The same folding as in bayan/folding.py: what differs only in these is one word.
  const LETTERS = {
    "ى": "ي", "ی": "ي", "ے": "ي", "ې": "ي", "ة": "ه", "ھ": "ه", "ہ": "ه", "ە": "ه", "ۃ": "ه",
    "ک": "ك", "ڪ": "ك", "گ": "ك", "ٱ": "ا", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "ـ": "",
    "’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-",
  };
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}|\p{Cf}/gu, "")
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[^\x20-\x7e]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/g, " ").trim();
  const entries = [...document.querySelectorAll("dl.termbase > dt")].map((term) => {
    const body = term.nextElementSibling;
    const names = [term.textContent, ...[...body.querySelectorAll(".term-form")].map((form) => form.textContent)];
    return { term, body, text: names.map(fold).join("\n") };
  });
  const sections = [...document.querySelectorAll("section.letter")];
  const others = [...document.querySelectorAll("ul.domain-terms")].map((list) => list.closest("section"));

  function filter() {
    const wanted = fold(field.value);
    let shown = 0;
    for (const { term, body, text } of entries) {
      const visible = wanted.split(" ").every((word) => text.includes(word));
      term.hidden = body.hidden = !visible;
      shown += visible;
    }
    for (const section of sections) section.hidden = !section.querySelector("dl.termbase > dt:not([hidden])");
    for (const section of others) section.hidden = Boolean(wanted);
    first.hidden = Boolean(wanted);
    const { none, count: some } = count.dataset;
    count.textContent = !wanted ? "" : shown ? some.replace("{number}", String(shown)) : none;
  }

  field.addEventListener("input", filter);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      field.value = "";
      filter();
    }
  });
  // An address that names an entry must show it.
  window.addEventListener("hashchange", () => {
    if (field.value && window.location.hash.startsWith("#term-")) {
      field.value = "";
      filter();
      document.querySelector(":target")?.scrollIntoView();
    }
  });
})();
