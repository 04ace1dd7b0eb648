// The page of search: runs what its address asks for, and what is typed.

import { Engine } from "./engine.js";
import { renderHit } from "./result.js";

const PAUSE = 150; // ms after the last key
const STEP = 10; // hits shown at once

/** Make the page work. */
export async function start(root, page) {
  const input = page.querySelector(".search-input");
  const state = readAddress();
  if (!input.value) input.value = state.query;
  const view = new View(page, input, state);
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    view.change({ query: input.value, limit: STEP });
  });
  view.status(" ");
  try {
    view.engine = await Engine.load(root);
  } catch {
    return; // The page offers the lists of releases and terms.
  }
  input.addEventListener("input", () => view.later());
  document.getElementById("search-more").addEventListener("click", () => view.change({ limit: view.state.limit + STEP }));
  window.addEventListener("popstate", () => view.restore(readAddress()));
  page.addEventListener("keydown", (event) => walk(event, input, page));
  await view.run();
}

function readAddress() {
  const asked = new URLSearchParams(window.location.search);
  return { query: asked.get("q") ?? "", limit: STEP };
}

/** Arrow keys go through the results, Escape back to the box. */
function walk(event, input, page) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape" && document.activeElement !== input) input.focus();
  if (!step || event.target instanceof HTMLSelectElement) return;
  const links = [...page.querySelectorAll(".search-title")];
  const at = links.indexOf(document.activeElement);
  if (at < 0 && document.activeElement !== input) return;
  event.preventDefault();
  const next = at < 0 ? (step > 0 ? links[0] : input) : (links[at + step] ?? (step < 0 ? input : links[at]));
  next?.focus();
}

class View {
  constructor(page, input, state) {
    Object.assign(this, { page, input, state, run_: 0, timer: 0 });
    this.results = page.querySelector("#search-results");
    this.more = page.querySelector("#search-more");
  }

  status(text) {
    const status = this.page.querySelector("#search-status");
    if (status.textContent !== text) status.textContent = text;
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.change({ query: this.input.value, limit: STEP }), PAUSE);
  }

  change(changes) {
    clearTimeout(this.timer);
    this.state = { ...this.state, ...changes };
    const address = new URL(window.location.href);
    address.search = "";
    if (this.state.query.trim()) address.searchParams.set("q", this.state.query);
    history.replaceState(null, "", address);
    return this.run();
  }

  restore(state) {
    this.state = state;
    this.input.value = state.query;
    return this.run();
  }

  async run() {
    if (!this.engine) return;
    const run = ++this.run_;
    this.results.setAttribute("aria-busy", "true");
    const { query, limit } = this.state;
    try {
      await this.engine.search(query, { limit }, (answer) => run === this.run_ && this.show(answer));
    } catch {
      if (run === this.run_) this.status(this.engine.say("failed"));
    }
  }

  show({ plan, hits, total, done }) {
    this.results.replaceChildren(
      ...hits.map((hit) => {
        const item = document.createElement("li");
        item.append(...renderHit(hit, this.engine));
        return item;
      }),
    );
    this.results.setAttribute("aria-busy", String(!done));
    this.more.hidden = !done || total <= hits.length;
    if (!done) return;
    if (hits.length) this.status(this.engine.sayCount("found", total));
    else this.status(this.state.query.trim() ? this.engine.say("nothing", { query: this.state.query.trim() }) : "");
  }
}
