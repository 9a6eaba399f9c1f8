"""The account of a saved page, from outside: its words as another reader finds them."""

import re
from collections.abc import Iterator
from html import unescape

from ..ledger import Account, LedgerError, balance
from ..lines import Removed
from . import outside
from .tree import clean

RECOGNISED = re.compile(r"^Recognised$.*?(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
FROM_METADATA = re.compile(r"^  metadata(?: \([^()]*\))?, ([^,]+), \w+: (.*)$", re.MULTILINE)
NOT_WORDS = ("date",)
UNICODE = re.compile(r"\\u([0-9a-fA-F]{4})")


def account_page(html: str, article: str, report: str) -> Account:
    """Compare a page with article and report; raise LedgerError for a word lost or invented.

    What came from the metadata alone counts as given, after a look whether it is in the page.
    """
    page, controls = clean(html)
    given = [*outside.printed(page), *metadata(page, report)]
    return balance(given, [Removed(1, char).name for char in controls], article, report)


def metadata(page: str, report: str) -> Iterator[str]:
    found = RECOGNISED.search(report)
    hidden = ""
    for field, value in FROM_METADATA.findall(found[0] if found else ""):
        if field in NOT_WORDS:
            continue
        hidden = hidden or source(page)
        if field != "source_url" and " ".join(outside.words([value])) not in hidden:
            raise LedgerError(f"{field}: {value[:60]} is not in the page")
        yield value


def source(page: str) -> str:
    """The words of a page's source, tags and scripts too, whatever way they are coded."""
    text = UNICODE.sub(lambda code: chr(int(code[1], 16)), page)
    text = text.replace("\\/", "/").replace('\\"', '"').replace("\\n", " ")
    plain = unescape(unescape(unescape(text)))
    without = re.sub(r"<[^<>]*>", " ", plain)
    return " ".join(outside.words([plain])) + " " + " ".join(outside.words([without]))
