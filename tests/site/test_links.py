"""A crawl of the built sites: nothing leads nowhere, nothing is missing, nothing is left over."""

import re
from collections import defaultdict
from http.client import HTTPConnection
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from lxml import html

from plugins.archive.authorities import fold
from tests.archives import write_article
from tests.building import GOOD, ROOT, SAMPLE, files, pages
from tests.crawl import Link, anchors, links, links_of, parsed
from tests.hosting import hosted

ALL_SITES = ("site", "good_site", "large_site", "extreme_site", "hostile_site")
KINDS = ("people", "places", "organisations", "sources", "tags")
# Everything that may be on a site, but for what is named after a content file.
OTHERS = re.compile(
    r"""(404|collection|feeds|index|map|reading|search)\.html | feeds\.opml | (robots|llms)\.txt
      | (feed|corrections)\.(xml|json)
      | (people|places|organisations|sources|tags)/[a-z0-9-]+\.(xml|json)
      | (people|places|organisations|sources|tags|dates)/index\.html
      | dates/\d{4}(-\d\d(-\d\d)?)?\.html | timeline\.html | dates/(days|\d\d-\d\d)\.html
      | articles/\d{4}/[a-z0-9-]+\.json | data/index\.html | data/datapackage\.json
      | data/(schemas/[a-z]+\.json | ([a-z]+|articles/\d{4}(-\d\d)?|[a-z]+/[a-z0-9-]+)\.(csv|jsonl))
      | search/manifest\.js | search/(names|[0-9a-f]{16})/[a-z0-9/_-]+\.js
      | theme/(style\.css|icon\.svg|js/[a-z/-]+\.js)""",
    re.VERBOSE,
)


@pytest.fixture(params=ALL_SITES)
def any_site(request):
    return request.getfixturevalue(request.param)


def dead_ends(site):
    """Internal links to a file or an anchor that isn't there. The path alone decides, as on a
    disk: a folder is no page."""
    found = []
    for link in links(site):
        if not link.is_internal:
            continue
        if link.path.startswith("..") or not (site / link.path).is_file():
            found.append(f"{link.page}: {link.address}: no such file")
        elif link.anchor and link.anchor not in anchors(site, link.path):
            found.append(f"{link.page}: {link.address}: no such anchor")
    return found


def test_every_internal_link_and_anchor_resolves_on_a_disk(any_site):
    assert dead_ends(any_site) == []


def test_a_dead_end_would_be_found(tmp_path):
    (tmp_path / "x.html").write_text("<a href='y.html'>y</a><a href='#z'>z</a><img src='../w.png'>")
    assert dead_ends(tmp_path) == [
        "x.html: y.html: no such file",
        "x.html: #z: no such anchor",
        "x.html: ../w.png: no such file",
    ]


def crawl(address):
    """Everything that can be reached from an address on its host: (path, status) and the
    content of each, following links as a stranger's program would."""
    base = urlsplit(address)
    connection = HTTPConnection(base.hostname, base.port)
    waiting, seen = [base.path], {}
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        connection.request("GET", path)
        answer = connection.getresponse()
        seen[path] = answer.status
        body = answer.read()
        if answer.status == 200 and answer.headers.get_content_type() == "text/html":
            for link in links_of(path, html.document_fromstring(body)):
                there = urlsplit(urljoin(f"{address[: -len(base.path)]}{path}", link.address))
                if there.netloc == base.netloc:
                    waiting.append(there.path)
    return seen


@pytest.mark.parametrize("name", ["site", "good_site"])
def test_a_crawler_finds_every_page_over_http_under_a_sub_path(name, request):
    site = request.getfixturevalue(name)
    with hosted(site) as address:
        seen = crawl(address)
    prefix = urlsplit(address).path
    assert {path for path, status in seen.items() if status != 200} == set()
    reached = {path.removeprefix(prefix) or "index.html" for path in seen}
    lonely = set(pages(site)) - reached
    # Nothing leads to the error page, to a withdrawn article or to an older address.
    expected = {"404.html"} | {
        page
        for page in pages(site)
        if re.search(r'<body class="tombstone"|http-equiv="refresh"', (site / page).read_text())
    }
    assert lonely == expected


def test_the_sample_has_more_than_250_pages(site):
    assert len(pages(site)) > 250


def content_pages(content):
    """The pages that each content file must become."""
    drafts = {p for p in content.glob("articles/*/*.md") if "\nstatus: draft" in p.read_text()}
    found = {f"articles/{p.parent.name}/{p.stem}.html" for p in content.glob("articles/*/*.md")}
    found -= {f"articles/{p.parent.name}/{p.stem}.html" for p in drafts}
    found |= {f"{p.parent.name}/{p.stem}.html" for p in content.glob("authorities/*/*.yaml")}
    return found | {f"{p.stem}.html" for p in content.glob("pages/*.md")}


def other_names(content):
    """Where names of records may lead on from: those that plain letters can write."""
    for path in content.glob("authorities/*/*.yaml"):
        record = yaml.safe_load(path.read_text("utf-8"))
        for name in (record["heading"], *record.get("variants", ())):
            if fold(name).isascii():
                yield f"{path.parent.name}/{fold(name).replace(' ', '-')}.html"


def test_the_site_holds_what_the_content_says_and_nothing_else(site):
    named = content_pages(SAMPLE)
    assert len(named) > 68
    built = set(files(site))
    assert named - built == set()
    names = set(other_names(SAMPLE))
    assert {"people/sergei-lavrov.html", "places/panaji.html"} <= built & names
    assert {name for name in built - named - names if not OTHERS.fullmatch(name)} == set()


def test_no_file_is_empty(any_site):
    assert [name for name, data in files(any_site).items() if not data] == []


def test_every_article_stands_in_the_list_of_its_year_and_source(site):
    leading = defaultdict(set)
    for link in links(site):
        if link.is_internal:
            leading[link.path].add(link.page)
    articles = sorted(SAMPLE.glob("articles/*/*.md"))
    assert articles
    for path in articles:
        source = re.search(r"^source: (\S+)$", path.read_text("utf-8"), re.MULTILINE)[1]
        found = leading[f"articles/{path.parent.name}/{path.stem}.html"]
        assert f"sources/{source}.html" in found, path
        assert [page for page in found if re.fullmatch(r"dates/\d{4}\.html", page)], path


def test_a_browser_would_fetch_nothing_from_elsewhere(any_site):
    assert [link for link in links(any_site) if link.fetched and not link.is_internal] == []


@pytest.mark.parametrize("name", ["site", "addressed_site"])
def test_style_sheets_and_scripts_name_no_other_place(name, request):
    site = request.getfixturevalue(name)
    sheets = {path: data.decode() for path, data in files(site / "theme").items()}
    assert "style.css" in sheets
    told = {
        (path, found)
        for path, text in sheets.items()
        for found in re.findall(r"url\([^)#]*\)|@import\b|https?://[^\s\"']+", text)
    }
    assert {(p, f) for p, f in told if "www.w3.org" not in f} == set()


def test_only_linked_data_stands_inside_a_script_element(any_site):
    for page in pages(any_site):
        for script in parsed(any_site, page).iter("script"):
            inline = not script.get("src")
            assert not inline or script.get("type") == "application/ld+json", page
            assert inline or not (script.text or "").strip(), page


def test_no_style_stands_in_a_page(any_site):
    for page in pages(any_site):
        assert parsed(any_site, page).xpath("//style | //@style") == [], page


def test_every_page_has_the_policy_before_anything_that_it_governs(any_site):
    for page in pages(any_site):
        head = parsed(any_site, page).find("head")
        names = [(e.tag, e.get("http-equiv", "")) for e in head]
        policy = names.index(("meta", "Content-Security-Policy"))
        assert not {"script", "link", "style"} & {tag for tag, _ in names[:policy]}, page
        assert "default-src 'none'" in head[policy].get("content")
        assert "unsafe" not in head[policy].get("content")


@pytest.mark.parametrize("name", ["site", "good_site", "large_site"])
def test_every_page_has_one_title_of_its_own(name, request):
    site = request.getfixturevalue(name)
    titles = {}
    for page in pages(site):
        root = parsed(site, page)
        assert len(root.xpath("//h1")) == 1, page
        assert len(root.xpath("//main")) == 1, page
        title = root.findtext(".//title").strip()
        assert title, page
        # An older address says which article stands there now.
        if not root.xpath("//meta[@http-equiv='refresh']"):
            titles.setdefault(title, []).append(page)
    assert {title: found for title, found in titles.items() if len(found) > 1} == {}


def test_headings_leave_out_no_level(site):
    for page in pages(site):
        headings = parsed(site, page).xpath("//h1|//h2|//h3|//h4|//h5|//h6")
        levels = [int(heading.tag[1]) for heading in headings]
        assert all(below <= above + 1 for above, below in pairwise(levels)), (page, levels)


def test_no_file_tells_where_or_by_whom_it_was_built(any_site, tmp_path):
    secrets = {str(ROOT), str(any_site.parent), str(tmp_path.parent), "/tmp/", "localhost"}
    for name, data in files(any_site).items():
        text = data.decode("utf-8", "replace")
        assert not [secret for secret in secrets if secret in text], name


def test_a_draft_is_nowhere_on_the_site(good_site):
    drafts = [p for p in GOOD.glob("articles/*/*.md") if "\nstatus: draft" in p.read_text()]
    assert drafts
    for path in drafts:
        assert not (good_site / "articles" / path.parent.name / f"{path.stem}.html").exists()
        told = [n for n, data in files(good_site).items() if path.stem.encode() in data]
        assert told == []


def test_crawling_looks_at_every_way_an_address_is_written(tmp_path):
    page = tmp_path / "a" / "x.html"
    page.parent.mkdir()
    page.write_text(
        "<link rel=canonical href=https://x.example/><link rel=stylesheet href=../s.css>"
        "<meta http-equiv=refresh content='0; url=y%20z.html#w'><form action=?q=1></form>"
    )
    assert set(links(tmp_path)) == {
        Link("a/x.html", "https://x.example/", False),
        Link("a/x.html", "../s.css", True),
        Link("a/x.html", "y%20z.html#w", False),
        Link("a/x.html", "?q=1", False),
    }
    moved = Link("a/x.html", "y%20z.html#w", False)
    assert (moved.path, moved.anchor, moved.is_internal) == ("a/y z.html", "w", True)


def test_content_files_are_named_as_their_pages(tmp_path):
    write_article(tmp_path, "2021/x")
    write_article(tmp_path, "2021/y", status="draft")
    assert content_pages(tmp_path) >= {"articles/2021/x.html"}
