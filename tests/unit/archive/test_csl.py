"""The record that everything which cites an article is made from."""

from dataclasses import replace

import pytest

from plugins.archive.content import read_content
from plugins.archive.csl import csl
from plugins.archive.library import Library
from tests.building import ADDRESS, GOOD
from tests.sites import SITE

ADDRESSED = replace(SITE, url=ADDRESS)


@pytest.fixture(scope="module")
def library():
    return Library.of(read_content(GOOD))


def record(library, id_, site=ADDRESSED, **changed):
    return csl(replace(library.article(id_), **changed), library.entry(id_), site)


def test_it_describes_the_original_publication_and_where_it_is_kept(library):
    assert record(library, "2020/lighthouse-lit") == {
        "id": "2020/lighthouse-lit",
        "type": "article-newspaper",
        "title": "Lighthouse “Old Wick” lit again: B-12 lamp shines over Port Lumen",
        "author": [{"literal": "Bruno Quill"}, {"literal": "Asha Tamm & Sons"}],
        "container-title": "The Lumen Courier",
        "issued": {"date-parts": [[2020, 5, 14]]},
        "language": "en",
        "URL": "https://courier.example/2020/05/lighthouse?lit=1&lamp=B-12",
        "archive": "Cuttings",
        "archive_location": f"{ADDRESS}/articles/2020/lighthouse-lit.html",
        "abstract": "After nine years of dark, the lamp of Old Wick turns again; "
        "the harbour office paid for it with 3 < 5 small loans.",
        "keyword": "Tamm, Asha; Sorokin, Viktor; Lumen, Port; Old Wick; "
        "Harbour Office of Port Lumen; Lighthouses; Opening",
    }


def test_what_is_unknown_is_left_out(library):
    found = record(library, "2020/count-of-boats")
    assert not found.keys() & {"author", "URL", "abstract", "note", "genre"}


def test_the_archived_copy_stands_in_for_an_address_that_is_not_known(library):
    id_ = "2020/lighthouse-lit"
    assert record(library, id_, source_url=None)["URL"] == (
        "https://keep.example/2020/courier-lighthouse"
    )
    assert "URL" not in record(library, id_, source_url=None, archived_url=None)


def test_nobody_at_the_paper_wrote_a_digest(library):
    found = record(library, "2020/lighthouse-lit", text="digest")
    assert "author" not in found
    assert found["genre"] == "Digest"
    assert found["original-author"] == [{"literal": "Bruno Quill"}, {"literal": "Asha Tamm & Sons"}]
    assert found["note"] == (
        "Title and abstract are those of a digest. "
        "The original is by Bruno Quill; Asha Tamm & Sons."
    )


def test_a_digest_whose_original_is_unsigned_says_no_more_than_that(library):
    found = record(library, "2021/ferry-in-hindi")
    assert found["note"] == "Title and abstract are those of a digest."
    assert not found.keys() & {"author", "original-author"}
    assert (found["language"], found["title"]) == ("hi", "पोर्ट लुमेन में नौका पर बातचीत")


def test_without_an_address_of_the_site_our_page_is_named_by_its_path(library):
    found = record(library, "2021/ferry-talks", SITE)
    assert found["archive_location"] == "articles/2021/ferry-talks.html"
