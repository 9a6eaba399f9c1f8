"""The file beside an article's page: all that the page tells, and nothing that it may not."""

import json

from plugins.archive.model import FrontMatter
from plugins.data.columns import ARTICLES, columns
from plugins.data.record import article_json

ALL = """happened: 2021-04-05/2021-04-06
source_url: https://example.com/x
people: [ann-lee]
tags: [trade]
text: digest
images:
- {file: x.png, alt: A quay, rights: no-archive}
- {file: y.png, alt: A pier, rights: CC0-1.0}
corrections: [{date: 2021-06-01, note: Mended.}]
"""
GONE = """people: [ann-lee]
summary: A secret summary.
highlights: [A secret highlight]
event: secret
aliases: [articles/2020/b.html]
withdrawn: {date: 2022-01-01, reason: The paper withdrew it.}
"""


def read(library, site, id_="2021/a"):
    return json.loads(article_json(id_, library, site))


def test_records_come_with_headings_and_addresses(archive, site):
    record = read(archive({"2021/a": ALL}, images=["x.png", "y.png"]), site)
    assert record["address"] == "../../articles/2021/a.html"
    assert record["source"]["heading"] == "The Gazette"
    assert record["people"] == [
        {"id": "ann-lee", "heading": "Ann Lee", "address": "../../people/ann-lee.html"}
    ]
    assert record["filed"] == "2021-04-06"
    assert record["date"] == "2021-04-06T15:28:00+05:30"
    assert record["corrections"] == [{"date": "2021-06-01", "note": "Mended."}]


def test_addresses_are_absolute_where_the_site_knows_its_own(archive, site_with_address):
    record = read(archive({"2021/a": ALL}, images=["y.png"]), site_with_address)
    assert record["address"] == "https://example.org/c/articles/2021/a.html"
    assert record["images"][1]["address"] == "https://example.org/c/images/y.png"


def test_a_picture_that_is_not_shown_has_neither_file_nor_address(archive, site):
    images = read(archive({"2021/a": ALL}, images=["x.png", "y.png"]), site)["images"]
    assert images[0] == {"alt": "A quay", "rights": "no-archive"}
    assert images[1]["address"] == "../../images/y.png"


def test_the_text_is_there_where_it_may_be_shown(archive, site):
    library = archive({"2021/a": "text: digest", "2021/b": "text: metadata"}, body="One. *Two.*")
    assert read(library, site)["body"] == "One. Two."
    assert read(library, site)["licence"]["name"] == "CC BY 4.0"
    hidden = read(library, site, "2021/b")
    assert "body" not in hidden
    assert "licence" not in hidden


def test_what_is_unknown_is_left_out(archive, site):
    record = read(archive({"2021/a": ""}), site)
    assert None not in record.values()
    assert [] not in record.values()
    assert record.keys() <= {
        "archive", "body", "withdrawn", *(column.name for column in columns(ARTICLES)),
    }  # fmt: skip


def test_of_a_withdrawn_article_there_is_what_its_page_says(archive, site):
    library = archive({"2021/a": GONE}, body="The secret text.")
    record = read(library, site)
    assert record["withdrawn"] == {"date": "2022-01-01", "reason": "The paper withdrew it."}
    assert record["source"]["heading"] == "The Gazette"
    assert "secret" not in article_json("2021/a", library, site).decode()
    assert record.keys() - FrontMatter.__dataclass_fields__ == {"id", "address", "archive"}
    assert not record.keys() & {"people", "aliases", "event"}


def test_the_same_record_gives_the_same_bytes(archive, site):
    library = archive({"2021/a": ALL}, images=["y.png"])
    assert article_json("2021/a", library, site) == article_json("2021/a", library, site)
