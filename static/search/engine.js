// Searches the indexes: the reader's own first, then those of the other languages.

import { Concepts } from "./concepts.js";
import { rank } from "./rank.js";
import { Text } from "./text.js";

const LONGEST = 300; // letters of a query that are read
const MOST = 16; // and words
const FOREIGN = 8; // hits of another language that are looked at

export class Engine {
  /** Make the engine of the site at the address `root`. */
  static async load(root) {
    const base = new URL(root, document.baseURI);
    const response = await fetch(new URL("pagefind/words.json", base));
    if (!response.ok) throw new Error(`words.json: ${response.status}`);
    return new Engine(base, await response.json());
  }

  constructor(base, words) {
    Object.assign(this, words, { base });
    this.text = new Text(words.rules);
    this.concepts = new Concepts(words.concepts, this.text);
    this.instances = new Map();
  }

  /** The sentence `name` with its {places} filled. */
  say(name, values = {}) {
    return this.strings[name].replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
  }

  /** The sentence `name` for a count, in the right plural. */
  sayCount(name, count) {
    const category = new Intl.PluralRules(this.language).select(count);
    const forms = this.counts[name];
    return (forms[category] ?? forms.other).replace("{count}", count);
  }

  /** The root of the site of another language. */
  rootOf(code) {
    return new URL(this.languages[code].root, this.base);
  }

  /** The index of a language; null where it is not there. */
  async instance(code) {
    if (!this.instances.has(code)) this.instances.set(code, this.open(code));
    return this.instances.get(code);
  }

  async open(code) {
    const folder = new URL("pagefind/", this.rootOf(code));
    if (code !== this.language) {
      const entry = await fetch(new URL("pagefind-entry.json", folder)).catch(() => null);
      if (!entry?.ok) return null;
    }
    const { createInstance } = await import(new URL("pagefind/pagefind.js", this.base));
    const instance = createInstance({ basePath: folder.pathname });
    await instance.init();
    return instance;
  }

  /** What a query asks for: its words, and the parts of which a good hit has all. */
  plan(query, widen = true) {
    const clean = query.toWellFormed?.() ?? query.replace(/[\ud800-\udfff]/g, " ");
    const words = this.text.words(clean.slice(0, LONGEST)).slice(0, MOST);
    const named = this.concepts.apart(words);
    const spans = widen ? named : [];
    const covered = new Set(spans.flatMap(({ start, end }) => range(start, end)));
    const rest = words.filter((_, index) => !covered.has(index));
    return {
      words,
      named,
      exact: /^\s*["“«„].+["”»]\s*$/u.test(clean),
      literal: words.map((word) => word.key).join(" "),
      wide: [...spans.map(({ concept }) => concept.mark), ...rest.map((word) => word.key)].join(" "),
      parts: [...spans.map(({ concept }) => ({ concept })), ...rest.map((word) => ({ key: word.key }))],
      widened: spans.map(({ concept }) => concept),
    };
  }

  /** The hits for a plan in one language, the best first, and how many there are in all. */
  async inLanguage(code, plan, { filters = {}, limit = 10 } = {}) {
    const instance = await this.instance(code);
    if (!instance) return { hits: [], ids: new Set(), counts: {} };
    const queries = plan.exact ? [`"${plan.literal}"`] : [...new Set([plan.wide, plan.literal])];
    const answers = await Promise.all(queries.map((query) => instance.search(query || null, { filters })));
    const best = new Map();
    for (const { results } of answers) {
      const top = results[0]?.score || 1;
      for (const result of results) {
        const score = result.score / top;
        if (score > (best.get(result.id)?.score ?? -1)) best.set(result.id, { score, result });
      }
    }
    const order = [...best.values()].sort((a, b) => b.score - a.score);
    const loaded = await Promise.all(
      order.slice(0, limit + 5).map(async ({ score, result }) => this.hit(code, await result.data(), score)),
    );
    const hits = rank(loaded, plan, this);
    return { hits, total: Math.max(best.size - (loaded.length - hits.length), 0), counts: answers[0].filters };
  }

  hit(code, data, score) {
    const path = (data.raw_url ?? data.url).replace(/^\//, "");
    return { path, language: code, facts: data.facts, blocks: data.blocks, filters: data.filters, score };
  }

  /** Run a query; `show` is called with the own hits, and again when those of the others are known. */
  async search(query, { widen = true, filters = {}, limit = 10 } = {}, show = () => {}) {
    const plan = this.plan(query, widen);
    const asked = plan.words.length > 0 || Object.keys(filters).length > 0;
    if (!asked) return show({ plan, hits: [], total: 0, done: true });
    const own = await this.inLanguage(this.language, plan, { filters, limit });
    show({ plan, ...own, hits: own.hits.slice(0, limit), done: false });
    const hits = plan.words.length ? await this.withOthers(own.hits, plan, { filters, limit }) : own.hits;
    const total = own.total + hits.length - own.hits.length;
    return show({ plan, ...own, hits: hits.slice(0, limit), total, done: true });
  }

  async withOthers(own, plan, { filters }) {
    const codes = Object.keys(this.languages).filter((code) => code !== this.language);
    const answers = await Promise.all(
      codes.map((code) => this.inLanguage(code, plan, { filters, limit: FOREIGN }).catch(() => ({ hits: [] }))),
    );
    const byPath = new Map(own.map((hit) => [hit.path, hit]));
    const least = own[0]?.coverage ?? 0;
    for (const hit of answers.flatMap((answer) => answer.hits)) {
      const known = byPath.get(hit.path);
      if (known && known.language === this.language) known.rank += hit.rank / 10;
      else if (hit.coverage >= least && !(known?.rank > hit.rank)) byPath.set(hit.path, { ...hit, rank: hit.rank - 0.3 });
    }
    const foreign = [...byPath.values()].filter((hit) => hit.language !== this.language);
    await Promise.all(foreign.map((hit) => this.ownTitle(hit)));
    return [...byPath.values()].sort((a, b) => b.rank - a.rank);
  }

  /** Give a hit of another language the title that the page has in the reader's. */
  async ownTitle(hit) {
    const response = await fetch(new URL(hit.path, this.base)).catch(() => null);
    if (!response?.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const heading = page.querySelector("article h1");
    heading?.querySelectorAll(".headerlink").forEach((link) => link.remove());
    if (heading) hit.title = [heading.lang || this.language, heading.textContent];
  }
}

function range(start, end) {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
