"""JSON feeds: as the specification has them, with the same items as Atom."""

import json
import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.feeds import channels, json_feed
from plugins.feeds.links import rooted
from plugins.feeds.shapes import Facts
from tests.json_feed import faults
from tests.sites import SITE


def read(channel, site):
    feed = json.loads(json_feed.feed(channel, site))
    assert faults(feed) == []
    return feed


def test_the_schema_finds_what_is_wrong():
    good = {"version": json_feed.VERSION, "title": "T", "items": [{"id": "1", "content_text": ""}]}
    assert faults(good) == []
    bad = [
        {"title": "T", "items": []},
        {**good, "version": "https://jsonfeed.org/version/1"},
        {**good, "items": [{"id": "1"}]},
        {**good, "items": [{"id": 1, "content_text": "x"}]},
        {**good, "items": [{"id": "1", "content_text": "x", "date_published": "2021-04-06"}]},
        {**good, "author": {"name": "N"}},
    ]
    assert [bool(faults(one)) for one in bad] == [True] * len(bad)


def test_an_item_tells_what_is_known(archive, site_with_address):
    library = archive(
        {
            "2021/a": "source_url: https://example.com/x\nauthors: [Ann Lee]\ntags: [trade]\n"
            "summary: In short.\ncorrections: [{date: 2023-01-01, note: Mended.}]"
        },
        body="The text.",
    )
    feed = read(channels.everything(library, site_with_address), site_with_address)
    assert feed["feed_url"] == "https://example.org/c/feed.json"
    (item,) = feed["items"]
    del item["id"]
    assert item == {
        "url": "https://example.org/c/articles/2021/a.html",
        "external_url": "https://example.com/x",
        "title": "Ministers meet",
        "content_html": library.body("2021/a").html,
        "summary": "In short.",
        "date_published": "2021-04-06T15:28:00+05:30",
        "date_modified": "2023-01-01T00:00:00Z",
        "authors": [{"name": "Ann Lee"}],
        "tags": ["Trade"],
        "language": "en",
        "_source": {"name": "The Gazette"},
    }


def test_what_is_not_known_is_left_out(archive, site):
    (item,) = read(channels.everything(archive({"2021/a": ""}), site), site)["items"]
    assert {"external_url", "summary", "authors", "tags"} & set(item) == set()
    assert item["url"] == "articles/2021/a.html"


def test_of_metadata_no_word_is_shown(archive, site):
    library = archive({"2021/a": "text: metadata\ntags: [trade]"}, body="Secret words.")
    for channel in (
        channels.everything(library, site),
        channels.of_record("tags", "trade", library, site),
    ):
        (item,) = read(channel, site)["items"]
        assert item["content_text"] == json_feed.NO_TEXT
        assert "Secret" not in json.dumps(item)


def test_a_record_has_summaries_only(archive, site):
    library = archive({"2021/a": "tags: [trade]\nsummary: In short."}, body="The text.")
    (item,) = read(channels.of_record("tags", "trade", library, site), site)["items"]
    assert item["content_text"] == "In short."
    assert {"content_html", "summary"} & set(item) == set()


def test_an_empty_feed_is_one_too(archive, site):
    assert read(channels.everything(archive({}), site), site)["items"] == []
    assert read(channels.corrections(archive({}), site), site)["items"] == []


def test_a_correction_is_its_note(archive, site):
    library = archive({"2021/a": "corrections: [{date: 2023-01-01, note: Mended.}]"})
    (item,) = read(channels.corrections(library, site), site)["items"]
    assert item["content_text"] == "Mended."
    assert item["date_published"] == item["date_modified"] == "2023-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("link", "plain", "addressed"),
    [
        ("../../people/x.html#y", "../people/x.html#y", "https://e.org/people/x.html#y"),
        ("b%20c.html", "../articles/2021/b%20c.html", "https://e.org/articles/2021/b%20c.html"),
        ("#fn:1", "../articles/2021/a.html#fn:1", "https://e.org/articles/2021/a.html#fn:1"),
        ("https://x.org/a?b&amp;c", "https://x.org/a?b&amp;c", "https://x.org/a?b&amp;c"),
        ("mailto:a@x.org", "mailto:a@x.org", "mailto:a@x.org"),
        ("//x.org/y", "//x.org/y", "//x.org/y"),
        ("../../../../up.html", "../../../../up.html", "../../../../up.html"),
    ],
)
def test_links_of_a_text_lead_from_the_feed(link, plain, addressed):
    for site, expected in ((SITE, plain), (replace(SITE, url="https://e.org"), addressed)):
        html = f'<p>See <a href="{link}" title="href=&quot;x&quot;">it</a>, " href="z".</p>'
        made = rooted(html, "articles/2021/a.html", "tags/t.json", site)
        assert made == html.replace(f'"{link}"', f'"{expected}"')


@given(
    st.builds(
        Facts,
        id=st.text(min_size=1),
        url=st.text(string.ascii_letters, min_size=1),
        title=st.text(min_size=1),
        lang=st.just("en"),
        published=st.just("2021-01-01T00:00:00Z"),
        updated=st.just("2021-01-01T00:00:00Z"),
        source=st.text(min_size=1),
        authors=st.lists(st.text(min_size=1)).map(tuple),
        summary=st.none() | st.text(),
        text=st.text(),
    )
)
def test_whatever_it_says_an_item_is_one_line_of_json(facts):
    line = json_feed.item(facts)
    assert "\n" not in line
    item = json.loads(line)
    assert item["title"] == facts.title
    feed = {"version": json_feed.VERSION, "title": "T", "items": [item]}
    assert faults(feed) == []
