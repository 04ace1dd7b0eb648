// What is said about an answer beside its hits: other names, other spellings, and how to go on.

import { element, mark, nameOf } from "./result.js";

/** The notes on an answer; `change` runs another search. */
export function notesOn(answer, widen, engine, change) {
  const { plan, hits, asked, spelling, missing = [] } = answer;
  const notes = [];
  const unknown = missing.flatMap((part) => part.words.map((word) => word.word)).join(" ");
  if (hits.length && unknown && !spelling) notes.push(paragraph([engine.say("nothing", { query: unknown })]));
  if (spelling) notes.push(spellingNote(asked.query.trim(), spelling.trim(), engine, change));
  if (widen && plan.widened.length) notes.push(widened(plan, engine, change));
  else if (!widen && plan.concepts.length) notes.push(paragraph([button("widely", engine, () => change({ widen: true }))]));
  if (!hits.length && plan.concepts.length) notes.push(otherNames(plan, engine, change));
  return notes;
}

function spellingNote(query, spelling, engine, change) {
  const nothing = element("span", "", engine.say("nothing", { query }));
  const [before, after] = engine.say("nearest", { words: "\u0000" }).split("\u0000");
  const go = element("button", "search-link", spelling);
  go.type = "button";
  go.addEventListener("click", () => change({ query: spelling }));
  return paragraph([nothing, " ", before, go, after ?? ""]);
}

/** Also searched: the names that the reader did not type. */
function widened(plan, engine, change) {
  const typed = new Set(plan.words.map((word) => word.key));
  const names = plan.widened.flatMap((concept) =>
    Object.entries(concept.names).flatMap(([code, list]) =>
      list.filter((name) => !engine.text.words(name).every((word) => typed.has(word.key))).slice(0, 2).map((name) => [code, name]),
    ),
  );
  if (!names.length) return paragraph([]);
  const [before, after] = engine.say("also", { names: "\u0000" }).split("\u0000");
  const listed = separated(unique(names).slice(0, 8).map((name) => spoken(name, engine)), engine);
  return paragraph([before, ...listed, after ?? "", " ", button("exactly", engine, () => change({ widen: false }))]);
}

function otherNames(plan, engine, change) {
  const names = plan.concepts.flatMap((concept) => [nameOf(concept, engine.language), ...Object.entries(concept.names).map(([code, list]) => [code, list[0]])]);
  const links = unique(names.filter(Boolean)).map(([code, name]) => {
    const go = element("button", "search-link", name);
    go.type = "button";
    mark(go, code, engine);
    go.addEventListener("click", () => change({ query: name, widen: true }));
    return go;
  });
  const [before, after] = engine.say("otherNames", { names: "\u0000" }).split("\u0000");
  return paragraph([before, ...separated(links, engine), after ?? ""]);
}

function unique(names) {
  return [...new Map(names.map((name) => [name[1].toLowerCase(), name])).values()];
}

function spoken([code, name], engine) {
  const node = element("bdi", "", name);
  mark(node, code, engine);
  return node;
}

function separated(nodes, engine) {
  return nodes.flatMap((node, index) => (index ? [engine.say("separator"), node] : [node]));
}

function button(name, engine, act) {
  const node = element("button", "search-link", engine.say(name));
  node.type = "button";
  node.addEventListener("click", act);
  return node;
}

function paragraph(content) {
  const node = element("p", "");
  node.append(...content);
  return node;
}
