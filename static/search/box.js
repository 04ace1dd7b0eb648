// The box on every page: what is found shows below it as one types.

import { Engine } from "./engine.js";
import { element, itemsOf } from "./result.js";

const PAUSE = 120; // ms after the last key
const SHOWN = 6; // hits

/** Make a list of hits open below the box. */
export async function start(root, input) {
  const engine = await Engine.load(root);
  const list = element("ul", "search-list");
  list.id = "search-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", engine.say("results"));
  list.hidden = true;
  const status = element("p", "search-label");
  status.setAttribute("role", "status");
  input.after(list, status);
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"]]) {
    input.setAttribute(name, value);
  }
  const box = new Box(engine, input, list, status);
  input.addEventListener("input", () => box.later());
  input.addEventListener("focus", () => box.later());
  input.addEventListener("keydown", (event) => box.key(event));
  input.form.addEventListener("focusout", (event) => {
    if (!input.form.contains(event.relatedTarget)) box.close();
  });
  if (input.value) box.later();
}

class Box {
  constructor(engine, input, list, status) {
    Object.assign(this, { engine, input, list, status, chosen: -1, made: 0, run: 0, timer: 0 });
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), PAUSE);
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
    const chosen = this.options()[this.chosen]?.querySelector("a")?.href;
    const items = itemsOf(answer, this.engine).map(({ nodes, name }) => this.option(nodes, name));
    const found = items.length;
    if (!done && !found) return;
    if (spelling) items.unshift(this.note(this.engine.say("nearest", { words: spelling })));
    items.push(found ? this.option([this.allLink(query)]) : this.note(this.engine.say("nothing", { query })));
    this.list.replaceChildren(...items);
    this.choose(chosen ? this.options().findIndex((item) => item.querySelector("a")?.href === chosen) : -1);
    this.list.hidden = !items.length;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    if (!done) return;
    const said = found ? this.engine.sayCount("found", Math.max(total, found)) : this.engine.say("nothing", { query });
    this.status.textContent = said;
  }

  allLink(query) {
    const link = element("a", "search-all", this.engine.say("all"));
    const address = new URL(this.input.form.action);
    address.searchParams.set("q", query);
    link.href = address.href;
    return link;
  }

  note(text) {
    const item = element("li", "search-none", text);
    item.setAttribute("role", "presentation");
    return item;
  }

  option(content, name = "") {
    const item = element("li", `search-option ${name}`.trim());
    item.id = `search-option-${(this.made += 1)}`;
    item.setAttribute("role", "option");
    item.append(...content);
    for (const link of item.querySelectorAll("a")) link.tabIndex = -1;
    item.addEventListener("click", (event) => {
      if (!event.target.closest("a")) item.querySelector("a")?.click();
    });
    return item;
  }

  options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  choose(index) {
    const options = this.options();
    this.chosen = options.length ? Math.min(index, options.length - 1) : -1;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.chosen)));
    const option = options[this.chosen];
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return void this.search();
      this.choose(Math.max(this.chosen + (event.key === "ArrowDown" ? 1 : -1), -1));
    } else if (event.key === "Enter" && open && this.chosen >= 0) {
      event.preventDefault();
      this.options()[this.chosen].querySelector("a")?.click();
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      this.close();
    }
  }

  close() {
    clearTimeout(this.timer);
    this.run += 1;
    this.list.hidden = true;
    this.choose(-1);
    this.input.setAttribute("aria-expanded", "false");
  }
}
