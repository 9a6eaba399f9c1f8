"""What a build has to answer for: articles, records and pictures that are not as they were."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .model import Article, Authority
from .reasons import Reasons
from .store import filed_under, named


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """An article before and after; None where there was or is none that readers may see.

    An article that names a changed record is one too, with `before` equal to `after`. Where
    one of them is None, `is_draft` tells whether there is or was a draft instead.
    """

    id: str
    before: Article | None
    after: Article | None
    is_draft: bool = False

    @property
    def listed(self) -> Iterator[Article]:
        """The states in which lists show or showed it."""
        for article in (self.before, self.after):
            if article is not None and article.withdrawn is None:
                yield article

    @property
    def places(self) -> set[tuple[str, int, str]]:
        """Places in filing order that it has or had."""
        return {place_of(article) for article in self.listed}


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record before and after; None where there was or is none."""

    kind: str
    id: str
    before: Authority | None
    after: Authority | None


@dataclass(frozen=True)
class Changes:
    """All that changed, and what of the archive's order it touches. `images`: paths. `originals`:
    ids of articles whose original is known to be gone, and wasn't, or the other way round."""

    articles: tuple[ArticleChange, ...] = ()
    records: tuple[RecordChange, ...] = ()
    images: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether any list can differ; a picture under the same name is a file by itself, and of
        an original only its article and the tables tell."""
        return bool(self.articles or self.records)

    @cached_property
    def why(self) -> Reasons:
        """The words for what each of them leads to."""
        return Reasons(self)

    @cached_property
    def refs(self) -> tuple[tuple[str, str], ...]:
        """Records (kind, id) that a changed article names or named, or that changed."""
        found = {(change.kind, change.id) for change in self.records}
        for change in self.articles:
            for article in change.listed:
                found.update(named(article))
        return tuple(sorted(found))

    def delta(
        self, kind: str = "", ref: str = "", year: int | None = None, month: int | None = None
    ) -> int:
        """How many listed articles of a record (or of all) a time has gained or lost."""
        key = (kind, ref, year or 0, month or 0)
        return self._deltas[key]

    def times(self, kind: str, ref: str) -> tuple[tuple[int, int], ...]:
        """Months (year, month) in which changed articles of a record are or were filed."""
        return tuple(sorted({(y, m) for k, r, y, m in self._deltas if (k, r) == (kind, ref) and m}))

    @cached_property
    def _deltas(self) -> "Counter[tuple[str, str, int, int]]":
        found: Counter[tuple[str, str, int, int]] = Counter()
        for change in self.articles:
            for article, step in ((change.before, -1), (change.after, 1)):
                if article is None or article.withdrawn:
                    continue
                day = filed_under(article)
                for kind, ref in {("", ""), *named(article)}:
                    for time in ((0, 0), (day.year, 0), (day.year, day.month)):
                        found[kind, ref, *time] += step
        return found

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Days that a changed article is or was filed under."""
        return tuple(sorted({filed_under(a) for change in self.articles for a in change.listed}))

    @cached_property
    def months(self) -> tuple[tuple[int, int], ...]:
        return tuple(sorted({(day.year, day.month) for day in self.days}))

    @cached_property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted({day.year for day in self.days}))


def place_of(article: Article) -> tuple[str, int, str]:
    """Where it stands in filing order: by day, second of publication, id."""
    return (filed_under(article).isoformat(), article.date.utc, article.id)
