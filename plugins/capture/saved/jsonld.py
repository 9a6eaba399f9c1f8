"""JSON-LD: what a page says of itself for search engines (https://schema.org/NewsArticle).

What pages hold is often not quite JSON, and more than one thing: the article, the site, the
stories beside it. Only what describes the page's own article counts.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from .told import Told, absolute, cleaned

Node: TypeAlias = dict[str, Any]

ARTICLES = frozenset({
    "advertisercontentarticle", "analysisnewsarticle", "article", "askpublicnewsarticle",
    "backgroundnewsarticle", "blogposting", "liveblogposting", "newsarticle",
    "opinionnewsarticle", "report", "reportagenewsarticle", "reviewnewsarticle",
    "satiricalarticle", "scholarlyarticle", "socialmediaposting", "techarticle",
})  # fmt: skip
# Where an article may stand in another thing and still be the page's own.
WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")
DEEPEST = 6
MOST = 500  # things on a page
TRACKING = re.compile(r"^(?:utm_|fbclid|gclid|igshid|mc_|cmpid|ref=|s=|amp)")

# What stands around the JSON in some templates, and what isn't allowed in it.
WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|"
                      r"(?:(?://\s*)?(?:-->|\]\]>)|/\*\s*\]\]>\s*\*/)\s*;?\s*$")  # fmt: skip
TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
# From what can't be read as JSON at all: these keys and the texts behind them.
SALVAGED = re.compile(
    r'"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\\n]|\\.)*)"', re.IGNORECASE
)
FIELDS = (
    ("title", "headline", "sure"),
    ("title", "name", "likely"),
    ("published", "datePublished", "sure"),
    ("published", "dateCreated", "doubtful"),
    ("modified", "dateModified", "sure"),
    ("summary", "description", "likely"),
    ("summary", "abstract", "likely"),
    ("rights", "copyrightNotice", "sure"),
    ("rights", "license", "sure"),
    ("rights", "usageInfo", "likely"),
)
OF_PAGE = tuple(found for found in FIELDS if found[1] in ("datePublished", "dateModified"))


def json_ld(tree: Any, address: str | None) -> Iterator[Told]:
    """Everything that the JSON-LD of a page says of its article."""
    things: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = script.text or ""
        values = read(text)
        if values is None:
            yield from salvaged(text)
            continue
        things.extend(flattened(values))
    known = {str(thing["@id"]): thing for thing in things if isinstance(thing.get("@id"), str)}
    yield from of_things(things[:MOST], known, address)


def of_things(things: list[Node], known: dict[str, Node], address: str | None) -> Iterator[Told]:
    articles = own([t for t in things if types(t) & ARTICLES], address)
    for thing in articles:
        yield from of_article(thing, known, address)
    for thing in things:
        kinds = types(thing)
        if "breadcrumblist" in kinds:
            yield from of_breadcrumb(thing, known)
        elif "webpage" in kinds:
            yield from values_of(thing, OF_PAGE, "JSON-LD WebPage", "likely")
            yield from language(thing, "JSON-LD WebPage")
        elif kinds & {"website", "newsmediaorganization"} and not articles:
            yield from (Told("publisher", name, "JSON-LD WebSite", "likely")
                        for name in names(thing, known))  # fmt: skip


def read(text: str) -> list[Any] | None:
    """The values in a script, mended where the fault is a known one; None if it can't be."""
    text = WRAPPING.sub("", text)
    for mended in (text, TRAILING_COMMA.sub("", text)):
        try:
            return list(values_in(mended))
        except (ValueError, RecursionError):
            continue
    return None


def values_in(text: str) -> Iterator[Any]:
    """One value, or several in a row; line breaks may stand within their texts."""
    decoder, at = json.JSONDecoder(strict=False), 0
    while True:
        at = len(text) - len(text[at:].lstrip(" \t\r\n;,\ufeff"))
        if at >= len(text):
            return
        value, at = decoder.raw_decode(text, at)
        yield value


def salvaged(text: str) -> Iterator[Told]:
    fields = {"headline": "title", "datepublished": "published", "datemodified": "modified"}
    for key, value in SALVAGED.findall(text):
        where = f"JSON-LD {key}, the rest of which is broken"
        plain = re.sub(r"\\(.)", r"\1", value)
        yield Told(fields[key.lower()], cleaned(plain), where, "doubtful")


def flattened(value: Any, depth: int = 0) -> Iterator[Node]:
    """The things of a value: itself, those of a list or a graph, what the page is about."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from flattened(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in WITHIN:
            yield from flattened(value.get(key), depth + 1)
        if "webpage" in types(value):
            yield from flattened(value.get("breadcrumb"), depth + 1)


def types(thing: Node) -> set[str]:
    """ "NewsArticle", "http://schema.org/NewsArticle" and ["NewsArticle"] are the same."""
    given = thing.get("@type")
    kinds = given if isinstance(given, list) else [given]
    return {re.split(r"[/:#]", kind)[-1].lower() for kind in kinds if isinstance(kind, str)}


def own(articles: list[Node], address: str | None) -> list[Node]:
    """Of several articles those with the page's address; if none has it, those with none."""
    if len(articles) < 2:
        return articles
    here = level(address or "")
    same = [thing for thing in articles if here and here in map(level, addresses(thing))]
    return same or [thing for thing in articles if not list(addresses(thing))] or articles[:1]


def level(address: str) -> str:
    """An address without what differs between ways to the same page."""
    plain = re.sub(r"^https?://(?:www\.|m\.|amp\.)?", "", address.lower().partition("#")[0])
    path, _, query = plain.partition("?")
    asked = sorted(part for part in query.split("&") if part and not TRACKING.match(part))
    return "?".join(filter(None, (path.rstrip("/"), "&".join(asked))))


def addresses(thing: Node) -> Iterator[str]:
    for key in ("url", "mainEntityOfPage", "@id"):
        value = thing.get(key)
        value = value.get("@id") or value.get("url") if isinstance(value, dict) else value
        if isinstance(value, str) and value.startswith(("http:", "https:", "/")):
            yield value


def of_article(thing: Node, known: dict[str, Node], address: str | None) -> Iterator[Told]:
    yield from values_of(thing, FIELDS, "JSON-LD")
    yield from language(thing, "JSON-LD")
    for key in ("author", "creator"):
        for name in names(thing.get(key), known):
            yield Told("authors", name, f"JSON-LD {key}", "sure")
    for key in ("publisher", "sourceOrganization"):
        for name in names(thing.get(key), known):
            yield Told("publisher", name, f"JSON-LD {key}", "sure")
    for name in names(thing.get("copyrightHolder"), known):
        yield Told("rights", name, "JSON-LD copyrightHolder", "likely")
    for section in scalars(thing.get("articleSection")):
        yield Told("section", section, "JSON-LD articleSection", "likely")
    for value in addresses(thing):
        found = absolute(value, address)
        if found:
            yield Told("source_url", found, "JSON-LD url", "likely")
    for image in pictures(thing.get("image"), known):
        found = absolute(image, address)
        if found:
            yield Told("images", found, "JSON-LD image", "likely")


def values_of(
    thing: Node, fields: tuple[tuple[str, str, str], ...], where: str, most: str = "sure"
) -> Iterator[Told]:
    for field, key, sure in fields:
        if key == "name" and thing.get("headline"):
            continue
        for value in scalars(thing.get(key)):
            yield Told(field, value, f"{where} {key}", most if sure == "sure" else sure)


def language(thing: Node, where: str) -> Iterator[Told]:
    value = thing.get("inLanguage")
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    for tag in scalars(value):
        yield Told("language", tag, f"{where} inLanguage", "likely")


def scalars(value: Any) -> Iterator[str]:
    """The texts and numbers of a value; of a thing, its address: a licence may be one."""
    for given in value[:50] if isinstance(value, list) else [value]:
        item = given
        if isinstance(item, dict):
            item = item.get("@value") or item.get("url") or item.get("@id")
        if isinstance(item, str | int) and not isinstance(item, bool):
            text = cleaned(str(item))
            if text:
                yield text


def names(value: Any, known: dict[str, Node]) -> Iterator[str]:
    """The names of people or bodies, given as texts, as things, or by where a thing stands."""
    for item in value[:50] if isinstance(value, list) else [value]:
        thing = referred(item, known)
        yield from scalars(thing.get("name") if isinstance(thing, dict) else thing)


def referred(item: Any, known: dict[str, Node]) -> Any:
    if isinstance(item, dict) and "name" not in item and isinstance(item.get("@id"), str):
        return known.get(item["@id"], item)
    return item


def pictures(value: Any, known: dict[str, Node]) -> Iterator[str]:
    for item in value[:50] if isinstance(value, list) else [value]:
        thing = referred(item, known)
        if isinstance(thing, dict):
            thing = thing.get("contentUrl") or thing.get("url")
        yield from scalars(thing)


def of_breadcrumb(thing: Node, known: dict[str, Node]) -> Iterator[Told]:
    """The names of a trail, outermost first, with " > " between them."""
    items = thing.get("itemListElement")
    steps: list[tuple[float, str]] = []
    for number, item in enumerate(items[:20] if isinstance(items, list) else []):
        if not isinstance(item, dict):
            continue
        place = item.get("position")
        inner = item.get("item")
        name = next(names(item, known), None) or next(names(inner, known), None)
        if name and ">" not in name:
            steps.append((order(place, number), name))
    if steps:
        trail = " > ".join(name for _, name in sorted(steps))
        yield Told("section", trail, "JSON-LD BreadcrumbList", "sure")


def order(place: Any, number: int) -> float:
    try:
        return float(place)
    except (TypeError, ValueError):
        return float(number)
