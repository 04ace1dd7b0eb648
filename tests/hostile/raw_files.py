"""Raw files as the tables describe them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from tests.hostile.corpus import Row, filled
from tests.hostile.make import EXPANDED, content, made

RELEASE = """Communiqué
Global

{title}

Tunis - L’OIM a ouvert cette semaine un centre qui accueille les personnes migrantes vulnérables de la ville.

{text}

Le centre offre un hébergement, des repas et des conseils juridiques à toutes les personnes qui le souhaitent.
"""
PAGE = """{doctype}<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>Tunis - L’OIM a ouvert cette semaine un centre qui accueille les personnes migrantes de la ville.</p>
{html}
<p>Le centre offre un hébergement, des repas et des conseils juridiques à toutes les personnes.</p>
</article></body></html>
"""
PARAGRAPH = "Une phrase de plus qui ne dit rien de particulier."


def put_raw(folder: Path, row: Row, places: Mapping[str, str]) -> str:
    """Make the raw file of *row* in *folder*, and what stands beside it; its name."""
    fields = row.fields
    suffix = ".html" if "html" in fields else ".txt"
    name: str = fields.get("name", f"{row.table}-{row.id}{suffix}")
    if "name_hex" in fields:
        name = os.fsdecode(bytes.fromhex(fields["name_hex"]))
    path = folder / name
    if not made(path, fields, places):
        path.write_bytes(raw_bytes(row, places))
    toml = path.with_suffix(".toml")
    if "toml_hex" in fields:
        toml.write_bytes(bytes.fromhex(fields["toml_hex"]))
    elif "toml" in fields:
        toml.write_text(filled(fields["toml"], {**EXPANDED, **places}))
    else:
        made(toml, fields, places, "toml_")
    return name


def raw_bytes(row: Row, places: Mapping[str, str]) -> bytes:
    """What the raw file of *row* holds."""
    fields = row.fields
    title = fields.get("title", f"L’OIM ouvre un centre d’accueil à Tunis, {row.table} {row.id}")
    if "hex" in fields:
        return content(fields, places)
    if "whole" in fields:
        return content(fields, places, "whole")
    if "html" in fields:
        html = fields["html"] * fields.get("times", 1)
        page = PAGE.format(title=title, html=html, doctype=fields.get("doctype", "<!DOCTYPE html>"))
        return filled(page, {**EXPANDED, **places}).encode()
    text = fields.get("text", PARAGRAPH) * fields.get("times", 1) + fields.get("end", "")
    return filled(RELEASE.format(title=title, text=text), places).encode()
