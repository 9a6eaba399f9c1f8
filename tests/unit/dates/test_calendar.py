"""Months as tables: filled days, runs of days, months of every shape."""

from datetime import date

import pytest

from plugins.dates.calendar import Marks, marks_of, month_table

NOTHING = Marks({}, frozenset())


def cells(table):
    return [cell for week in table.weeks for cell in week if cell]


def anchor(day):
    return f"#d{day}"


@pytest.mark.parametrize(
    ("year", "month", "days", "weeks"),
    [
        (2021, 2, 28, 4),
        (2024, 2, 29, 5),
        (2021, 5, 31, 6),
        (1900, 2, 28, 5),
        (1, 1, 31, 5),
        (9999, 12, 31, 5),
    ],
)
def test_a_month_has_all_its_days_in_weeks_of_seven(year, month, days, weeks):
    table = month_table(year, month, NOTHING, anchor)
    assert [cell.day for cell in cells(table)] == list(range(1, days + 1))
    assert len(table.weeks) == weeks
    assert {len(week) for week in table.weeks} == {7}


def test_weeks_begin_on_monday():
    table = month_table(2021, 4, NOTHING, anchor)
    assert [cell and cell.day for cell in table.weeks[0]] == [None, None, None, 1, 2, 3, 4]


def test_a_filled_day_leads_to_its_entries_and_says_how_many(archive):
    library = archive([{"day": "2021-04-06"}, {"day": "2021-04-06"}, {"day": "2021-04-12"}])
    table = month_table(2021, 4, marks_of(library.entries()), anchor)
    filled = [(c.day, c.href, c.label, c.two) for c in cells(table) if c.href]
    assert filled == [
        (6, "#d2021-04-06", "6 April: 2 cuttings", True),
        (12, "#d2021-04-12", "12 April: 1 cutting", False),
    ]


def test_the_other_days_of_an_event_are_its_run(archive):
    library = archive([{"day": "2021-04-06", "happened": "2021-04-05/2021-04-07"}])
    table = month_table(2021, 4, marks_of(library.entries()), anchor)
    assert [c.day for c in cells(table) if c.run] == [5, 7]
    assert [c.day for c in cells(table) if c.href] == [6]


def test_a_run_of_many_years_is_followed_through_its_own_year_only(archive):
    library = archive([{"day": "2021-01-02", "happened": "0001-01-01/9999-12-31"}])
    runs = marks_of(library.entries()).runs
    assert (min(runs), max(runs)) == (date(2021, 1, 1), date(2021, 12, 31))


@pytest.mark.parametrize("happened", ["2021-04", "2021"])
def test_a_day_that_is_not_known_is_not_filled(archive, happened):
    library = archive([{"day": "2021-04-30", "happened": happened}])
    marks = marks_of(library.entries())
    assert not marks.runs
    assert not [c for c in cells(month_table(2021, 4, marks, anchor)) if c.href]


def test_in_a_crowded_year_days_with_several_are_not_singled_out(archive):
    marks = marks_of(archive([{"day": "2021-04-06"}] * 2).entries(), crowded=True)
    (filled,) = [c for c in cells(month_table(2021, 4, marks, anchor)) if c.href]
    assert (filled.label, filled.two) == ("6 April: 2 cuttings", False)
