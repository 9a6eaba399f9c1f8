"""What there is and what is missing, counted.

"Listed" are the articles that readers find in lists: neither drafts nor withdrawn. All numbers are
of these, unless they say otherwise; an article counts for the day it is filed under.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..archive.content import Content
from ..archive.model import KINDS, Article, Tag
from ..archive.store import filed_under, named
from .gaps import Gap, empty_years, gaps

# What an article may go without, and when it does.
WITHOUT: dict[str, Callable[[Article], bool]] = {
    "source_url": lambda article: not article.source_url,
    "archived_url": lambda article: not article.archived_url,
    "capture": lambda article: not article.capture,
    "rights": lambda article: not article.rights,
    "authors": lambda article: not article.authors,
    "summary": lambda article: not article.summary,
    "people": lambda article: not article.people,
    "places": lambda article: not article.places,
    "organisations": lambda article: not article.organisations,
    "tags": lambda article: not article.tags,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A record and how many listed articles name it."""

    id: str
    heading: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Everything that is shown. Lists of ids are sorted; counts are largest first, years in
    order. `without` and `unused` are by key and by kind of record; `same_title` has the ids of
    articles whose titles are one; `gone` are addresses, `lost` articles whose original is gone
    and that name no archived copy; `unread` counts faults of files, which are in no other
    number."""

    articles: int
    drafts: list[str]
    withdrawn: list[str]
    corrected: list[str]
    corrections: int
    texts: dict[str, int]
    languages: dict[str, int]
    years: dict[int, int]
    empty_years: list[int]
    gaps: list[Gap]
    records: dict[str, int]
    most: dict[str, list[Ranked]]
    unused: dict[str, list[str]]
    without: dict[str, list[str]]
    same_title: list[list[str]]
    gone: list[str]
    lost: list[str]
    pages: int
    unread: int


def figures(content: Content) -> Figures:
    everything = [article for _, article in sorted(content.articles.items())]
    listed = [a for a in everything if a.status == "published" and not a.withdrawn]
    days = [filed_under(article) for article in listed]
    years = Counter(day.year for day in days)
    uses = Counter(ref for article in listed for ref in set(named(article)))
    return Figures(
        articles=len(listed),
        drafts=[a.id for a in everything if a.status == "draft" and not a.withdrawn],
        withdrawn=[a.id for a in everything if a.withdrawn],
        corrected=[a.id for a in listed if a.corrections],
        corrections=sum(len(a.corrections) for a in listed),
        texts=largest_first(a.text for a in listed),
        languages=largest_first(a.lang for a in listed),
        years=dict(sorted(years.items())),
        empty_years=empty_years(years),
        gaps=gaps((day.year, day.month) for day in days),
        records={kind: len(content.authorities[kind]) for kind in KINDS},
        most={kind: ranked(content, kind, uses) for kind in KINDS},
        unused=unused(content, everything),
        without={key: [a.id for a in listed if lacks(a)] for key, lacks in WITHOUT.items()},
        same_title=same_title(everything),
        gone=sorted(content.gone),
        lost=[a.id for a in listed if a.source_url in content.gone and not a.archived_url],
        pages=len(content.pages),
        unread=len(content.problems),
    )


def largest_first(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0])))


def ranked(content: Content, kind: str, uses: Counter[tuple[str, str]]) -> list[Ranked]:
    """The records of a kind that listed articles name, most first; ties by id."""
    found = [
        Ranked(id=id_, heading=record.heading, articles=uses[kind, id_])
        for id_, record in content.authorities[kind].items()
        if uses[kind, id_]
    ]
    return sorted(found, key=lambda one: (-one.articles, one.id))


def unused(content: Content, articles: Iterable[Article]) -> dict[str, list[str]]:
    """Records that no article names, drafts and withdrawn ones included. A tag is of use, too,
    where a narrower one is."""
    used = {ref for article in articles for ref in named(article)}
    tags = content.authorities["tags"]
    for _, tag in [one for one in used if one[0] == "tags"]:
        wider: str | None = tag
        while isinstance(record := tags.get(wider or ""), Tag):
            wider = record.broader
            if not wider or ("tags", wider) in used:
                break
            used.add(("tags", wider))
    return {
        kind: sorted(id_ for id_ in content.authorities[kind] if (kind, id_) not in used)
        for kind in KINDS
    }


def same_title(articles: Iterable[Article]) -> list[list[str]]:
    """Articles of any source and day under one title; a column has the same one each week, so it
    need be no fault."""
    found: dict[str, list[str]] = {}
    for article in articles:
        if not article.withdrawn:
            found.setdefault(" ".join(article.title.casefold().split()), []).append(article.id)
    return sorted(ids for ids in found.values() if len(ids) > 1)
