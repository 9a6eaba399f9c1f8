"""Saved pages through the whole import: where they come from, what they tell, what is refused."""

from pathlib import Path

import pytest

from ..conftest import HERE, Archive

WALLS = HERE / "captures" / "walls-page.html"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return tmp_path / "page.html"


def vary(page: Path, *changes: tuple[str, str]) -> Path:
    text = WALLS.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    page.write_text(text, "utf-8")
    return page


def test_source_is_recognised_by_the_address_of_the_page(archive: Archive) -> None:
    assert archive.take(WALLS, source=None) == 0, archive.said
    assert archive.article()[0]["source"] == "harbour-post"
    assert "likely: www.harbourpost.example (page rel=canonical)" in archive.report()


def test_source_is_recognised_by_where_the_browser_saved_it(archive: Archive, page: Path) -> None:
    saved = "<!-- saved from url=(0031)https://westquay.example/a/wall -->\n<html lang"
    vary(page, ("<html lang", saved), ("harbourpost.example", "elsewhere.example"))
    assert archive.take(page, source=None) == 0, archive.said
    assert archive.article()[0]["source"] == "west-quay"
    assert "sure: westquay.example (where it was saved)" in archive.report()


def test_page_of_an_unknown_site_is_refused_with_its_domain(archive: Archive, page: Path) -> None:
    vary(page, ("harbourpost.example", "elsewhere.example"), ("Harbour Post", "Elsewhere"))
    assert archive.take(page, source=None) == 1
    assert "no-source: no source has the domain www.elsewhere.example; add it" in archive.said[0]


def test_address_of_another_site_is_not_taken(archive: Archive, page: Path) -> None:
    vary(page, ("harbourpost.example", "elsewhere.example"))
    assert archive.take(page) == 0
    assert "source_url" not in archive.article()[0]


def test_title_of_the_metadata_alone_is_taken_and_told(archive: Archive, page: Path) -> None:
    vary(page, ("<h1>New walls rise at Port Ember</h1>", ""))
    assert archive.take(page) == 0
    assert archive.article()[0]["title"] == "New walls rise at Port Ember"
    assert "  metadata (JSON-LD headline; " in archive.report()


def test_summary_that_the_text_begins_with_is_no_summary(archive: Archive, page: Path) -> None:
    first = "We have waited long enough for a wall"
    vary(
        page,
        ("The Tide Office has begun what the town waited eleven years for.", first),
        ("PORT EMBER &mdash; Work", f"{first} is what they say. Work"),
        (f'<p class="standfirst">{first}</p>', ""),
    )
    assert archive.take(page) == 0
    assert "summary" not in archive.article()[0]


def test_time_of_the_page_has_its_offset(archive: Archive, page: Path) -> None:
    vary(page, ("2022-03-09T15:28:00+05:30", "2022-03-09T09:58:00Z"))
    assert archive.take(page) == 0
    assert archive.article()[0]["date"] == "2022-03-09T09:58:00+00:00"


def test_highlights_are_a_list_above_the_text(archive: Archive, page: Path) -> None:
    points = "<h3>Highlights</h3><ul><li>Three sites</li><li>One wall</li></ul>"
    vary(page, ('<div class="text">', f'{points}<div class="text">'))
    assert archive.take(page) == 0
    values, body = archive.article()
    assert values["highlights"] == ["Three sites", "One wall"]
    assert "One wall" not in body


def test_hidden_notice_flags_the_picture(archive: Archive, page: Path) -> None:
    vary(
        page,
        ("Tide Office/Handout via REUTERS NO ARCHIVES. NO RESALES.", ""),
        ('alt="A crane', 'data-rights="for editorial use only" alt="A crane'),
    )
    assert archive.take(page) == 0
    (image,) = archive.article()[0]["images"]
    assert image["rights"] == "no-archive"


def test_page_over_a_megabyte_is_read(archive: Archive, page: Path) -> None:
    vary(page, ("</body>", "<script>" + "x = 1;\n" * 300_000 + "</script></body>"))
    assert page.stat().st_size > 2_000_000
    assert archive.take(page) == 0, archive.said
    assert archive.problems() == ()


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [("utf-8", "iso-8859-1"), ("windows-1251", "windows-1251"), ("utf-16", "utf-8")],
)
def test_charset_that_is_declared_wrongly_does_no_harm(
    archive: Archive, page: Path, encoding: str, charset: str
) -> None:
    text = (HERE / "captures" / "russian-page.html").read_text("utf-8")
    text = text.replace('charset="utf-8"', f'charset="{charset}"')
    page.write_bytes(text.encode(encoding))
    assert archive.take(page) == 0, archive.said
    assert archive.article()[0]["title"] == "Порт Эмбер ждёт стену"


def test_comments_that_hold_a_page_are_no_words(archive: Archive, page: Path) -> None:
    vary(page, ("<h2>Three", "<!-- <p>A paragraph that was taken out again</p> --><h2>Three"))
    assert archive.take(page) == 0
    assert "taken out again" not in archive.report() + archive.article()[1]


def test_broken_markup_is_refused_rather_than_half_read(archive: Archive, page: Path) -> None:
    vary(page, ("<h2>Three sites", "<plaintext><p>x</plaintext><h2>Three sites"))
    before = archive.files()
    code = archive.take(page)
    assert code == 1
    assert "broken-markup" in archive.said[0]
    assert archive.files() == before


BYLINE = '<div class="byline">By <a href="/ana">Ana Rell</a> and Ivo Marsh</div>'
AUTHOR = (
    ' "author": [{"@type": "Person", "name": "Ana Rell"}, '
    '{"@type": "Person", "name": "Ivo Marsh"}],\n'
)
TEXT = '<div class="text">\n'


@pytest.mark.parametrize("is_told", [True, False])
@pytest.mark.parametrize("bare", ["By Ana Rell and Ivo Marsh", "By Ana Rell, Ivo Marsh"])
def test_a_bare_paragraph_of_names_is_a_byline(
    archive: Archive, page: Path, is_told: bool, bare: str
) -> None:
    changes = [(BYLINE, ""), (TEXT, f"{TEXT}<p>{bare}</p>\n")]
    vary(page, *changes, *(() if is_told else [(AUTHOR, "")]))
    assert archive.take(page) == 0, archive.said
    front, body = archive.article()
    assert front["authors"] == ["Ana Rell", "Ivo Marsh"]
    assert "By Ana" not in body
    assert body.startswith("PORT EMBER")


def test_a_byline_below_the_text_is_one_too(archive: Archive, page: Path) -> None:
    end = '<div class="newsletter">'
    vary(page, (BYLINE, ""), (AUTHOR, ""), (end, f"<p>By Ana Rell</p>\n{end}"))
    assert archive.take(page) == 0, archive.said
    front, body = archive.article()
    assert front["authors"] == ["Ana Rell"]
    assert "By Ana" not in body


def test_a_paragraph_that_begins_with_by_is_text(archive: Archive, page: Path) -> None:
    vary(page, (TEXT, f"{TEXT}<p>By the sea everything begins with the wind and ends in it.</p>\n"))
    assert archive.take(page) == 0, archive.said
    assert archive.article()[1].startswith("By the sea everything")


CAPTION = "Tide Office/Handout via REUTERS NO ARCHIVES. NO RESALES."


@pytest.mark.parametrize(
    ("marked", "credit", "is_forbidden"),
    [
        ('<span class="credit">Ana Rell for the Post</span>', "Ana Rell for the Post", False),
        ('<span class="media-photographer">ANA RELL</span>', "ANA RELL", False),
        ('<span itemprop="copyrightHolder">Ana Rell / AFP / Getty</span>',
         "Ana Rell / AFP / Getty", True),
        ("Photo: REUTERS/Ana Rell", "Photo: REUTERS/Ana Rell", True),
        ("(AP Photo/Ana Rell)", "(AP Photo/Ana Rell)", True),
    ],
)  # fmt: skip
def test_the_credit_of_a_picture_is_parted_from_its_caption(
    archive: Archive, page: Path, marked: str, credit: str, is_forbidden: bool
) -> None:
    vary(page, (CAPTION, marked))
    assert archive.take(page) == 0, archive.said
    (image,) = archive.article()[0]["images"]
    assert image["caption"] == "Mira Solan, the harbour minister, on the quay."
    assert image["credit"] == credit
    assert (image.get("rights") == "no-archive") == is_forbidden


def test_no_word_is_cut_where_a_credit_stands_without_a_space(archive: Archive, page: Path) -> None:
    glued = 'Mira Solan on the quay<span class="credit">Credit: EPA</span>'
    vary(page, (f"Mira Solan, the harbour minister, on the quay. {CAPTION}", glued))
    assert archive.take(page) == 0, archive.said
    (image,) = archive.article()[0]["images"]
    assert image["caption"] == "Mira Solan on the quayCredit: EPA"
    assert image["rights"] == "no-archive"
