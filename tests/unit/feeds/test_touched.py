"""Which feeds a change leads to, and that the list of all feeds is left alone by most."""

import pytest

from plugins.archive.changes import ArticleChange, Changes, RecordChange
from plugins.archive.pages import Gone
from plugins.feeds import add_touched

WITH_LEE = "people: [ann-lee]\n"


def touched(library, *articles, records=()):
    """{path: whether it is there} of what is offered."""
    offers = list(add_touched(library, Changes(articles, records)))
    assert all(offer.why for offer in offers)
    return {offer.path: not isinstance(offer, Gone) for offer in offers}


def added(library, id_):
    return ArticleChange(id_, None, library.article(id_))


@pytest.mark.parametrize(
    ("before", "paths"),
    [(3, set()), (4, {"people/ann-lee.xml", "people/ann-lee.json", "feeds.opml"})],
)
def test_a_persons_feeds_come_with_the_fifth_article(archive, before, paths):
    library = archive({f"2021/a{number}": WITH_LEE for number in range(before + 1)})
    found = touched(library, added(library, "2021/a0"))
    of_everything = {"feed.xml", "feed.json", "sources/gazette.xml", "sources/gazette.json"}
    assert set(found) == of_everything | paths
    assert all(found.values())


def test_they_go_when_there_are_fewer_and_the_list_with_them(archive):
    library = archive({f"2021/a{number}": WITH_LEE for number in range(4)})
    gone = ArticleChange("2021/a9", library.article("2021/a0"), None)
    found = touched(library, gone)
    assert {path for path, there in found.items() if not there} == {
        "people/ann-lee.xml",
        "people/ann-lee.json",
    }
    assert found["feeds.opml"]


def test_one_article_more_leaves_the_list_of_feeds_alone(archive):
    library = archive({f"2021/a{number}": WITH_LEE + "tags: [trade]" for number in range(7)})
    found = touched(library, added(library, "2021/a0"))
    assert "feeds.opml" not in found
    assert {"people/ann-lee.xml", "tags/trade.json"} <= set(found)


def test_another_name_is_in_the_list_of_feeds(archive):
    library = archive({"2021/a": "tags: [trade]"})
    tag = library.record("tags", "trade")
    assert "feeds.opml" in touched(library, records=(RecordChange("tags", "trade", tag, tag),))
    lee = library.record("people", "ann-lee")
    renamed = RecordChange("people", "ann-lee", lee, lee)
    assert "feeds.opml" not in touched(library, records=(renamed,))


def test_only_corrections_lead_to_their_feed(archive):
    library = archive({"2021/a": "", "2021/b": "corrections: [{date: 2022-01-01, note: Mended.}]"})
    assert "corrections.xml" not in touched(library, added(library, "2021/a"))
    assert {"corrections.xml", "corrections.json"} <= set(
        touched(library, added(library, "2021/b"))
    )
    mended = ArticleChange("2021/a", library.article("2021/b"), library.article("2021/a"))
    assert "corrections.json" in touched(library, mended)
