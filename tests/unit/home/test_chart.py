"""The chart counts in marks until it cannot, and no caption covers anything."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from plugins.home.captions import Box
from plugins.home.columns import columns

YEARS = st.dictionaries(st.integers(1850, 2060), st.integers(1, 60), min_size=2, max_size=60)


def test_one_mark_is_one_cutting_and_the_newest_is_red():
    chart = columns({1971: 1, 2021: 17, 2025: 6}, ())
    assert len(chart.marks) == 24
    (newest,) = [mark for mark in chart.marks if mark.now]
    assert newest.x == max(chart.marks, key=lambda mark: float(mark.x[:-1])).x
    assert newest.y == min(mark.y for mark in chart.marks if mark.x == newest.x)


def test_empty_years_stay_empty():
    chart = columns({1971: 1, 2025: 1}, ())
    assert len({mark.x for mark in chart.marks}) == 2
    assert (chart.marks[0].x, chart.marks[-1].x) == ("0.22%", "98.40%")


def test_a_high_column_makes_bars_with_a_number():
    chart = columns({2020: 10, 2021: 250}, ())
    assert [mark.height for mark in chart.marks if not mark.now] == [9.6, 240.0]
    assert [count.text for count in chart.counts] == ["250"]


def test_captions_of_years_without_articles_are_left_out():
    chart = columns({1971: 1, 2021: 2}, ((1980, "Nothing"), (2021, "Something")))
    assert [caption.text for caption in chart.captions] == ["Something"]


def test_the_words_have_the_numbers():
    words = columns({1971: 1, 2021: 17, 2025: 6}, ()).words
    assert "1971 to 2025: 24 in 3 years" in words
    assert "17 in 2021, 6 in 2025 and 1 in 1971" in words


def test_few_years_are_no_blocks_and_stand_over_their_numbers():
    chart = columns({2024: 1, 2025: 1}, ())
    assert chart.marks[0].width == "3.00%"
    assert [(tick.x, tick.text_x) for tick in chart.ticks] == [("25.00%",) * 2, ("75.00%",) * 2]


@given(YEARS)
def test_marks_stay_inside_the_chart(counts):
    chart = columns(counts, ())
    for mark in chart.marks:
        left, width = float(mark.x[:-1]), float(mark.width[:-1])
        assert left >= -0.01
        assert left + width <= 100.02
        assert mark.y >= 0
        assert mark.y + mark.height <= chart.axis + 1
    assert len({tick.text for tick in chart.ticks}) == len(chart.ticks) <= 11


def test_captions_of_the_sample_cover_nothing():
    counts = {1971: 1, 1984: 1, 1988: 1, 2000: 1, 2001: 1, 2012: 1, 2021: 17, 2022: 9, 2025: 6}
    captions = (
        (1971, "Treaty of friendship"),
        (1984, "First Indian in orbit"),
        (1988, "Kudankulam agreed"),
        (2000, "Strategic partnership"),
        (2012, "Leased submarine"),
        (2021, "Vaccines, missiles, a summit"),
    )
    chart = columns(counts, captions)
    assert len(chart.captions) == 6
    boxes = [covered(caption) for caption in chart.captions]
    assert not any(a.meets(b) for a, b in combinations(boxes, 2))
    beside = chart.captions[-1]
    assert (beside.anchor, beside.lead, beside.wide) == ("end", None, False)


def covered(caption):
    x, width = float(caption.x[:-1]), 0.6 * len(caption.text)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[caption.anchor]
    return Box(left, left + width, caption.y - 12, caption.y + 2)
