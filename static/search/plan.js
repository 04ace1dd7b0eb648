// What a query asks for: its words, the concepts it names, and the parts of which a good hit has all.

const LONGEST = 300; // letters of a query that are read
const MOST = 16; // and words

/** The plan of a query; with `widen`, its concepts are looked for by all their names. */
export function planOf(query, { text, concepts }, widen = true) {
  const clean = query.slice(0, LONGEST).replace(/\p{Cs}/gu, " ");
  const words = text.words(clean).slice(0, MOST);
  const named = concepts.apart(words);
  const exact = words.length > 1 && /^\s*["“«„].+["”»]\s*$/u.test(clean);
  const spans = widen && !exact ? named : [];
  const taken = new Set(spans.flatMap(({ start, end }) => range(start, end)));
  const rest = words.filter((_, index) => !taken.has(index));
  const whole = named.length === 1 && named[0].end - named[0].start === words.length;
  const marks = spans.map(({ concept }) => concept.mark);
  return {
    query: clean,
    words,
    exact,
    literal: words.map(keyOf).join(" "),
    wide: [...marks, ...rest.map(keyOf)].join(" "),
    parts: [
      ...spans.map(({ concept, start, end }) => ({ concept, words: words.slice(start, end) })),
      ...rest.map((word) => ({ key: word.key, begun: word.bare, words: [word] })),
    ],
    concepts: [...new Set(named.map(({ concept }) => concept))],
    widened: [...new Set(spans.map(({ concept }) => concept))],
    whole: whole ? named[0].concept : null,
    alike: words.length && !whole ? concepts.having(words) : [],
  };
}

/** What a part of a plan is asked for by alone. */
export function askedBy(part) {
  return part.concept?.mark ?? part.key;
}

function keyOf(word) {
  return word.key;
}

function range(start, end) {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
