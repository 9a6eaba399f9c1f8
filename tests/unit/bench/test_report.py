"""Medians, ratios, verdicts and the page that they are written into."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench import report
from bench.command import BEGIN, END, write_docs
from bench.goals import Found, Goal, measured, verdict
from bench.results import Results, Sample

CELL = ("disk", 10_000, "added")


def sample(system: str, turn: int, wall: float, **other: object) -> Sample:
    values: dict[str, object] = {
        "place": "disk",
        "size": 10_000,
        "job": "added",
        "cpu": wall,
        "peak": 1_000_000,
        "files": 1,
        "bytes": 1_000,
        "day": "2026-11-22",
        "machine": "a machine",
    }
    return Sample(**{**values, "system": system, "round": turn, "wall": wall, **other})


def three_rounds() -> Results:
    """The machine is ten times slower in the second round, and hiccups in the third."""
    return Results(
        [
            *(sample("ours", turn, wall) for turn, wall in enumerate((1.0, 10.0, 9.0))),
            *(sample("hugo", turn, wall) for turn, wall in enumerate((4.0, 40.0, 6.0))),
            *(
                sample("pagefind", turn, wall, peak=5_000_000)
                for turn, wall in enumerate((6.0, 60.0, 3.0))
            ),
        ]
    )


def test_the_typical_value_is_the_median_of_the_rounds() -> None:
    assert three_rounds().typical(CELL, "ours", "wall") == 9.0


def test_a_ratio_is_the_median_of_each_rounds_ratio() -> None:
    assert three_rounds().ratio(CELL, "ours", "hugo") == 0.25


def test_hugo_and_pagefind_add_up_but_share_memory() -> None:
    results = three_rounds()
    assert results.rounds(CELL, "hugo+pagefind", "wall") == {0: 10.0, 1: 100.0, 2: 9.0}
    assert results.ratio(CELL, "ours", "hugo+pagefind") == pytest.approx(0.1)
    assert results.typical(CELL, "hugo+pagefind", "peak") == 5_000_000


def test_a_peer_that_was_not_measured_has_no_ratio() -> None:
    results = Results([sample("ours", 0, 1.0), sample("hugo", 0, 4.0)])
    assert results.ratio(CELL, "ours", "hugo+pagefind") is None
    assert results.ratio(CELL, "ours", "pelican") is None


def test_measuring_a_cell_again_replaces_all_of_it() -> None:
    new = Results([sample("ours", 0, 2.0)])
    merged = three_rounds().replaced_by(new)
    assert merged.typical(CELL, "ours", "wall") == 2.0
    assert merged.ratio(CELL, "ours", "hugo") is None


def test_results_survive_their_file(tmp_path: Path) -> None:
    three_rounds().write(tmp_path / "results.json")
    assert Results.read(tmp_path / "results.json").samples == three_rounds().samples
    assert Results.read(tmp_path / "none.json").samples == ()


def test_a_goal_counts_the_worst_of_its_jobs() -> None:
    goal = Goal("one article", ("added", "edited"), 10_000, "hugo", 0.5, 0.2)
    results = three_rounds()
    assert measured(goal, results) is None
    slower = [sample("ours", 0, 3.0, job="edited"), sample("hugo", 0, 10.0, job="edited")]
    found = measured(goal, Results((*results.samples, *slower)))
    assert found
    assert found.worst == pytest.approx(0.3)
    in_memory = [replace(one, place="tmpfs") for one in slower]
    found = measured(goal, Results((*results.samples, *in_memory)))
    assert found
    assert (found.worst, found.in_memory) == (pytest.approx(0.3), ("edited",))
    assert report.where(goal, found) == ", edited in memory"


def test_a_goal_without_a_peer_limits_memory() -> None:
    goal = Goal("memory", ("added",), 10_000, None, 300, 160)
    assert measured(goal, three_rounds()) == Found(1.0)
    assert report.shown(goal, 1.0) == "1 MB"


@pytest.mark.parametrize(
    ("found", "said"),
    [(None, ""), (0.02, "aim reached"), (0.04, "reached"), (0.05, "reached"), (0.06, "missed")],
)
def test_a_verdict_compares_with_both_limits(found: float | None, said: str) -> None:
    goal = Goal("one article", ("added",), 10_000, "hugo", 0.05, 0.025)
    assert verdict(goal, None if found is None else Found(found)) == said


@pytest.mark.parametrize(
    ("number", "shown"), [(0.004217, "0.0042"), (0.25, "0.25"), (5.26, "5.3"), (123.4, "123")]
)
def test_a_ratio_shows_two_digits(number: float, shown: str) -> None:
    assert report.ratio(number) == shown


def test_every_row_of_a_table_has_as_many_cells_as_its_head() -> None:
    for table in report.markdown(three_rounds()).split("\n\n"):
        if table.startswith("|"):
            assert len({line.count("|") for line in table.splitlines()}) == 1


def test_the_costs_of_each_system_stand_in_the_table() -> None:
    rows = report.markdown(three_rounds()).splitlines()
    assert "| one article added | ours | 9.00 | 9.00 | 1 MB | 1 | 0.0 |  |  |" in rows
    assert "| one article added | Hugo | 6.00 | 6.00 | 1 MB | 1 | 0.0 | 0.25 | 0.25 |" in rows


def test_what_was_measured_in_memory_alone_is_shown_and_said_to_be() -> None:
    in_memory = Results(
        [replace(one, place="tmpfs", job="cold", size=10_000) for one in three_rounds().samples]
    )
    (line,) = [
        line
        for line in report.goals_table(in_memory)
        if line.startswith("| everything, empty cache, 10,000 |")
    ]
    assert ", in memory |" in line


def test_recording_replaces_the_numbers_and_nothing_else(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(f"# Before\n\n{BEGIN}\nold\n\n{END}\nAfter.\n", "utf-8")
    write_docs(tmp_path, three_rounds())
    once = page.read_text("utf-8")
    write_docs(tmp_path, three_rounds())
    assert page.read_text("utf-8") == once
    assert once.startswith("# Before\n")
    assert once.endswith(f"{END}\nAfter.\n")
    assert "old" not in once
    assert "- 2026-11-22: a machine" in once
    assert (tmp_path / "performance.svg").is_file()
