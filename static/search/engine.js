// Searches the indexes: the reader's own first, then those of the other languages.

import { Concepts } from "./concepts.js";
import { Index, unpacked } from "./index.js";
import { askedBy, planOf } from "./plan.js";
import { hasAll, rank } from "./rank.js";
import { Text } from "./text.js";

const FOREIGN = 8; // hits of another language that are looked at
const FEW = 4; // of them that are kept where the reader's own language has more than is shown
const SPARE = 1; // hits that are looked at beyond those shown, since the order may change
const ENOUGH = 0.6; // of what the best hit has of the query; hits with less are left out
const [QUICK, SLOW] = [60, 300]; // ms to wait after a key: the longer, the longer a search takes
const BEHIND = 0.3; // how far a hit of another language stands behind one of the reader's

export class Engine {
  /** The engine of the site at the address `root`; its index is loaded at the same time. */
  static async load(root) {
    const base = new URL(root, document.baseURI);
    const folder = new URL("pagefind/", base);
    const index = Index.open(folder, true);
    index.catch(() => {}); // told to whoever searches
    return new Engine(base, await unpacked(new URL("words.pack", folder)), index);
  }

  constructor(base, words, index) {
    Object.assign(this, words, { base, pause: QUICK });
    this.text = new Text(words.rules);
    this.concepts = new Concepts(words.concepts, this.text);
    this.instances = new Map([[words.language, index]]);
  }

  /** The sentence `name` with its {places} filled. */
  say(name, values = {}) {
    return this.strings[name].replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
  }

  /** The sentence `name` for a count, in the right plural. */
  sayCount(name, count) {
    const forms = this.counts[name];
    return (forms[new Intl.PluralRules(this.language).select(count)] ?? forms.other).replace("{count}", count);
  }

  /** Load the definitions of the glossary's terms: before they are shown, so that nothing moves. */
  async define() {
    const address = new URL("definitions.pack", this.folderOf(this.language));
    this.defining ??= unpacked(address).catch(() => ({}));
    this.definitions = await this.defining;
  }

  /** The folder of the index of a language. */
  folderOf(code) {
    return new URL("pagefind/", new URL(this.languages[code].root, this.base));
  }

  /** The index of a language; null where another language has none. */
  instance(code) {
    if (!this.instances.has(code)) {
      const own = code === this.language;
      const opening = Index.open(this.folderOf(code), own);
      this.instances.set(code, own ? opening : opening.catch(() => null));
    }
    return this.instances.get(code);
  }

  /** The best hits for a plan in one language, and how many more there are. */
  async inLanguage(code, plan, { filters = {}, limit = 10 } = {}) {
    const instance = await this.instance(code);
    if (!instance) return { hits: [], more: 0, counts: {} };
    const chosen = Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, [value]]));
    const ask = async (queries) => {
      const answers = await Promise.all(queries.map((query) => instance.search(query, chosen, plan.exact)));
      return { answers, best: bestOf(answers) };
    };
    let { answers, best } = await ask([plan.exact ? plan.literal : plan.wide]);
    if (!best.length && !plan.exact && plan.wide !== plan.literal) ({ answers, best } = await ask([plan.literal]));
    let hits = await this.looked(code, best, plan, limit + SPARE);
    let more = best.length - Math.min(best.length, limit + SPARE);
    if (!hits.length && plan.parts.length > 1 && !plan.exact) {
      // No page has them all: those that have some.
      ({ answers, best } = await ask(plan.parts.map(askedBy)));
      hits = await this.looked(code, best, plan, limit + SPARE);
      more = 0;
    }
    return { hits, more, counts: answers[0].counts };
  }

  async looked(code, best, plan, limit) {
    const index = await this.instance(code);
    const hits = await Promise.all(
      best.slice(0, limit).map(async ({ score, id }) => ({ ...(await index.page(id)), language: code, score })),
    );
    return rank(hits, plan, this);
  }

  /**
   * Run a query; `show` is called with the hits of the reader's own language, with those of all,
   * and once more where only another spelling finds anything.
   */
  async search(query, options, show) {
    try {
      return await this.found(query, options, show);
    } catch {
      this.instances.clear(); // The site may be a new one since its index was opened.
      return this.found(query, options, show);
    }
  }

  async found(query, options, show) {
    const plan = planOf(query, this, options.widen ?? true);
    if (!plan.words.length && !Object.keys(options.filters ?? {}).length) {
      return show({ plan, hits: [], total: 0, counts: {}, done: true });
    }
    const answer = await this.answer(plan, options, (own) => show({ ...own, done: false }));
    const spelling = answer.missing.length && !plan.exact ? await this.respelt(plan, answer.missing) : "";
    if (spelling) {
      const other = await this.answer(planOf(spelling, this, options.widen ?? true), options, () => {});
      if ((other.hits[0]?.coverage ?? 0) > (answer.hits[0]?.coverage ?? 0)) {
        return show({ ...other, asked: plan, spelling, done: true });
      }
    }
    return show({ ...answer, done: true });
  }

  async respelt(plan, missing) {
    const { respelt } = await import("./spelling.js");
    return respelt(plan, missing, this);
  }

  async answer(plan, { filters = {}, limit = 10 }, show) {
    const start = performance.now();
    const [own] = await Promise.all([
      this.inLanguage(this.language, plan, { filters, limit }),
      plan.concepts.length || plan.alike.length ? this.define() : null,
    ]);
    this.pause = Math.max(QUICK, Math.min(SLOW, performance.now() - start));
    if (own.hits.some((hit) => hit.filters.kind?.includes("glossary"))) await this.define();
    const filtered = Object.keys(filters).length > 0;
    // An entry of the glossary answers a word; a page of them is no release.
    if (filtered) own.hits = own.hits.filter((hit) => !hit.filters.kind?.includes("glossary"));
    show({ plan, ...own, filtered, hits: own.hits.slice(0, limit), total: own.hits.length + own.more });
    // Whether a page is translated is another thing in each language: there, others have no say.
    const alone = !plan.words.length || filters.state;
    const hits = alone ? own.hits : await this.withOthers(own, plan, filters);
    const missing = plan.parts.filter((part, index) => !part.concept && !hits.some((hit) => hit.parts[index] > 0.5));
    return { plan, filtered, counts: own.counts, hits: hits.slice(0, limit), total: hits.length + own.more, missing };
  }

  /** The hits of the reader's own index with those that only another language's text has. */
  async withOthers(own, plan, filters) {
    const codes = Object.keys(this.languages).filter((code) => code !== this.language);
    const answers = await Promise.all(
      codes.map((code) => this.inLanguage(code, plan, { filters, limit: FOREIGN }).catch(() => ({ hits: [] }))),
    );
    const byPath = new Map(own.hits.map((hit) => [hit.path, hit]));
    const least = own.hits[0]?.coverage ?? 0;
    for (const hit of answers.flatMap((answer) => answer.hits)) {
      const known = byPath.get(hit.path);
      const better = { ...hit, rank: hit.rank - BEHIND };
      if (known ? hit.coverage > known.coverage : hit.coverage >= least) byPath.set(hit.path, better);
      else if (known) known.rank = Math.max(known.rank, better.rank);
    }
    const enough = ENOUGH * Math.max(0, ...[...byPath.values()].map((hit) => hit.coverage));
    const hits = [...byPath.values()].filter((hit) => hit.coverage >= enough).sort((a, b) => b.rank - a.rank);
    const foreign = hits.filter((hit) => hit.language !== this.language).slice(0, own.more ? FEW : hits.length);
    const kept = await Promise.all(foreign.map((hit) => this.asRead(hit, plan, own.more > 0)));
    return hits.filter((hit) => hit.language === this.language || kept[foreign.indexOf(hit)]);
  }

  /**
   * Give a hit of another language the title and facts that the page has in the reader's. Where not all own
   * hits were looked at, one whose own page says the same is among the rest of them: then false.
   */
  async asRead(hit, plan, doubtful) {
    const response = await fetch(new URL(hit.path, this.base)).catch(() => null);
    if (!response?.ok) return true;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const heading = page.querySelector("article h1");
    heading?.querySelectorAll(".headerlink").forEach((link) => link.remove());
    if (heading) hit.title = [heading.lang || this.language, heading.textContent];
    const facts = [...page.querySelectorAll(".release-facts dd")].slice(0, 2); // its date and its place
    hit.told = facts.map((fact) => fact.textContent.replace(/\s+/g, " ").trim());
    page.querySelectorAll(".original, .page-tools").forEach((other) => other.remove());
    return !doubtful || !hasAll(page.querySelector("article")?.textContent ?? "", plan, this);
  }
}

/** Each page once, with its best score: 1 is the best of an answer. */
function bestOf(answers) {
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
