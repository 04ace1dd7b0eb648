// Keys: what the index holds in the place of words. The twin of bayan/search_text.py; the rules
// themselves come from there, and a test compares the two on a list of words.

const NONE = { folded: "", bare: "", key: "", other: "", name: "", otherName: "" };

/** Makes keys by the rules that the build wrote. */
export class Text {
  constructor(rules) {
    this.rules = rules;
    this.letters = new Map(Object.entries(rules.letters));
    this.scripts = Object.fromEntries(
      Object.entries(rules.scripts).map(([name, script]) => [
        name,
        {
          ...script,
          common: new Set(script.common),
          native: new Set(script.native),
          endings: script.endings.map(byLastLetter),
        },
      ]),
    );
    const { latinClass: latin, arabicClass: arabic } = rules;
    this.word = new RegExp(
      `[${latin}][${latin}0-9\\u0300-\\u036f]*|[${arabic}\\u200c\\u200d]+|\\p{Nd}+|[\\p{L}\\p{Nl}\\p{No}]+`,
      "gu",
    );
    this.arabic = new RegExp(`^[${arabic}]`, "u");
    this.known = new Map();
  }

  /** The text without case, accents, vowel marks, tatweel, hamzas and shapes of digits. */
  fold(text) {
    if (/^[a-z0-9]*$/i.test(text)) return text.toLowerCase();
    const bare = this.translate(text.toLowerCase().replaceAll("ß", "ss")).normalize("NFKD").replace(/\p{M}/gu, "");
    return this.translate(bare).replace(/\p{Nd}/gu, digit);
  }

  translate(text) {
    let result = "";
    for (const sign of text) result += this.letters.get(sign) ?? sign;
    return result;
  }

  /** Each word of the text with its place in it and its keys, the too common ones left out. */
  words(text) {
    const found = [];
    const matches = [...text.matchAll(this.word)];
    // Capitals throughout make no acronyms.
    const shouted = matches.length > 1 && isUpper(text);
    for (const match of matches) {
      const keys = this.keys(shouted ? match[0].toLowerCase() : match[0]);
      if (keys.key) found.push({ ...keys, word: match[0], start: match.index, end: match.index + match[0].length });
    }
    return found;
  }

  /** The consonants of a folded word as one hears them, in Latin letters, whatever its script. */
  skeleton(folded) {
    const { sounds, silent } = this.rules.skeleton;
    let word = this.arabic.test(folded) ? this.bare(folded, this.scripts.arabic) : folded;
    for (const [what, instead] of sounds) word = word.replaceAll(what, instead);
    let result = "";
    for (const sign of word) if (!silent.includes(sign) && sign !== result.at(-1)) result += sign;
    return result;
  }

  keys(word) {
    let keys = this.known.get(word);
    if (!keys) {
      keys = this.makeKeys(word);
      if (this.known.size > 20000) this.known.clear();
      this.known.set(word, keys);
    }
    return keys;
  }

  makeKeys(word) {
    const folded = this.fold(word);
    const script = this.scripts[this.arabic.test(word) ? "arabic" : "latin"];
    if (script.common.has(folded) && !isAcronym(word)) return NONE;
    const rest = this.withoutParticle(folded, script);
    return {
      folded,
      bare: this.bare(folded, script),
      key: this.key(folded, script),
      other: rest && this.key(rest, script),
      name: this.regular(folded, script, script.names),
      otherName: rest && this.regular(rest, script, script.names),
    };
  }

  key(folded, script) {
    const regular = this.regular(folded, script, null);
    return Object.hasOwn(script.same, regular) ? script.same[regular] : regular;
  }

  regular(folded, script, passes) {
    let word = this.bare(folded, script);
    for (const [what, instead] of script.spellings) word = word.replaceAll(what, instead);
    let cut = word;
    script.endings.forEach((endings, number) => {
      if (passes && !passes.includes(number)) return;
      const fits = ([ending, , least]) => cut.endsWith(ending) && cut.length - ending.length >= least;
      const found = endings.get(cut.at(-1))?.find(fits);
      if (found) cut = cut.slice(0, cut.length - found[0].length) + found[1];
    });
    const last = cut.at(-1);
    const twice = cut !== word && script.doubled.includes(last) && cut.at(-2) === last;
    return twice && cut.length > 3 ? cut.slice(0, -1) : cut;
  }

  bare(folded, script) {
    if (script.native.has(folded)) return folded;
    const fits = (article) => folded.startsWith(article) && folded.length - article.length >= script.least;
    const article = script.articles.find(fits);
    return article ? folded.slice(article.length) : folded;
  }

  withoutParticle(folded, script) {
    if (!script.particles.includes(folded[0]) || folded.length - 1 < script.least) return "";
    if (this.bare(folded, script) !== folded) return "";
    return script.rooted.some((root) => folded.startsWith(root)) ? "" : folded.slice(1);
  }
}

/** Endings by their last letter, the order kept: most words end in none of the others. */
function byLastLetter(endings) {
  const found = new Map();
  for (const ending of endings) {
    const last = ending[0].at(-1);
    if (!found.has(last)) found.set(last, []);
    found.get(last).push(ending);
  }
  return found;
}

function digit(sign) {
  let zero = sign.codePointAt(0);
  if (zero < 0x80) return sign;
  // The ten digits of a script follow one another, zero first.
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) {
    zero -= 1;
    value += 1;
  }
  return String(value);
}

function isAcronym(word) {
  return word.length > 1 && isUpper(word);
}

function isUpper(text) {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}
