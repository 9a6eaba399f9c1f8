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


def measured(goal: Goal, results: Results) -> float | None:
    """The worst of the goal's jobs; None unless all of them were measured."""
    found = [value(goal, (goal.place, goal.size, job), results) for job in goal.jobs]
    known = [one for one in found if one is not None]
    return max(known) if len(known) == len(found) else None


def value(goal: Goal, cell: tuple[str, int, str], results: Results) -> float | None:
    if goal.peer:
        return results.ratio(cell, "ours", goal.peer)
    peak = results.typical(cell, "ours", "peak")
    return None if peak is None else peak / MEGABYTE


def verdict(goal: Goal, found: float | None) -> str:
    if found is None:
        return ""
    if found <= goal.aim:
        return "aim reached"
    return "reached" if found <= goal.at_least else "missed"
