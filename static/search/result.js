// One hit as the reader sees it. Text goes in as text, never as markup.

const ROOM = 260; // letters of an excerpt
const LEAD = 80; // of them before the first word found
const MARKS = 12; // words that the page is asked to mark

/** The address of a hit: the reader's own page, at the paragraph, with the words to mark there. */
export function addressOf(hit, engine) {
  const address = new URL(hit.path, engine.base);
  const places = hit.block ? placesOf(hit.block) : [];
  const words = [...new Set(places.map((place) => hit.block.words[place].word))].slice(0, MARKS);
  if (words.length) address.searchParams.set("mark", words.join(" "));
  // Words of another language stand in the original, which must be in view.
  if (hit.language !== engine.language && hit.filters?.original?.includes(hit.language)) {
    address.searchParams.set("view", "both");
  }
  if (hit.block?.anchor) address.hash = hit.block.anchor;
  return address.href;
}

/** The content of a hit: a link with the title, the facts, the paragraph with the words marked. */
export function renderHit(hit, engine) {
  const [titleLanguage, title] = hit.title ?? ["", hit.path];
  const link = element("a", "search-title", title);
  link.href = addressOf(hit, engine);
  mark(link, titleLanguage, engine);
  const parts = [link];
  if (hit.block && hit.block.shown !== title) {
    const excerpt = element("p", "search-excerpt");
    mark(excerpt, hit.block.language, engine);
    excerpt.append(...excerptOf(hit.block));
    parts.push(excerpt);
  }
  const facts = hit.language === engine.language ? hit.facts : [];
  const line = [...facts];
  if (hit.block && hit.block.language !== engine.language) {
    line.push(engine.say("foundIn", { language: engine.languages[hit.block.language]?.name ?? hit.block.language }));
  }
  if (line.length) {
    const list = element("p", "search-facts");
    list.append(...line.map((fact) => element("span", "", fact)));
    parts.push(list);
  }
  return parts;
}

/** The text of a block around the words found, these in <mark>. */
function excerptOf(block) {
  const places = placesOf(block);
  const first = places.length ? block.words[places[0]].start : 0;
  const { shown } = block;
  const start = shown.length > ROOM && first > LEAD ? shown.lastIndexOf(" ", first - LEAD) + 1 : 0;
  const stop = shown.length - start > ROOM ? shown.lastIndexOf(" ", start + ROOM) : shown.length;
  const end = stop > start ? stop : shown.length;
  const pieces = [start ? "… " : ""];
  let at = start;
  for (const place of places) {
    const word = block.words[place];
    if (word.start < at || word.end > end) continue;
    pieces.push(shown.slice(at, word.start), element("mark", "", shown.slice(word.start, word.end)));
    at = word.end;
  }
  return [...pieces, shown.slice(at, end), end < shown.length ? " …" : ""];
}

function placesOf(block) {
  return [...new Set(block.matches.flatMap((match) => match.places))].sort((a, b) => a - b);
}

/** Say which language an element is in, where it is not the page's. */
export function mark(node, language, engine) {
  if (!language || language === engine.language) return;
  node.lang = language;
  node.dir = engine.languages[language]?.direction ?? "auto";
}

export function element(tag, name, text = "") {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text) node.textContent = text;
  return node;
}
