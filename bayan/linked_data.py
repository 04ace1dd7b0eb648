"""What machines read of a release: schema.org's JSON-LD, and one record of the metadata file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bayan.release import Release
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
