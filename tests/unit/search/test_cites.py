"""What results are cited, grouped and filtered by: citations, events, languages."""

import pytest

from bench.search.reader import Index
from plugins.archive.content import read_content
from plugins.archive.library import Library
from plugins.search.articles import extracts
from plugins.search.extracts import extract, pack, unpack
from plugins.search.reading import Reading
from tests.building import GOOD

from .fake import Archive, build
from .samples import NAMES, document

REPORT = document(
    "2021/report",
    title="A report",
    published="2021-04-06T15:28:00+05:30",
    authors=("Asha Rao", "PTI, New Delhi"),
    source_url="https://example.org/1",
    archived_url="https://kept.example/1",
    text="digest",
    event="visit",
)
CITED = [
    "2021-04-06T15:28:00+05:30",
    ["Asha Rao", "PTI, New Delhi"],
    "https://example.org/1",
    "https://kept.example/1",
    "digest",
]


@pytest.fixture(scope="module")
def good():
    return Reading(Library.of(read_content(GOOD)))


def segment_of(*documents):
    (found,) = Index(build(documents, NAMES)).segments
    return found


def test_a_citation_has_what_the_card_does_not_say():
    assert segment_of(REPORT).cites == [CITED]


def test_citations_are_numbered_as_the_articles_are():
    documents = [
        document(f"2021/{number:03}", f"2021-01-{1 + number % 28:02}", authors=(f"A{number}",))
        for number in range(100)
    ]
    found = segment_of(*documents)
    by_card = {card[0]: cite[1][0] for card, cite in zip(found.cards, found.cites, strict=True)}
    assert by_card == {each.address: each.authors[0] for each in documents}


def test_a_card_ends_with_its_event():
    found = segment_of(REPORT, document("2021/other"))
    assert sorted(card[9] for card in found.cards) == ["", "visit"]


def test_an_extract_keeps_its_citation_between_builds():
    assert unpack(pack(extract(REPORT))).cite == CITED


def test_a_kept_extract_gives_the_same_bytes():
    archive = Archive([REPORT])
    ((id_, _, shown),) = archive.accessions()
    ((first, _),) = extracts(archive, [id_], [shown])
    ((again, _),) = extracts(archive, [id_], [shown])
    assert (again.card, again.cite) == (first.card, first.cite)


def test_an_article_is_filed_under_its_language_without_the_country():
    found = segment_of(
        document("2021/a", lang="en"),
        document("2021/b", lang="en-GB"),
        document("2021/c", lang="hi"),
        document("2021/d", lang="zzz"),
    )
    assert found.meta["languages"] == [["en", "English"], ["hi", "Hindi"], ["zzz", "zzz"]]
    assert found.documents("languages") == {"en": [0, 1], "hi": [2], "zzz": [3]}
    assert len(found.postings("@languages/en")) == 2
    assert f"{found.folder}/languages-0" not in found.data


def test_a_language_is_no_record():
    published = Index(build([document(body="oil", lang="hi")], NAMES))
    names = {key: value for key, value in published.data.items() if "/who-" in key}
    assert "languages" not in str(names)
    assert published.terms("hindi") == set()


def test_the_archive_gives_what_the_article_says(good):
    found = good.document("2020/lighthouse-lit")
    assert found.event == "old-wick-lit"
    assert found.published == "2020-05-14T21:05:00+05:30"
    assert found.authors == ("Bruno Quill", "Asha Tamm & Sons")
    assert found.source_url == "https://courier.example/2020/05/lighthouse?lit=1&lamp=B-12"
    assert found.archived_url == "https://keep.example/2020/courier-lighthouse"
    assert found.text == "full"
    assert good.document("2021/ferry-in-hindi").filed[-1].heading == "Hindi"


def test_drafts_and_withdrawn_articles_are_not_in_the_index(good):
    ids = [id_ for id_, _, _ in good.accessions()]
    assert "2020/lighthouse-lit" in ids
    assert not {"2021/not-yet", "2021/withdrawn-report"} & set(ids)
