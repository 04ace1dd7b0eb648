// The page of search: runs what its address asks for, and what is typed.

import { Engine } from "./engine.js";
import { notesOn } from "./notes.js";
import { element, itemsOf } from "./result.js";

const STEP = 10; // hits shown at once
const FILTERS = ["country", "year", "original", "term", "state"]; // as they stand in the address

/** Make the page work. */
async function start(root, page) {
  const input = page.querySelector(".search-input");
  const state = readAddress();
  input.value ||= state.query;
  const view = new View(page, input, state);
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    view.change({ query: input.value }, "pushState");
  });
  input.addEventListener("input", () => view.later());
  view.more.addEventListener("click", () => view.next());
  window.addEventListener("popstate", () => view.restore(readAddress()));
  page.addEventListener("keydown", (event) => walk(event, input, page));
  try {
    view.engine = await Engine.load(root);
  } catch {
    view.fail(); // The page offers the lists of releases and terms.
    return;
  }
  // Filters are loaded when they are asked for: in a large archive they weigh as much as the rest.
  view.filters.addEventListener("toggle", () => view.filters.open && view.run());
  view.filters.open = Object.keys(state.filters).length > 0;
  await view.run();
}

function readAddress() {
  const asked = new URLSearchParams(window.location.search);
  const filters = FILTERS.map((name) => [name, asked.get(name)?.slice(0, 100)]).filter(([, value]) => value);
  return {
    query: asked.get("q") ?? "",
    widen: asked.get("widen") !== "0",
    filters: Object.fromEntries(filters),
    limit: STEP,
  };
}

/** Arrow keys go through the results, Escape back to the box. */
function walk(event, input, page) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape" && document.activeElement !== input) input.focus();
  if (!step) return;
  const links = [...page.querySelectorAll(".search-title")];
  const at = links.indexOf(document.activeElement);
  if (at < 0 && (document.activeElement !== input || step < 0)) return;
  event.preventDefault();
  (links[at + step] ?? (step < 0 ? input : links[at]))?.focus();
}

class View {
  constructor(page, input, state) {
    Object.assign(this, { page, input, state, count: 0, timer: 0 });
    for (const name of ["status", "notes", "filters", "results", "more"]) {
      this[name] = page.querySelector(`#search-${name}`);
    }
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.change({ query: this.input.value }), this.engine?.pause ?? 0);
  }

  /** Search for something else; the address always says what is shown. */
  change(changes, how = "replaceState") {
    clearTimeout(this.timer);
    this.state = { ...this.state, limit: STEP, ...changes };
    if (this.input.value !== this.state.query) this.input.value = this.state.query;
    const address = this.address(window.location.href);
    if (address.href !== window.location.href) history[how](null, "", address);
    return this.run();
  }

  address(page) {
    const address = new URL(page);
    address.search = "";
    const { query, widen, filters } = this.state;
    if (query.trim()) address.searchParams.set("q", query);
    for (const name of FILTERS) if (filters[name]) address.searchParams.set(name, filters[name]);
    if (!widen) address.searchParams.set("widen", "0");
    return address;
  }

  restore(state) {
    this.state = state;
    this.input.value = state.query;
    this.filters.open ||= Object.keys(state.filters).length > 0;
    return this.run();
  }

  async next() {
    const shown = this.results.children.length;
    this.state.limit += STEP;
    await this.run();
    this.results.children[shown]?.querySelector("a")?.focus();
  }

  async run() {
    if (!this.engine) return;
    const run = ++this.count;
    this.results.setAttribute("aria-busy", "true");
    for (const link of document.querySelectorAll(".language-switch a")) link.href = this.address(link.href).href;
    try {
      await this.loadFilters();
      await this.engine.search(this.state.query, this.state, (answer) => run === this.count && this.show(answer));
    } catch (error) {
      if (run === this.count) this.fail();
    }
  }

  /** Counts by filter come with an answer once the filters are loaded. */
  async loadFilters() {
    if (!this.filters.open) return;
    this.filterControls ??= (await import("./filters.js")).FilterControls;
    await this.engine.loadFilters(this.state.filters);
  }

  fail() {
    this.results.setAttribute("aria-busy", "false");
    this.status.textContent = this.engine?.say("failed") ?? this.status.dataset.failed;
  }

  show(answer) {
    const { engine, state } = this;
    const { total, counts, done, spelling } = answer;
    const items = itemsOf(answer, engine).map(({ nodes, name }) => {
      const item = element("li", name);
      item.append(...nodes);
      return item;
    });
    if (!done && !items.length) return;
    this.put(items);
    const act = (changes) => this.change(changes, "pushState");
    this.notes.replaceChildren(...notesOn(answer, state.widen, engine, act));
    if (!done) return;
    this.results.setAttribute("aria-busy", "false");
    this.more.hidden = total <= answer.hits.length;
    const change = (filters) => this.change({ filters });
    this.filterControls?.show(this.filters.querySelector("div"), counts, state.filters, engine, change);
    const query = state.query.trim();
    const some = items.length || (!query && answer.filtered);
    if (some) this.status.textContent = engine.sayCount("found", Math.max(total, items.length));
    else this.status.textContent = query && !spelling ? engine.say("nothing", { query }) : "";
  }

  /** Show items; whoever is on one of the links stays there. */
  put(items) {
    const focused = this.results.contains(document.activeElement) ? document.activeElement.href : "";
    this.results.replaceChildren(...items);
    if (focused) [...this.results.querySelectorAll("a")].find((link) => link.href === focused)?.focus();
  }
}

start(document.documentElement.dataset.content_root ?? "./", document.getElementById("search-page"));
