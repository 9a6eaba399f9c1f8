"""The calendar of coverage: a row a year, a cell a month, the more the darker."""

from plugins.dates.coverage import coverage


def test_a_year_has_twelve_cells_and_all_it_has_at_its_end():
    (row,) = coverage([(2021, 6, 1), (2021, 4, 3)])
    assert (row.label, row.address, row.count, len(row.cells)) == ("2021", "dates/2021.html", 4, 12)
    april = row.cells[3]
    assert (april.count, april.address, april.label) == (
        3,
        "dates/2021-04.html",
        "April 2021: 3 cuttings",
    )
    assert row.cells[5].label == "June 2021: 1 cutting"


def test_the_newest_year_comes_first_and_a_gap_is_one_row():
    rows = coverage([(1971, 8, 1), (1984, 4, 1), (1985, 1, 1)])
    assert [row.gap or row.label for row in rows] == ["1985", "1984", "1972–83", "1971"]


def test_more_is_never_lighter_and_nothing_has_no_shade():
    months = [(2000 + n // 12, n % 12 + 1, n * n) for n in range(1, 40)]
    cells = sorted(
        (cell for row in coverage(months) for cell in row.cells), key=lambda cell: cell.count
    )
    shades = [cell.shade for cell in cells]
    assert shades == sorted(shades)
    assert {cell.shade for cell in cells if not cell.count} == {0}
    assert {cell.shade for cell in cells if cell.count} == {1, 2, 3, 4}


def test_one_month_that_has_very_many_does_not_make_all_others_alike():
    rows = coverage([(2021, month, month) for month in range(1, 12)] + [(2021, 12, 1_000)])
    assert len({cell.shade for cell in rows[0].cells[:11]}) == 4


def test_nothing_has_no_rows():
    assert coverage([]) == ()
