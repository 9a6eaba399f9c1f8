"""What the page of an article shows, and what it does not."""

from hashlib import sha256

from plugins.articles import add_pages
from plugins.articles.page import article_view
from plugins.articles.tombstones import redirect_view, tombstone_view

from .samples import write

FULL = """
authors: [Bee Gee]
people: [ann-lee]
tags: [trade]
section: [News, India]
summary: In short.
highlights: [One point.]
"""


def rows(view):
    """The slip as plain text by term."""
    return {
        row.term: " / ".join(" ".join(part.words for part in line) for line in row.lines)
        for row in view["provenance"]
    }


def test_the_line_above_the_title_tells_kind_and_section(archive, site):
    library = archive({"2021/a": FULL + "text: digest", "2021/b": "text: excerpt"})
    assert (
        article_view("2021/a", library, site)["label"]
        == "Digest of a report in the News section, India pages"
    )
    assert article_view("2021/b", library, site)["label"] == "Excerpt of a report"


def test_section_in_another_language_is_no_half_of_an_english_line(archive, site):
    library = archive({"2021/a": "section: [देश]\nlang: hi"})
    assert article_view("2021/a", library, site)["label"] == "Report"


def test_metadata_shows_neither_text_nor_highlights(archive, site):
    library = archive({"2021/a": FULL + "text: metadata"}, body="Secret.")
    view = article_view("2021/a", library, site)
    assert (view["body"], tuple(view["highlights"])) == ("", ())


def test_what_is_unknown_is_said_to_be_not_recorded(archive, site):
    found = rows(article_view("2021/a", archive({"2021/a": ""}), site))
    for term in ("Byline", "Address", "Archived", "Capture"):
        assert found[term] == "not recorded"
    assert found["Original"] == "Rights not recorded"
    assert not found.keys() & {"Section", "Happened", "Also read", "This digest"}


def test_what_is_known_stands_in_the_slip(archive, site):
    front = """
happened: 2021-04-05/2021-04-06
source_url: https://www.example.org/a
also:
- name: Other Paper
rights: InC
text: digest
capture: {sha256: 61c4c7f847df6943668c4137b35663ce8dde49835f6e12c885eea5938212dc9a}
"""
    found = rows(article_view("2021/a", archive({"2021/a": front}), site))
    assert found["Address"] == "example.org"
    assert found["Happened"] == "5 to 6 April 2021"
    assert found["Also read"] == "Other Paper"
    assert found["Original"] == "In copyright, InC / None of its wording is shown here."
    assert found["This digest"] == "May be reused with credit, CC BY 4.0"
    assert "kept elsewhere / sha256 61c4c7f8 47df6943" in found["Capture"]


def test_the_slip_says_what_kind_of_text_it_is_and_by_what_it_is_known_again(archive, site):
    library = archive({"2021/a": "text: digest", "2021/b": "text: metadata"}, body="Two *words*.")
    found = rows(article_view("2021/a", library, site))["Text"]
    meaning, digest = found.split(" / ")
    assert meaning == ("Digest: a short account in this archive's own words. What a digest is")
    assert digest.replace(" ", "") == f"sha256{sha256(b'Two words.').hexdigest()}"
    assert "sha256" not in rows(article_view("2021/b", library, site))["Text"]


def test_neighbours_say_how_far_away_they_are(archive, site):
    library = archive({"2021/a": "", "2021/b": "", "2021/c": "happened: 2021-05"})
    view = article_view("2021/b", library, site)
    assert view["earlier"].note == "Earlier, the same day"
    assert view["later"].note == "Later, May 2021"
    assert article_view("2021/a", library, site)["earlier"] is None


def test_a_digest_is_cited_as_one_and_a_report_with_its_authors(archive, site):
    library = archive({"2021/a": FULL + "text: digest", "2021/b": FULL + "text: full"})
    digest, *_ = article_view("2021/a", library, site)["citations"]
    assert str(digest).startswith("“Ministers meet.” Digest of The Gazette, April 6, 2021.")
    report, *_ = article_view("2021/b", library, site)["citations"]
    assert str(report).startswith("Bee Gee. “Ministers meet.” The Gazette, April 6, 2021.")
    assert str(report).endswith("Cuttings, articles/2021/b.html.")


def test_citation_is_absolute_where_the_site_knows_its_address(archive, site_with_address):
    view = article_view("2021/a", archive({"2021/a": ""}), site_with_address)
    for citation in view["citations"]:
        assert "https://example.org/c/articles/2021/a.html" in str(citation)


def test_links_to_the_original_and_its_copy_know_of_each_other(archive, site):
    front = """
source_url: https://paper.example/a
archived_url: https://keep.example/web/20210408000000/https://paper.example/a
"""
    view = article_view("2021/a", archive({"2021/a": front}), site)
    links = {row.term: row.lines[0][0] for row in view["provenance"] if row.lines}
    assert view["original"] == links["Address"]
    assert dict(links["Address"].robust) == {
        "data-versionurl": links["Archived"].url,
        "data-versiondate": "2021-04-08",
    }
    assert dict(links["Archived"].robust)["data-originalurl"] == "https://paper.example/a"


GONE = "gone:\n- url: https://paper.example/a\n  since: 2024-03-05\n  why: 404 Not Found\n"


def rows_where_gone(archive, site, tmp_path, front):
    write(tmp_path / "content/links.yaml", GONE)
    library = archive({"2021/a": f"source_url: https://paper.example/a\n{front}"})
    view = article_view("2021/a", library, site)
    rows = {row.term: row for row in view["provenance"]}
    terms = [term for term in rows if term in ("Address", "Archived")]
    return view, terms, [[part.words for part in line] for line in rows["Address"].lines]


def test_an_original_that_is_gone_stands_behind_its_copy(archive, site, tmp_path):
    front = "archived_url: https://keep.example/a"
    view, terms, address = rows_where_gone(archive, site, tmp_path, front)
    assert terms == ["Archived", "Address"]
    assert address == [["paper.example"], ["No longer found there on 5 March 2024."]]
    assert (view["lost"], view["copy"].url) == ("5 March 2024", "https://keep.example/a")


def test_an_original_that_is_gone_without_a_copy_still_has_its_address(archive, site, tmp_path):
    view, terms, address = rows_where_gone(archive, site, tmp_path, "text: metadata")
    assert terms == ["Address", "Archived"]
    assert address == [["paper.example"], ["No longer found there on 5 March 2024."]]
    assert (view["lost"], view["copy"]) == ("5 March 2024", None)


def test_linked_data_names_the_paper_and_leaves_out_the_unknown(archive, site):
    library = archive({"2021/a": FULL + "text: digest"})
    data = article_view("2021/a", library, site)["structured"]
    assert data["@type"] == ["NewsArticle", "ArchiveComponent"]
    assert data["publisher"] == {"@type": "NewsMediaOrganization", "name": "The Gazette"}
    assert data["about"] == [{"@type": "Person", "name": "Ann Lee"}]
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["sdPublisher"] == {"@type": "Organization", "name": "Cuttings"}
    absent = {"url", "isBasedOn", "archivedAt", "mentions", "dateModified", "correction"}
    assert not data.keys() & absent


def test_linked_data_gives_a_digest_none_of_the_authors_of_its_original(archive, site):
    library = archive({"2021/a": FULL + "text: digest", "2021/b": FULL})
    assert "author" not in article_view("2021/a", library, site)["structured"]
    report = article_view("2021/b", library, site)["structured"]
    assert report["author"] == [{"@type": "Person", "name": "Bee Gee"}]


def test_linked_data_tells_corrections_and_where_a_copy_is(archive, site):
    front = """
archived_url: https://keep.example/a
corrections: [{date: 2021-05-01, note: It was Monday.}]
"""
    data = article_view("2021/a", archive({"2021/a": front}), site)["structured"]
    assert data["archivedAt"] == "https://keep.example/a"
    assert data["correction"] == [
        {"@type": "CorrectionComment", "text": "It was Monday.", "datePublished": "2021-05-01"}
    ]


def test_the_head_says_what_zotero_needs_and_never_a_journal(archive, site):
    library = archive({"2021/a": FULL})
    tags = article_view("2021/a", library, site)["embedded"]
    assert dict(tags) == {
        "z:itemType": "newspaperArticle",
        "prism.publicationName": "The Gazette",
        "citation_title": "Ministers meet",
        "citation_author": "Bee Gee",
        "citation_date": "2021-04-06",
        "citation_language": "en",
        "citation_keywords": "Lee, Ann; Trade",
        "DCTERMS.title": "Ministers meet",
        "DCTERMS.creator": "Bee Gee",
        "DCTERMS.issued": "2021-04-06T15:28:00+05:30",
        "DCTERMS.publisher": "The Gazette",
        "DCTERMS.language": "en",
    }


def test_the_head_names_each_author_and_the_address_of_the_original(archive, site):
    front = "authors: [Bee Gee, 'Dee, Delhi']\nsource_url: https://paper.example/a?b=1&c=2"
    tags = article_view("2021/a", archive({"2021/a": front}), site)["embedded"]
    assert [text for name, text in tags if name == "citation_author"] == ["Bee Gee", "Dee, Delhi"]
    assert ("citation_public_url", "https://paper.example/a?b=1&c=2") in tags


def test_linked_data_has_addresses_only_with_a_site_address(archive, site_with_address):
    library = archive({"2021/a": FULL})
    data = article_view("2021/a", library, site_with_address)["structured"]
    assert data["url"] == "https://example.org/c/articles/2021/a.html"
    assert data["about"][0]["url"] == "https://example.org/c/people/ann-lee.html"


def test_a_tombstone_keeps_the_reason_and_nothing_of_the_text(archive, site):
    withdrawn = 'withdrawn: {date: 2023-02-03, reason: "At the request of the paper."}\n'
    library = archive({"2021/a": withdrawn + FULL.replace("In short.", "Secret.")})
    view = tombstone_view("2021/a", library, site)
    assert (view["withdrawn"], view["reason"]) == (
        "3 February 2023",
        "At the request of the paper.",
    )
    assert "Secret" not in repr(view)
    assert "One point" not in repr(view)
    assert view["address"] == "articles/2021/a.html"
    assert "Text" not in rows(view)


def test_aliases_lead_on_and_pictures_are_copied_once(archive, site):
    picture = "images: [{file: a.jpg, rights: CC0-1.0}, {file: b.jpg, rights: InC}]\n"
    library = archive(
        {
            "2021/a": picture + "aliases: [articles/2020/old.html]",
            "2021/b": picture,
            "2021/c": "withdrawn: {date: 2023-02-03, reason: Gone.}\n" + picture,
        },
        images=("a.jpg", "b.jpg"),
    )
    assert [page.path for page in add_pages(library)] == [
        "articles/2021/a.html",
        "articles/2021/b.html",
        "articles/2021/c.html",
        "articles/2020/old.html",
        "images/a.jpg",
        "reading.html",
    ]
    assert redirect_view("2021/a", library, site)["target"] == "articles/2021/a.html"


def test_a_picture_is_gone_when_its_article_is_withdrawn(archive):
    front = "images: [{file: a.jpg, rights: CC0-1.0}]\nwithdrawn: {date: 2023-02-03, reason: X.}"
    library = archive({"2021/a": front}, images=("a.jpg",))
    assert [page.path for page in add_pages(library)] == [
        "articles/2021/a.html",
        "reading.html",
    ]
