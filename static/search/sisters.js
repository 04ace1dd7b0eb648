// The other projects of an archive that is split by year: their indexes are asked beside the site's own.
// Loaded only where there are any (docs/splitting.md).

import { enoughOf } from "./rank.js";

/** The indexes in the language `code` of the other projects that may hold what the filters ask for. */
export function sisterPlaces(engine, code, { year } = {}) {
  return engine.sisters
    .filter(({ years: [first, last] }) => !year || !first || (first <= Number(year) && Number(year) <= last))
    .map(({ roots }) => ({
      code,
      folder: new URL("pagefind/", new URL(roots[code], engine.base)),
      base: new URL(roots[engine.language], engine.base),
    }));
}

/** The hits of the site's own index and of those of the others, in the reader's language; the best first. */
export async function withSisters(own, engine, plan, { filters, limit }) {
  const whole = own.hits[0]?.coverage === 1;
  const found = await engine.inPlaces(sisterPlaces(engine, engine.language, filters), plan, { filters, limit, whole });
  const hits = enoughOf([...own.hits, ...found.hits]).sort((a, b) => b.rank - a.rank);
  return { hits, more: own.more + found.more, counts: found.counts.reduce(sum, own.counts ?? {}) };
}

/** Two counts by filter and value, added up. */
function sum(one, other) {
  const total = Object.fromEntries(Object.entries(one).map(([name, values]) => [name, { ...values }]));
  for (const [name, values] of Object.entries(other ?? {})) {
    total[name] ??= {};
    for (const [value, count] of Object.entries(values)) total[name][value] = (total[name][value] ?? 0) + count;
  }
  return total;
}
