"""Synthetic releases: each is planned once, then told in every language.

Release *k* depends on the seed and on *k* alone, so a larger archive holds the smaller one.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from babel import Locale

from bayan.importing import IMPORTER
from bayan.languages import Languages, load_languages
from bayan.prose import escape, escape_heading
from bayan.release import Contact, Release, digest, join_page
from bench.plan import Block, Plan, between, make_plan, pick
from bench.vocabulary import Vocabulary, load_stock, load_terms

MARKERS = {"title": "# ", "item": "- "}


class Archive:
    """The releases of one seed, by number from 1."""

    def __init__(self, seed: int, glossary: Path, languages: Languages | None = None) -> None:
        self.seed = seed
        self.languages = languages or load_languages()
        self.stock = load_stock()
        self.terms = load_terms(glossary, tuple(self.languages))
        self.countries = {
            code: Locale.parse(language.locale, sep="_").territories
            for code, language in self.languages.items()
        }

    def plan(self, number: int) -> Plan:
        """What release *number* is about."""
        return make_plan(Random(f"{self.seed}/{number}"), number, self.stock, len(self.terms))

    def tell(self, plan: Plan, language: str) -> list[str]:
        """The release in *language*: the text of each of its blocks, as printed."""
        random = Random(f"{self.seed}/{plan.number}/{language}")
        texts = [self._text(random, plan, block, language) for block in plan.blocks]
        texts[1] = f"{self._country(plan, language)} - {texts[1]}"  # the dateline
        return texts

    def raw(self, plan: Plan) -> tuple[str, str]:
        """The release as it would be received, and the TOML of what that does not say."""
        texts = self.tell(plan, plan.language)
        lines = [
            ("- " if block.kind == "item" else "") + text
            for block, text in zip(plan.blocks, texts, strict=True)
        ]
        text = "\n\n".join(lines) + "\n"
        known = {"slug": plan.slug, "publisher": plan.publisher, "url": _address(plan)}
        if plan.published:
            known["published"] = plan.published
        return text, "".join(f'{key} = "{value}"\n' for key, value in known.items())

    def page(self, plan: Plan, messages: list[str]) -> str:
        """The text of the release's page, whose blocks are *messages*."""
        body = _body(plan, messages)
        raw, known = self.raw(plan)
        release = Release(
            language=plan.language,
            published=plan.published,
            places=(self._country(plan, plan.language),),
            countries=(plan.country,),
            publisher=plan.publisher,
            url=_address(plan),
            contacts=(self._contact(plan),),
            raw=f"{plan.slug}.txt",
            raw_sha256=digest(raw),
            toml_sha256=digest(known),
            body_sha256=digest(body),
            importer=IMPORTER,
        )
        return join_page(release, body)

    def _text(self, random: Random, plan: Plan, block: Block, language: str) -> str:
        vocabulary = self.stock.languages[language]
        if block.kind == "contact":
            office = self._office(plan, language)
            return vocabulary.contact.format(office=office, phone=plan.phone, email=plan.email)
        names = [self._name(random, concept, language) for concept in block.concepts]
        sentences = []
        for count in block.sentences:
            words = vocabulary.words(random, count)
            self._sprinkle(random, words, names, vocabulary)
            words[0] = words[0][:1].upper() + words[0][1:]
            sentences.append(" ".join(words))
        if block.kind == "title":
            return sentences[0]
        text = f"{vocabulary.stop} ".join(sentences) + vocabulary.stop
        return vocabulary.quote[0] + text + vocabulary.quote[1] if block.kind == "quote" else text

    def _sprinkle(self, random: Random, words: list[str], names: list[str], vocabulary: Vocabulary) -> None:
        """Put a comma, now and then a figure or sign, and the next of *names* between *words*."""
        words[len(words) // 2] += vocabulary.comma
        if random.random() < 0.15:
            words.insert(between(random, 1, len(words) - 1), pick(random, self.stock.signs))
        if names:  # in place of as many words, so that the termbase does not make the text longer
            name = names.pop().split()
            at = between(random, 1, max(len(words) - len(name) - 1, 1))
            words[at : at + len(name)] = name

    def _name(self, random: Random, concept: int, language: str) -> str:
        """A name of the *concept*, in another language where *language* has none."""
        names = self.terms[concept]
        return pick(random, names[language] or next(filter(None, names.values()), ("?",)))

    def _contact(self, plan: Plan) -> Contact:
        return Contact(office=self._office(plan, plan.language), phones=(plan.phone,), emails=(plan.email,))

    def _office(self, plan: Plan, language: str) -> str:
        return self.stock.languages[language].office.format(country=self._country(plan, language))

    def _country(self, plan: Plan, language: str) -> str:
        return str(self.countries[language].get(plan.country, plan.country))


def as_messages(texts: list[str]) -> list[str]:
    """The Markdown of a release's blocks, the title first, as page and catalogs have it."""
    return [escape_heading(texts[0]), *map(escape, texts[1:])]


def _address(plan: Plan) -> str:
    return f"https://example.org/{plan.language}/news/{plan.slug}"


def _body(plan: Plan, messages: list[str]) -> str:
    """The Markdown of the page: one line a block, a blank line between any two but list items."""
    lines, before = [], ""
    for block, message in zip(plan.blocks, messages, strict=True):
        if before and not block.kind == before == "item":
            lines.append("")
        lines.append(MARKERS.get(block.kind, "") + message)
        before = block.kind
    return "\n".join([*lines, ""])
