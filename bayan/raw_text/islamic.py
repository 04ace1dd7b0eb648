"""The Islamic calendar's dates, which stand beside a release's own and are not its day."""

from __future__ import annotations

import re

# Its years are no common ones: they tell its dates.
ISLAMIC = re.compile(
    r"(?:[^\W\d][\w'’-]{2,12}\s+\d{1,2},\s*"  # Rajab 12, 1441
    r"|(?<!\d)\d{1,2}(?:er|st|nd|rd|th)?(?:\s?[-/.]\s?\d{1,2}\s?[-/.]\s?|\s+(?:[^\W\d]['’\w\u064b-\u0652-]{1,12}\s+){1,3}))"
    r"[1١۱][34٣٤۳۴]\d\d(?!\d)\s*(?:هـ|ه\b|هجرية?|A?H\b)?\.?"
    # 1441/3/15 هـ
    r"|(?<!\d)[1١۱][34٣٤۳۴]\d\d\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}(?!\d)\s*(?:هـ|ه\b|هجرية?|A?H\b)?\.?"
)
# What marks a year of the common calendar.
ERA = re.compile(r"\s*(?:م|ميلادي(?:ه)?|ad|ce)\.?(?!\w)")


def without_islamic_dates(text: str) -> str:
    """*text* with spaces for the Islamic calendar's dates: positions carry over."""
    return ISLAMIC.sub(lambda match: " " * len(match[0]), text)
