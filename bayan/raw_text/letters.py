"""Letters that a text gives otherwise than its language writes, and slips in copying: noted, kept."""

from __future__ import annotations

import re
from collections.abc import Callable

from bayan.raw_text.sheet import DRAWN, LINE_END, Sheet
from bayan.unseen import INVISIBLE

FARSI = re.compile("[یھہەکگې]")
# Particles and relatives that are only ever written with a final ي outside Egypt's habit.
FINAL_YA = re.compile(r"\b[وفب]?(?:فى|التى|الذى|اللى|أى|هى|حقوقى|وطنى|دولى|الدولى|الوطنى)\b")
MISSING_OE = re.compile(
    r"(?<![A-Za-zÀ-ÿœ])(?:[Dd]['’])?"
    r"(?:uvr(?:es?|er|ent|ant|ait|é)|manuvr(?:es?|er)|vux|nuds?|surs? et frères)\b"
)
ZERO_STOP = re.compile(r"[^\W\d_]{2,}0(?=\s*$|\s+[^\W\d_])")
QUOTED_MAIL = re.compile(r"^>+(?=\s*[^\s>])")
# UTF-8 that was read as Windows' Western code page and saved: "Lâ€™OIM", "Ã©", "Ø§Ù„".
TWICE = re.compile(
    "Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ]|â€[™œ“”¦˜]?|Â[\u00a0«»°]|(?:[ØÙ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ]){2}"
)
MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|strong|em|h[1-6]|li|ul|ol|table|t[dhr]|img|font)\b[^<>]{0,60}>?"
    r"|&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,4});",
    re.IGNORECASE,
)

Seen = Callable[[list[str]], dict[str, object]]
RULES: tuple[tuple[str, re.Pattern[str], Seen], ...] = (
    ("letter-nbsp", re.compile("[\u00a0\u202f]"), lambda hits: {"count": len(hits)}),
    ("letter-tatweel", re.compile("\u0640+"), lambda hits: {"count": len(hits)}),
    ("letter-farsi", FARSI, lambda hits: {"count": len(hits), "letters": _list(hits)}),
    ("letter-final-ya", FINAL_YA, lambda hits: {"count": len(hits), "words": _list(hits)}),
    ("letter-oe", MISSING_OE, lambda hits: {"words": _list(hits)}),
    ("letter-zero", ZERO_STOP, lambda hits: {"words": _list(hits)}),
    ("quoted-mail", QUOTED_MAIL, lambda hits: {"count": len(hits)}),
    ("encoded-twice", TWICE, lambda hits: {"count": len(hits), "words": _list(hits)}),
    ("pasted-markup", MARKUP, lambda hits: {"count": len(hits), "words": _list(hits)}),
)


def note_letters(sheet: Sheet, raw_text: str) -> None:
    """Warn once for each kind of odd letter on the lines that go onto the page."""
    hits: dict[str, tuple[int, list[str]]] = {}
    for line in sheet.standing():
        for code, pattern, _ in RULES:
            found = pattern.findall(line.text)
            if found:
                hits.setdefault(code, (line.number, []))[1].extend(found)
    for code, _, details in RULES:
        if code in hits:
            number, words = hits[code]
            sheet.warn(code, number, **details(words))
    drawn = DRAWN.search(raw_text)
    if drawn:
        count = sum(map(len, DRAWN.findall(raw_text)))
        sheet.warn("letter-forms", _line_of(raw_text, drawn.start()), count=count)
    hidden = INVISIBLE.findall(raw_text.replace("\r", ""))
    if hidden:
        first = _line_of(raw_text, raw_text.index(hidden[0]))
        sheet.warn("letter-hidden", first, count=len(hidden))


def _line_of(raw_text: str, at: int) -> int:
    return len(LINE_END.findall(raw_text, 0, at)) + 1


def _list(words: list[str], most: int = 5) -> str:
    return ", ".join(sorted(set(words))[:most])
