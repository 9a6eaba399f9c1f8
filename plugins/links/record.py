"""`content/links.yaml`: the addresses that are gone, since when, and what they answered."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..archive.content import GONE
from ..archive.model import GoneAddress
from .answers import MOVED, THERE
from .state import Known

NAME = GONE
HEAD = (
    "# Addresses that no longer lead anywhere, each with the day on which that was first seen.\n"
    "# Written by `inv links`; docs/links.md tells how.\n"
)


def renewed(
    before: Mapping[str, GoneAddress], known: Mapping[str, Known], urls: Iterable[str]
) -> dict[str, GoneAddress]:
    """The record by what is known now. Nothing but an answer that it is there, or that content
    names it no more, takes an address out."""
    found = {}
    for url in sorted(urls):
        now = known.get(url)
        if url in before and not (now and now.found in (THERE, MOVED)):
            found[url] = before[url]
        elif now and now.is_gone and now.since:
            found[url] = GoneAddress(url=url, since=now.since, why=now.why)
    return found


def written(gone: Mapping[str, GoneAddress]) -> str:
    """JSON's quotes are YAML's, too: an address may hold a colon or a hash."""
    lines = [
        f"- url: {json.dumps(one.url, ensure_ascii=False)}\n"
        f"  since: {one.since.isoformat()}\n"
        f"  why: {json.dumps(one.why, ensure_ascii=False)}\n"
        for _, one in sorted(gone.items())
    ]
    return HEAD + "gone:\n" + "".join(lines)


def keep(folder: Path, before: Mapping[str, GoneAddress], now: Mapping[str, GoneAddress]) -> bool:
    """Write the record if it differs; one with nothing in it goes."""
    if before == now:
        return False
    file = folder / NAME
    if not now:
        file.unlink(missing_ok=True)
        return True
    beside = folder.parent / f".{folder.name}-{NAME}.new"
    beside.write_text(written(now), "utf-8", newline="\n")
    beside.replace(file)
    return True
