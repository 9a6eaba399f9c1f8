"""The pictures of a page: where each may be had, and all that is said of it, hidden or not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from .jsonld import Node, flattened, names, read, referred, scalars, types
from .told import absolute, cleaned

SMALL = 60  # pixels that a page gives to a sign
# Where the address of a picture may stand when a page loads it late.
SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "data-full", "data-image")
SETS = ("srcset", "data-srcset", "data-lazy-srcset")
HIDDEN = re.compile(
    r"caption|credit|copyright|rights|source|byline|agency|notice|title|desc", re.IGNORECASE
)
CREDIT = re.compile(
    r"credit|copyright|source|byline|agency|photographer|attribution", re.IGNORECASE
)
WHOLE = re.compile(r"caption|wrap|text|desc|figure", re.IGNORECASE)
BESIDE = frozenset({"aside", "footer", "nav"})
MOST = 60  # pictures of a page

# What a thing says of a picture: key, place, whether it names a licence.
OF_THING = (
    ("caption", "caption", False),
    ("description", "caption", False),
    ("creditText", "JSON-LD creditText", False),
    ("copyrightNotice", "JSON-LD copyrightNotice", False),
    ("usageInfo", "JSON-LD usageInfo", False),
    ("license", "JSON-LD license", True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture: `element` is its `figure`, or the `img` where it stands in none.

    `texts` belong to it, each with its place, of which "alt", "caption" and "credit" may be
    seen; `declared` are licences named for it alone. `unplaced`
    is said of pictures that can't be found on the page: one of them may be this one.
    """

    element: Any
    addresses: tuple[str, ...]
    alt: str
    texts: tuple[tuple[str, str], ...]
    declared: tuple[tuple[str, str], ...]
    unplaced: tuple[tuple[str, str], ...] = ()


def figures_of(tree: Any, address: str | None) -> tuple[Figure, ...]:
    """The pictures that belong to the page's article, in order."""
    things = list(image_things(tree))
    known = {str(thing["@id"]): thing for thing in things if isinstance(thing.get("@id"), str)}
    told: dict[str, Node] = {}
    for thing in things:
        for where in addresses_of(thing, address):
            told.setdefault(plain(where), thing)
            told.setdefault(file_name(where), thing)
    images = [image for image in tree.iter("img") if is_of_article(image)][:MOST]
    found = [(image, list(dict.fromkeys(sources(image, address)))) for image in images]
    own = [next((told[key] for key in keys(where) if key in told), None) for _, where in found]
    placed = [id(thing) for thing in own if thing is not None]
    rest = [text for thing in things if id(thing) not in placed for text in texts_of(thing, known)]
    return tuple(
        figure(image, where, thing, known, () if thing else tuple(rest))
        for (image, where), thing in zip(found, own, strict=True)
        if where
    )


def keys(addresses: Iterable[str]) -> Iterator[str]:
    """What JSON-LD may call a picture: its address; in a saved page, its file's name alone."""
    addresses = [one for one in addresses if not one.startswith("data:")]
    yield from map(plain, addresses)
    yield from map(file_name, addresses)


def is_of_article(image: Any) -> bool:
    sizes = [image.get("width"), image.get("height")]
    small = any((size or "").isdecimal() and int(size) < SMALL for size in sizes)
    return not small and not any(parent.tag in BESIDE for parent in image.iterancestors())


def figure(
    image: Any,
    where: list[str],
    thing: Node | None,
    known: dict[str, Node],
    unplaced: tuple[tuple[str, str], ...],
) -> Figure:
    element = next(image.iterancestors("figure"), image)
    texts = [*texts_around(image, element), *(texts_of(thing, known) if thing else ())]
    declared = [*licence_links(element), *(licences_of(thing) if thing else ())]
    return Figure(
        element=element,
        addresses=tuple(where),
        alt=cleaned(image.get("alt") or ""),
        texts=tuple(dict.fromkeys((place, text) for place, text in texts if text)),
        declared=tuple(dict.fromkeys(declared)),
        unplaced=unplaced,
    )


def sources(image: Any, base: str | None) -> Iterator[str]:
    """Every address under which the picture may have been saved, as written and in full."""
    picture = next(image.iterancestors("picture"), None)
    for element in [image, *(picture.iter("source") if picture is not None else ())]:
        given = [element.get(name) for name in SOURCES]
        sets = [element.get(name) or "" for name in SETS]
        given += [part.split()[0] for one in sets for part in one.split(", ") if part.split()]
        for value in filter(None, given):
            if value.startswith(("data:image/", "cid:")):
                yield value
                continue
            full = absolute(value, base)
            yield from filter(None, (full, value.strip() if full != value.strip() else None))


def plain(address: str) -> str:
    """An address without its size: /a.jpg?w=640 shows the picture of /a.jpg."""
    return re.sub(r"^https?:", "", address).partition("?")[0]


def file_name(address: str) -> str:
    return unquote(plain(address)).rpartition("/")[2].lower()


def texts_around(image: Any, element: Any) -> Iterator[tuple[str, str]]:
    """What stands with the picture: beside it, and in attributes that nobody sees."""
    yield "alt", cleaned(image.get("alt") or "")
    for caption in element.iter("figcaption"):
        yield "caption", cleaned(caption.text_content())
    for part in element.iter() if element is not image else ():
        if isinstance(part.tag, str) and CREDIT.search(
            f"{part.get('class') or ''} {part.get('itemprop') or ''}"
        ):
            yield "credit", cleaned(part.get("content") or part.text_content())
    for part in (image, element) if element is not image else (image,):
        for name, value in sorted(part.attrib.items()):
            if HIDDEN.search(name) and name not in SOURCES:
                yield f"attribute {name}", cleaned(value)


def credits_in(block: Any) -> Iterator[str]:
    """What the page marks as a credit within a caption, as it is printed there; the whole of a
    block that is marked itself, but for a caption, which a page may well call "caption source"."""
    for part in block.iter():
        if not isinstance(part.tag, str) or (part is block and WHOLE.search(marks(part))):
            continue
        if CREDIT.search(marks(part)):
            yield cleaned(part.text_content())


def marks(part: Any) -> str:
    return f"{part.tag} {part.get('class') or ''} {part.get('itemprop') or ''}"


def licence_links(element: Any) -> Iterator[tuple[str, str]]:
    """A link with `rel=license` within the figure; itemprop `license` too."""
    for link in element.iter("a", "link", "meta", "span"):
        is_licence = "license" in f"{link.get('rel') or ''} {link.get('itemprop') or ''}".split()
        value = link.get("href") or link.get("content") or link.text_content()
        if is_licence and value.strip():
            yield "license in the figure", cleaned(value)


def image_things(tree: Any) -> Iterator[Node]:
    """All ImageObjects in the JSON-LD of a page, wherever they stand in it."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for thing in flattened(read(script.text or "") or []):
                yield from images_in(thing)


def images_in(thing: Node) -> Iterator[Node]:
    if "imageobject" in types(thing):
        yield thing
    for key in ("image", "primaryImageOfPage", "associatedMedia", "thumbnail"):
        value = thing.get(key)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict) and item is not thing:
                yield item


def addresses_of(thing: Node, base: str | None) -> Iterator[str]:
    for key in ("contentUrl", "url", "@id"):
        for value in scalars(thing.get(key)):
            full = absolute(value, base) or value
            if "/" in full or "." in full:
                yield full


def texts_of(thing: Node, known: dict[str, Node]) -> Iterator[tuple[str, str]]:
    for key, place, is_licence in OF_THING:
        if not is_licence:
            yield from ((place, text) for text in scalars(thing.get(key)))
    for key in ("creator", "author", "copyrightHolder", "provider", "sourceOrganization"):
        for name in names(referred(thing.get(key), known), known):
            yield f"JSON-LD {key}, owner", name


def licences_of(thing: Node) -> Iterable[tuple[str, str]]:
    for key, place, is_licence in OF_THING:
        if is_licence:
            yield from ((place, value) for value in scalars(thing.get(key)))
