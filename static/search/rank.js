// Orders hits by how well one paragraph answers the query, and finds that paragraph.

const WEIGHTS = { coverage: 3, block: 1, title: 0.8, literal: 0.4, score: 1, other: 0.8 };

/** The hits that have at least a part of the plan, the best first, each with its best block. */
export function rank(hits, plan, { text, concepts }) {
  return hits
    .map((hit) => judged(hit, plan, text, concepts))
    .filter((hit) => hit.coverage > 0 || !plan.parts.length)
    .sort((a, b) => b.rank - a.rank);
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
  const parts = plan.parts.map((_, part) => Math.max(0, ...blocks.map((block) => block.matches[part].value)));
  const coverage = parts.reduce((sum, value) => sum + value, 0) / count;
  const value = (block) => block.matches.reduce((sum, match) => sum + match.value, 0) / count + nearness(block);
  // The title names the page; what is shown below it is its best paragraph.
  const [title, ...others] = blocks;
  const best = others.reduce((found, block) => (value(block) > (found ? value(found) : 0) ? block : found), null);
  const literal = plan.words.filter((word) => blocks.some((block) => has(block.words, word.key))).length;
  const points =
    WEIGHTS.coverage * coverage +
    WEIGHTS.block * Math.max(best ? value(best) : 0, title ? value(title) : 0) +
    WEIGHTS.title * (title ? value(title) : 0) +
    WEIGHTS.literal * (literal / (plan.words.length || 1)) +
    WEIGHTS.score * hit.score -
    (hit.filters.kind?.includes("release") ? 0 : WEIGHTS.other);
  return { ...hit, coverage, parts, rank: points, block: best ?? title, title: hit.blocks[0]?.slice(1) };
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
    value = Math.max(value, found);
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

/** Up to 0.3 more where the parts stand beside one another in the order of the query. */
function nearness(block) {
  const { matches } = block;
  let pairs = 0;
  for (let part = 1; part < matches.length; part += 1) {
    const before = new Set(matches[part - 1].places);
    if (matches[part].places.some((place) => before.has(place - 1))) pairs += 1;
  }
  return matches.length > 1 ? (0.3 * pairs) / (matches.length - 1) : 0;
}

function has(words, key) {
  return words.some((word) => word.key === key || word.other === key);
}
