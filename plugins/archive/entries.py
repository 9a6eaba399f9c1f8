"""What lists show: a heading that can be linked to, and an article in a line or two."""

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812  # `date` is a field below

from .days import Moment, Span
from .model import Agent, Article, Authority, Tag
from .permalinks import article_address, authority_address
from .store import filed_under


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A record as links to it need it."""

    kind: str
    id: str
    heading: str
    sort: str
    role: str | None
    form: bool

    @property
    def address(self) -> str:
        return authority_address(self.kind, self.id)

    @classmethod
    def of(cls, kind: str, id_: str, record: Authority) -> "Heading":
        return cls(
            kind=kind,
            id=id_,
            heading=record.heading,
            sort=record.sort or record.heading,
            role=record.role if isinstance(record, Agent) else None,
            form=isinstance(record, Tag) and record.form,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article as lists show it. `day` is the day it is filed under; where `precise` is
    False only its month or year is known."""

    id: str
    title: str
    title_html: str
    summary: str | None
    summary_html: str
    lang: str
    day: Day
    date: Moment
    span: Span | None
    source: Heading
    people: tuple[Heading, ...]
    places: tuple[Heading, ...]
    organisations: tuple[Heading, ...]
    tags: tuple[Heading, ...]
    text: str
    event: str | None
    added: Day | None

    @property
    def address(self) -> str:
        return article_address(self.id)

    @property
    def subjects(self) -> tuple[Heading, ...]:
        """The tags that say what it is about; kinds of event tell least."""
        return tuple(tag for tag in self.tags if not tag.form)

    @property
    def precise(self) -> bool:
        return self.span is None or self.span.precision in ("day", "range")

    @property
    def knows_month(self) -> bool:
        return self.span is None or self.span.precision != "year"

    @classmethod
    def of(
        cls, article: Article, headings: dict[str, tuple[Heading, ...]], title: str, summary: str
    ) -> "Entry":
        """`title` and `summary` as they are set, in HTML."""
        tags = headings["tags"]
        return cls(
            id=article.id,
            title=article.title,
            title_html=title,
            summary=article.summary,
            summary_html=summary,
            lang=article.lang,
            day=filed_under(article),
            date=article.date,
            span=article.happened,
            source=headings["sources"][0],
            people=headings["people"],
            places=headings["places"],
            organisations=headings["organisations"],
            # Kinds of event come after subjects: they tell least.
            tags=tuple(t for t in tags if not t.form) + tuple(t for t in tags if t.form),
            text=article.text,
            event=article.event,
            added=article.added,
        )
