"""What ours must reach, and how far it got."""

from dataclasses import dataclass

from .results import Results

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Goal:
    """A limit for the worst of some jobs at one size: `at_least` has to be reached, `aim` is
    what it should be. With `peer` it limits the ratio of times, without it the peak memory in
    megabytes. `place`: "tmpfs" where only memory tells, else any."""

    title: str
    jobs: tuple[str, ...]
    size: int
    peer: str | None
    at_least: float
    aim: float
    place: str = "disk"


ONE = ("added", "edited", "backdated")
GOALS = (
    Goal("one article added or changed", ONE, 10_000, "hugo+pagefind", 0.05, 0.025),
    Goal("one article added or changed", ONE, 100_000, "hugo", 0.01, 0.007),
    Goal("nothing changed", ("unchanged",), 100_000, "hugo", 0.006, 0.004),
    Goal("everything, empty cache", ("cold",), 10_000, "hugo+pagefind", 0.6, 0.4),
    Goal("everything, empty cache", ("cold",), 100_000, "hugo", 1.0, 0.7),
    Goal("theme changed, text cached", ("theme",), 10_000, "hugo", 1.0, 0.5, "tmpfs"),
    Goal("peak memory, one article", ONE, 100_000, None, 300, 160),
    Goal("peak memory, everything", ("cold",), 100_000, None, 1_000, 700),
)


@dataclass(frozen=True, slots=True)
class Found:
    """The worst of a goal's jobs, and which of them were measured in memory alone."""

    worst: float
    in_memory: tuple[str, ...] = ()


def measured(goal: Goal, results: Results) -> Found | None:
    """None unless all of the goal's jobs were measured: on disk or, where they were not, in
    memory."""
    found: dict[str, float] = {}
    in_memory: list[str] = []
    for job in goal.jobs:
        for place in dict.fromkeys((goal.place, "tmpfs")):
            number = value(goal, (place, goal.size, job), results)
            if number is not None:
                found[job] = number
                in_memory += [job] if place != goal.place else []
                break
    return Found(max(found.values()), tuple(in_memory)) if len(found) == len(goal.jobs) else None


def value(goal: Goal, cell: tuple[str, int, str], results: Results) -> float | None:
    if goal.peer:
        return results.ratio(cell, "ours", goal.peer)
    peak = results.typical(cell, "ours", "peak")
    return None if peak is None else peak / MEGABYTE


def verdict(goal: Goal, found: Found | None) -> str:
    if found is None:
        return ""
    if found.worst <= goal.aim:
        return "aim reached"
    return "reached" if found.worst <= goal.at_least else "missed"
