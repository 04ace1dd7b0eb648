// The box on every page: what is found shows below it as one types, as links that the arrow keys go through.

import { Engine } from "./engine.js";
import { element, itemsOf } from "./result.js";

const SHOWN = 6; // hits

/** Make a list of hits open below the box. */
export async function start(root, input) {
  const engine = await Engine.load(root);
  const list = element("ul", "search-list");
  list.id = "search-list";
  list.setAttribute("aria-label", engine.say("results"));
  list.hidden = true;
  const status = element("p", "search-label");
  status.setAttribute("role", "status");
  input.after(list, status);
  input.setAttribute("aria-controls", list.id);
  const box = new Box(engine, input, list, status);
  input.addEventListener("input", () => box.later());
  input.addEventListener("focus", () => box.later());
  input.form.addEventListener("keydown", (event) => box.key(event));
  input.form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !input.form.contains(event.relatedTarget)) box.close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!input.form.contains(event.target)) box.close();
  });
  if (input.value) box.later();
}

class Box {
  constructor(engine, input, list, status) {
    Object.assign(this, { engine, input, list, status, run: 0, timer: 0 });
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), this.engine.pause);
  }

  async search() {
    const run = ++this.run;
    const query = this.input.value.trim();
    if (!query) return this.close();
    try {
      await this.engine.search(query, { limit: SHOWN }, (answer) => run === this.run && this.show(query, answer));
    } catch {
      if (run === this.run) this.status.textContent = this.engine.say("failed");
    }
  }

  show(query, answer) {
    const { total, done, spelling } = answer;
    const items = itemsOf(answer, this.engine).map(({ nodes, name }) => item(nodes, `search-option ${name}`));
    const found = items.length;
    if (!done && !found) return;
    const nothing = this.engine.say("nothing", { query });
    if (spelling) items.unshift(item([this.engine.say("nearest", { words: spelling })], "search-none"));
    items.push(found ? item([this.allLink(query)], "search-option") : item([nothing], "search-none"));
    const focused = this.list.contains(document.activeElement) ? document.activeElement.href : "";
    this.list.replaceChildren(...items);
    if (focused) (this.links().find((link) => link.href === focused) ?? this.input).focus();
    this.open(true);
    if (done) this.status.textContent = found ? this.engine.sayCount("found", Math.max(total, found)) : nothing;
  }

  allLink(query) {
    const link = element("a", "search-all", this.engine.say("all"));
    const address = new URL(this.input.form.action);
    address.searchParams.set("q", query);
    link.href = address.href;
    return link;
  }

  links() {
    return [...this.list.querySelectorAll("a")];
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.input.focus();
      this.close();
    } else if (step) {
      event.preventDefault();
      if (this.list.hidden) return void this.search();
      const links = this.links();
      const next = links.indexOf(document.activeElement) + step;
      (next < 0 ? this.input : links[Math.min(next, links.length - 1)])?.focus();
    }
  }

  open(open) {
    this.list.hidden = !open;
  }

  close() {
    clearTimeout(this.timer);
    this.run += 1;
    this.open(false);
  }
}

function item(content, name) {
  const node = element("li", name);
  node.append(...content);
  return node;
}
