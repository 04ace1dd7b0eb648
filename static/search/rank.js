// Orders hits by how well one paragraph answers the query, and finds that paragraph.

const WEIGHTS = { coverage: 3, block: 1, title: 0.6, literal: 0.4, score: 0.6, original: 0.25, other: 0.8 };
const TYPED = 0.1; // what a block gains where the words stand as they were typed
const BEGUN = 0.9; // a word that begins as what was typed
const ENOUGH = 0.6; // of what the best hit has of the query; hits with less are left out
const NEAR = 0.6; // what a block gains where the parts stand side by side

/** The hits that have at least a part of the plan, the best first, each with its best block. */
export function rank(hits, plan, { text, concepts }) {
  return hits
    .map((hit) => judged(hit, plan, text, concepts))
    .filter((hit) => hit.coverage > 0 || !plan.parts.length)
    .sort((a, b) => b.rank - a.rank);
}

/** Of hits of several indexes those that have nearly as much of the query as the best. */
export function enoughOf(hits) {
  const enough = ENOUGH * Math.max(0, ...hits.map((hit) => hit.coverage));
  return hits.filter((hit) => hit.coverage >= enough);
}

/** Each page once, with its best score: 1 is the best of an answer. */
export function bestOf(answers) {
  const best = new Map();
  for (const { results } of answers) {
    const top = results[0]?.score || 1;
    for (const result of results) {
      const score = result.score / top;
      if (score > (best.get(result.id)?.score ?? -1)) best.set(result.id, { score, id: result.id });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

function judged(hit, plan, text, concepts) {
  const blocks = hit.blocks.map(([anchor, language, shown]) => {
    const words = text.words(shown);
    const named = plan.widened.length ? new Map() : null;
    if (named) for (const { concept, start, end } of concepts.found(words)) note(named, concept.id, start, end);
    const matches = plan.parts.map((part) => matchOf(part, words, named));
    return { anchor, language, shown, words, matches };
  });
  const count = plan.parts.length || 1;
  const told = plan.parts.map((part) => toldByFacts(hit, part, text));
  const asTyped = (block) => plan.words.filter((typed) => has(block.words, typed.folded)).length / (plan.words.length || 1);
  const value = (block) =>
    block.matches.reduce((sum, match) => sum + match.value, 0) / count + nearness(block) + TYPED * asTyped(block);
  // The title names the page; what is shown below it is its best paragraph.
  const [title, ...others] = blocks;
  const best = others.reduce((found, block) => (value(block) > (found ? value(found) : 0) ? block : found), null);
  // Each entry of the glossary is a page of its own.
  const counted = hit.filters.kind?.includes("glossary") ? [best ?? title] : blocks;
  const parts = plan.parts.map((_, part) => Math.max(told[part], ...counted.map((block) => block.matches[part].value)));
  const coverage = parts.reduce((sum, value) => sum + value, 0) / count;
  const literal = plan.words.filter((typed) => blocks.some((block) => has(block.words, typed.folded))).length;
  const points =
    WEIGHTS.coverage * coverage +
    WEIGHTS.block * Math.max(best ? value(best) : 0, title ? value(title) : 0) +
    WEIGHTS.title * (title ? value(title) : 0) +
    WEIGHTS.literal * (literal / (plan.words.length || 1)) +
    WEIGHTS.original * (hit.filters.state?.includes("original") ? 1 : 0) +
    WEIGHTS.score * hit.score -
    (hit.filters.kind?.includes("release") ? 0 : WEIGHTS.other);
  return { ...hit, coverage, parts, rank: points, block: best ?? title, title: hit.blocks[0]?.slice(1) };
}

/** How well a part is matched by the date and the countries of a release, which its text may not name. */
function toldByFacts(hit, { concept, key }, text) {
  if (concept) return hit.filters.country?.some((code) => concept.id === `country-${code}`) ? 1 : 0;
  return matchOf({ key }, text.words(hit.facts.slice(0, 2).join(" "))).value;
}

/** Whether a text has all parts of a plan. */
export function hasAll(shown, plan, { text, concepts }) {
  const words = text.words(shown);
  const named = new Set(concepts.found(words).map(({ concept }) => concept));
  return plan.parts.every((part) => (part.concept ? named.has(part.concept) : matchOf(part, words).value > 0));
}

function note(named, id, start, end) {
  if (!named.has(id)) named.set(id, []);
  named.get(id).push([start, end]);
}

/** How well the words of a block match a part of the query, and the places of the words that do. */
function matchOf(part, words, named) {
  if (part.concept) {
    const spans = named?.get(part.concept.id) ?? [];
    return { value: spans.length ? 1 : 0, places: spans.flatMap(([start, end]) => [...words.keys()].slice(start, end)) };
  }
  let value = 0;
  const places = [];
  words.forEach((word, place) => {
    const found = closeness(part.key, word.key) || closeness(part.key, word.other);
    if (found) places.push(place);
    value = Math.max(value, found && part.begun && word.bare.startsWith(part.begun) ? Math.max(found, BEGUN) : found);
  });
  return { value, places };
}

/** 1 for the same key, less where one is the beginning of the other. */
function closeness(asked, key) {
  if (!key) return 0;
  if (key === asked) return 1;
  if (key.startsWith(asked)) return asked.length > 2 ? 0.7 : 0.3;
  return asked.startsWith(key) && key.length > 3 && asked.length - key.length < 3 ? 0.5 : 0;
}

/** What a block gains by having all parts near one another: the more, the fewer words stand between. */
function nearness({ matches }) {
  const count = matches.length;
  if (count < 2 || matches.some((match) => !match.places.length)) return 0;
  const places = matches
    .flatMap((match, part) => match.places.map((place) => [place, part]))
    .sort((a, b) => a[0] - b[0]);
  const seen = new Array(count).fill(0);
  let missing = count;
  let start = 0;
  let window = Infinity;
  for (const [place, part] of places) {
    if (seen[part]++ === 0) missing -= 1;
    while (missing === 0) {
      const [first, leaving] = places[start];
      window = Math.min(window, place - first + 1);
      if (--seen[leaving] === 0) missing += 1;
      start += 1;
    }
  }
  return (NEAR * count) / Math.max(window, count);
}

function has(words, folded) {
  return words.some((word) => word.folded === folded);
}
