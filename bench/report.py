"""Tables in Markdown: what had to be reached, and every job's cost."""

from collections.abc import Iterator

from .goals import GOALS, MEGABYTE, Found, Goal, measured, verdict
from .jobs import JOBS
from .results import Cell, Results

SYSTEMS = ("ours", "hugo", "hugo+pagefind", "pelican")
TITLES = {
    "ours": "ours",
    "hugo": "Hugo",
    "hugo+pagefind": "Hugo + Pagefind",
    "pelican": "Pelican",
}
PLACES = {"disk": "on disk", "tmpfs": "in memory (tmpfs)"}


def markdown(results: Results) -> str:
    return "\n\n".join(("\n".join(goals_table(results)), *cost_tables(results)))


def goals_table(results: Results) -> Iterator[str]:
    yield "| job | against | at least | aim | measured | |"
    yield "|---|---|---:|---:|---:|---|"
    for goal in GOALS:
        found = measured(goal, results)
        reached = "not yet" if found is None else shown(goal, found.worst) + where(goal, found)
        numbers = (shown(goal, goal.at_least), shown(goal, goal.aim), reached)
        yield row(f"{goal.title}, {goal.size:,}", against(goal), *numbers, verdict(goal, found))


def against(goal: Goal) -> str:
    where = " (tmpfs)" if goal.place == "tmpfs" else ""
    return (TITLES[goal.peer] if goal.peer else "") + where


def where(goal: Goal, found: Found) -> str:
    """Which jobs were measured in memory; nothing where none was."""
    if not found.in_memory:
        return ""
    which = "" if len(found.in_memory) == len(goal.jobs) else f"{', '.join(found.in_memory)} "
    return f", {which}in memory"


def shown(goal: Goal, number: float) -> str:
    return ratio(number) if goal.peer else f"{number:,.0f} MB"


def ratio(number: float) -> str:
    """Two digits that count: 0.0042, 0.31, 5.3, 120."""
    if number >= 100:
        return f"{number:.0f}"
    return f"{number:.2g}"


def cost_tables(results: Results) -> Iterator[str]:
    for place in results.places():
        for size in results.sizes():
            rows = list(cost_rows(results, place, size))
            if rows:
                yield f"### {size:,} articles, {PLACES[place]}"
                yield "\n".join((*COST_HEAD, *rows))


COST_HEAD = (
    "| job | system | seconds | processor seconds | peak memory | files written | MB written "
    "| ours / this | the same in processor seconds |",
    "|---|---|---:|---:|---:|---:|---:|---:|---:|",
)


def cost_rows(results: Results, place: str, size: int) -> Iterator[str]:
    for job in JOBS.values():
        cell = (place, size, job.name)
        for system in SYSTEMS:
            if results.rounds(cell, system, "wall"):
                yield row(job.title, TITLES[system], *costs(results, cell, system))


def costs(results: Results, cell: Cell, system: str) -> Iterator[str]:
    wall, cpu, peak, files, size = (
        results.typical(cell, system, field) or 0.0
        for field in ("wall", "cpu", "peak", "files", "bytes")
    )
    yield from (f"{wall:.2f}", f"{cpu:.2f}", f"{peak / MEGABYTE:,.0f} MB", f"{files:,.0f}")
    yield f"{size / MEGABYTE:,.1f}"
    for field in ("wall", "cpu"):
        compared = None if system == "ours" else results.ratio(cell, "ours", system, field)
        yield "" if compared is None else ratio(compared)


def row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
