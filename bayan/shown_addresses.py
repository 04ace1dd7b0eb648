"""Whether the text of a link shows another host, mail address or number than it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import combining, normalize
from urllib.parse import unquote, urlsplit

# What could be a host, a name before an at sign, or any word; compared further below.
RUN = re.compile(r"[\w.+\-]+")
# Between two runs: still one address, and not the next word.
JOINED = re.compile(r"[/?#=&%~:@!]+")
# Arabic words may stand beside Latin ones without a space. Letters of all other scripts count:
# one of them in the ending of a known host is hard to see.
NOT_ARABIC = r"(?![\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff])"
ENDING = re.compile(rf"(?:{NOT_ARABIC}[^\W\d_]){{2,63}}|xn--[a-z0-9\-]+")
# Names of files look like hosts; none of these endings is one of the net's.
FILES = frozenset("csv doc docx epub htm html jpeg jpg mp3 odt pdf png pptx txt xls xlsx xml".split())  # noqa: SIM905
NUMBER = re.compile(r"\+?(?:\d|\(\d{1,5}\)|(?<=[\d)])[\s.\-\u2010-\u2014]{1,3}(?=[\d(]))+\+?")
MIN_TELEPHONE, MIN_DIGITS = 8, 3
"""Digits of a number with its country (fewer are an amount), and of one that a link to a telephone shows."""
# Signs that are taken for a full stop, by browsers or by readers; marks without a width.
STOPS = "\u3002\u00b7\u066b\u06d4\u0701\u0702\u166e\ua4f8"
UNSEEN = "\u200c\u200d\u200e\u200f\u061c"
FOLDED = str.maketrans({**dict.fromkeys(STOPS, "."), **dict.fromkeys(UNSEEN)})
ARABIC_ZERO = re.compile("(?<=[a-z])[\u0660\u06f0](?=[a-z])")
"""Amid Latin letters it is no number, and looks like a full stop."""
INCLUSIVE = re.compile(
    "\u00b7(?=(?:x|s|es?|[lnstvf]es?|sses?|ch?es?|[tr]?rices?|euses?|i?eres?|c?elles?|ives?)(?![a-z0-9]))"
)
"""The dot of French that names women and men, as in *migrant·es*."""
IN_HOST = re.compile(rf"{NOT_ARABIC}[\w.\-@]")
IN_ADDRESS = re.compile(rf"{NOT_ARABIC}[\w.\-@/:?=&%~+#]")
LONGEST_HOST = 253
ANY_ENDING = re.compile(r"[^\W\d_]{2,63}")


def shows_another_address(address: str, text: str, before: str = "", after: str = "") -> bool:
    """Whether the link with *text* looks like one to somewhere else than to its *address*.

    *before* and *after* it stands what may seem to be a part of it.
    """
    if _is_another(address, text):
        return True
    # What names its own host may stand beside another, but must not be the end of a longer one.
    sign = IN_HOST if any(_shown(_fold(text))) else IN_ADDRESS
    whole = f"{_end_of(before, text, sign)}{text}{_beginning_of(after)}"
    names_any = whole != text and any(_shown(_fold(whole), is_whole=False))
    return names_any and _is_another(address, whole, is_whole=False)


def _end_of(before: str, text: str, sign: re.Pattern[str]) -> str:
    """The end of *before* that touches the *text* of a link and is no sentence of its own."""
    start = at = len(before)
    while at and start - at < LONGEST_HOST and sign.match(before, at - 1):
        at -= 1
    return "" if before.endswith(".") and text[:1].isupper() else before[at:]


def _beginning_of(after: str) -> str:
    """The beginning of *after* that touches the text of a link and is no sentence of its own."""
    end = 0
    while end < LONGEST_HOST and IN_HOST.match(after, end):
        end += 1
    return "" if after[:1] == "." and after[1:2].isupper() else after[:end]


def _is_another(address: str, text: str, *, is_whole: bool = True) -> bool:
    shown, address = _fold(text), _fold(address)
    if unquote(shown) == unquote(address):
        return False
    scheme, _, rest = address.partition(":")
    host = (urlsplit(address).hostname or "") if scheme in ("http", "https") else ""
    mail = rest if scheme == "mailto" else ""
    hosts, mails = _shown(shown, is_whole=is_whole)
    return (
        any(_bare(one) != _bare(host or mail.rpartition("@")[2]) for one in hosts)
        or any(one != mail for one in mails)
        or any(_is_other_number(one, rest if scheme == "tel" else "") for one in NUMBER.findall(shown))
    )


def _fold(text: str) -> str:
    """*text* as it looks at a glance: letters without marks and width, all small, dots as full stops."""
    bare = "".join(sign for sign in normalize("NFKD", text) if not combining(sign)).lower()
    return ARABIC_ZERO.sub(".", INCLUSIVE.sub("", bare).translate(FOLDED)).strip()


def _bare(host: str) -> str:
    return host.strip(".").removeprefix("www.")


def _shown(text: str, *, is_whole: bool = True) -> tuple[list[str], list[str]]:
    """The hosts and mail addresses in the folded *text*; *is_whole* where that is all of a link's."""
    hosts, mails = [], []
    for name, before, gap, in_path in _runs(text):
        is_web = gap.endswith("://") or name.startswith("www.")
        if gap == "@" and before:
            mails.append(f"{before}@{name}")
            continue
        is_alone = is_whole and name == text and _is_any_host(name)
        if is_web or (not in_path and (is_alone or _is_host(name))):
            hosts.append(name)
    return hosts, mails


def _runs(text: str) -> Iterator[tuple[str, str, str, bool]]:
    """What could be a host: with the run before it, what stands between, and whether in its path."""
    before, end, in_path = "", 0, False
    for run in RUN.finditer(text):
        gap, name = text[end : run.start()], run[0].strip(".+-_")
        is_joined = bool(JOINED.fullmatch(gap)) and bool(before)
        in_path = is_joined and (in_path or (gap[0] in "/?#" and _is_host(before)))
        end = run.end()
        if name and not text.startswith("@", end):  # what stands before an at sign is no host
            yield name, before, gap, in_path
        before = run[0]


def _is_host(name: str) -> bool:
    labels = name.split(".")
    if len(labels) == 4 and all(label.isdecimal() and len(label) <= 3 for label in labels):
        return True
    is_host = len(labels) > 1 and all(labels) and bool(ENDING.fullmatch(labels[-1]))
    return is_host and labels[-1] not in FILES


def _is_any_host(name: str) -> bool:
    """Whether a link's whole text looks like a host of any script, as in ``موقع.مصر``.

    Amid other words it would be two sentences without the space between them.
    """
    *labels, ending = name.split(".")
    is_name = all(labels) and any(len(label) > 1 for label in labels)  # and no title, as in د.أحمد
    return is_name and bool(ANY_ENDING.fullmatch(ending)) and ending not in FILES


def _is_other_number(shown: str, number: str) -> bool:
    """Whether the *shown* digits are those of a telephone other than *number*.

    A text may leave out the country code. A number is also taken by its groups from the right,
    as right-to-left texts print some (``64 81 30 25 965+``).
    """
    found = re.findall(r"\d+", shown.replace("(0)", ""))
    groups = ["".join(str(int(digit)) for digit in one) for one in found]
    digits = "".join(groups)
    is_whole = "+" in shown or digits.startswith("00")
    if len(digits) < (MIN_DIGITS if number else MIN_TELEPHONE) or not (is_whole or number):
        return False
    own = re.sub(r"\D", "", number.replace("(0)", "")).removeprefix("00")
    if is_whole:
        return own not in (digits.removeprefix("00"), "".join(reversed(groups)))
    return not any(own.endswith(one.lstrip("0") or one) for one in (digits, "".join(reversed(groups))))
