"""What is compared as a whole, and therefore taken out before numbers and acronyms are looked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bayan.contact_links import EMAIL, PHONE, digits_of

HOLE = " ¦ "
"""What stands in a masked text where something was taken out."""
URL = re.compile(r"(?:https?://|www\.)[^\s<>\"«»“”،؛؟()\[\]]+", re.I)
HANDLE = re.compile(r"(?<![\w.@/])@\w+")
OBSCURED = re.compile(r"[\w.+\-]+ ?(?:\[at\]|\(at\)) ?[\w\-]+(?:\.[\w\-]+)+", re.I)
# What makes a row of digits a telephone number, beside a plus or two noughts.
LABEL = re.compile(
    r"(?:t[ée]l(?:[ée]phone|\.)?|phone|mobile|whatsapp|fax|hotline|gsm|portable|"
    r"هاتف|الهاتف|تلفون|التلفون|جوال|فاكس|واتساب)[\s.:°n]*$",
    re.I,
)
LAW = re.compile(
    r"(?<![\d/])(\d{1,4}) ?/ ?((?:19|20)\d\d)(?![\d/])"
    r"|(?:n°|no\.?|nº|number|numéro|law|loi|act|decree|décret|رقم|القانون|قانون|المرسوم) ?(\d{1,4}),? "
    r"(?:de l'année |de |du |of |for |لسنة |لعام |سنة |عام |الصادر في |\()((?:19|20)\d\d)(?!\d)",
    re.I,
)
CLOCK = re.compile(
    r"(?<![\d:])(\d{1,2})(?: ?h ?|:)(\d{2})(?![\d:])(?: ?([ap])\.?m\b\.?)?"
    r"|(?<![\d.])(\d{1,2})(?:\.(\d{2}))? ?([ap])\.?m\b\.?"
    r"|(?<!\d)(\d{1,2}) ?h(?:eures?)?(?![\w/])(?! sur\b)(?= |[,.;)]|$)(?<!24h)",
    re.I,
)


# "Day and night", which other languages say without figures.
ALWAYS = re.compile(
    r"\b24 ?h(?:eures)? ?(?:/|sur) ?24\b|\b7 ?j(?:ours)? ?(?:/|sur) ?7\b|\b24/7\b|\b24 hours(?: a day)?", re.I
)


@dataclass
class Masked:
    """A text with its e-mails, addresses, telephones, law numbers and times taken out.

    ``phones`` maps the digits to what is printed; ``laws`` are (number, year); ``times``
    are minutes after noon or midnight, ``always`` phrases such as 24/7.
    """

    text: str
    emails: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    phones: dict[str, str] = field(default_factory=dict)
    laws: dict[tuple[int, int], str] = field(default_factory=dict)
    times: dict[int, str] = field(default_factory=dict)
    always: list[str] = field(default_factory=list)


def mask(text: str) -> Masked:
    """Take out of the normalized *text* what is compared as a whole."""
    found = Masked(text)
    for pattern in (EMAIL, OBSCURED):
        _take(found, pattern, lambda match: found.emails.setdefault(_email(match[0]), match[0]))
    _take(found, URL, lambda match: found.addresses.setdefault(_address(match[0]), match[0]))
    _take(found, HANDLE, lambda match: found.addresses.setdefault(match[0].lower(), match[0]))
    _phones(found)
    _take(found, ALWAYS, lambda match: found.always.append(match[0]))
    _take(found, LAW, lambda match: found.laws.setdefault(_law(match), match[0]))
    _take(found, CLOCK, lambda match: found.times.setdefault(_minutes(match), match[0].strip()))
    return found


def _take(found: Masked, pattern: re.Pattern[str], note: Callable[[re.Match[str]], object]) -> None:
    def blank(match: re.Match[str]) -> str:
        note(match)
        return HOLE

    found.text = pattern.sub(blank, found.text)


def _email(printed: str) -> str:
    return re.sub(r" ?(?:\[at\]|\(at\)) ?", "@", printed.lower()).rstrip(".")


def _address(printed: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|^www\.", "", printed.lower()).rstrip(".,;:!?)/'’")


def _phones(found: Masked) -> None:
    def blank(match: re.Match[str]) -> str:
        printed, before = match[0].strip(), found.text[: match.start()]
        digits = digits_of(printed)
        sure = "+" in printed or printed.startswith("00") or before.rstrip().endswith("+")
        if len(digits) < 6 or not (sure or LABEL.search(before)):
            return match[0]
        found.phones.setdefault(digits, printed)
        return HOLE

    found.text = PHONE.sub(blank, found.text)


def _law(match: re.Match[str]) -> tuple[int, int]:
    return int(match[1] or match[3]), int(match[2] or match[4])


def _minutes(match: re.Match[str]) -> int:
    hour = int(match[1] or match[4] or match[7])
    return hour % 12 * 60 + int(match[2] or match[5] or 0)
