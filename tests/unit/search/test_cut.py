"""Where the archive is cut."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.search.cut import accession, segments, sizes

from .samples import archive


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


def test_segments_are_by_accession_and_inside_by_day():
    documents = archive(300)
    cut = segments(reversed(documents))
    assert [len(part) for part in cut] == [256, 44]
    flat = [accession(each) for part in cut for each in part]
    assert max(flat[:256]) < min(flat[256:])
    for part in cut:
        assert list(part) == sorted(part, key=lambda each: (each.day, each.id))
