"""The drawing of cost against size."""

from xml.etree import ElementTree

from bench.plot import collect, decades, svg
from bench.results import Results, Sample


def results(*costs: tuple[str, str, int, float]) -> Results:
    return Results(
        Sample(
            place="disk",
            size=size,
            job=job,
            system=system,
            round=0,
            wall=wall,
            cpu=wall,
            peak=1,
            files=1,
            bytes=1,
            day="2026-11-22",
            machine="a machine",
        )
        for system, job, size, wall in costs
    )


def test_a_system_has_a_line_for_each_kind_of_build() -> None:
    lines = collect(
        results(
            ("ours", "cold", 1_000, 4.0),
            ("ours", "cold", 10_000, 40.0),
            ("ours", "added", 1_000, 0.2),
        ),
        "disk",
    )
    assert [line.label for line in lines] == ["ours, all", "ours, one added"]
    assert lines[0].points == ((1_000, 4.0), (10_000, 40.0))


def test_the_drawing_is_xml_with_a_title_also_without_numbers() -> None:
    for some in (
        results(),
        results(("hugo", "cold", 1_000, 4.0)),
        results(("hugo", "cold", 50, 1.0)),
    ):
        root = ElementTree.fromstring(svg(some))
        assert root.find("{http://www.w3.org/2000/svg}title") is not None


def test_the_axes_end_at_powers_of_ten_around_the_values() -> None:
    assert decades([0.2, 40.0]) == (-1, 2)
    assert decades([1_000]) == (3, 4)
