"""Which line is a title. Never guessed: a sentence is none, and then the maintainer is asked."""

from __future__ import annotations

import re

from bayan.names import fold_name
from bayan.raw_text.dateline import read_dateline
from bayan.raw_text.layout import CLOSERS, Block, ends_sentence
from bayan.raw_text.marks import date_line, reason_to_leave_out
from bayan.raw_text.vocabulary import begins, label, mentions

LONGEST = 300
MOST_WORDS = 45
QUOTES = (("«", "»"), ("“", "”"), ('"', '"'), ("„", "“"), ("‘", "’"), ("”", "“"))
SENTENCE_INSIDE = re.compile(r"(?:(?<!\.)\.|[!؟])\s+[\"«“]?[^\W\d_]{2}")
ABBREVIATION = re.compile(r"\b(?:[A-Z]|Dr|Mr|Mrs|Ms|St|Mme|vs|No|Nos|art|د|أ)\.")
ARABIC = re.compile("[\u0621-\u064a]")
KICKER_WORDS = 4
DIRECTION = "\u200e\u200f\u061c"
# An Arabic verb of the present; the words of an office's name begin with an article or a preposition.
PRESENT = re.compile(r"\bو?[يت](?!ونس)[\u0621-\u064a]{2,}")
# What a mail program makes of bold letters, and the sign of a heading in plain text.
EMPHASIS = re.compile(r"(\*{1,3}|_{1,2})(?=[^\s*_])([^*_]+)(?<=\S)\1")
HEADING_SIGN = re.compile(r"#{1,3}\s+(?=\S)")
# What stands between a title's label ("Objet :") and the title: two words at least.
TITLE_LABEL = re.compile(r"\s*:\s*(?=\S+\s+\S)")


def is_headline(text: str) -> bool:
    """Whether *text* has a headline's verb: a topic's, an office's or a genre's name has none."""
    return bool(mentions("headline_word", text) or PRESENT.search(text))


def same_text(one: str, other: str) -> bool:
    """Whether two lines say the same, marks, case and accents aside."""
    if not 0.8 < (len(one) + 9) / (len(other) + 9) < 1.25:
        return False
    return label(fold_name(one)) == label(fold_name(other))


def title_at(blocks: list[Block], mastered: bool) -> int | None:
    """Where the title stands among the first of *blocks*; None where there is none.

    *mastered* where a navigation or masthead stood above: then the title is next, and it
    may end in a full stop if a dateline follows it.
    """
    if not blocks:
        return None
    if len(blocks) > 1 and is_kicker(blocks):
        return 1
    return 0 if is_title(blocks, mastered) else None


def is_kicker(blocks: list[Block]) -> bool:
    """A topic above the title, or a picture's text in another script than all below it."""
    first, second = blocks[0].text, blocks[1].text
    if " | " in first and same_text(first.split(" | ")[0], second):
        return True  # the page's title with the site's name, then the release's own
    if not is_title(blocks[1:], False) or read_dateline(second):
        return False
    if not ARABIC.search(first) and all(ARABIC.search(block.text) for block in blocks[1:4]):
        return True
    words, more = len(first.split()), len(second.split())
    unmarked = [block for block in blocks[2:5] if not _is_mark(block.text)]
    below = unmarked[0].text if unmarked else ""
    followed = bool(read_dateline(below)) and not is_title(unmarked[:1], False)
    return words <= KICKER_WORDS and more > 2 * words and followed and not is_headline(first)


def _is_mark(text: str) -> bool:
    return date_line(text) is not None or reason_to_leave_out(text) is not None


def is_title(blocks: list[Block], mastered: bool = False) -> bool:
    """Whether the first of *blocks* is a title."""
    text, below = blocks[0].text, blocks[1:]
    if len(text) > LONGEST or len(text.split()) > MOST_WORDS or len(blocks[0].lines) > 3:
        return False
    if not any(map(str.isalpha, text)):
        return False
    repeated = any(same_text(text, block.text) for block in below[:3])
    if repeated and (mastered or not text.rstrip(CLOSERS).endswith(".")):
        return True
    if _is_contact(text) or (begins("byline", text) and ends_sentence(text)) or text[0].islower():
        return False
    bare = text.rstrip(CLOSERS)
    if not bare or bare[-1] in "…:;؛,،" or SENTENCE_INSIDE.search(ABBREVIATION.sub("", bare)):
        return False
    if bare[-1] == "." and not ABBREVIATION.fullmatch(bare.split()[-1]):
        return mastered and _dateline_follows(below) and not read_dateline(text)
    return not _is_first_sentence(text, below)


def _is_contact(text: str) -> bool:
    """Whether a contact's phrase begins *text*, and no headline: "Contact Centre Opens in Nairobi"."""
    end = begins("contact", text)
    return bool(end) and (
        len(text[:end].split()) > 1 or text[end:].lstrip()[:1] == ":" or not is_headline(text)
    )


def _dateline_follows(below: list[Block]) -> bool:
    line = read_dateline(below[0].text) if below else None
    return line is not None and bool(line.places) and line.sure


def _is_first_sentence(text: str, below: list[Block]) -> bool:
    """A dateline's own line, or a dateline and its sentence whose full stop was lost."""
    line = read_dateline(f"{text}.") if len(text.split()) > KICKER_WORDS else read_dateline(text)
    if line is None or not line.places or not line.sure:
        return False
    if line.own_line:
        return True
    dashed = text[: line.end].rstrip()[-1:] not in (":", ".")
    return dashed and not _dateline_follows(below)


def bare_title(text: str) -> str:
    """*text* without a label before it, and without the signs around all of it: quotation marks, stars."""
    text = HEADING_SIGN.sub("", text.strip(DIRECTION), count=1) if text[:1] == "#" else text.strip(DIRECTION)
    emphasis = EMPHASIS.fullmatch(text)
    text = emphasis[2] if emphasis else text
    end = begins("title_label", text)
    labelled = TITLE_LABEL.match(text, end) if end else None
    text = text[labelled.end() :] if labelled else text
    for opening, closing in QUOTES:
        inner = text[1:-1]
        wrapped = len(text) > 2 and text[0] == opening and text[-1] == closing
        if wrapped and not set(inner) & {opening, closing}:
            return inner.strip()
    return text
