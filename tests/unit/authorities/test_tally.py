"""Coverage counts in marks until it cannot."""

from plugins.authorities.tally import is_merged, tally


def rows(months, titles=None):
    addresses = {year: f"#y{year}" for year, _, _ in months}
    return tally(months, addresses, titles or {})


def test_one_mark_is_one_cutting_in_its_month():
    (row,) = rows([(2021, 4, 2), (2021, 1, 1)], {(2021, 4): ["6 Apr: A", "7 Apr: B"]})
    assert [(mark.x, mark.title) for mark in row.marks] == [
        ("0.50%", ""),
        ("25.50%", "6 Apr: A"),
        ("27.10%", "7 Apr: B"),
    ]
    assert (row.count, row.words) == (3, "January 1, April 2")
    assert row.address == "#y2021"
    assert not row.numbers


def test_three_marks_stay_within_their_month():
    (row,) = rows([(2021, 1, 3)])
    last = row.marks[-1]
    assert float(last.x[:-1]) + float(last.width[:-1]) < 100 / 12


def test_beyond_three_a_month_is_one_bar_with_its_number():
    months = [(2021, 2, 4), (2021, 1, 1)]
    (row,) = rows(months)
    assert is_merged(months)
    assert [(mark.width, mark.title) for mark in row.marks] == [
        ("1.15%", "January 2021: 1 cutting"),
        ("4.60%", "February 2021: 4 cuttings"),
    ]
    assert [number.text for number in row.numbers] == ["1", "4"]


def test_a_bar_of_one_is_seen_beside_one_of_a_thousand():
    (row,) = rows([(2021, 2, 1000), (2021, 1, 1)])
    assert row.marks[0].width == "0.50%"


def test_years_without_cuttings_are_one_row():
    found = rows([(2021, 1, 1), (2019, 1, 1), (2010, 1, 1)])
    assert [row.gap or row.year for row in found] == [2021, "2020", 2019, "2011–18", 2010]
