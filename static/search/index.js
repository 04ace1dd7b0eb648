// Asks an index with Pagefind's own program (WebAssembly).
//
// In the place of pagefind.js, which is 45 kB, loads its files one after the other and needs a list
// of pages five times as long; bayan/search_packing.py writes what is read here.

import { encode } from "./cbor.js";

const SIGNATURE = 12; // bytes that Pagefind puts before what it compresses
const programs = new Map(); // one program by version serves the indexes of all languages

export class Index {
  /** The index in `folder`; with `first`, its program is loaded beside it instead of after it. */
  static async open(folder, first) {
    const file = new URL("program.pack", folder);
    const early = first ? Program.load(file) : null;
    early?.catch(() => {}); // told below
    const list = await unpacked(new URL("index.pack", folder));
    if (!programs.has(list.version)) programs.set(list.version, early ?? Program.load(file));
    const loading = programs.get(list.version);
    return new Index(folder, list, await loading.catch((error) => programs.delete(list.version) && Promise.reject(error)));
  }

  constructor(folder, { version, pages, chunks, filters, fields, build }, program) {
    Object.assign(this, { folder, program, build, loading: new Map() });
    const listed = pages.map((count, number) => [String(number), count]);
    this.pointer = program.give("init_pagefind", encode([version, listed, chunks, filters, [], fields]));
  }

  /** The pages that have all words of `query`, the best first, and the counts by filter. */
  async search(query, filters, exact) {
    const chosen = JSON.stringify(filters);
    await Promise.all([
      this.load("index", "load_index_chunk", this.program.ask("request_indexes", this.pointer, query)),
      this.load("filter", "load_filter_chunk", this.program.ask("request_filter_indexes", this.pointer, chosen)),
    ]);
    const answer = this.program.ask("search", this.pointer, query, query, chosen, "", exact, false);
    return { results: answer.results.map(({ p, s }) => ({ id: p, score: s })), counts: answer.filtered_counts };
  }

  /** Load what filters need, so that answers have counts. */
  filters() {
    return this.load("filter", "load_filter_chunk", this.program.ask("request_all_filter_indexes", this.pointer));
  }

  /** What is shown of a page. */
  page(id) {
    return this.once(`pages/${this.build}/${id}.pack`, (address) => unpacked(address, "default"));
  }

  load(kind, method, names) {
    const take = async (address) => {
      this.pointer = this.program.give(method, await bytesOf(address), this.pointer);
    };
    return Promise.all(names.filter(Boolean).map((name) => this.once(`${kind}/${name}.pf_${kind}`, take)));
  }

  once(name, load) {
    if (!this.loading.has(name)) {
      const loading = load(new URL(name, this.folder));
      loading.catch(() => this.loading.delete(name)); // so that it is tried again
      this.loading.set(name, loading);
    }
    return this.loading.get(name);
  }
}

/** Pagefind's program; its functions take places in its memory. */
class Program {
  static async load(address) {
    let functions;
    const imports = {
      __wbindgen_init_externref_table() {
        const table = functions.__wbindgen_externrefs;
        const offset = table.grow(4);
        table.set(0, undefined);
        [undefined, null, true, false].forEach((value, place) => table.set(offset + place, value));
      },
    };
    const { instance } = await WebAssembly.instantiate(await bytesOf(address, "no-cache"), { "./pagefind_web_bg.js": imports });
    functions = instance.exports;
    functions.__wbindgen_start();
    return new Program(functions);
  }

  constructor(functions) {
    this.functions = functions;
  }

  /** Put bytes into its memory: [where, how many]. */
  put(bytes) {
    const place = this.functions.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(this.functions.memory.buffer).set(bytes, place);
    return [place, bytes.length];
  }

  /** Call a function that takes bytes and returns a pointer. */
  give(name, bytes, ...pointer) {
    return this.functions[name](...pointer, ...this.put(bytes)) >>> 0;
  }

  /** Call a function that answers in JSON. */
  ask(name, pointer, ...values) {
    const given = values.flatMap((value) => (typeof value === "string" ? this.put(new TextEncoder().encode(value)) : [value]));
    const [place, length] = this.functions[name](pointer, ...given);
    try {
      return JSON.parse(new TextDecoder().decode(new Uint8Array(this.functions.memory.buffer, place >>> 0, length)));
    } finally {
      this.functions.__wbindgen_free(place, length, 1);
    }
  }
}

/** What is in a file that the build has compressed; `cache` as in fetch. */
export async function unpacked(address, cache = "no-cache") {
  return new Response(await streamOf(address, cache)).json();
}

async function bytesOf(address, cache = "default") {
  return new Uint8Array(await new Response(await streamOf(address, cache)).arrayBuffer()).subarray(SIGNATURE);
}

async function streamOf(address, cache) {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.body.pipeThrough(new DecompressionStream("gzip"));
}
