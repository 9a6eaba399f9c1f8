"""Where the archive is cut."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.search.cut import segments, sizes


@given(st.integers(0, 300_000))
def test_all_articles_are_in_few_segments(count):
    found = sizes(count)
    assert sum(found) == count
    assert len(found) <= count // 65_536 + 3
    assert found == sorted(found, reverse=True)


@given(st.integers(0, 300_000))
def test_an_added_article_leaves_all_but_the_newest_alone_127_times_of_128(count):
    before, after = sizes(count), sizes(count + 1)
    if (count + 1) % 128:
        kept = before[:-1] if count % 128 else before
        assert after[: len(kept)] == kept


def test_segments_follow_each_other_as_articles_came():
    cut = list(segments(range(300)))
    assert [len(part) for part in cut] == [256, 44]
    assert [number for part in cut for number in part] == list(range(300))
