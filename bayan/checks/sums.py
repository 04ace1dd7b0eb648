"""Adding up numbers in words: cinq cents, twenty-five, خمسة وعشرين."""

from __future__ import annotations

from bayan.checks.number_words import NumberWords


class Sum:
    """A number in words, added up word by word.

    ``start`` and ``end`` are its place in the text; ``loose`` says that one of its words may
    mean something else; ``joined`` that a hyphen or nothing stood before the next word.
    """

    def __init__(self, language: str) -> None:
        self.units_first = language == "ar"  # خمسة وعشرين, where English has twenty-five
        self.total, self.current, self.start, self.end = 0, 0, -1, -1
        self.loose, self.joined = False, True

    def add(self, value: int, start: int, end: int, *, loose: bool) -> bool:
        """Whether *value* continues the number."""
        rest = self.current % 100
        if self.start < 0:
            self.start = start
        elif rest == 4 and value == 20 and self.joined:  # quatre-vingts
            value = 76
        elif not (
            (value < 100 and rest == 0 and self.current + self.total >= 100 and value > 0)
            or (value < 1000 and self.current == 0 and self.total)
            or (self.units_first and 0 < rest < 10 and value in range(10, 100, 10))
            or (not self.units_first and 0 < value < 10 and rest in range(10, 100, 10))
            or (rest in (60, 80) and 10 <= value < 20)
        ):
            return False
        self.current += value
        self.end, self.loose, self.joined = end, self.loose or loose, True
        return True


def extend(
    pending: Sum | None, word: str, words: NumberWords, span: tuple[int, int], language: str
) -> tuple[Sum | None, Sum | None]:
    """The number that goes on with *word*, and the one that ended before it."""
    start, end = span
    if word in words.hundred and pending and 0 < pending.current < 10:
        pending.current *= 100
        pending.end, pending.loose = end, False
        return pending, None
    power = words.powers.get(word, 0)
    if power and (pending or word not in words.units) and not (pending and pending.current == 0):
        if pending is None and word in words.only_after:
            return None, None
        going = pending or Sum(language)
        going.start = start if going.start < 0 else going.start
        going.total += max(going.current, 1) * power
        going.current, going.end, going.loose = 0, end, False
        return going, None
    value = 100 if word in words.hundred else words.units.get(word, words.loose.get(word, -1))
    loose = word in words.loose and word not in words.units
    if value < 0:
        return None, pending
    if pending and pending.add(value, start, end, loose=loose):
        return pending, None
    fresh = Sum(language)
    fresh.add(value, start, end, loose=loose)
    return fresh, pending
