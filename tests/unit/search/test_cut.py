"""Where the archive is cut."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.search.cut import segments, sizes

ENDS = (128, 16_384, 65_536, 65_536 + 16_384, 2 * 65_536)
COUNTS = st.one_of(
    st.integers(0, 300_000), st.builds(int.__add__, st.sampled_from(ENDS), st.integers(-3, 3))
)


@given(COUNTS)
def test_all_articles_are_in_few_segments(count):
    found = sizes(count)
    assert sum(found) == count
    assert len(found) <= count // 65_536 + (3 if count % 65_536 >= 16_384 else 2)
    assert found == sorted(found, reverse=True)


@given(COUNTS)
def test_an_added_article_leaves_all_but_the_newest_alone_127_times_of_128(count):
    before, after = sizes(count), sizes(count + 1)
    if (count + 1) % 128:
        kept = before[:-1] if count % 128 else before
        assert after[: len(kept)] == kept


@given(st.integers(16_384, 300_000))
def test_of_a_large_archive_it_leaves_what_is_large_alone_2047_times_of_2048(count):
    before, after = sizes(count), sizes(count + 1)
    if (count + 1) % 65_536 >= 16_384 and (count + 1) % 2_048:
        large = [size for size in before if size >= 2_048]
        assert after[: len(large)] == large


def test_the_sizes_are_those_that_are_told():
    assert sizes(10_000) == [9_984, 16]
    assert sizes(70_000) == [65_536, 4_352, 112]
    assert sizes(90_000) == [65_536, 22_528, 1_920, 16]


def test_segments_follow_each_other_as_articles_came():
    cut = list(segments(range(300), sizes(300)))
    assert [len(part) for part in cut] == [256, 44]
    assert [number for part in cut for number in part] == list(range(300))
