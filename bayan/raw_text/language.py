"""Which language a body is written in; judged after the furniture is gone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from bayan.languages import load_languages
from bayan.raw_text.sheet import RawTextError, Sheet

ARABIC = re.compile("[\u0621-\u064a]")
LATIN = re.compile("[A-Za-zÀ-ÿ]")
LETTER = re.compile(r"[^\W\d_]")
ENOUGH = 40
"""Letters below which a guess at the language is only a guess."""
FAR_MORE = 200
SAMPLE = 2000


def language_of(text: str, sheet: Sheet, toml: str) -> str:
    """The code of ``languages.toml`` that *text* is in.

    :raises RawTextError: where it is in another language.
    """
    letters = LETTER.findall(text[: 4 * SAMPLE])
    scripts = len(ARABIC.findall(text)), len(LATIN.findall(text))
    if not letters or sum(scripts) < len(LETTER.findall(text)) / 2:
        raise RawTextError("unknown-language", language=_any(text), toml=toml)
    ranked = [code for code, _ in _identifier().rank(text[:SAMPLE])]
    if ranked[0] not in load_languages() and len(letters) >= FAR_MORE and _is_foreign(text[:SAMPLE]):
        raise RawTextError("unknown-language", language=ranked[0], toml=toml)
    code = next(code for code in ranked if code in load_languages())
    if len(letters) < ENOUGH:
        sheet.warn("doubtful-language", 1, language=code, toml=toml)
    return str(code)


def likeliest(text: str) -> str:
    """Which of the archive's languages *text* is likeliest in; of a short line it is only a guess."""
    ranked = (code for code, _ in _identifier().rank(text[:SAMPLE]))
    return str(next(code for code in ranked if code in load_languages()))


def _is_foreign(text: str) -> bool:
    """Whether the whole and both halves are in one and the same language that is not ours."""
    half = len(text) // 2
    best = {_identifier().rank(part)[0][0] for part in (text, text[:half], text[half:])}
    return len(best) == 1 and not best & set(load_languages())


def _any(text: str) -> str:
    return str(_identifier().rank(text[:SAMPLE])[0][0]) if LETTER.search(text) else "no language"


@lru_cache(maxsize=1)
def _identifier() -> Any:  # noqa: ANN401  # the library publishes no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # its model takes a while

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
