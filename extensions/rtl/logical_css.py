"""Rewrite CSS that says *left* and *right* into CSS that says *start* and *end*.

In text that runs from left to right the result means exactly what the source meant; in
text that runs from right to left it is the mirror image. Only standard properties are
known; what they are and mean: https://www.w3.org/TR/css-logical-1/. What CSS cannot say
logically is done in :mod:`.mirrored_values`.

Selectors, colours and everything else stay as they are. What cannot be parsed is left
out, as a browser would leave it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import tinycss2

from .mirrored_values import MIRRORED, replace_words, split

Node = Any  # tinycss2 publishes no types
Declarations = list[tuple[str, str]]

SIDES = {"left": "inline-start", "right": "inline-end"}
CORNERS = {
    f"border-{row}-{side}-radius": f"border-{line}-{edge}-radius"
    for row, line in (("top", "start"), ("bottom", "end"))
    for side, edge in (("left", "start"), ("right", "end"))
}
BOXES = ("margin", "padding", "scroll-margin", "scroll-padding")
RENAMED = {
    **{side: f"inset-{logical}" for side, logical in SIDES.items()},
    **{f"{box}-{side}": f"{box}-{logical}" for box in BOXES for side, logical in SIDES.items()},
    **{
        f"border-{side}{part}": f"border-{logical}{part}"
        for side, logical in SIDES.items()
        for part in ("", "-width", "-style", "-color")
    },
    **CORNERS,
}
"""Properties of one side or corner, and their logical names."""

SHORTHANDS = {
    **{box: (f"{box}-block", f"{box}-inline") for box in (*BOXES, "inset")},
    **{
        f"border-{part}": (f"border-block-{part}", f"border-inline-{part}")
        for part in ("width", "style", "color")
    },
}
"""Properties of four sides, and the two that together say the same."""

WORDS = {
    **{name: {"left": "inline-start", "right": "inline-end"} for name in ("float", "clear")},
    **{
        name: {"left": "start", "right": "end"}
        for name in ("text-align", "text-align-last", "justify-content", "justify-items", "justify-self")
    },
    **{
        name: RENAMED
        for prefix in ("", "-webkit-")
        for name in (f"{prefix}transition", f"{prefix}transition-property", "will-change")
    },
}
"""Properties whose values name a side, and the logical words for it."""

AROUND = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}
"""For each number of values, which of them each of the four corners takes."""

NESTING = {"media", "supports", "layer", "container", "scope", "keyframes", "-webkit-keyframes"}
"""At-rules that hold rules."""


@lru_cache(maxsize=8)
def to_logical(css: str) -> str:
    """The stylesheet *css* in logical terms; what is logical already stays as it is."""
    return _rules(tinycss2.parse_stylesheet(css))


def to_logical_declaration(name: str, value: str) -> Declarations:
    """The declaration ``name: value`` as one or more logical ones."""
    return _rewritten(name, tinycss2.parse_component_value_list(value))


def _rules(nodes: Iterable[Node]) -> str:
    return "".join(_rule(node) for node in nodes if node.type != "error")


def _rule(node: Node) -> str:
    if node.type == "comment" and node.value.startswith("# sourceMappingURL"):
        return ""  # the map describes the source, not this
    if node.type not in ("qualified-rule", "at-rule") or node.content is None:
        return str(node.serialize())
    head = tinycss2.serialize(node.prelude)
    if node.type == "qualified-rule":
        return f"{head}{{{_block(node.content)}}}"
    nested = node.lower_at_keyword in NESTING
    body = _rules(tinycss2.parse_rule_list(node.content)) if nested else _block(node.content)
    return f"@{node.at_keyword}{head}{{{body}}}"


def _block(content: Sequence[Node]) -> str:
    """The inside of a rule: declarations, and rules nested in it."""
    parts: list[str] = []
    changed = False
    for node in tinycss2.parse_blocks_contents(content):
        if node.type == "declaration":
            rewritten = _declaration(node)
            changed = changed or rewritten != node.serialize()
            parts.append(rewritten + ";")
        elif node.type in ("qualified-rule", "at-rule"):
            changed = True
            parts.append(_rule(node))
        elif node.type == "comment":
            parts.append(node.serialize())
    return "".join(parts) if changed else str(tinycss2.serialize(content))


def _declaration(node: Node) -> str:
    declarations = _rewritten(node.lower_name, node.value)
    if declarations == [(node.lower_name, tinycss2.serialize(node.value))]:
        return str(node.serialize())
    important = "!important" if node.important else ""
    return ";".join(f"{name}:{value}{important}" for name, value in declarations)


def _rewritten(name: str, value: Sequence[Node]) -> Declarations:
    if name in RENAMED:
        return [(RENAMED[name], tinycss2.serialize(value))]
    if name in SHORTHANDS:
        return _four_sides(name, value)
    if name == "border-radius":
        return _four_corners(value)
    if name in WORDS:
        value = replace_words(value, WORDS[name])
    elif name in MIRRORED:
        value = MIRRORED[name](value)
    return [(name, tinycss2.serialize(value))]


def _four_sides(name: str, value: Sequence[Node]) -> Declarations:
    """A shorthand of four values, which run clockwise from the top; fewer are symmetric."""
    sides = [tinycss2.serialize(side) for side in split(value)]
    if len(sides) != 4 or sides[1] == sides[3]:
        return [(name, tinycss2.serialize(value))]
    top, right, bottom, left = sides
    block, inline = SHORTHANDS[name]
    return [(block, f"{top} {bottom}"), (inline, f"{left} {right}")]


def _four_corners(value: Sequence[Node]) -> Declarations:
    """``border-radius``: up to four corners clockwise from the top left, twice around a slash."""
    unchanged = [("border-radius", tinycss2.serialize(value))]
    axes = [[tinycss2.serialize(corner) for corner in split(axis)] for axis in split(value, "/")]
    if any(len(axis) not in AROUND for axis in axes):
        return unchanged
    around = [[axis[place] for place in AROUND[len(axis)]] for axis in axes]
    radii = [" ".join(pair) for pair in zip(*around, strict=True)]
    if radii[0] == radii[1] and radii[2] == radii[3]:
        return unchanged
    clockwise = ("top-left", "top-right", "bottom-right", "bottom-left")
    return [
        (CORNERS[f"border-{corner}-radius"], radius) for corner, radius in zip(clockwise, radii, strict=True)
    ]
