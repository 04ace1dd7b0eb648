// The nearest spelling: names and words that differ in a letter, in vowels, or in the script.
// The build lists the words of each index in files by the first consonant, see bayan/search_spelling.py.

const FEWEST = 3; // letters below which nothing is corrected
const MASHED = /(\p{L})\1\1/u; // no word of these languages has a letter three times in a row
const JOINED = 3; // neighbouring words that may be one name: Abou Al Hosn, AboulHosn

/** The query with the words that nothing was found for in their nearest known spelling; "" if there is none. */
export async function respelt(plan, missing, engine) {
  const lost = new Set(missing.flatMap((part) => part.words));
  const changes = [];
  let at = 0;
  while (at < plan.words.length) {
    const change = lost.has(plan.words[at]) ? await nearest(plan, at, lost, engine) : null;
    if (change) changes.push(change);
    at += change?.length ?? 1;
  }
  let query = plan.query;
  for (const { start, end, word } of changes.reverse()) query = query.slice(0, start) + word + query.slice(end);
  return changes.length ? query : "";
}

/** The nearest word to the words from `at` on, the most of them first. */
async function nearest(plan, at, lost, engine) {
  for (let length = JOINED; length > 0; length -= 1) {
    const words = plan.words.slice(at, at + length);
    if (words.length < length || !words.every((word) => lost.has(word))) continue;
    const { start } = words[0];
    const { end } = words.at(-1);
    const typed = engine.text.fold(plan.query.slice(start, end)).replace(/[^\p{L}\p{N}]/gu, "");
    const word = typed.length < FEWEST || MASHED.test(typed) ? "" : await known(typed, length > 1, engine);
    if (word) return { start, end, word, length };
  }
  return null;
}

/** The known word nearest to what was typed: in the reader's language, else in another. */
async function known(typed, joined, engine) {
  const skeleton = engine.text.skeleton(typed);
  const codes = [engine.language, ...Object.keys(engine.languages).filter((code) => code !== engine.language)];
  for (const code of codes) {
    let best = null;
    const lists = engine.places(code).map((place) => listed(skeleton[0] ?? "", place, engine));
    for (const word of (await Promise.all(lists)).flat()) {
      const folded = engine.text.fold(word);
      const distance = far(typed, folded, skeleton, engine.text.skeleton(folded), joined);
      if (distance < (best?.distance ?? Infinity)) best = { distance, word };
    }
    if (best) return best.word;
  }
  return "";
}

async function listed(first, place, engine) {
  if (!(await engine.instance(place))) return [];
  engine.spellings ??= new Map();
  const name = first && engine.rules.skeleton.initials.includes(first) ? first : "_";
  const address = new URL(`spelling/${name}.txt`, place.folder).href;
  if (!engine.spellings.has(address)) {
    const loading = fetch(address).then((response) => (response.ok ? response.text() : ""), () => "");
    engine.spellings.set(address, loading.then((words) => words.split("\n").filter(Boolean)));
  }
  return engine.spellings.get(address);
}

/** How far two folded words are apart; infinite where they are not the same name. */
function far(typed, word, typedSkeleton, skeleton, joined) {
  const same = typedSkeleton === skeleton;
  // Two consonants are too few to know a longer word of another script by.
  const enough = typed.length < 6 ? 1 : 2;
  if (isArabic(typed) !== isArabic(word)) return same && skeleton.length > enough ? 0 : Infinity;
  const allowed = typed.length < 5 ? 1 : typed.length < 9 ? 2 : 3;
  const edits = distance(typed, word, same ? Math.min(5, Math.ceil(typed.length / 2)) : allowed);
  if (edits === 0) return joined ? 0 : Infinity; // it is known and was found nowhere
  if (same && skeleton.length > 1) return edits / 2;
  return edits <= allowed && !joined && skeleton[0] === typedSkeleton[0] ? edits : Infinity;
}

function isArabic(word) {
  return /^[\u0600-\u06ff]/.test(word);
}

/** Levenshtein's distance; more than `most` is told as infinite. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j] + 1, next[j - 1] + 1));
    }
    if (Math.min(...next) > most) return Infinity;
    row = next;
  }
  return row[other.length] <= most ? row[other.length] : Infinity;
}
