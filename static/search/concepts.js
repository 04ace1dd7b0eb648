// Concepts: terms and countries, found in what is typed by any of their names.
// The twin of bayan/search_concepts.py.

const SHORTEST = 3; // letters of a word that may be the beginning of one

export class Concepts {
  constructor(entries, text) {
    this.all = new Map();
    this.byKeys = new Map();
    this.longest = new Map();
    for (const [id, names] of entries) {
      const concept = { id, names, mark: `zz${id.toLowerCase().replace(/[^a-z0-9]/g, "")}zz`, keys: [] };
      this.all.set(id, concept);
      for (const name of Object.values(names).flat()) this.add(concept, text.words(name).map((word) => word.name));
    }
  }

  add(concept, keys) {
    const joined = keys.join(" ");
    if (!keys.length || concept.keys.some((known) => known.join(" ") === joined)) return;
    concept.keys.push(keys);
    if (!this.byKeys.has(joined)) this.byKeys.set(joined, concept);
    this.longest.set(keys[0], Math.max(keys.length, this.longest.get(keys[0]) ?? 0));
  }

  /** Each concept that the words name, with the places of its first and last word; nested ones too. */
  found(words) {
    const result = [];
    words.forEach((word, start) => {
      for (const first of [word.name, word.otherName].filter(Boolean)) {
        for (let length = 1; length <= (this.longest.get(first) ?? 0) && start + length <= words.length; length += 1) {
          const rest = words.slice(start + 1, start + length).map((next) => next.name);
          const concept = this.byKeys.get([first, ...rest].join(" "));
          if (concept) result.push({ concept, start, end: start + length });
        }
      }
    });
    return result;
  }

  /** The terms of which a name has all these words, else those with words that begin so; the shortest names first. */
  having(words) {
    const asked = words.map((word) => word.name);
    const whole = this.namedBy((keys) => asked.every((key) => keys.includes(key)));
    if (whole.length || asked.some((key) => key.length < SHORTEST)) return whole;
    return this.namedBy((keys) => asked.every((begun) => keys.some((key) => key.startsWith(begun))));
  }

  namedBy(fits) {
    const result = [];
    for (const concept of this.all.values()) {
      const lengths = concept.id.startsWith("term-") ? concept.keys.filter(fits).map((keys) => keys.length) : [];
      if (lengths.length) result.push([Math.min(...lengths), concept]);
    }
    return result.sort((a, b) => a[0] - b[0]).map(([, concept]) => concept);
  }

  /** The concepts that share no word, the longest first. */
  apart(words) {
    const taken = new Set();
    const found = this.found(words).sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    return found.filter(({ start, end }) => {
      const places = Array.from({ length: end - start }, (_, index) => start + index);
      if (places.some((place) => taken.has(place))) return false;
      places.forEach((place) => taken.add(place));
      return true;
    });
  }
}
