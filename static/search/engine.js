// Searches the indexes: the reader's own first, then those of the other languages.

import { Concepts } from "./concepts.js";
import { Index, unpacked } from "./index.js";
import { askedBy, planOf } from "./plan.js";
import { bestOf, enoughOf, rank } from "./rank.js";
import { asRead, pageOf } from "./result.js";
import { Text } from "./text.js";

const FOREIGN = 8; // hits of another language that are looked at
const FEW = 4; // of them that are kept where the reader's own language has more than is shown
const SPARE = 1; // hits that are looked at beyond those shown, since the order may change
const EACH = 2; // hits that are looked at of each index, on average
const [QUICK, SLOW] = [60, 300]; // ms to wait after a key: the longer, the longer a search takes
const BEHIND = 0.3; // how far a hit of another language stands behind one of the reader's

export class Engine {
  /** The engine of the site at the address `root`; its index is loaded at the same time. */
  static async load(root) {
    const base = new URL(root, document.baseURI);
    const folder = new URL("pagefind/", base);
    const index = Index.open(folder, true);
    index.catch(() => {}); // told to whoever searches
    const engine = new Engine(base, await unpacked(new URL("words.pack", folder)), index);
    if (engine.sisters) engine.archive = await import("./sisters.js");
    return engine;
  }

  constructor(base, words, index) {
    Object.assign(this, words, { base, pause: QUICK });
    this.text = new Text(words.rules);
    this.concepts = new Concepts(words.concepts, this.text);
    this.home = this.place(words.language);
    this.instances = new Map([[this.home.folder.href, index]]);
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
    const address = new URL("definitions.pack", this.home.folder);
    this.defining ??= unpacked(address).catch(() => ({}));
    this.definitions = await this.defining;
  }

  /** Where the site's index of a language is, and the site that its hits are read on. */
  place(code) {
    return { code, folder: new URL("pagefind/", new URL(this.languages[code].root, this.base)), base: this.base };
  }

  /** All indexes of a language: the site's own, and those of the other parts of a split archive. */
  places(code, filters) {
    return [this.place(code), ...(this.archive?.sisterPlaces(this, code, filters) ?? [])];
  }

  /** The index at a place; null where another one than the reader's own is not there. */
  instance({ folder }) {
    if (!this.instances.has(folder.href)) {
      const own = folder.href === this.home.folder.href;
      const opening = Index.open(folder, own);
      this.instances.set(folder.href, own ? opening : opening.catch(() => null));
    }
    return this.instances.get(folder.href);
  }

  /** Load what filters need, so that answers have counts, of the indexes that the chosen ones leave. */
  async loadFilters(chosen) {
    await Promise.all(this.places(this.language, chosen).map(async (place) => (await this.instance(place))?.filters()));
  }

  /** The best hits at some places, and how many more; `whole`: hits with a part of the query are not wanted. */
  async inPlaces(places, plan, { filters = {}, limit = 10, whole = false } = {}) {
    const chosen = Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, [value]]));
    const room = Math.max(limit + SPARE, EACH * places.length);
    const every = await Promise.all(places.map((place) => this.ask(place, plan, chosen)));
    const found = await this.look(every, plan, room);
    if (found.hits.length || whole || plan.parts.length < 2 || plan.exact) return found;
    // No page has them all: those that have some.
    const some = await Promise.all(places.map((place) => this.askFor(place, plan.parts.map(askedBy), plan, chosen)));
    return { ...(await this.look(some, plan, room)), more: 0 };
  }

  /** What the index at a place has for a plan. */
  async ask(place, plan, chosen) {
    const answer = await this.askFor(place, [plan.exact ? plan.literal : plan.wide], plan, chosen);
    const again = !answer.best.length && !plan.exact && plan.wide !== plan.literal;
    return again ? this.askFor(place, [plan.literal], plan, chosen) : answer;
  }

  async askFor(place, queries, plan, chosen) {
    const index = await this.instance(place);
    if (!index) return { best: [], counts: {} };
    const answers = await Promise.all(queries.map((query) => index.search(query, chosen, plan.exact)));
    return { best: bestOf(answers).map((one) => ({ ...one, place, index })), counts: answers[0].counts };
  }

  /** Look at the best pages of some answers: as many as there is `room` for, in their order. */
  async look(answers, plan, room) {
    const best = answers.flatMap((answer) => answer.best).sort((a, b) => b.score - a.score);
    const hits = await Promise.all(
      best.slice(0, room).map(async ({ score, id, index, place: { code, base } }) => {
        return { ...(await index.page(id)), language: code, base, score };
      }),
    );
    const counts = answers.map((answer) => answer.counts);
    return { hits: rank(hits, plan, this), more: Math.max(0, best.length - room), counts };
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
    let [own] = await Promise.all([
      this.inPlaces([this.home], plan, { filters, limit }),
      plan.concepts.length || plan.alike.length ? this.define() : null,
    ]);
    this.pause = Math.max(QUICK, Math.min(SLOW, performance.now() - start));
    if (own.hits.some((hit) => hit.filters.kind?.includes("glossary"))) await this.define();
    const filtered = Object.keys(filters).length > 0;
    // An entry of the glossary answers a word; a page of them is no release.
    if (filtered) own.hits = own.hits.filter((hit) => !hit.filters.kind?.includes("glossary"));
    own.counts = own.counts[0];
    const tell = () => show({ plan, ...own, filtered, hits: own.hits.slice(0, limit), total: own.hits.length + own.more });
    tell();
    if (this.archive) {
      own = await this.archive.withSisters(own, this, plan, { filters, limit }).catch(() => own);
      tell();
    }
    // Whether a page is translated is another thing in each language: there, others have no say.
    const alone = !plan.words.length || filters.state;
    const hits = alone ? own.hits : await this.withOthers(own, plan, filters, own.hits.length < limit);
    const missing = plan.parts.filter((part, index) => !part.concept && !hits.some((hit) => hit.parts[index] > 0.5));
    return { plan, filtered, counts: own.counts, hits: hits.slice(0, limit), total: hits.length + own.more, missing };
  }

  /** The hits of the reader's language with those that only another's text has; where `few`, of all parts. */
  async withOthers(own, plan, filters, few) {
    const codes = Object.keys(this.languages).filter((code) => code !== this.language);
    const places = (code) => (few ? this.places(code, filters) : [this.place(code)]);
    const answers = await Promise.all(
      codes.map((code) => this.inPlaces(places(code), plan, { filters, limit: FOREIGN }).catch(() => ({ hits: [] }))),
    );
    const byPath = new Map(own.hits.map((hit) => [pageOf(hit), hit]));
    const least = own.hits[0]?.coverage ?? 0;
    for (const hit of answers.flatMap((answer) => answer.hits)) {
      const path = pageOf(hit);
      const known = byPath.get(path);
      const better = { ...hit, rank: hit.rank - BEHIND };
      if (known ? hit.coverage > known.coverage : hit.coverage >= least) byPath.set(path, better);
      else if (known) known.rank = Math.max(known.rank, better.rank);
    }
    const hits = enoughOf([...byPath.values()]).sort((a, b) => b.rank - a.rank);
    const foreign = hits.filter((hit) => hit.language !== this.language).slice(0, own.more ? FEW : hits.length);
    const kept = await Promise.all(foreign.map((hit) => asRead(hit, plan, own.more > 0, this)));
    return hits.filter((hit) => hit.language === this.language || kept[foreign.indexOf(hit)]);
  }
}
