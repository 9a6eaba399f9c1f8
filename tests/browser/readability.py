"""Mozilla's Readability, which is Firefox's reader view and much like Safari's: what it makes of a
page that is open in a browser."""

from functools import cache
from typing import Any

from playwright.sync_api import Page

from tests.browser.npm import Carried

READABILITY = Carried(
    package="@mozilla/readability",
    version="0.6.0",
    digest="juG5VWh4qAivzTAeMzvY9xs9HY5rAcr2E4I7tiSSCokRFi7XIZCAu92ZkSTsIj1OPceCifL3cpfteP3pDT9/QQ==",
    member="package/Readability.js",
    named="CUTTINGS_READABILITY",
)


@cache
def source() -> str:
    """Its code; `NoPackageError` where it can't be had."""
    return READABILITY.path().read_text("utf-8")


def reader_view(page: Page) -> dict[str, Any] | None:
    """Title, byline, text and HTML as the reader view shows them; None where it gives up."""
    return page.evaluate(
        f"() => {{ {source()}; return new Readability(document.cloneNode(true)).parse(); }}"
    )
