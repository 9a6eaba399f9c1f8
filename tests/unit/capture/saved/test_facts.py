"""What a page says of its article: from JSON-LD, meta tags, microdata and its elements."""

import json
from typing import Any

import pytest
from lxml import html

from plugins.capture.saved.facts import Fact, Facts, facts_of

ADDRESS = "https://www.harbourpost.example/coast/walls-for-port-ember"
TITLE = "New walls for Port Ember"
DAY = "2022-03-09T15:28:00+05:30"


def facts(*head: str, body: str = "", address: str | None = ADDRESS, lang: str = "") -> Facts:
    page = f"<html{lang}><head>{''.join(head)}</head><body>{body}</body></html>"
    return facts_of(html.document_fromstring(page), address)


def ld(*things: Any) -> str:
    text = json.dumps(things[0] if len(things) == 1 else list(things), ensure_ascii=False)
    return f'<script type="application/ld+json">{text}</script>'


def raw(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def og(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def values(found: tuple[Fact, ...]) -> list[str]:
    return [fact.value for fact in found]


ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": DAY,
    "dateModified": "2022-03-10T09:00:00+05:30",
    "author": [{"@type": "Person", "name": "Mira Solan"}, {"@type": "Person", "name": "T. Vask"}],
    "publisher": {"@type": "Organization", "name": "Harbour Post"},
    "articleSection": "Coast",
    "description": "The town will build.",
    "inLanguage": "en",
    "mainEntityOfPage": {"@type": "WebPage", "@id": ADDRESS},
    "image": {"@type": "ImageObject", "url": "/img/wall.jpg"},
    "copyrightNotice": "© 2022 Harbour Post",
    "license": "https://creativecommons.org/licenses/by/4.0/",
}


def test_json_ld_gives_every_field() -> None:
    found = facts(ld(ARTICLE))
    assert found.title == (Fact(TITLE, "JSON-LD headline", "sure"),)
    assert found.published == (Fact(DAY, "JSON-LD datePublished", "sure"),)
    assert values(found.modified) == ["2022-03-10T09:00:00+05:30"]
    assert values(found.authors) == ["Mira Solan", "T. Vask"]
    assert values(found.publisher) == ["Harbour Post"]
    assert values(found.section) == ["Coast"]
    assert values(found.summary) == ["The town will build."]
    assert values(found.language) == ["en"]
    assert values(found.source_url) == [ADDRESS]
    assert values(found.images) == ["https://www.harbourpost.example/img/wall.jpg"]
    assert values(found.rights) == [
        "© 2022 Harbour Post", "https://creativecommons.org/licenses/by/4.0/",
    ]  # fmt: skip


SHAPES: list[tuple[str, str]] = [
    ("a list", ld([{"@type": "WebSite", "name": "Harbour Post"}, ARTICLE])),
    ("a graph", ld({"@graph": [{"@type": "WebPage"}, ARTICLE]})),
    ("in the page", ld({"@type": "WebPage", "mainEntity": ARTICLE})),
    ("in a script of its own", ld({"@type": "WebSite"}) + ld(ARTICLE)),
    ("a kind with its address", ld(ARTICLE | {"@type": "http://schema.org/NewsArticle"})),
    ("several kinds", ld(ARTICLE | {"@type": ["ReportageNewsArticle", "CreativeWork"]})),
    ("in a comment", raw(f"<!-- {json.dumps(ARTICLE)} -->")),
    ("in CDATA", raw(f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>")),
    ("a semicolon behind", raw(json.dumps(ARTICLE) + ";")),
    ("a comma too many", raw(json.dumps(ARTICLE)[:-1] + ",}")),
    ("a line break in a text", raw(json.dumps(ARTICLE).replace("will build", "will\n\tbuild"))),
    ("two in a row", raw('{"@type": "WebSite"}\n' + json.dumps(ARTICLE))),
    ("another script that is broken", raw('{"@type": ') + ld(ARTICLE)),
]


@pytest.mark.parametrize(("shape", "head"), SHAPES, ids=[shape for shape, _ in SHAPES])
def test_json_ld_is_found_in_any_shape(shape: str, head: str) -> None:
    found = facts(head)
    assert values(found.title) == [TITLE]
    assert values(found.published) == [DAY]
    assert values(found.authors) == ["Mira Solan", "T. Vask"]
    assert values(found.summary) == ["The town will build."]


def test_names_may_stand_elsewhere_in_the_graph() -> None:
    author = {"@type": "Person", "@id": "#mira", "name": "Mira Solan"}
    thing = ARTICLE | {"author": {"@id": "#mira"}}
    assert values(facts(ld({"@graph": [author, thing]})).authors) == ["Mira Solan"]


def test_stories_beside_the_article_tell_nothing_of_it() -> None:
    other = {"@type": "NewsArticle", "headline": "Pumps fail", "url": f"{ADDRESS}-2",
             "datePublished": "2020-01-01"}  # fmt: skip
    teasers = {"@type": "ItemList", "itemListElement": [other]}
    for head in (ld([other, ARTICLE]), ld([teasers, ARTICLE]), ld(ARTICLE | {"citation": other})):
        found = facts(head)
        assert values(found.title) == [TITLE]
        assert values(found.published) == [DAY]


def test_broken_json_ld_gives_what_can_be_read_in_doubt() -> None:
    text = f'{{"@type": "NewsArticle", "headline": "The \\"wall\\"", "datePublished": "{DAY}", oops'
    found = facts(raw(text))
    assert found.title[0].value == 'The "wall"'
    assert found.published == (
        Fact(DAY, "JSON-LD datePublished, the rest of which is broken", "doubtful"),
    )


@pytest.mark.parametrize(
    "text",
    ["", "[" * 100_000, "null", "7", '"text"', "{}", '{"@type": 7}', '{"@type": "NewsArticle"}',
     '{"@graph": {"@graph": {}}}', '{"@type": "NewsArticle", "headline": ["", null, {}, []]}',
     '{"@type": "NewsArticle", "author": {"name": {"name": {}}}, "datePublished": true}',
     '{"@type": "BreadcrumbList", "itemListElement": [null, {"position": "x", "name": "A"}]}'],
)  # fmt: skip
def test_nonsense_in_json_ld_gives_nothing(text: str) -> None:
    found = facts(raw(text))
    assert found.title == found.published == found.authors == ()


def test_halves_of_characters_and_controls_are_dropped() -> None:
    found = facts(raw('{"@type": "NewsArticle", "headline": "New \\ud83d walls\\u0000 rise"}'))
    assert values(found.title) == ["New walls rise"]
    assert found.title[0].value.encode() == b"New walls rise"


def test_tags_and_double_codes_are_undone() -> None:
    thing = ARTICLE | {"headline": "Walls &amp;amp; pumps: &#8216;ours&#8217;",
                       "description": "<p>The <b>town</b> builds.</p>"}  # fmt: skip
    found = facts(ld(thing))
    assert values(found.title) == ["Walls & pumps: ‘ours’"]
    assert values(found.summary) == ["The town builds."]


# head, field, what it says, how sure
TAGS: list[tuple[str, str, list[str], str]] = [
    (og("og:title", TITLE), "title", [TITLE], "likely"),
    (og("article:published_time", DAY), "published", [DAY], "sure"),
    (meta("article:published_time", DAY), "published", [DAY], "sure"),
    (og("article:modified_time", DAY), "modified", [DAY], "sure"),
    (meta("DC.date.issued", "2022-03-09"), "published", ["2022-03-09"], "likely"),
    (meta("dcterms.created", "2022-03-09"), "published", ["2022-03-09"], "likely"),
    (meta("DC.Creator", "Mira Solan"), "authors", ["Mira Solan"], "likely"),
    (meta("dcterms:rights", "All rights reserved"), "rights", ["All rights reserved"], "likely"),
    (meta("citation_publication_date", "2022/03/09"), "published", ["2022/03/09"], "likely"),
    (meta("citation_author", "Solan, Mira"), "authors", ["Solan, Mira"], "sure"),
    (meta("parsely-pub-date", "2022-03-09T09:58:00Z"), "published", ["2022-03-09T09:58:00Z"],
     "sure"),
    (meta("parsely-author", "Mira Solan"), "authors", ["Mira Solan"], "sure"),
    (meta("twitter:title", TITLE), "title", [TITLE], "likely"),
    (meta("twitter:creator", "@mira"), "authors", [], ""),
    (og("article:author", "https://social.example/mira"), "authors", [], ""),
    (og("og:locale", "en_IN"), "language", ["en-IN"], "likely"),
    ('<meta http-equiv="Content-Language" content="hi">', "language", ["hi"], "likely"),
    (meta("language", "English"), "language", [], ""),
    ("<link rel=canonical href='/coast/walls-for-port-ember'>", "source_url", [ADDRESS], "sure"),
    ("<link rel=license href='https://creativecommons.org/licenses/by/4.0/'>", "rights",
     ["https://creativecommons.org/licenses/by/4.0/"], "sure"),
    (og("og:image", "//img.harbourpost.example/a.jpg"), "images",
     ["https://img.harbourpost.example/a.jpg"], "likely"),
    (og("og:image", "data:image/png;base64,AAAA"), "images", [], ""),
    (meta("date", "not a day"), "published", [], ""),
    (meta("date", "0001-01-01T00:00:00"), "published", [], ""),
    (meta("pubdate", "1970-01-01T00:00:00Z"), "published", [], ""),
    (meta("author", ""), "authors", [], ""),
]  # fmt: skip


@pytest.mark.parametrize(("head", "field", "expected", "sure"), TAGS, ids=[t[0] for t in TAGS])
def test_tag_of_the_head_tells_a_field(
    head: str, field: str, expected: list[str], sure: str
) -> None:
    found: tuple[Fact, ...] = getattr(facts(head), field)
    found = tuple(fact for fact in found if not fact.where.startswith("file"))
    assert values(found) == expected
    if expected and field != "source_url":
        assert found[0].sure == sure


def test_microdata_is_read_within_the_article_only() -> None:
    found = facts(
        body=f"""
        <div itemscope itemtype="https://schema.org/NewsArticle">
          <h1 itemprop="headline">{TITLE}</h1>
          <span itemprop="author" itemscope itemtype="https://schema.org/Person">
            <a itemprop="url" href="/mira"><b itemprop="name">Mira Solan</b></a></span>
          <time itemprop="datePublished" datetime="{DAY}">March 9</time>
          <meta itemprop="dateModified" content="2022-03-10">
          <span itemprop="articleSection">Coast</span>
          <div itemprop="articleBody">Text.</div>
        </div>
        <div itemscope itemtype="https://schema.org/NewsArticle">
          <a itemprop="headline">Pumps fail</a><time itemprop="datePublished" datetime="2020-01-01">
        </div>"""
    )
    assert found.title == (Fact(TITLE, "microdata headline; page h1", "sure"),)
    assert found.published == (Fact(DAY, "microdata datepublished", "likely"),)
    assert values(found.modified) == ["2022-03-10"]
    assert values(found.authors) == ["Mira Solan"]
    assert values(found.section) == ["Coast"]


def test_trail_is_read_without_home_site_and_title() -> None:
    steps = ["Home", "Harbour Post", "News", "Coast", TITLE]
    items = [{"@type": "ListItem", "position": n, "item": {"@id": f"/{n}", "name": name}}
             for n, name in enumerate(steps, start=1)]  # fmt: skip
    trail = {"@type": "BreadcrumbList", "itemListElement": items[::-1]}
    found = facts(ld([trail, ARTICLE]))
    assert found.section == (
        Fact("News > Coast", "JSON-LD BreadcrumbList", "sure"),
        Fact("Coast", "JSON-LD articleSection", "likely"),
    )


TIMES: list[tuple[str, str, list[tuple[str, str]]]] = [
    (f'<article><time datetime="{DAY}">March 9</time></article>', "published",
     [(DAY, "doubtful")]),
    (f'<time pubdate datetime="{DAY}">March 9</time>', "published", [(DAY, "likely")]),
    (f'<p class="published">Published <time datetime="{DAY}">now</time></p>', "published",
     [(DAY, "likely")]),
    (f'<p>x</p><span><time class="updated" datetime="{DAY}">Updated</time></span>', "modified",
     [(DAY, "likely")]),
    (f'<aside><time datetime="{DAY}">March 9</time></aside>', "published", []),
    (f'<div class="comments"><p><time datetime="{DAY}">now</time></p></div>', "published", []),
    ('<time datetime="PT5M">five minutes</time>', "published", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "field", "expected"), TIMES)
def test_time_element_tells_a_day(body: str, field: str, expected: list[tuple[str, str]]) -> None:
    found: tuple[Fact, ...] = getattr(facts(body=body), field)
    assert [(fact.value, fact.sure) for fact in found] == expected


TITLES: list[tuple[str, str]] = [
    (f"{TITLE} | Harbour Post", TITLE),
    (f"{TITLE} - Harbour Post", TITLE),
    (f"{TITLE} — The Harbour Post", TITLE),
    (f"{TITLE} : Harbour Post", TITLE),
    (f"{TITLE} | harbourpost.example", TITLE),
    (f"{TITLE} | HarbourPost", TITLE),
    (f"Harbour Post | {TITLE}", TITLE),
    (f"Harbour Post: {TITLE}", f"Harbour Post: {TITLE}"),
    ("Walls - and what they cost - Harbour Post", "Walls - and what they cost"),
    ("Walls | Pumps", "Walls | Pumps"),
]


@pytest.mark.parametrize(("printed", "title"), TITLES)
def test_name_of_the_site_is_cut_from_titles(printed: str, title: str) -> None:
    head = og("og:site_name", "Harbour Post") + f"<title>{printed}</title>"
    assert values(facts(head).title) == [title]


def test_title_is_cut_where_the_headline_ends() -> None:
    head = f"<title>{TITLE} | Coast | News of the sea</title>"
    assert facts(head, body=f"<h1>{TITLE}</h1>").title == (
        Fact(TITLE, "page h1; window title", "sure"),
    )


def test_headline_of_the_page_goes_before_one_made_for_sharing() -> None:
    head = og("og:title", "You won't believe these walls") + f"<title>{TITLE}</title>"
    found = facts(head, body=f"<article><header><h1>{TITLE}</h1></header></article>").title
    assert values(found) == [TITLE, "You won't believe these walls"]


def test_logo_is_no_title() -> None:
    body = f"<header><h1>Harbour Post</h1></header><main><h1>{TITLE}</h1></main>"
    assert values(facts(body=body).title) == [TITLE]


def test_headline_as_printed_goes_before_one_with_a_label() -> None:
    head = og("og:title", f"Opinion | {TITLE}") + meta("twitter:title", f"Opinion | {TITLE}")
    head += f"<title>Opinion | {TITLE}</title>" + ld(ARTICLE)
    assert values(facts(head, body=f"<h1>{TITLE}</h1>").title) == [TITLE, f"Opinion | {TITLE}"]


def test_big_headline_that_nothing_repeats_is_doubtful() -> None:
    found = facts(f"<title>{TITLE} - Quay News</title>", body="<h1>Quay</h1>").title
    assert [(fact.value, fact.sure) for fact in found] == [
        ("Quay", "doubtful"), (f"{TITLE} - Quay News", "doubtful"),
    ]  # fmt: skip


def test_title_cut_short_stands_for_the_whole() -> None:
    head = og("og:title", "New walls for…") + meta("twitter:title", "New walls for ...")
    assert values(facts(head, ld(ARTICLE)).title) == [TITLE]


BYLINES: list[tuple[str, list[str]]] = [
    ("By Mira Solan", ["Mira Solan"]),
    ("by: Mira Solan and Teodor Vask", ["Mira Solan", "Teodor Vask"]),
    ("Written by Mira Solan, Teodor Vask & Ilse Vask", ["Mira Solan", "Teodor Vask", "Ilse Vask"]),
    ("Mira Solan | Updated: March 9", ["Mira Solan"]),
    ("Mira Solan, PTI", ["Mira Solan"]),
    ("PTI", ["PTI"]),
    ("Mira Solan, AP Auto Writer", ["Mira Solan"]),
    ("Our Special Correspondent", ["Our Special Correspondent"]),
    ("Mira Solan, Harbour Post", ["Mira Solan"]),
    ("The Harbour Post", []),
    ("admin", []),
    ("mira@harbourpost.example", []),
    ("https://harbourpost.example/mira", []),
    ("Автор: Мира Солан", ["Мира Солан"]),
    ("मीरा सोलन", ["मीरा सोलन"]),
    ("x " * 60, []),
]


@pytest.mark.parametrize(("printed", "names"), BYLINES)
def test_authors_are_names_of_people(printed: str, names: list[str]) -> None:
    head = og("og:site_name", "Harbour Post") + meta("author", printed)
    assert values(facts(head).authors) == names


def test_author_told_twice_is_one_and_sure() -> None:
    head = ld(ARTICLE) + meta("author", "By MIRA SOLAN; Ilse Vask")
    assert facts(head).authors == (
        Fact("Mira Solan", "JSON-LD author; meta author", "sure"),
        Fact("T. Vask", "JSON-LD author", "sure"),
        Fact("Ilse Vask", "meta author", "likely"),
    )


def test_days_that_disagree_are_all_kept() -> None:
    head = ld(ARTICLE) + meta("date", "2022-03-11") + meta("pubdate", "2022-03-09")
    assert facts(head).published == (
        Fact(DAY, "JSON-LD datePublished", "sure"),
        Fact("2022-03-09", "meta pubdate", "sure"),
        Fact("2022-03-11", "meta date", "likely"),
    )
    head = ld(ARTICLE) + meta("date", "2022-03-11")
    assert [fact.sure for fact in facts(head).published] == ["likely", "likely"]


def test_moments_of_one_day_that_disagree_are_not_sure() -> None:
    head = ld(ARTICLE) + og("article:published_time", "2022-03-09T15:28:00Z")
    assert [fact.sure for fact in facts(head).published] == ["likely", "likely"]


def test_same_moment_in_another_zone_is_the_same_day() -> None:
    late = "2022-03-09T23:30:00-05:00"
    head = ld(ARTICLE | {"datePublished": late}) + meta("date", "2022-03-10T04:30:00Z")
    assert values(facts(head).published) == [late, "2022-03-10T04:30:00Z"]
    assert facts(head).published[0].sure == "sure"


def test_time_with_an_offset_goes_before_one_without() -> None:
    head = meta("date", "2022-03-09 15:28:00") + meta("parsely-pub-date", DAY)
    assert values(facts(head).published) == [DAY, "2022-03-09 15:28:00"]


def test_front_page_is_no_address_of_an_article() -> None:
    head = "<link rel=canonical href='https://www.harbourpost.example/'>"
    assert facts(head).source_url == (Fact(ADDRESS, "file where it was saved", "likely"),)
    assert facts(head, address=None).source_url == ()


def test_canonical_address_goes_before_the_one_with_tracking() -> None:
    head = f"<link rel=canonical href='{ADDRESS}'>"
    found = facts(head, address=f"{ADDRESS}?utm_source=mail&fbclid=1").source_url
    assert found == (Fact(ADDRESS, "page rel=canonical; file where it was saved", "sure"),)


def test_address_on_another_site_is_never_sure() -> None:
    head = "<link rel=canonical href='https://westquay.example/walls'>" + og(
        "og:url", "https://westquay.example/walls"
    )
    found = facts(head).source_url
    assert [(fact.value, fact.sure) for fact in found] == [
        ("https://westquay.example/walls", "likely"), (ADDRESS, "likely"),
    ]  # fmt: skip


def test_language_with_and_without_its_country_is_the_same() -> None:
    found = facts(og("og:locale", "en_US"), lang=' lang="en"').language
    assert [(fact.value, fact.sure) for fact in found] == [("en", "sure")]


def test_language_of_the_page_is_read() -> None:
    assert facts(lang=' lang="en-in"').language == (Fact("en-IN", "page html lang", "sure"),)
    assert facts(lang=' xml:lang="ru_RU"').language[0].value == "ru-RU"
    assert facts(lang=' lang="und"').language == ()


def test_page_that_says_nothing_gives_nothing() -> None:
    assert facts(address=None) == Facts()
