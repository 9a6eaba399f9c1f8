"""What a page says of its article: every value that is there, where, and how sure, best first.

Values that disagree are all kept. Nothing is made up: a value is what the page says, without
the name of the site behind a title and the word "By" before a name.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

from ...archive.authorities import fold
from ..breadcrumbs import is_home
from ..clock import LOCAL, moment
from ..language import UNDETERMINED
from .bylines import is_one_of, is_role, names_in
from .dates import stamp_of
from .jsonld import json_ld, level
from .metatags import languages, links, meta_tags, times
from .microdata import microdata
from .sitenames import cut_site, is_site, spelled
from .told import Told, cleaned

SURE = ("sure", "likely", "doubtful")
MOST = 50  # values of one field
MOST_TOLD = 200  # before they are compared
TAG = re.compile(r"^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?\b", re.IGNORECASE)
CUT = re.compile(r"\s*(?:\.{3}|…)$")
BESIDE = frozenset({"aside", "footer", "nav"})


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of the page, where it says so, and whether that is "sure", "likely", "doubtful"."""

    value: str
    where: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a page says, a field each.

    Dates are as printed; `dates.stamp_of` reads them. Each of `authors` is one name, of which
    all count; each of `section` a trail, its steps parted by " > ". In the other fields the
    first value is the best and the others are what else was said.
    """

    title: tuple[Fact, ...] = ()
    published: tuple[Fact, ...] = ()
    modified: tuple[Fact, ...] = ()
    authors: tuple[Fact, ...] = ()
    section: tuple[Fact, ...] = ()
    summary: tuple[Fact, ...] = ()
    language: tuple[Fact, ...] = ()
    source_url: tuple[Fact, ...] = ()
    publisher: tuple[Fact, ...] = ()
    rights: tuple[Fact, ...] = ()
    images: tuple[Fact, ...] = ()


def facts_of(tree: Any, address: str | None) -> Facts:
    """Read the metadata of a page; `address` is where it stood, if that is known."""
    told: dict[str, list[Told]] = {field: [] for field in Facts.__dataclass_fields__}
    for one in chain(
        json_ld(tree, address),
        meta_tags(tree, address),
        microdata(tree, address),
        links(tree, address),
        languages(tree),
        times(tree),
        headlines(tree),
    ):
        if len(told[one.field]) < MOST_TOLD:
            told[one.field].append(one)
    publisher = agreed(told["publisher"], fold)
    sites = spelled((fact.value for fact in publisher), address)
    titles = joined_cut(list(supported(list(without_site(told["title"], sites)))))
    best = {fold(title.value) for title in titles}
    return Facts(
        title=agreed(titles, fold),
        published=days(told["published"]),
        modified=days(told["modified"]),
        authors=authors(told["authors"], [fact.value for fact in publisher]),
        section=agreed(trails(told["section"], sites, best), fold, all_count=True),
        summary=agreed([one for one in told["summary"] if fold(one.value) not in best], fold),
        language=agreed(tagged(told["language"]), primary),
        source_url=addresses(told["source_url"], address),
        publisher=publisher,
        rights=agreed(told["rights"], fold, all_count=True),
        images=agreed(told["images"], str, all_count=True),
    )


def headlines(tree: Any) -> Iterator[Told]:
    """The one big headline of the page, and the title of its window."""
    found = [
        cleaned(element.text_content()) for element in tree.iter("h1") if not is_beside(element)
    ]
    found = [text for text in dict.fromkeys(found) if text]
    for text in found[:3]:
        yield Told("title", text, "page h1", "likely" if len(found) == 1 else "doubtful")
    for element in list(tree.iter("title"))[:1]:
        text = cleaned(element.text_content())
        if text:
            yield Told("title", text, "window title", "doubtful")


def is_beside(element: Any) -> bool:
    """Whether an element belongs to the site: but a `header` in an article has its headline."""
    around = [parent.tag for parent in element.iterancestors()]
    in_article = "article" in around or "main" in around
    return bool(BESIDE & set(around)) or ("header" in around and not in_article)


def without_site(told: list[Told], sites: frozenset[str]) -> Iterator[Told]:
    heads = [one.value for one in told if one.where in ("page h1", "JSON-LD headline")]
    for one in told:
        if not is_site(one.value, sites):
            yield one._replace(value=cut_site(one.value, sites, heads))


def supported(told: list[Told]) -> Iterator[Told]:
    """A big headline that no other place repeats may be the paper's name as a picture of it."""
    others = [fold(one.value) for one in told if one.where != "page h1"]
    for one in told:
        begun = any(other.startswith(fold(one.value)) for other in others)
        alone = one.where == "page h1" and others and not begun
        yield one._replace(sure="doubtful") if alone else one


def joined_cut(told: list[Told]) -> list[Told]:
    """A title that was cut short with dots stands for the longer one that begins so."""
    whole = [one.value for one in told if not CUT.search(one.value)]
    found = []
    for one in told:
        start = fold(CUT.sub("", one.value)) if CUT.search(one.value) else ""
        longer = [value for value in whole if start and fold(value).startswith(start)]
        found.append(one._replace(value=longer[0]) if longer else one)
    return found


def agreed(
    told: Iterable[Told], same: Callable[[str], object], *, all_count: bool = False
) -> tuple[Fact, ...]:
    """The different values, those with the most witnesses first.

    A value that two families of places give is sure. Of values that disagree the best is at most
    likely, unless it has more witnesses than each of the others; in a set (`all_count`) there is
    nothing to disagree about.
    """
    groups: dict[object, list[Told]] = {}
    for one in told:
        groups.setdefault(same(one.value), []).append(one)
    ranked = sorted(groups.values(), key=rank)[:MOST]
    facts = tuple(map(fact_of, ranked))
    if all_count or len(ranked) < 2:
        return facts
    clear = families(ranked[0]) > max(map(families, ranked[1:]))
    first = facts[0] if clear else replace(facts[0], sure=at_most(facts[0].sure, "likely"))
    return (first, *(replace(fact, sure=at_most(fact.sure, "likely")) for fact in facts[1:]))


def rank(group: list[Told]) -> tuple[bool, int, int]:
    """A headline that is printed big and told elsewhere; many witnesses; the surest place."""
    seen = any(one.where == "page h1" and one.sure == "likely" for one in group)
    surest = min(SURE.index(one.sure) for one in group)
    return not (seen and families(group) > 1), -families(group), surest


def families(group: list[Told]) -> int:
    return len({one.where.split()[0] for one in group})


def fact_of(group: list[Told]) -> Fact:
    """One fact of the values that agree, as the page prints it or as the surest place has it."""
    places = dict.fromkeys(one.where for one in group)
    best = min(group, key=lambda one: (one.where != "page h1", SURE.index(one.sure)))
    surest = min((one.sure for one in group), key=SURE.index)
    return Fact(best.value, "; ".join(places), "sure" if families(group) > 1 else surest)


def at_most(sure: str, most: str) -> str:
    return max(sure, most, key=SURE.index)


def days(told: list[Told]) -> tuple[Fact, ...]:
    """Values that tell a day. Of those that tell the same day, one with an offset comes first."""
    groups: list[list[Told]] = []
    for one in told:
        if stamp_of(one.value) is None:
            continue
        group = next((group for group in groups if any(same_day(one, g) for g in group)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    found: list[Fact] = []
    for number, group in enumerate(sorted(groups, key=rank)):
        doubted = (len(groups) > 1 and (number or families(group) == 1)) or len(instants(group)) > 1
        for value in dict.fromkeys(one.value for one in sorted(group, key=precision)):
            fact = fact_of([one for one in group if one.value == value])
            sure = "sure" if families(group) > 1 else fact.sure
            found.append(replace(fact, sure=at_most(sure, "likely") if doubted else sure))
    return tuple(found[:MOST])


def same_day(one: Told, other: Told) -> bool:
    """Also where the same moment has another day, because it is told in another zone."""
    first, second = stamp_of(one.value), stamp_of(other.value)
    assert first is not None
    assert second is not None
    return first.day == second.day or bool(instants([one]) & instants([other]))


def instants(group: list[Told]) -> set[int]:
    """The minutes that values with an offset tell."""
    found = set()
    for one in group:
        stamp = stamp_of(one.value)
        dated = moment((stamp,), None) if stamp is not None else None
        if dated is not None and dated.moment.time is not None:
            found.add(dated.moment.utc // 60)
    return found


def precision(one: Told) -> tuple[bool, bool, int]:
    stamp = stamp_of(one.value)
    assert stamp is not None
    return stamp.clock is None, stamp.zone in (None, LOCAL), SURE.index(one.sure)


def authors(told: list[Told], publisher: list[str]) -> tuple[Fact, ...]:
    """People each once; agencies and desks only where no person is named, the paper never."""
    found = [
        one._replace(value=name)
        for one in told
        for name in names_in(one.value)
        if not is_one_of(name, publisher)
    ]
    people = [one for one in found if not is_role(one.value)]
    return agreed(people or found, fold, all_count=True)


def trails(told: list[Told], sites: frozenset[str], titles: set[str]) -> Iterator[Told]:
    """Trails without the site's name, Home at their beginning and the title at their end."""
    for one in told:
        steps = [step.strip() for step in one.value.split(" > ")]
        kept = [
            step
            for step in steps
            if step and not is_home(step) and not is_site(step, sites) and fold(step) not in titles
        ]
        if kept:
            yield one._replace(value=" > ".join(kept))


def tagged(told: list[Told]) -> Iterator[Told]:
    """Languages as BCP 47 writes them: en_in is en-IN."""
    for one in told:
        match = TAG.match(one.value)
        if match is None or match[1].lower() == UNDETERMINED:
            continue
        parts = (match[1].lower(), (match[2] or "").title(), (match[3] or "").upper())
        yield one._replace(value="-".join(filter(None, parts)))


def primary(tag: str) -> str:
    return tag.partition("-")[0]


def addresses(told: list[Told], address: str | None) -> tuple[Fact, ...]:
    """Addresses of the article. The front page is not one, nor is one of another site sure."""
    if address is not None:
        told = [*told, Told("source_url", address, "file where it was saved", "likely")]
    facts = agreed(
        [one for one in told if len(urlsplit(one.value).path) > 1 or urlsplit(one.value).query],
        level,
    )
    return tuple(
        fact if address is None or host(fact.value) == host(address)
        else replace(fact, sure=at_most(fact.sure, "likely"))
        for fact in facts
    )  # fmt: skip


def host(address: str) -> str:
    return level(address).partition("/")[0]
