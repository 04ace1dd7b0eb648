// The filters of the page of search: each a list of values with their counts.

import { element, nameOf } from "./result.js";

/** Fill `place` with the filters and the counts of this answer; `change` is told what is chosen. */
function show(place, counts, chosen, engine, change) {
  const focused = place.contains(document.activeElement) ? document.activeElement.name : "";
  const names = ["country", "year", "original", "term", "state"];
  const controls = names.map((name) => control(name, counts?.[name] ?? {}, chosen, engine, change)).filter(Boolean);
  if (Object.keys(chosen).length) {
    const clear = element("button", "search-link", engine.say("clear"));
    clear.type = "button";
    clear.addEventListener("click", () => change({}));
    controls.push(clear);
  }
  place.replaceChildren(...controls);
  if (focused) place.querySelector(`select[name="${focused}"]`)?.focus();
}

export const FilterControls = { show };

function control(name, counts, chosen, engine, change) {
  const values = Object.entries(counts).filter(([value, count]) => count > 0 || value === chosen[name]);
  if (chosen[name] && !values.some(([value]) => value === chosen[name])) values.push([chosen[name], 0]);
  if (!values.length) return null;
  const label = element("label", "search-filter", engine.say(name));
  const select = element("select", "");
  select.name = name;
  select.append(new Option(engine.say("any"), ""));
  const options = values.map(([value, count]) => [value, labelOf(name, value, engine), count]);
  const collator = new Intl.Collator(engine.language, { numeric: true });
  options.sort((a, b) => (name === "year" ? collator.compare(b[1], a[1]) : collator.compare(a[1], b[1])));
  for (const [value, shown, count] of options) select.append(new Option(`${shown} (${count})`, value));
  select.value = chosen[name] ?? "";
  select.addEventListener("change", () => {
    const { [name]: before, ...others } = chosen;
    change(select.value ? { ...others, [name]: select.value } : others);
  });
  label.append(select);
  return label;
}

function labelOf(name, value, engine) {
  if (name === "country" || name === "term") {
    const concept = engine.concepts.all.get(`${name}-${value}`);
    return concept ? nameOf(concept, engine.language)[1] : value;
  }
  if (name === "original") return Object.hasOwn(engine.languages, value) ? engine.languages[value].name : value;
  return name === "state" ? (engine.strings[`state-${value}`] ?? value) : value;
}
