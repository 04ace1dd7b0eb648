"""A reader of Arabic alone: from the home page to a cited paragraph of the NCCHT release."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_who_reads_only_arabic_finds_reads_looks_up_and_cites(reader: Reader, device: str) -> None:
    page = reader.open("/ar/index.html", device=device, permissions=["clipboard-read", "clipboard-write"])

    # Finds the release by what the committee is called in Arabic.
    box = page.get_by_role("searchbox").or_(page.get_by_role("combobox")).first
    box.fill("لجنة مكافحة جرائم الاتجار بالأشخاص")
    box.press("Enter")
    page.locator("main a", has_text="تدعم تدريب العاملين السعوديين").first.click()
    expect(page.locator("h1").first).to_contain_text("المنظمة الدولية للهجرة تدعم تدريب")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")

    # Reads it beside the French.
    page.get_by_role("button", name="جنباً إلى جنب").click()
    pair = page.locator("#p4")
    expect(pair.locator(".translation")).to_contain_text("لجنة مكافحة جرائم الاتجار بالأشخاص")
    expect(pair.locator(".original")).to_contain_text("Comité national de lutte contre la traite")

    # Cites the paragraph.
    pair.hover()
    page.get_by_role("button", name="الاستشهاد بهذه الفقرة (4)").click()
    text = page.evaluate("navigator.clipboard.readText()")
    assert "الفقرة 4" in text and "يونيو 2020" in text and "/ar/releases/fr/" in text
    assert text.endswith("#p4 (ترجمة غير رسمية من موقع بيان)")

    # Looks the committee up.
    term = pair.locator(".translation a.term-link").first
    address = term.get_attribute("href") or ""
    page.goto(page.url.split("/ar/")[0] + "/ar/glossary.html#" + address.partition("#")[2])
    expect(page.locator(":target")).to_be_visible()
