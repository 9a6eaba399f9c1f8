"""The figures as text for a terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import fill

from ..archive.languages import language_name
from .figures import Figures
from .gaps import runs

WIDTH = 100
BAR = 50  # signs of the longest bar
MOST = 8  # records, and ids, that are named
GAPS = 5
LEAST_GAP = 6  # months


def lines(figures: Figures) -> Iterator[str]:
    parts = (
        overview(figures),
        by_year(figures),
        silences(figures),
        most_present(figures),
        without(figures),
        to_look_at(figures),
    )
    for number, part in enumerate(filter(None, map(list, parts))):
        if number:
            yield ""
        yield from part


def overview(figures: Figures) -> Iterator[str]:
    years = list(figures.years)
    span = f", {years[0]} to {years[-1]}" if len(years) > 1 else f", {years[0]}" if years else ""
    yield f"{counted(figures.articles, 'article')}{span}"
    yield from row("text", counts(figures.texts))
    names = {f"{language_name(code)} ({code})": n for code, n in figures.languages.items()}
    yield from row("languages", counts(names))
    yield from row("records", counts(figures.records))
    besides = {
        "drafts": len(figures.drafts),
        "withdrawn": len(figures.withdrawn),
        "hand-written pages": figures.pages,
    }
    yield from row("besides", counts(besides))
    yield from row("corrected", f"{len(figures.corrected):,}, in {figures.corrections:,} places")


def by_year(figures: Figures) -> Iterator[str]:
    """A bar a year; years without an article that follow one another share a line."""
    if not figures.years:
        return
    yield "Articles by year"
    most = max(figures.years.values())
    rows = [(first, bar(first, n, most)) for first, n in figures.years.items()]
    for first, last in runs(figures.empty_years):
        label = f"{first:04}" if first == last else f"{first:04} to {last:04}"
        rows.append((first, f"  {label:<14}{0:>7}"))
    yield from (text for _, text in sorted(rows))


def bar(year: int, count: int, most: int) -> str:
    """A sign an article where the longest bar has room for that, and one at least."""
    signs = count if most <= BAR else max(1, round(count * BAR / most))
    return f"  {year:<14}{count:>7,} {'#' * signs}"


def silences(figures: Figures) -> Iterator[str]:
    longest = sorted(figures.gaps, key=lambda gap: (-gap.months, gap.after))[:GAPS]
    if not longest:
        return
    months = sum(gap.months for gap in figures.gaps)
    yield f"Without an article: {counted(len(figures.empty_years), 'year')}, " + counted(
        months, "month"
    )
    for gap in sorted(longest, key=lambda gap: gap.after):
        if gap.months >= LEAST_GAP:
            yield f"  {counted(gap.months, 'month')} between {gap.after} and {gap.before}"


def most_present(figures: Figures) -> Iterator[str]:
    named = {
        kind: {one.heading: one.articles for one in ranked[:MOST]}
        for kind, ranked in figures.most.items()
        if ranked
    }
    if named:
        yield "Most present"
    for kind, records in named.items():
        yield from row(kind, counts(records))


def without(figures: Figures) -> Iterator[str]:
    if not figures.articles:
        return
    yield "Articles without"
    for key, ids in figures.without.items():
        share = 100 * len(ids) / figures.articles
        yield f"  {key:<14}{len(ids):>7,} {share:>4.0f}%"


def to_look_at(figures: Figures) -> Iterator[str]:
    unused = {kind: ids for kind, ids in figures.unused.items() if ids}
    if unused:
        yield "Records that no article names"
    for kind, ids in unused.items():
        yield from row(kind, some(ids))
    if figures.same_title:
        yield f"Titles that stand more than once: {len(figures.same_title):,}"
        yield from (f"  {some(ids)}" for ids in figures.same_title[:MOST])
    if figures.drafts:
        yield f"Drafts: {some(figures.drafts)}"
    if figures.gone:
        yield (
            f"Addresses on record as gone: {len(figures.gone):,}; originals without an archived "
            f"copy: {some(figures.lost)}"
        )
    if figures.unread:
        yield (f"Not counted, for {counted(figures.unread, 'fault')} in content: see `inv check`")


def row(label: str, text: str) -> Iterable[str]:
    indent = " " * 16
    return fill(
        f"  {label:<14}{text or 'none'}",
        WIDTH,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    ).split("\n")


def counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def counts(numbers: Mapping[str, int]) -> str:
    """A heading may hold commas of its own."""
    return "; ".join(f"{name} {number:,}" for name, number in numbers.items())


def some(ids: Sequence[str]) -> str:
    """3: a, b, c; the first few of many."""
    if not ids:
        return "none"
    more = f" and {len(ids) - MOST:,} more" if len(ids) > MOST else ""
    return f"{len(ids):,}: {', '.join(ids[:MOST])}{more}"
