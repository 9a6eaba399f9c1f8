"""What every template can call: links, and filters for text and days."""

import json
from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from ..archive import days
from ..archive.entries import Entry
from ..archive.permalinks import relative
from ..archive.text import inline
from ..archive.text.typography import keep_codes_whole
from .assets import Assets


def prepare(env: Environment, assets: Assets, hand_pages: Iterable[str]) -> None:
    """Give a Jinja environment all that the templates use. `hand_pages` are the names of the
    hand-written pages, so that nothing links to one that isn't there."""
    env.globals.update(
        link=link,
        asset=asset,
        asset_digests=assets.digests,
        hand_pages=tuple(sorted(hand_pages)),
        remembered=Remembered(),
    )
    env.filters.update(
        text=text,
        whole=whole,
        json_ld=json_ld,
        iso=str,
        long_day=days.long_day,
        short_day=days.short_day,
        day_month=days.day_month,
        weekday_day=days.weekday_day,
        month_name=days.month_name,
        long_span=days.long_span,
    )


@pass_context
def link(context: Context, path: str) -> str:
    """The link from this page to an output path; other addresses pass as they are.

    A host serves 404.html at any depth, so its links are absolute where the site knows its
    address.
    """
    if "://" in path or path.startswith("mailto:"):
        return path
    site = context["site"]
    if site.url and context["here"] == "404.html":
        return f"{site.url}/{path}"
    return relative(context["here"], path)


class Remembered:
    """Entries as they were set for other lists: the same article stands in a dozen, and for all
    pages of a folder its links are the same. As long as its environment: one build."""

    MOST = 20_000

    def __init__(self) -> None:
        self.known: dict[tuple[object, ...], Markup] = {}

    @pass_context
    def __call__(
        self, context: Context, macro: Macro, e: Entry, level: int, year: bool, without: str | None
    ) -> Markup:
        """What `macro` makes of an entry; `without` is the address of a tag to leave out."""
        if not any(tag.address == without for tag in e.tags):
            without = None
        key = (context["here"].rpartition("/")[0], e.id, level, year, without)
        if key not in self.known:
            if len(self.known) >= self.MOST:
                self.known.clear()
            self.known[key] = Markup(macro(e, level, year, False, None, without))
        return self.known[key]


@pass_context
def asset(context: Context, path: str) -> str:
    """A link to a file of the theme, with its digest, so that browsers may keep it for ever."""
    return str(link(context, f"{path}?{context['asset_digests'][path]}"))


def text(value: str | None) -> Markup:
    """A plain string with typographic quotes and codes kept whole."""
    return Markup(inline(value)) if value else Markup()


def whole(value: str) -> Markup:
    """Safe HTML with codes kept whole."""
    return Markup(keep_codes_whole(value))


def json_ld(value: Any) -> Markup:
    """A script element of linked data; nothing in the data can end the element."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        data = data.replace(char, f"\\u{ord(char):04x}")
    return Markup(f'<script type="application/ld+json">{data}</script>')
