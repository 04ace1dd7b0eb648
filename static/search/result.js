// One hit, or one entry of the glossary, as the reader sees it. Text goes in as text, never as markup.

import { hasAll } from "./rank.js";

const ROOM = 260; // letters of an excerpt
const LEAD = 80; // of them before the first word found
const MARKS = 12; // words that the page is asked to mark

/** The page of a hit, on the site where it is read. */
export function pageOf({ path, base }) {
  return new URL(path, base).href;
}

/** The address of a hit: the reader's own page, at the paragraph, with the words to mark there. */
export function addressOf(hit, engine) {
  const address = new URL(pageOf(hit));
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

/**
 * Give a hit of another language the title and facts that the page has in the reader's. Where not all own
 * hits were looked at, one whose own page says the same is among the rest of them: then false.
 */
export async function asRead(hit, plan, doubtful, engine) {
  const response = await fetch(pageOf(hit)).catch(() => null);
  if (!response?.ok) return true;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const heading = page.querySelector("article h1");
  heading?.querySelectorAll(".headerlink").forEach((link) => link.remove());
  if (heading) hit.title = [heading.lang || engine.language, heading.textContent];
  const facts = [...page.querySelectorAll(".release-facts dd")].slice(0, 2); // its date and its place
  hit.told = facts.map((fact) => fact.textContent.replace(/\s+/g, " ").trim());
  page.querySelectorAll(".original, .page-tools").forEach((other) => other.remove());
  return !doubtful || !hasAll(page.querySelector("article")?.textContent ?? "", plan, engine);
}

/** The content of a hit: a link with the title, the paragraph with the words marked, the facts. */
export function renderHit(hit, engine) {
  const [titleLanguage, title] = hit.title ?? ["", hit.path];
  const link = linkTo(addressOf(hit, engine), title);
  mark(link, titleLanguage, engine);
  const parts = [link];
  if (hit.block && hit.block.shown !== title) {
    const excerpt = element("p", "search-excerpt");
    mark(excerpt, hit.block.language, engine);
    excerpt.append(...excerptOf(hit.block));
    parts.push(excerpt);
  }
  const line = [...(hit.language === engine.language ? hit.facts : (hit.told ?? []))];
  if (hit.block && hit.block.language !== engine.language) {
    line.push(engine.say("foundIn", { language: engine.languages[hit.block.language]?.name ?? hit.block.language }));
  }
  return line.length ? [...parts, factsOf(line)] : parts;
}

/** The content of a glossary entry: its name, its definition, its names in the other languages. */
export function renderEntry(concept, engine) {
  const id = concept.id.replace(/^term-/, "");
  const [language, name] = nameOf(concept, engine.language);
  const address = new URL(engine.glossary, engine.base);
  address.hash = `term-${id}`;
  const link = linkTo(address.href, name);
  mark(link, language, engine);
  const names = element("p", "search-facts");
  names.append(element("span", "search-kind", engine.say("glossary")));
  for (const [code, list] of Object.entries(concept.names)) {
    if (code === language || !list.length) continue;
    const other = element("span", "", list[0]);
    mark(other, code, engine);
    names.append(other);
  }
  const definition = engine.definitions?.[id];
  return definition ? [link, element("p", "search-excerpt", definition), names] : [link, names];
}

/** The name that a reader of `language` knows a concept by: [its language, the name]. */
export function nameOf(concept, language) {
  const own = concept.names[language]?.[0];
  return own ? [language, own] : Object.entries(concept.names).map(([code, names]) => [code, names[0]])[0];
}

const ALIKE = 2; // entries with names that only begin with, or contain, what was typed

/** The entries of the glossary that a plan names: before the hits where it names nothing else. */
function entriesOf(plan, engine) {
  const told = (concept) => engine.glossary && concept.id.startsWith("term-");
  const entries = plan.concepts.filter(told);
  if (plan.whole) return { before: entries, after: [] };
  const alike = plan.alike.filter(told);
  const before = alike.length <= ALIKE ? alike : [];
  return { before, after: [...entries, ...alike].filter((entry) => !before.includes(entry)).slice(0, ALIKE) };
}

/** What is shown of an answer, in order: entries and hits, no entry twice. */
export function itemsOf({ plan, hits, filtered }, engine) {
  // Filters are of releases.
  const { before, after } = filtered ? { before: [], after: [] } : entriesOf(plan, engine);
  const shown = new Set([...before, ...after]);
  const items = hits.flatMap((hit) => {
    if (!hit.filters?.kind?.includes("glossary")) return [{ nodes: renderHit(hit, engine), name: "search-hit" }];
    const concept = engine.concepts.all.get(hit.block?.anchor);
    if (!concept || shown.has(concept)) return [];
    shown.add(concept);
    return [entryItem(concept, engine)];
  });
  return [...before.map((one) => entryItem(one, engine)), ...items, ...after.map((one) => entryItem(one, engine))];
}

function entryItem(concept, engine) {
  return { nodes: renderEntry(concept, engine), name: "search-entry" };
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

function linkTo(address, text) {
  const link = element("a", "search-title", text);
  link.href = address;
  return link;
}

function factsOf(line) {
  const facts = element("p", "search-facts");
  facts.append(...line.map((fact) => element("span", "", fact)));
  return facts;
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
