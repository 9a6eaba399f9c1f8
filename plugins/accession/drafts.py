"""The answers so far, and the files they make."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from itertools import count

from ..archive.content import SLUG
from ..archive.days import Moment
from ..archive.model import AUTHORITIES, Authority, FrontMatter
from ..archive.reading import keys, value_faults
from ..archive.slugs import numbered, slug
from ..archive.yaml_lines import Value, dump
from .answers import UnfitError
from .names import Known

KEYS = tuple(FrontMatter.__dataclass_fields__)


@dataclass(slots=True)
class Draft:
    """`values` are keys of the front matter; `records` new ones by (kind, id)."""

    added: date
    values: dict[str, Value] = field(default_factory=dict)
    body: str = ""
    name: str = ""
    records: dict[tuple[str, str], Authority] = field(default_factory=dict)

    @property
    def moment(self) -> Moment:
        moment = self.values["date"]
        assert isinstance(moment, Moment)
        return moment

    @property
    def id(self) -> str:
        return f"{self.moment.day.year:04}/{self.name}"

    @property
    def path(self) -> str:
        return f"articles/{self.id}.md"

    @property
    def text(self) -> str:
        """The article's file."""
        values = {**self.values, "added": self.added}
        front = dump({key: values[key] for key in KEYS if values.get(key)})
        return f"---\n{front}---\n" + (f"\n{self.body}\n" if self.body else "")

    @property
    def files(self) -> dict[str, bytes]:
        """Every new file by its path; the article last, for it names the others."""
        made = {
            f"authorities/{kind}/{id_}.yaml": record_text(kind, record).encode()
            for (kind, id_), record in self.records.items()
        }
        return {**made, self.path: self.text.encode()}

    def with_body(self, text: str) -> None:
        """The text below the front matter, lines ended by LF, none but its own."""
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.body = "\n".join(line if line.strip() else "" for line in lines).strip("\n").rstrip()

    def propose_name(self, paths: Collection[str]) -> str:
        """A short name made of the title, under which nothing stands in that year."""
        fallback = f"{self.values['source']}-{self.moment.day.isoformat()}"
        short = slug(str(self.values["title"]), fallback)
        year = f"{self.moment.day.year:04}"
        names = (numbered(short, number) for number in count(1))
        return next(name for name in names if f"articles/{year}/{name}.md" not in paths)

    def take_name(self, name: str, paths: Collection[str]) -> None:
        """Raises UnfitError."""
        name = name.strip()
        if not SLUG.fullmatch(name):
            raise UnfitError("write small letters, digits and single hyphens")
        path = f"articles/{self.moment.day.year:04}/{name}.md"
        if path in paths:
            raise UnfitError(f"there is {path} already; choose another name")
        self.name = name


def record_text(kind: str, record: Authority) -> str:
    values = {key: getattr(record, key) for key in AUTHORITIES[kind].__dataclass_fields__}
    return dump({key: value for key, value in values.items() if isinstance(value, str)})


def propose_id(heading: str, kind: str, paths: Collection[str]) -> str:
    """An id made of a heading; empty where its letters give none."""
    short = slug(heading, "")
    if not short:
        return ""
    return next(
        id_
        for id_ in (numbered(short, number) for number in count(1))
        if id_ != "index" and f"authorities/{kind}/{id_}.yaml" not in paths
    )


def refuse_heading(known: Known, text: str) -> None:
    """Raises UnfitError for what can't be the heading of a new record."""
    text = " ".join(text.split())
    for _, _, message in value_faults(keys(Authority)["heading"][0], text, ("heading",)):
        raise UnfitError(message)
    if there := known.find(text):
        raise UnfitError(f"{there} has this name; give the new one another")


def refuse_id(kind: str, id_: str, paths: Collection[str]) -> None:
    """Raises UnfitError for what can't be the id of a new record."""
    id_ = id_.strip()
    if not SLUG.fullmatch(id_) or id_ == "index":
        raise UnfitError("write small letters, digits and single hyphens")
    if f"authorities/{kind}/{id_}.yaml" in paths:
        raise UnfitError(f"there is a record {id_} already; choose another id")


def propose_sort(heading: str) -> str:
    """ "Lavrov, Sergey" of "Sergey Lavrov"; empty where there is one word."""
    *first, last = heading.split() or [""]
    return f"{last}, {' '.join(first)}" if first else ""
