"""llms.txt and the search description: what they say, and that no withheld word is in them."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from plugins.machines.llms import llms
from plugins.machines.opensearch import cut, description

SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_no_word_of_an_article_is_in_it(archive, site):
    library = archive(
        {"2021/a": "summary: Whispered.\nhighlights: [Shouted.]\ntext: metadata"}, body="Secret."
    )
    text = llms(library, site).decode()
    for word in ("Secret", "Whispered", "Shouted", "Ministers meet"):
        assert word not in text


def test_it_is_a_heading_a_quotation_and_sections_of_links(archive, site_with_address):
    site = replace(site_with_address, description="News, kept.")
    text = llms(archive({"2021/a": ""}), site).decode()
    assert text.startswith(f"# {site.name}\n\n> News, kept.\n\n")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Lists", "Data", "Feeds", "About"]
    links = re.findall(r"^- \[[^\]]+\]\((\S+)\)(?:: .+)?$", text, re.MULTILINE)
    assert "https://example.org/c/feed.json" in links
    assert "https://example.org/c/sitemap.xml" in links
    assert all(link.startswith("https://example.org/c/") for link in links)


def test_without_an_address_its_links_are_relative(archive, site):
    text = llms(archive({"2021/a": ""}), site).decode()
    assert "(feed.json)" in text
    assert "sitemap" not in text


@pytest.mark.parametrize("policy", ["welcome", "no-training"])
def test_it_says_the_policy(archive, site, policy):
    text = llms(archive({}), replace(site, machine_readers=policy)).decode()
    assert ("not be used to train" in text) == (policy == "no-training")


def test_who_is_asked_to_stay_away_is_told_nothing_more(archive, site):
    assert llms(archive({}), replace(site, machine_readers="none")) == b""


def test_the_search_is_described_where_the_site_knows_its_address(site, site_with_address):
    assert description(None, site) == b""
    named = replace(site_with_address, name="The Cuttings of & <Everything>", lang="en")
    root = ElementTree.fromstring(description(None, named))
    assert root.tag == f"{SEARCH}OpenSearchDescription"
    assert root.findtext(f"{SEARCH}ShortName") == "The Cuttings of"
    assert root.findtext(f"{SEARCH}LongName") == named.name
    page, own = root.findall(f"{SEARCH}Url")
    assert page.get("template") == "https://example.org/c/search.html?q={searchTerms}"
    assert (own.get("rel"), own.get("template")) == (
        "self",
        "https://example.org/c/opensearch.xml",
    )


@pytest.mark.parametrize(
    ("text", "cut_to"),
    [
        ("a" * 20, "a" * 16),
        ("one two three four", "one two three"),
        ("sixteen letters!", "sixteen letters!"),
    ],
)
def test_a_name_is_cut_at_a_word(text, cut_to):
    assert cut(text, 16) == cut_to
