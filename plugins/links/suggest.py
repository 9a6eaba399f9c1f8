"""Where an archived copy is, by the Internet Archive's availability API.

https://archive.org/help/wayback_api.php: asked for an address and a day, it names the nearest
copy. Nothing is taken over: a copy may be of an error page, so a curator looks first.
"""

import json
import re
from datetime import date
from typing import Any
from urllib.parse import urlencode

from .asking import Asking
from .client import LocalAddressError, NoReplyError
from .turns import RestingError

MOST = 65_536  # bytes of its answer
URL = re.compile(r"https?://[^\s<>\"'`\\{}|^]{1,1900}")


def copy_of(asking: Asking, archive: str, url: str, day: date | None) -> str | None:
    """The address of the copy nearest to a day; "" if there is none, None if nobody says."""
    query = {"url": url} | ({"timestamp": f"{day:%Y%m%d}"} if day else {})
    where = f"{archive.rstrip('/')}/wayback/available?{urlencode(query)}"
    try:
        reply = asking.send("GET", where, MOST)
    except (NoReplyError, RestingError, LocalAddressError):
        return None
    return closest(reply.body) if reply.status == 200 else None


def closest(body: bytes) -> str | None:
    """What the answer names: a page that was there when it was taken, in HTTPS if it can be."""
    try:
        copy: Any = json.loads(body)["archived_snapshots"].get("closest", {})
        url, status = str(copy.get("url", "")), str(copy.get("status", "200"))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    if not copy.get("available") or not status.startswith("2") or not URL.fullmatch(url):
        return ""
    return re.sub(r"^http://web\.archive\.org/", "https://web.archive.org/", url)
