"""What the front page shows."""

from dataclasses import dataclass
from datetime import date

from plugins.archive.library import Library
from plugins.archive.pages import View
from plugins.archive.permalinks import year_address
from plugins.archive.site import Site

from .columns import columns

NEWEST = 6
HEADINGS = 8
# Two columns as high as the newest articles; `dates/index.html` has every year.
YEARS = 40
LATIN_ENDS = "\u0250"
# Kind, words over its column, words of the link to all of them.
LISTS = (
    ("people", "People", "All people, A to Z"),
    ("tags", "Tags", "All tags"),
    ("places", "Places", "All places"),
    ("organisations", "Organisations", "All organisations"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ear:
    """The box beside the nameplate: how many there are, and until when."""

    count: int
    word: str
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A search that is sure to find something."""

    query: str
    lang: str


def front_view(library: Library, site: Site) -> View:
    newest = library.entries(limit=NEWEST)
    counts = library.years()
    years = [Year(label=str(y), address=year_address(y), count=n) for y, n in counts]
    lists = [
        (words, everything, f"{kind}/index.html", library.most(kind, limit=HEADINGS))
        for kind, words, everything in LISTS
    ]
    return {
        "ear": ear(library.count(), newest[0].day) if newest else None,
        "newest": newest,
        "years": years,
        "most_years": YEARS,
        "chart": columns(dict(counts), site.marks) if len(counts) > 1 else None,
        "lists": [each for each in lists if each[3]],
        "examples": examples(library),
    }


def missing_view(_library: Library, _site: Site) -> View:
    return {}


def ear(count: int, last: date) -> Ear:
    return Ear(count=count, word="cutting" if count == 1 else "cuttings", last=last)


def examples(library: Library, limit: int = 2) -> list[Example]:
    """Names of the most present people in other scripts: another person in each language."""
    found: dict[str, Example] = {}
    for heading, _ in library.most("people", limit=HEADINGS):
        for lang, names in sorted(library.record("people", heading.id).scripts.items()):
            if names and lang not in found and not is_latin(names[0]):
                found[lang] = Example(query=names[0], lang=lang)
                break
    return list(found.values())[:limit]


def is_latin(name: str) -> bool:
    return all(char < LATIN_ENDS for char in name)
