"""Links and other small pieces of markup, which stand on page after page and are made once.

A link climbs to the root and comes down again: `../` for each folder the page is in, then the
path. While a page is made, a sign stands for the climb, so that what contains links is the same
on every page; `settled` puts the climb in its place.
"""

from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import Any

from jinja2.runtime import Macro
from markupsafe import Markup, escape

from ..archive.entries import Entry, Heading
from ..archive.languages import direction
from ..archive.permalinks import climb, quoted
from ..archive.site import Site
from ..archive.text import inline
from .macros import expand

ROOT = "\0"  # no text of an archive may have it: `characters` refuses it


class Fragments:
    """Pieces of pages. What was made is kept as long as the object, up to MOST pieces of a sort:
    one build."""

    MOST = 60_000

    def __init__(self, site: Site) -> None:
        self.site = site
        self.entries: dict[tuple[object, ...], Markup] = {}
        self.names: dict[tuple[object, ...], Markup] = {}

    def settled(self, here: str, page: str) -> str:
        """A page that was made of such pieces, with its links as they lead from `here`.

        A host serves 404.html at any depth, so its links are absolute where the site knows its
        address.
        """
        is_anywhere = here == "404.html" and bool(self.site.url)
        return page.replace(ROOT, f"{self.site.url}/" if is_anywhere else climb(here))

    def link(self, path: str) -> str:
        """The link to an output path; other addresses and #anchors pass as they are."""
        if path.startswith(("#", "mailto:")) or "://" in path:
            return path
        return ROOT + quoted(path)

    def lang(self, thing: Any) -> Markup:
        """` lang="hi"`, with ` dir="rtl"` where that is another direction than the site's; or
        nothing where a thing is in the site's language or has none. A code stands for itself."""
        code = thing if isinstance(thing, str) else getattr(thing, "lang", None)
        return self.other_language(code) if code and code != self.site.lang else Markup()

    def other_language(self, code: str) -> Markup:
        way = direction(code)
        turn = f' dir="{way}"' if way != direction(self.site.lang) else ""
        return Markup(f' lang="{escape(code)}"{turn}')

    def to(self, thing: Any, words: str) -> Markup:
        """A link to anything with an `address`, in its language where it has a `lang`.

        Typogrify's hard space before the last word goes: a name must be able to wrap in a
        narrow column.
        """
        key = (thing.address, words, getattr(thing, "lang", None))
        found = self.names.get(key)
        if found is None:
            said = text(words).replace("&nbsp;", " ")
            href = escape(self.link(thing.address))
            found = Markup(f'<a href="{href}"{self.lang(thing)}>{said}</a>')
            self.keep(self.names, key, found)
        return found

    def links(self, headings: Iterable[Heading], most: int, without: str | None) -> Markup:
        """Links to the first few headings, less the one whose page this is, each on a line."""
        others = [heading for heading in headings if heading.address != without]
        return Markup("\n").join(["", *(self.to(one, one.heading) for one in others[:most])])

    def kept(self, macro: Macro, e: Entry, *rest: object) -> Markup:
        """What `macro` makes of an entry, which may hang on nothing but its arguments: the same
        article stands in a dozen lists."""
        key = (macro.name, e.id, *rest)
        found = self.entries.get(key)
        if found is None:
            found = expand(macro, e, *rest)
            self.keep(self.entries, key, found)
        return found

    def counted(self, heading: Heading, count: int) -> Markup:
        """A heading as it is filed, with a number."""
        key = (heading.address, count)
        found = self.names.get(key)
        if found is None:
            name = self.to(heading, heading.sort)
            found = Markup(f'{name} <data value="{count}">{count}</data>')
            self.keep(self.names, key, found)
        return found

    def once(self, macro: Macro, *values: Hashable, **named: Hashable) -> Markup:
        """What `macro` makes of a few plain values: the same on many pages."""
        key = (macro.name, *values, *named.items())
        found = self.names.get(key)
        if found is None:
            found = expand(macro, *values, **named)
            self.keep(self.names, key, found)
        return found

    def keep(
        self, kept: dict[tuple[object, ...], Markup], key: tuple[object, ...], made: Markup
    ) -> None:
        if len(kept) >= self.MOST:
            kept.clear()
        kept[key] = made


def text(value: str | None) -> Markup:
    """A plain string with typographic quotes and codes kept whole; what is set already stays."""
    return value if isinstance(value, Markup) else plain_text(value)


@lru_cache(maxsize=20_000)
def plain_text(value: str | None) -> Markup:
    return Markup(inline(value)) if value else Markup()
