"""What machines read: schema.org's JSON-LD of releases and terms, and the records of the metadata file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from bayan.release import Release
from bayan.termbase import Term
from bayan.wording import country_name


def article(
    release: Release, *, title: str, lead: str, address: str, original: str, language: str
) -> dict[str, Any]:
    """The release as schema.org's ``NewsArticle`` in *language*, without what is not known.

    :param address: of the page; *original* that of the page in the release's own language,
        empty where this is it.
    """
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "description": lead,
        "inLanguage": language,
        "url": address,
        "datePublished": release.published,
        "publisher": {"@type": "Organization", "name": release.publisher} if release.publisher else None,
        "isBasedOn": release.url,
        "contentLocation": [
            {"@type": "Country", "name": country_name(code, language), "identifier": code}
            for code in release.countries
        ],
    }
    if original:
        found["translationOfWork"] = {
            "@type": "NewsArticle",
            "inLanguage": release.language,
            "url": original,
        }
    return {key: value for key, value in found.items() if value}


def term_set(
    terms: Iterable[Term], *, title: str, address: str, language: str, definitions: Mapping[str, str]
) -> dict[str, Any]:
    """The termbase as schema.org's ``DefinedTermSet`` for readers of *language*.

    :param address: of the glossary page; *definitions* by term, as that page shows them.
    """
    return {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "name": title,
        "inLanguage": language,
        "url": address,
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "termCode": term.id,
                "name": _said(*term.title(language)[::-1], language),
                "alternateName": [
                    _said(form, code, language)
                    for code, names in term.names.items()
                    for form in names.linked
                    if (code, form) != term.title(language)
                ],
                "description": definitions.get(term.id, term.definition),
                "url": f"{address}#term-{term.id}",
            }
            for term in terms
        ],
    }


def _said(text: str, code: str, language: str) -> str | dict[str, str]:
    """*text*, with its language where that is not the page's."""
    return text if code == language else {"@value": text, "@language": code}


def record(release: Release, *, title: str, address: str, translated: int, total: int) -> dict[str, Any]:
    """One release in ``releases.json``: its metadata, and its messages translated of all."""
    found: dict[str, Any] = {
        "title": title,
        "address": address,
        "language": release.language,
        "published": release.published,
        "places": list(release.places),
        "countries": list(release.countries),
        "publisher": release.publisher,
        "source": release.url,
        "corrected": release.corrected.date if release.corrected else None,
        "withdrawn": release.withdrawn.date if release.withdrawn else None,
        "translation": {"translated": translated, "messages": total} if total else None,
    }
    return {key: value for key, value in found.items() if value}


def script_safe(data: Mapping[str, Any]) -> str:
    """*data* as JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
