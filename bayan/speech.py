"""Who speaks in a paragraph of a release: for the notes that translators see."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

SPEECH_FILE = Path(__file__).resolve().parent / "data" / "speech.toml"
KEYS = {"verbs", "pronouns", "stops"}
QUOTED = re.compile(r"«[^»]*(?:»|$)|“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
WORD = re.compile(r"\w+")
SPOKEN_WORDS = 5
"""Words that a quotation has at least; fewer in quotation marks are a title or a manner of speaking."""
NAME = re.compile(
    r"(?:(?:[A-ZÀ-ÖØ-Þ][\w’'.\-]*|[aA]l|[eE]l|bin|bint|ben|van|von|de)[\s\-]+){1,4}[A-ZÀ-ÖØ-Þ][\w’'\-]+"
)
LONGEST = 60
"""Characters of the words that are taken for a speaker where no name is found."""


class SpeechError(ValueError):
    """``speech.toml`` is not right; the message names the file."""


@dataclass(frozen=True)
class Saying:
    """How one language says who speaks."""

    verb: re.Pattern[str]
    pronouns: re.Pattern[str]
    stops: re.Pattern[str]


@lru_cache(maxsize=4)
def load_sayings(path: Path = SPEECH_FILE) -> dict[str, Saying]:
    """Read and validate *path*, by language.

    :raises SpeechError: with the file's name, where a key or a pattern is wrong.
    """
    sayings = {}
    try:
        for code, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if set(entry) != KEYS:
                raise SpeechError(f"{path}: [{code}] has the keys {sorted(KEYS)}; got {sorted(entry)}")
            verb = re.compile(rf"(?<!\w)(?:{'|'.join(entry['verbs'])})(?!\w)")
            sayings[code] = Saying(verb, re.compile(entry["pronouns"]), re.compile(entry["stops"]))
    except (OSError, tomllib.TOMLDecodeError, re.error) as error:
        raise SpeechError(f"{path}: cannot be read: {error}") from error
    return sayings


def is_quotation(text: str) -> bool:
    """Whether somebody speaks in *text*."""
    return any(len(WORD.findall(match[0])) >= SPOKEN_WORDS for match in QUOTED.finditer(text))


def speaker(text: str, language: str, earlier: str = "") -> str:
    """Who speaks in *text*; empty where it does not say.

    :param earlier: who spoke before on the page, whom a pronoun stands for.
    """
    saying = load_sayings().get(language)
    around = QUOTED.sub(" … ", text)
    if saying is None:
        return ""
    for verb in saying.verb.finditer(around):
        near = around[max(0, verb.start() - 12) : verb.end() + 12]
        found = _named_after(around[verb.end() :], saying) or _named_before(around[: verb.start()])
        if found and not saying.pronouns.search(near):
            return found
        if saying.pronouns.search(near):
            return earlier
    return earlier if saying.pronouns.search(around) else ""


def _named_after(text: str, saying: Saying) -> str:
    """The name that follows a verb, or the words that do."""
    if not re.match(r"\s*[^\W\d_]", text):
        return ""
    phrase = saying.stops.split(text.strip(), maxsplit=1)[0].strip()
    name = NAME.search(phrase)
    if not name:  # "a déclaré le chef de mission, Otto Meyer": an office first
        name = NAME.match(text.strip().removeprefix(phrase).lstrip(" ,"))
    if name:
        return name[0]
    return phrase if len(phrase) <= LONGEST and len(phrase.split()) > 1 else ""


def _named_before(text: str) -> str:
    """The last name of the sentence that ends in a verb."""
    sentence = re.split(r"[.…!?]\s", text)[-1]
    names = NAME.findall(sentence)
    return str(names[-1]) if names else ""
