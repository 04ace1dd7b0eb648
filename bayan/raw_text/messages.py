"""All that the importer says: one catalogue of errors and warnings.

``docs/importer.md`` explains each by its code; a test keeps the two together.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """A sentence with places to fill; it says what was seen and, where needed, what to do."""

    code: str
    text: str

    def fill(self, **details: object) -> str:
        """The sentence with *details* in place and the code at its end."""
        return f"{self.text.format(**details)} [{self.code}]"


_ERRORS = {
    "empty": "there is no text in this file; put the release's text into it or remove it",
    "binary": "this is not text but a binary file ({kind}); save the release as plain text or HTML",
    "too-large": "{size:,} bytes are too many for one release (at most {limit:,}); split the file",
    "too-many": "{count:,} {what} are too many for one release (at most {limit:,}); split the file, "
    "or save the release as plain text",
    "long-word": "more than {limit:,} signs without a space between them; is this a release?",
    "odd-name": "the file's name holds control, invisible or direction-changing characters; rename it",
    "unreadable": "the file cannot be read: {reason}",
    "encoding": "the encoding cannot be told; save the file as UTF-8",
    "unknown-format": "files ending in {suffix!r} are not read; save the release as .txt or .html",
    "no-title": "no title found; write title = \"…\" into {toml}",
    "no-text": "there is a title but no text below it; check that the file was saved whole",
    "unknown-language": "the text seems to be in {language!r}, which is not in languages.toml; "
    "where that is wrong, write language = \"…\" into {toml}",
    "digest": "this looks like several releases, starting at lines {starts}; "
    "save each in a file of its own",
    "no-main-text": "no main text was found in this HTML page; save the release as plain text",
}  # fmt: skip
_WARNINGS = {
    "other-encoding": "the file is in {encoding}, not UTF-8; it was read so, check the accents",
    "navigation-end": "the end of the navigation was guessed (no '2030 Agenda' line); check the title",
    "guessed-paragraphs": "hard-wrapped lines without blank lines: the ends of paragraphs are a guess",
    "doubtful-title": "this line could be the title or its second part, too; {title!r} was taken; "
    "where that is wrong, write title = \"…\" into {toml}",
    "joined-title": "these lines were joined to the title {title!r}; "
    "where that is wrong, write title = \"…\" into {toml}",
    "page-numbers": "lone numbers such as {number!r} between paragraphs were left out as those of pages; "
    "where they number sections, write them before the sections' headings",
    "spaced-lines": "sentences go on below blank lines, as in lines copied from a PDF; "
    "take out the blank lines within paragraphs",
    "unknown-place": "the place {place!r} is not known; write countries = [\"…\"] into {toml}",
    "foreign-place": "{place!r} is not written as in the text's language; "
    "it was kept and read as {country}",
    "place-word": "{place!r} is not a place's name; it was kept and read as {country}",
    "homonym": "{place!r} could be in {others}; {country} was chosen; "
    "where that is wrong, write countries = [\"…\"] into {toml}",
    "date-without-year": "the date {date!r} has no year; where it is known, write published = … into {toml}",
    "ambiguous-date": "{date!r} could be two dates; write published = YYYY-MM-DD into {toml}",
    "two-dates": "two dates are given, {first} and {second}; none was taken; write published = … into {toml}",
    "impossible-date": "{date!r} is no real date; it was kept as printed",
    "lost-address": "an e-mail address was hidden by the site ({text}); write the page's true address "
    "into the raw file's source or leave it",
    "repaired-address": "the address {text!r} was read as {address}",
    "doubtful-phone": "{phone!r} is not a number of any country's plan; it was kept as printed",
    "unread-phone": "{phone!r} has no country's prefix and is not of the plan of the release's only country; "
    "it was kept as printed, but the contact is without it; where the place was not read, set countries",
    "after-contact": "the text after {what} was left out; where it belongs to the release, "
    "write keep_end = true into {toml}",
    "plea": "this sentence was left out as the site's plea to its readers; where it belongs to the release, "
    "write keep_end = true into {toml}",
    "title-in-head": "the title {title!r} stands only in the page's head, where no reader sees it; "
    "where it is wrong, write title = \"…\" into {toml}",
    "text-not-extracted": "{count} words that stand amid the main text are not in it: {texts}; "
    "where they belong to the release, save it as plain text",
    "doubtful-language": "the language {language!r} is a guess; write language = \"…\" into {toml}",
    "broken-word": "words broken by a hyphen at a line's end were joined ({words}); check that none lost "
    "a hyphen of its own",
    "letter-nbsp": "{count} no-break spaces, kept as given",
    "letter-tatweel": "{count} tatweel (stretching) signs, kept as given",
    "letter-farsi": "{count} Farsi or Urdu letters in Arabic words ({letters}), kept as given",
    "letter-final-ya": "{count} words with ى in the place of a final ي ({words}), kept as given",
    "letter-oe": "the letter œ seems to be missing in {words}; kept as given",
    "letter-zero": "a 0 seems to stand for a full stop after {words}; kept as given",
    "quoted-mail": "{count} lines begin with > as in a quoted mail, kept as given; "
    "save the release anew without these signs",
    "encoded-twice": "{count} signs such as {words} come of a wrong encoding, kept as given; "
    "save the release anew from its source",
    "pasted-markup": "{count} pieces of HTML such as {words} are shown as text; "
    "where this is a page's source, save it as .html",
    "letter-forms": "{count} Arabic letters in the forms that a PDF draws were written as plain letters; "
    "compare the text with the PDF",
    "letter-hidden": "{count} invisible or control characters were dropped",
}  # fmt: skip

MESSAGES = {code: Message(code, text) for code, text in {**_ERRORS, **_WARNINGS}.items()}
ERRORS = frozenset(_ERRORS)
