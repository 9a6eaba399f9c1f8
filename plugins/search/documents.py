"""What the search room knows of an article and of an authority record: plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from plugins.archive.languages import language_name

# The facets of the page, in its order; each but the last is also the kind and the folder of its
# records.
RECORDS = ("people", "places", "organisations", "tags", "sources")
LANGUAGES = "languages"
FACETS = (*RECORDS, LANGUAGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A heading that an article is filed under. `entity`: its term in the index; no word begins
    with @."""

    kind: str
    id: str
    heading: str
    sort: str
    form: bool = False
    entity: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "entity", f"@{self.kind}/{self.id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article: only what may be shown. `day` is the day it is filed under, `when` how lists
    write it, `dated` how it is searched for: "6 April 2021", "April 2021". `published`: the day
    or time on the original; `second` the same in seconds since 1970, for the order in a day.
    `text`: what the body is, "full", "digest"..."""

    id: str
    address: str
    title: str
    day: date
    when: str = ""
    dated: str = ""
    added: date | None = None
    lang: str = "en"
    summary: str = ""
    highlights: tuple[str, ...] = ()
    body: str = ""
    labels: tuple[Label, ...] = ()
    event: str = ""
    published: str = ""
    second: int = 0
    authors: tuple[str, ...] = ()
    source_url: str = ""
    archived_url: str = ""
    text: str = "full"

    @property
    def filed(self) -> tuple[Label, ...]:
        """Everything that filters may ask for."""
        return (*self.labels, language(self.lang))


@cache
def language(tag: str) -> Label:
    """A language without its country and script: who asks for English means en-GB too. Named
    here and not in the browser, so that it has the name that the pages of records give it."""
    code = tag.partition("-")[0]
    name = language_name(code)
    return Label(kind=LANGUAGES, id=code, heading=name, sort=name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """An authority record: one thing and everything it is called. `written`: (language, form) of
    the heading, the variants and the other scripts."""

    kind: str
    id: str
    heading: str
    sort: str = ""
    variants: tuple[str, ...] = ()
    scripts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    written: tuple[tuple[str, str], ...] = field(init=False, repr=False, compare=False)

    @property
    def entity(self) -> str:
        return f"@{self.kind}/{self.id}"

    def __post_init__(self) -> None:
        own = [("en", form) for form in (self.heading, *self.variants)]
        others = [(lang, form) for lang in sorted(self.scripts) for form in self.scripts[lang]]
        object.__setattr__(self, "written", tuple(dict.fromkeys(own + others)))
