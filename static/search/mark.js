// Marks the words that a search found, on the page that it led to.

import { unpacked } from "./index.js";
import { Text } from "./text.js";

const SKIPPED = ".headerlink, .release-header, .release-terms, .page-tools, script, style, mark";

/** Mark the words of ?mark= in the page's text. */
export async function start(root) {
  const asked = new URLSearchParams(window.location.search).get("mark") ?? "";
  const { rules } = await unpacked(new URL("pagefind/words.pack", new URL(root, document.baseURI)));
  const text = new Text(rules);
  const keys = new Set(text.words(asked.slice(0, 600)).map((word) => word.key));
  const article = document.querySelector("main article, article");
  if (!article || !keys.size) return;
  for (const node of textNodes(article)) markIn(node, text, keys);
}

function textNodes(article) {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest(SKIPPED)) found.push(walker.currentNode);
  }
  return found;
}

function markIn(node, text, keys) {
  const found = text.words(node.data).filter((word) => keys.has(word.key) || keys.has(word.other));
  // From the end, so that the places before stay right.
  for (const { start, end } of found.reverse()) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    const mark = document.createElement("mark");
    mark.className = "search-mark";
    range.surroundContents(mark);
  }
}
