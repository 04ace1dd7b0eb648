"""What was left in another language, or copied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bayan.checks.masks import HANDLE, URL
from bayan.checks.pair import Finding, Pair, error, warning
from bayan.contact_links import EMAIL

# Words that a sentence of one language can hardly do without, and the others do not have.
WORD = re.compile(r"[^\W\d_]+")
COMMON = {
    "fr": frozenset(
        WORD.findall(
            "le la les des du une et est dans pour par sur avec qui que aux ont sont cette ce ces leurs leur "
            "ses au elle elles ils nous vous il été dont plus entre"
        )
    ),
    "en": frozenset(
        WORD.findall(
            "the of and to for with that are is was were by their this from have has been its they which it "
            "as at be not or will who an"
        )
    ),
}
LANGUAGE = {"fr": "French", "en": "English"}
ARABIC_RUN = re.compile(r"[ء-ي\u064b-\u0652][ء-ي\u064b-\u0652\s]*")
ASIDE = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’|\([^()]*\)|\[[^\[\]]*\]")
# Words that may follow one another twice.
TWICE = {
    "fr": frozenset({"nous", "vous"}),
    "en": frozenset({"that", "had"}),
    "ar": frozenset({"شيئا", "رويدا", "يوما", "خطوة", "جنبا", "واحدا", "كلا", "دكا", "صفا", "بيتا"}),
}
DOUBLED = re.compile(r"(?<![\w'’-])([^\W\d_]{1,30})[ \u00a0]+(\1)(?![\w'’-])", re.I)


def residue(pair: Pair) -> Iterator[Finding]:
    """The whole translation, or a part of it, in a language that is not the target's."""
    target = _bare(pair.target_text)
    if _same(pair):
        yield from _identical(pair)
        return
    if pair.target != "ar":
        yield from _arabic_left(pair)
    for other, common in COMMON.items():
        left = _foreign(ASIDE.sub("¦", target), common, pair, other) if other != pair.target else ""
        own = COMMON.get(pair.target, frozenset()) & {word.lower() for word in WORD.findall(target)}
        if left and own and re.match(r"\W*[A-ZÀ-Þ]\w+", left):
            yield warning("untranslated", f"{left!r} is {LANGUAGE[other]}; translate it unless it is a name")
        elif left:
            yield error("untranslated", f"{left!r} is {LANGUAGE[other]}; translate it")
    found = DOUBLED.search(pair.target_text)
    if found and not _may_double(found, pair):
        yield error("doubled", f"{found[1]!r} stands twice; take one out")


def _bare(text: str) -> str:
    for pattern in (URL, EMAIL, HANDLE):
        text = pattern.sub("¦", text)
    return text


def _same(pair: Pair) -> bool:
    return " ".join(pair.source_text.lower().split()) == " ".join(pair.target_text.lower().split())


def _identical(pair: Pair) -> Iterator[Finding]:
    """A copy of the source: fine for names, addresses and figures."""
    words = WORD.findall(_bare(pair.target_text))
    common = {word for word in words if word in COMMON.get(pair.source, ())}
    small = [word for word in words if word.islower() and len(word) > 1]
    if "ar" in (pair.source, pair.target):
        arabic = re.search("[ء-ي]", pair.target_text)
        if (pair.source == "ar" and arabic) or (pair.target == "ar" and (small or common)):
            yield error("identical", "it is the source itself; translate it")
        elif (
            pair.target == "ar"
            and pair.kind != "interface"
            and any(len(word) > 2 and not word.isupper() for word in words)
        ):
            yield warning(
                "identical", "it is the source itself; translate it, or write the name in Arabic letters"
            )
    elif len(common) > 1 or (common and len(words) > 2):
        yield error("identical", "it is the source itself; translate it")
    elif len(small) > 2:
        yield warning("identical", "it is the source itself; translate it unless it is a name")


def _arabic_left(pair: Pair) -> Iterator[Finding]:
    """Arabic words in French or English: right in brackets and quotation marks, or if the source has them."""
    outside = ASIDE.sub("¦", pair.target_text)
    for run in ARABIC_RUN.findall(outside):
        if pair.source == "ar" or run.strip() not in pair.source_text:
            yield error("untranslated", f"{run.strip()!r} is still Arabic; translate it")
            return


def _foreign(text: str, common: frozenset[str], pair: Pair, other: str) -> str:
    """A stretch of *text* in the language whose *common* words are given, with the word before it."""
    own = COMMON.get(pair.target, frozenset())
    for stretch in re.split(r"[^\w\s'’,-]", text):
        words = WORD.findall(stretch)
        foreign = [word for word in words if word.lower() in common and word.lower() not in own]
        if len(set(foreign)) < 2 or (other != pair.source and " ".join(words) in _words(pair.source_text)):
            continue
        if pair.target == "ar":
            latin = [word for word in words if word.isascii()]
            titled = other != pair.source and " ".join(latin) in _words(pair.source_text)
            if len(latin) > 3 and not titled:
                return " ".join(latin)
        elif left := _longest(words, common, own):
            return left
    return ""


def _words(text: str) -> str:
    return " ".join(WORD.findall(text))


def _longest(words: list[str], common: frozenset[str], own: frozenset[str]) -> str:
    """From the word before the first of two common words to the one behind the last, if four or more."""
    start, seen = -1, 0
    for at, word in enumerate(words):
        lower = word.lower()
        if lower in own and lower not in common:
            start, seen = -1, 0
        elif lower in common and lower not in own and not word.isupper():
            start, seen = (at if start < 0 else start), seen + 1
            if seen > 1 and at - start >= 2:
                # A name may stand in its own language: Institut de la Francophonie pour le …
                first = max(0, start - 1)
                while first and len(words[first]) < 4:
                    first -= 1
                return " ".join(words[first : at + 2])
    return ""


def _may_double(found: re.Match[str], pair: Pair) -> bool:
    """Pronouns, adverbs and names that are rightly doubled, or doubled in the source too."""
    word = found[1].lower()
    names = found[1][0].isupper() and found[2][0].isupper()
    if word in TWICE.get(pair.target, ()) or (pair.target == "ar" and word.endswith("ًا")):
        return True
    return names and bool(DOUBLED.search(pair.source_text))
