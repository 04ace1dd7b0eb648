"""What CSS has no logical words for: shadows, shifts, gradients and positions.

Three variables stand in for the missing words. The sheet ``furo-rtl.css`` sets them
wherever ``dir`` stands; without it they mean left to right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import tinycss2
from tinycss2.ast import FunctionBlock

Node = Any  # tinycss2 publishes no types
Value = Sequence[Node]

SIGN = "var(--rtl-sign,1)"
KEYWORDS = {"left": "var(--rtl-start,left)", "right": "var(--rtl-end,right)"}
NUMERIC = ("number", "percentage", "dimension")
ANGLES = ("deg", "grad", "rad", "turn")
SUMS = ("calc", "min", "max", "clamp")


def split(value: Value, separator: str = " ") -> list[list[Node]]:
    """The parts of *value* between white space, commas or slashes; white space around them goes."""
    parts: list[list[Node]] = [[]]
    for node in value:
        if node.type == "comment":
            continue
        if (node.type == "whitespace") if separator == " " else node == separator:
            parts.append([])
        else:
            parts[-1].append(node)
    if separator == " ":
        return [part for part in parts if part]
    return parts


def parse(css: str) -> list[Node]:
    """The component values of *css*."""
    return list(tinycss2.parse_component_value_list(css))


def replace_words(value: Iterable[Node], words: Mapping[str, str]) -> list[Node]:
    """*value* with each identifier that is in *words* replaced; functions stay as they are."""
    replaced: list[Node] = []
    for node in value:
        known = node.type == "ident" and node.lower_value in words
        replaced += parse(words[node.lower_value]) if known else [node]
    return replaced


def is_length(node: Node) -> bool:
    """Whether *node* is a number, with or without a unit, or computed from such."""
    return node.type in NUMERIC or (node.type == "function" and node.lower_name in SUMS)


def signed(node: Node) -> list[Node]:
    """The number *node*, negative where text runs from right to left; zero has no sign."""
    if is_rewritten(node) or (node.type in NUMERIC and node.value == 0):
        return [node]
    return parse(f"calc({node.serialize()} * {SIGN})")


def is_rewritten(node: Node) -> bool:
    """Whether *node* stands on one of the three variables already."""
    return "var(--rtl-" in node.serialize()


def sign_offset(shadow: Value) -> list[Node]:
    """*shadow* with its first length signed; a colour may stand before it."""
    for place, node in enumerate(shadow):
        if is_length(node):
            return [*shadow[:place], *signed(node), *shadow[place + 1 :]]
    return list(shadow)


def sign_shift(shift: Value) -> list[Node]:
    """*shift*, which begins with a length along the line, with that length signed."""
    for place, node in enumerate(shift):
        if is_length(node) or (node.type == "function" and node.lower_name == "var"):
            return [*shift[:place], *signed(node), *shift[place + 1 :]]
        if node.type != "whitespace":
            break
    return list(shift)


def join(parts: Iterable[Value]) -> list[Node]:
    """The *parts* with commas between them."""
    joined: list[Node] = []
    for place, part in enumerate(parts):
        joined += [*parse(","), *part] if place else part
    return joined


def each_layer(change: Callable[[Value], list[Node]], value: Value) -> list[Node]:
    """Change each part of *value* that stands between commas."""
    return join(change(layer) for layer in split(value, ","))


def mirror_position(value: Value) -> list[Node]:
    """A position, alone or before the slash of ``background``: keywords, else the first length."""
    if any(is_rewritten(node) for node in value):
        return list(value)
    if any(node.type == "ident" and node.lower_value in KEYWORDS for node in value):
        return replace_words(value, KEYWORDS)
    for place, node in enumerate(value):
        if node == "/" or (node.type == "ident" and node.lower_value == "center"):
            break
        if is_length(node):
            return [*value[:place], *flipped(node), *value[place + 1 :]]
    return list(value)


def flipped(node: Node) -> list[Node]:
    """The distance *node* from the left, taken from the right where text runs from there."""
    if node.type == "percentage" and node.value == 50:
        return [node]
    distance = "0%" if node.type == "number" else node.serialize()  # a sum takes no bare zero
    return parse(f"calc(50% + ({distance} - 50%) * {SIGN})")


def mirror_gradient(arguments: Value) -> list[Node]:
    """The arguments of a gradient: its angle, the side that it runs to, the place that it is at."""
    first, *rest = split(arguments, ",")
    words = [node.lower_value for node in first if node.type == "ident"]
    if "at" in words:
        at = next(
            place for place, node in enumerate(first) if node.type == "ident" and node.lower_value == "at"
        )
        first = [*first[:at], *mirror_position(first[at:])]
    elif "to" in words:
        first = replace_words(first, KEYWORDS)
    elif len(first) == 1 and first[0].type == "dimension" and first[0].lower_unit in ANGLES:
        first = signed(first[0])
    return join([first, *rest])


FUNCTIONS: Mapping[str, Callable[[Value], list[Node]]] = {
    **dict.fromkeys(("translate", "translatex", "translate3d"), sign_shift),
    "drop-shadow": sign_offset,
}
"""Functions whose arguments are mirrored, and how; gradients are, too."""


def mirror_function(node: Node) -> Node:
    """*node*, mirrored where it is a gradient, a shift or a drop shadow."""
    if node.type != "function":
        return node
    change = mirror_gradient if node.lower_name.endswith("gradient") else FUNCTIONS.get(node.lower_name)
    if change is None:
        return node
    return FunctionBlock(node.source_line, node.source_column, node.name, change(node.arguments))


def mirror_functions(value: Value) -> list[Node]:
    """*value* with its gradients, shifts and drop shadows mirrored."""
    return [mirror_function(node) for node in value]


def mirror_shadows(value: Value) -> list[Node]:
    """Every shadow of ``box-shadow`` or ``text-shadow``."""
    return each_layer(sign_offset, value)


def mirror_positions(value: Value) -> list[Node]:
    """Every position of ``background-position`` and the like."""
    return each_layer(mirror_position, value)


def mirror_background(value: Value) -> list[Node]:
    """Every layer of ``background``: its position and its gradient."""
    return mirror_functions(mirror_positions(value))


MIRRORED: Mapping[str, Callable[[Value], list[Node]]] = {
    **dict.fromkeys(("transform", "-webkit-transform", "filter", "backdrop-filter"), mirror_functions),
    **dict.fromkeys(("background-image", "mask-image", "-webkit-mask-image"), mirror_functions),
    **dict.fromkeys(("box-shadow", "text-shadow", "-webkit-box-shadow"), mirror_shadows),
    **dict.fromkeys(("background-position", "background-position-x", "object-position"), mirror_positions),
    **dict.fromkeys(("mask-position", "-webkit-mask-position", "transform-origin"), mirror_positions),
    **dict.fromkeys(("background", "mask", "-webkit-mask"), mirror_background),
    "translate": sign_shift,
}
"""Properties whose values are mirrored, and how."""
