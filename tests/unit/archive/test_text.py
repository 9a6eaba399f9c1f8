import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.archive.text import inline, render
from plugins.archive.text.body import links, plain
from plugins.archive.text.sanitise import ATTRIBUTES, TAGS, sanitise
from tests.hostile import ATTACKS

HERE = "articles/2021/x.md"
# Attacks on the sanitiser, besides those of tests/hostile.py, which a browser looks at.
MORE = (
    "<script src=//evil.example></script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' java\tscript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt&colon;alert(1)'>x</a>",
    "<a href='&#106;avascript&#58;alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='vbscript:x'>x</a><a href='data:text/html,<script>x</script>'>y</a>",
    "[x](javascript:alert(1)) [y](JAVASCRIPT:alert(1)) [z](java&#115;cript:alert(1))",
    "[x]( javascript:alert(1)) [y](<java script:alert(1)>) [z](data:text/html;base64,PHN2Zz4=)",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "<javascript:alert(1)>",
    '[x](https://a.example "t\' onclick=alert(1) x=")',
    '[x](https://a.example"onclick="alert(1))',
    '![x](x"onerror="alert(1)) ![y](javascript:alert(1))',
    "<p style='background:url(javascript:x)'>a</p><style>@import '//e'</style><link href=//e>",
    "<svg><script>alert(1)</script><a xlink:href='javascript:x'><animate/></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe><object data=x></object><embed src=x><frame>",
    "<meta http-equiv=refresh content=0;url=//e><base href=//e><form action=//e><input autofocus>",
    "<img src=x onerror=alert(1) <b",
    "<b onmouseover=alert(1)>x <i",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "`<script>alert(1)</script>` and ```<img src=x onerror=alert(1)>```",
    "    <script>alert(1)</script>\n",
    '[^1]: <script>alert(1)</script>\n\nx[^1]\n\n*[x]: "><script>alert(1)</script>',
    'x[^"onclick=alert(1)]\n\n[^"onclick=alert(1)]: y',
    "<div id=content name=x class=evil>x</div><li id=main>y</li><sup id=nav>z</sup>",
    "<textarea><template><title><xmp><plaintext><script>alert(1)</script>",
    "<a href='//evil.example' target=_blank ping=//e>x</a>",
    "<td background=javascript:x colspan=9 onclick=x>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;script&amp;gt;",
    "<details open ontoggle=alert(1)><summary>x",
    '"><img src=x onerror=alert(1)>S-400"<B-12>--<',
)
HOSTILE = (*ATTACKS.values(), *MORE)
MARKUP = st.text("<>/='\"abip s!-[]()#&;:\\`*_\n1A^|", max_size=80)
TRICKY = st.lists(
    st.sampled_from([*HOSTILE, "<", ">", '"', "'", "`", "\n\n", "- ", "a"]), max_size=4
)
ALL = MARKUP | TRICKY.map("".join)
# What `inline` may add to a plain string: Typogrify's spans and the span of a code.
SPAN = re.compile(r'<span class="(?:amp|caps|code|dquo|ord|quo)">|</span>')


# The parser of HTML drops or makes them by itself there.
INSIDE_TABLES = {"caption", "table", "tbody", "td", "th", "thead", "tr"}


class Elements(HTMLParser):
    """Every element and attribute of an HTML text."""

    def __init__(self, markup):
        super().__init__()
        self.found = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_comment(self, data):
        self.found.append(("comment", {}))

    handle_decl = handle_pi = unknown_decl = handle_comment


def assert_harmless(markup):
    for tag, attributes in Elements(markup).found:
        assert tag in TAGS
        allowed = (
            ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set()) | ({"class"} if tag == "span" else set())
        )
        assert attributes.keys() <= allowed | {"id"}, (tag, attributes)
        assert re.fullmatch(r"fn(ref\d*)?:\S+|[ps]\d+", attributes.get("id", "fn:x"))
        for name in ("href", "cite"):
            # As a browser reads it: blanks and controls before, tabs and line ends anywhere, go.
            address = re.sub(r"^[\x00-\x20]+|[\t\r\n]", "", attributes.get(name) or "")
            scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", address)
            assert scheme is None or scheme[1].lower() in {"http", "https", "mailto"}


@pytest.mark.parametrize("attack", HOSTILE)
def test_no_attack_in_a_text_comes_through(attack):
    assert_harmless(render(attack, HERE).html)
    assert_harmless(render(f"Words {attack} words\n\n> {attack}\n\n- {attack}\n", HERE).html)


@pytest.mark.parametrize("attack", HOSTILE)
def test_no_attack_in_a_title_comes_through(attack):
    assert "<" not in SPAN.sub("", inline(attack))


@pytest.mark.parametrize("tag", sorted(TAGS))
def test_every_tag_may_say_its_language_and_few_have_a_title(tag):
    made = sanitise(f'<table><tr><td><{tag} lang="hi" dir="ltr" title="T" onclick="x()" style="y">')
    found = next((named for name, named in Elements(made).found if name == tag), {})
    assert {"onclick", "style"}.isdisjoint(found)
    assert ("title" in found) == (tag in {"a", "abbr"})
    wanted = {"lang": "hi", "dir": "ltr"}
    assert wanted.items() <= found.items() or tag in INSIDE_TABLES


@given(ALL)
def test_what_is_rendered_is_harmless(text):
    assert_harmless(render(text, HERE).html)


@given(ALL | st.text(max_size=40))
def test_a_plain_string_becomes_text_and_known_spans_only(text):
    assert "<" not in SPAN.sub("", inline(text))


@given(ALL)
@example("<table><tr><p><a href='x'><li>")
def test_sanitising_twice_is_sanitising_once(text):
    once = sanitise(text)
    assert sanitise(once) == once


@given(st.text(max_size=60))
@settings(max_examples=50)
def test_rendering_is_the_same_every_time(text):
    first = render(text, HERE)
    render("[x]: y\n\n[^1]: z\n\n*[HTML]: w", HERE)  # nothing is remembered from another text
    assert render(text, HERE) == first


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("S-400 and Su-30MKI", "S-400</span>"),
        ("COVID-19", 'class="code">'),
        ('"Quoted" words', "“</span>Quoted”"),
        ("one -- two", "one —"),
        ("wait...", "wait…"),
        ("Tom & Jerry", 'class="amp">&amp;</span>'),
        ("a < b > c", "a &lt; b &gt;"),
        ("last two", "last&nbsp;two"),
        ("Лавров в Дели", "в&nbsp;Дели"),
        ("नई दिल्ली", "नई&nbsp;दिल्ली"),
    ],
)
def test_plain_strings_are_well_set(text, html):
    assert html in inline(text).replace("&#160;", "&nbsp;").replace("&#8220;", "“").replace(
        "&#8221;", "”"
    ).replace("&#8212;", "—").replace("&#8230;", "…")


@pytest.mark.parametrize(
    "code", ["S-400", "B-12", "Su-30MKI", "Ka-226T", "T-90S", "MiG-29K", "AK-203"]
)
def test_a_code_stays_in_one_piece(code):
    for markup in (inline(f"the {code} system"), render(f"the {code} system", HERE).html):
        whole = re.search(r'<span class="code">(.*?\d\w*(?:</span>)?)</span>', markup)
        assert whole
        assert plain(whole[1]) == code


@pytest.mark.parametrize(
    "text", ["2021-04-06", "twenty-one", "a-1", "[x](https://x.example/S-400)"]
)
def test_what_is_no_code_is_left_alone(text):
    assert 'class="code"' not in render(text, HERE).html


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("[x](../2020/y.md)", "../../articles/2020/y.html"),
        ("[x](y.md#part)", "../../articles/2021/y.html#part"),
        ("[x](y.md?q=1&r=2#part)", "../../articles/2021/y.html?q=1&amp;r=2#part"),
        ("[x](../../authorities/people/z.yaml)", "../../people/z.html"),
        ("[x](../../pages/about.md)", "../../about.html"),
        ("[x][r]\n\n[r]: y.md", "../../articles/2021/y.html"),
        ("<a href='y.md'>x</a>", "../../articles/2021/y.html"),
        ("<A class=x HREF=y.md>x</A>", "../../articles/2021/y.html"),
        ("<a title='a > b' href='y.md'>x</a>", "../../articles/2021/y.html"),
        ("[x](https://a.example/y.md)", "https://a.example/y.md"),
        ("<mailto:a@b.example>", "mailto:a@b.example"),
    ],
)
def test_a_link_to_a_content_file_leads_to_its_page(text, link):
    assert f'href="{link}"' in render(text, HERE).html


def test_links_of_a_text_are_those_that_must_lead_to_a_file():
    text = (
        "[a](y.md#x) [b](https://x.example) [c](#part) <a href='z.md?q'>d</a> n[^1] <m@x.example>\n"
        "[e](//x.example/f)\n\n[^1]: A note."
    )
    assert links(text) == [
        ("y.md#x", "y.md"),
        ("#part", ""),
        ("z.md?q", "z.md"),
        ("//x.example/f", "//x.example/f"),
    ]


def test_a_footnote_and_its_place_lead_to_each_other():
    html = render("Word[^n].\n\n[^n]: Note.", HERE).html
    assert {"p1", "fn:n", "fnref:n"} == set(re.findall(r' id="([^"]*)"', html))
    assert {"#fn:n", "#fnref:n"} == set(re.findall(r' href="([^"]*)"', html))


def test_the_title_stays_the_only_h1():
    html = render("# One\n\n<h1>Two</h1>\n\nThree\n=====\n", HERE).html
    assert html.count("<h2 ") == 3
    assert "h1" not in html


def test_the_plain_text_is_a_line_a_paragraph_without_markup():
    body = render(
        "# A\n\nOne *two*\nthree &amp; <b>four</b>\n\n- five\n- six\n\n| a | b |\n|-|-|\n| c | d |",
        HERE,
    )
    assert body.plain.split("\n") == [
        "A",
        "One two three & four",
        "five",
        "six",
        "a",
        "b",
        "c",
        "d",
    ]


def test_nothing_gives_nothing():
    assert (render("", HERE).html, render("", HERE).plain, inline("")) == ("", "", "")


def test_typography_can_be_left_to_pelican():
    assert render('"x" -- y', HERE, typographic=False).plain == '"x" -- y'
