"""What every template can call: links, and filters for text and days."""

from collections.abc import Iterable
from typing import Any

import msgspec
from jinja2 import Environment
from markupsafe import Markup

from ..archive import days
from ..archive.languages import direction
from ..archive.site import Site
from ..archive.text.typography import keep_codes_whole
from .assets import Assets
from .fragments import Fragments, text


def prepare(env: Environment, site: Site, assets: Assets, hand_pages: Iterable[str]) -> Fragments:
    """Give a Jinja environment all that the templates use. `hand_pages` are the names of the
    hand-written pages, so that nothing links to one that isn't there.

    Links hang on where a page stands; the fragments given back settle that when it is made.
    Nothing is read from a template's context, so a macro is imported once, for all pages.
    """
    fragments = Fragments(site)

    def asset(path: str) -> str:
        """A link to a file of the theme, with its digest: browsers may keep it for ever."""
        return fragments.link(f"{path}?{assets.digests[path]}")

    env.globals.update(
        site=site,
        asset=asset,
        hand_pages=tuple(sorted(hand_pages)),
    )
    env.filters.update(
        link=fragments.link,
        kept=fragments.kept,
        once=fragments.once,
        counted=fragments.counted,
        to=fragments.to,
        links=fragments.links,
        lang=fragments.lang,
        direction=direction,
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
    return fragments


def whole(value: str) -> Markup:
    """Safe HTML with codes kept whole."""
    return Markup(keep_codes_whole(value))


def json_ld(value: Any) -> Markup:
    """A script element of linked data; nothing in the data can end the element."""
    data = msgspec.json.encode(value).decode()
    for char in "<>&\u2028\u2029":
        data = data.replace(char, f"\\u{ord(char):04x}")
    return Markup(f'<script type="application/ld+json">{data}</script>')
