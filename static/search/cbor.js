// Writes lists of texts and whole numbers in CBOR (RFC 8949), which is what Pagefind's program reads.

const [NUMBER, TEXT, LIST] = [0, 3, 4];

/** The bytes of a value. */
export function encode(value) {
  const bytes = [];
  write(value, bytes, new TextEncoder());
  return Uint8Array.from(bytes);
}

function write(value, bytes, encoder) {
  if (typeof value === "number") return head(NUMBER, value, bytes);
  if (typeof value === "string") {
    const letters = encoder.encode(value);
    head(TEXT, letters.length, bytes);
    return void bytes.push(...letters);
  }
  head(LIST, value.length, bytes);
  for (const item of value) write(item, bytes, encoder);
}

/** A kind and a number: of an item itself, or of how many follow. */
function head(kind, number, bytes) {
  const first = kind << 5;
  if (number < 24) bytes.push(first | number);
  else if (number < 0x100) bytes.push(first | 24, number);
  else if (number < 0x10000) bytes.push(first | 25, number >> 8, number & 0xff);
  else bytes.push(first | 26, (number >>> 24) & 0xff, (number >> 16) & 0xff, (number >> 8) & 0xff, number & 0xff);
}
