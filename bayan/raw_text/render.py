"""From blocks to the Markdown of a page: what was printed is what is read."""

from __future__ import annotations

from collections.abc import Iterable

from bayan.prose import escape, escape_heading
from bayan.raw_text.layout import Block


def body_of(title: str, blocks: Iterable[Block]) -> str:
    """The page below its front matter: the title, then one block per paragraph, all escaped."""
    parts = [f"# {escape_heading(title)}"]
    kinds = [""]
    for block in blocks:
        if block.kind == "item":
            parts.append(f"- {escape(block.text)}")
        elif block.kind == "heading":
            parts.append(f"## {escape_heading(block.text)}")
        else:
            parts.append(escape(block.text))
        kinds.append(block.kind)
    text = ""
    for at, part in enumerate(parts):
        tight = at and kinds[at] == kinds[at - 1] == "item"
        text += ("" if not at else "\n" if tight else "\n\n") + part
    return f"{text}\n"
