"""Tables in Markdown: every row with its limit, and what the downloads consist of."""

from collections.abc import Iterable, Iterator

from ..report import row
from .findings import Finding
from .goals import KILO, ROWS


def markdown(findings: Iterable[Finding]) -> str:
    return "\n\n".join("\n".join(part) for one in findings for part in parts(one))


def parts(one: Finding) -> Iterator[Iterable[str]]:
    yield [f"### Search in {one.articles:,} articles"]
    yield [f"Measured {one.day}: {one.machine}"]
    yield goals_table(one)


def goals_table(one: Finding) -> Iterator[str]:
    yield "| | at most | measured | median | |"
    yield "|---|---:|---:|---:|---|"
    for each in ROWS:
        if values := one.values.get(each.name):
            limit = each.limits.get(one.articles)
            yield row(
                each.title,
                "" if limit is None else each.shown(limit),
                each.shown(each.found(values)),
                each.shown(each.typical(values)),
                each.verdict(one.articles, values),
            )


def kinds_table(one: Finding) -> Iterator[str]:
    """For whoever wants to make it less: kilobytes of a visit on average, by kind of file."""
    for name, kinds in one.kinds.items():
        sizes = ", ".join(f"{kind} {size / KILO:.1f}" for kind, size in kinds.items())
        yield f"  {name}: {sizes}"
        yield f"    most for {one.worst[name]}"
