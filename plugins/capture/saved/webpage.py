"""An HTML file: its text, and what the browser noted in it of where and when it was saved."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from html import unescape

from .charsets import decode
from .pages import SAVE_AGAIN, ContainerError, SavedPage

HEAD = 20_000  # characters in which a browser's comment stands
SAVED_FROM = re.compile(r"\bsaved from url=\(\d{4}\)(\S+)", re.IGNORECASE)
SINGLE_FILE = re.compile(r"^\s*Page saved with SingleFile", re.IGNORECASE)
URL_LINE = re.compile(r"^\s*url:\s*(\S+)", re.MULTILINE)
DATE_LINE = re.compile(r"^\s*saved date:\s*(.+?)\s*$", re.MULTILINE)
MIRRORED = re.compile(
    r"\bMirrored from (?P<url>\S+) by HTTrack\b[^,]*,\s*(?P<date>.*?\d{4} [\d:]+ GMT)"
)
WAYBACK_DAY = re.compile(r"\bFILE ARCHIVED ON [\d:]+ (?P<date>[A-Z][a-z]{2} \d{1,2}, \d{4})")
# A page of the Wayback Machine: the moment of the copy, then the address it is a copy of.
WAYBACK = re.compile(
    r"^https?://web\.archive\.org/web/(?P<day>\d{8})\d{0,6}(?:[a-z]{2}_)?/(?P<url>https?:/{1,2}\S+)",
    re.IGNORECASE,
)
# "Tue Apr 06 2021 15:40:00 GMT+0530 (India Standard Time)", as scripts print a moment
PRINTED = re.compile(r"^(?:[A-Za-z]{3},? )?(?P<day>[A-Z][a-z]{2} \d{1,2} \d{4})\b")
ADDRESS = re.compile(r"^(?:https?|file)://[^\s<>\"'`\\{}|^]+$", re.IGNORECASE)

BEGINNING = re.compile(
    r"^\s*(?>(?:<\?xml\b[^>]*>|<!--(?:(?!-->).)*-->)\s*)*+"
    r"<(?:!doctype\s+html|html|head|meta|title|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_html(data: bytes) -> bool:
    """Whether a file begins as a page does, in whatever character set."""
    return BEGINNING.match(decode(data[:HEAD])[0]) is not None


def page(
    data: bytes,
    *,
    container: str = "html",
    charset: str | None = None,
    address: str | None = None,
    captured: date | None = None,
    member: str = "",
    pictures: Mapping[str, bytes] | None = None,
) -> SavedPage:
    """A page from its bytes; what the container says of it goes before what it says itself."""
    text, notes = decode(data, charset)
    if "<" not in text:
        raise ContainerError("no-markup", f"there is no HTML in it; {SAVE_AGAIN}")
    if text.count("\0") * 50 > len(text):
        raise ContainerError("damaged", f"it is full of zero bytes; {SAVE_AGAIN}")
    noted = noted_in(text)
    address, archived, copied = from_wayback(proper(address) or noted[0])
    if "</html" not in text[-HEAD:].lower() and "<html" in text[:HEAD].lower():
        notes = (*notes, "the page does not end with </html>: it may be cut off")
    return SavedPage(
        html=text,
        address=address,
        captured=copied or captured or noted[1],
        container=container,
        member=member,
        data=data,
        pictures=pictures or {},
        archived=archived,
        notes=notes,
    )


def noted_in(text: str) -> tuple[str | None, date | None]:
    """Address and day by the comments of browsers and of programs that save pages."""
    address, day = None, None
    for comment in (*comments(text[:HEAD]), *comments(text[-HEAD:])):
        saved = SAVED_FROM.search(comment)
        if saved is not None:
            address = address or proper(saved[1])
        if SINGLE_FILE.match(comment):
            url, when = URL_LINE.search(comment), DATE_LINE.search(comment)
            address = address or (proper(url[1]) if url else None)
            day = day or (day_of(when[1]) if when else None)
        mirrored = MIRRORED.search(comment)
        if mirrored is not None:
            url_of = mirrored["url"]
            address = address or proper(url_of if "://" in url_of else f"http://{url_of}")
            day = day or day_of(mirrored["date"])
        archived = WAYBACK_DAY.search(comment)
        if archived is not None:
            day = day or parsed(archived["date"], "%b %d, %Y")
    return address, day


def comments(text: str) -> Iterator[str]:
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (at := text.find("-->", start + 4)) >= 0:
        yield text[start + 4 : at]


def proper(address: str | None) -> str | None:
    """An address of the web; a page saved from a disk has none."""
    address = unescape(address or "").strip()
    is_web = ADDRESS.match(address) and not address.lower().startswith("file:")
    return address.partition("#")[0] if is_web else None


def from_wayback(address: str | None) -> tuple[str | None, str | None, date | None]:
    """(address, copy, day of the copy) where the address is that of a copy."""
    match = WAYBACK.match(address or "")
    if match is None:
        return address, None, None
    # Some servers make one slash of two.
    original = re.sub(r"^(https?:)/+", r"\1//", match["url"])
    return original, address, parsed(match["day"], "%Y%m%d")


def day_of(printed: str) -> date | None:
    """The day of a moment as scripts, mails or standards print it, where it was printed."""
    match = PRINTED.match(printed)
    if match is not None:
        return parsed(match["day"], "%b %d %Y")
    try:
        return datetime.fromisoformat(printed).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(printed).date()
    except ValueError:
        return None


def parsed(text: str, shape: str) -> date | None:
    try:
        return datetime.strptime(text, shape).replace(tzinfo=UTC).date()
    except ValueError:
        return None
