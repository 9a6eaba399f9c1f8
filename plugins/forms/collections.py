"""What the form lists: articles, records of each kind, hand-written pages."""

from collections.abc import Iterable
from typing import Any

from ..archive.model import AUTHORITIES, KINDS, SINGULAR, FrontMatter, PageMatter
from .fields import Field, fields

Collection = dict[str, Any]
OF_ARTICLES = {"source": "sources", **{kind: kind for kind in KINDS if kind != "sources"}}
# As it is written: the other mode of the field would set Markdown its own way.
TEXT = {
    "name": "body",
    "label": "Text",
    "widget": "markdown",
    "modes": ["raw"],
    "hint": "in Markdown",
    "required": False,
}


def collections(content: str, years: Iterable[str], languages: tuple[str, ...]) -> list[Collection]:
    """`content` is the content folder in the repository; `languages` those of names in other
    scripts, for each of which a form must have a field."""
    return [
        *(articles(content, year, languages) for year in sorted(years, reverse=True)),
        *(record(content, kind, languages) for kind in KINDS),
        pages(content, languages),
    ]


def articles(content: str, year: str, languages: tuple[str, ...]) -> Collection:
    """The articles of a year. A list of all of them would be read whole, and a form knows no other
    year than today's by which it could choose a folder."""
    return {
        "name": f"articles-{year}",
        "label": f"Articles {year}",
        "label_singular": "Article",
        "folder": f"{content}/articles/{year}",
        "slug": "{{fields.title}}",
        "extension": "md",
        "format": "yaml-frontmatter",
        "create": True,
        "identifier_field": "title",
        "summary": "{{date}} {{title}}",
        "sortable_fields": ["date", "title"],
        "fields": [
            *(
                of_year(field, year) if field["name"] == "date" else field
                for field in fields(FrontMatter, languages, relations=OF_ARTICLES)
            ),
            TEXT,
        ],
    }


def of_year(field: Field, year: str) -> Field:
    """The day of publication, in the year of the folder."""
    pattern, remedy = field["pattern"]
    why = f"an article of another year belongs to that year's list; {remedy}"
    return {**field, "pattern": [f"^(?={year}-){pattern.removeprefix('^')}", why]}


def record(content: str, kind: str, languages: tuple[str, ...]) -> Collection:
    """Its file's name is its id, made of the heading when it is new."""
    return {
        "name": kind,
        "label": kind.capitalize(),
        "label_singular": SINGULAR[kind].capitalize(),
        "folder": f"{content}/authorities/{kind}",
        "slug": "{{fields.heading}}",
        "extension": "yaml",
        "format": "yaml",
        "create": True,
        "identifier_field": "heading",
        "summary": "{{heading}}",
        "fields": [
            *fields(AUTHORITIES[kind], languages, relations={"see_also": kind, "broader": "tags"})
        ],
    }


def pages(content: str, languages: tuple[str, ...]) -> Collection:
    return {
        "name": "pages",
        "label": "Pages",
        "label_singular": "Page",
        "folder": f"{content}/pages",
        "slug": "{{fields.title}}",
        "extension": "md",
        "format": "yaml-frontmatter",
        "create": True,
        "identifier_field": "title",
        "fields": [*fields(PageMatter, languages, relations={}), TEXT],
    }
