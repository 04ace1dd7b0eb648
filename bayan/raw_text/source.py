"""From a raw file's bytes to its text: size, encoding, and what is no text at all."""

from __future__ import annotations

import codecs

from bayan.raw_text.sheet import RawTextError

MAX_BYTES = 1_000_000
"""A release has about 5,000 bytes, a saved HTML page seldom 500,000."""
MAGIC = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "Word, OpenDocument or ZIP",
    b"\xd0\xcf\x11\xe0": "old Word",
    b"\x89PNG": "PNG image",
    b"\xff\xd8\xff": "JPEG image",
    b"GIF8": "GIF image",
    b"\x1f\x8b": "gzip",
    b"{\\rtf": "RTF",
}
# What Windows and the web used before UTF-8, for the languages of the archive.
OLD_ENCODINGS = ["cp1252", "cp1256", "iso8859_6", "mac_roman"]
BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(raw: bytes) -> tuple[str, str | None]:
    """The text of *raw*, and the encoding's name where it is not UTF-8.

    :raises RawTextError: where it is too large, binary, empty or in no known encoding.
    """
    if len(raw) > MAX_BYTES:
        raise RawTextError("too-large", size=len(raw), limit=MAX_BYTES)
    for magic, kind in MAGIC.items():
        if raw.startswith(magic):
            raise RawTextError("binary", kind=kind)
    text, encoding = _decode(raw)
    if not text.strip():
        raise RawTextError("empty")
    return text, encoding


def _decode(raw: bytes) -> tuple[str, str | None]:
    for bom, name in BOMS:
        if raw.startswith(bom):
            try:
                text = raw.removeprefix(codecs.BOM_UTF8).decode(name)
            except UnicodeDecodeError:
                raise RawTextError("encoding") from None
            return text, None if name == "utf-8" else "UTF-16"
    if b"\0" in raw:
        raise RawTextError("binary", kind="it holds zero bytes")
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError:
        return _guess(raw)


def _guess(raw: bytes) -> tuple[str, str]:
    # Loaded only where it is needed: nearly every file is UTF-8.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(raw, cp_isolation=OLD_ENCODINGS).best()
    if best is None:
        raise RawTextError("encoding")
    return str(best), best.encoding
