// Each paragraph of a release gets a link to itself and a button that copies its citation.
"use strict";

(() => {
  const words = document.querySelector(".citation");
  if (!words) return;
  const announcer = document.createElement("div");
  announcer.className = "visually-hidden";
  announcer.setAttribute("role", "status");
  document.body.append(announcer);

  function address(anchor) {
    const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? "";
    const page = canonical.startsWith("http") ? new URL(canonical) : new URL(window.location.href);
    page.search = "";
    page.hash = anchor;
    return page.href;
  }

  /** `text` with the last `place` filled: the title before it is anybody's, and may hold the same signs. */
  function filled(text, place, value) {
    const at = text.lastIndexOf(place);
    return at < 0 ? text : text.slice(0, at) + value + text.slice(at + place.length);
  }

  /** Whether the block shows words that are not the publisher's. */
  function isTranslated(block) {
    const shown = document.documentElement.dataset.view !== "original";
    return shown && Boolean(words.dataset.note) && block.classList.contains("pair");
  }

  async function copy(text, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without a secure address there is no clipboard; an old way still works.
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      button.focus();
    }
    announcer.textContent = "";
    announcer.textContent = words.dataset.copied;
    button.dataset.done = words.dataset.copied;
    setTimeout(() => delete button.dataset.done, 2500);
  }

  for (const block of document.querySelectorAll("#release [id]")) {
    const number = /^p(\d+)$/.exec(block.id)?.[1];
    if (!number) continue;
    const tools = document.createElement("span");
    tools.className = "paragraph-tools";
    const link = document.createElement("a");
    link.href = `#${block.id}`;
    link.textContent = "¶";
    link.title = words.dataset.link;
    link.setAttribute("aria-label", `${words.dataset.link} (${number})`);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "❞";
    button.title = words.dataset.cite;
    button.setAttribute("aria-label", `${words.dataset.cite} (${number})`);
    button.addEventListener("click", () => {
      const numbered = filled(words.dataset.citation, "{number}", number);
      const text = filled(numbered, "{address}", address(block.id));
      copy(isTranslated(block) ? `${text} (${words.dataset.note})` : text, button);
    });
    tools.append(link, button);
    block.append(tools);
  }
})();
