import os
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.archive.content import read_content
from plugins.archive.library import Library
from plugins.checks.desk import check

KEYS = (
    "title",
    "date",
    "source",
    "happened",
    "people",
    "tags",
    "images",
    "capture",
    "aliases",
    "withdrawn",
    "corrections",
    "text",
    "lang",
    "scripts",
    "heading",
    "see_also",
    "form",
    "lat",
    "timezone",
    "broader",
    "<<",
    "nonsense",
)
VALUES = (
    "",
    "~",
    "x",
    "a: b",
    "[a, b]",
    "{a: b}",
    "- a",
    "2021-04-06",
    "2021",
    "1e999",
    "&a",
    "*a",
    "'",
    '"\\0"',
    "|\n  a",
    "[[[[[[[[[[a]]]]]]]]]]",
    "!!binary x",
    "%",
    "@",
    "full",
    "metadata",
    "[{file: a.png, rights: CC0-1.0}]",
    "{file: a, sha256: " + "0" * 64 + "}",
    "null",
    "true",
    "{date: 2021-04-06, reason: x}",
    "[articles/2021/x.html]",
    "#",
    "{? a}",
    "? b",
)
PATHS = st.sampled_from(
    [
        "articles/2021/x.md",
        "articles/2021/y.md",
        "authorities/people/x.yaml",
        "authorities/tags/x.yaml",
        "authorities/sources/x.yaml",
        "authorities/places/x.yaml",
        "pages/x.md",
    ]
)
ROWS = st.lists(
    st.builds(
        "{}: {}\n".format, st.sampled_from(KEYS), st.sampled_from(VALUES) | st.text(max_size=9)
    ),
    max_size=6,
).map("".join)
BODIES = st.text("[]()<>*_`#-: \n\tax1.\"'&!|^~\\", max_size=60)
ARTICLES = st.builds("---\ntitle: x\ndate: 2021-04-06\nsource: x\n{}---\n{}".format, ROWS, BODIES)
FILES = st.dictionaries(
    PATHS, st.binary(max_size=60) | ARTICLES.map(str.encode) | ROWS.map(str.encode), max_size=4
)
SLOW_AND_SHARED = settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def write(folder, path, data):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data if isinstance(data, bytes) else data.encode())


def codes(folder):
    return [(p.path, p.code) for p in check(read_content(folder))]


@SLOW_AND_SHARED
@given(FILES)
def test_no_file_whatever_its_bytes_ends_in_a_traceback(tmp_path_factory, files):
    folder = tmp_path_factory.mktemp("fuzz") / "content"
    folder.mkdir()
    for path, data in files.items():
        write(
            folder, path, data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
        )
    content = read_content(folder)
    problems = check(content)
    for problem in problems:
        path = folder.parent / problem.path
        assert path.is_file()
        assert 1 <= problem.line <= path.read_bytes().count(b"\n") + 2
        assert problem.message
        assert "\n" not in str(problem)
    told = {problem.path.removeprefix("content/") for problem in problems}
    read = {f"articles/{id_}.md" for id_ in content.articles}
    read |= {f"pages/{name}.md" for name in content.pages}
    for kind, records in content.authorities.items():
        read |= {f"authorities/{kind}/{id_}.yaml" for id_ in records}
    assert files.keys() <= told | read, "a file was lost without a word"
    if not problems:
        library = Library.of(content)
        assert all(library.entry(id_) for id_ in library.articles())


def test_a_folder_that_is_not_there_is_told(tmp_path):
    assert codes(tmp_path / "content") == [("content/", "no-content")]


def test_an_empty_folder_is_an_archive_without_articles(tmp_path):
    content = read_content(tmp_path)
    assert (check(content), content.articles) == ((), {})


def test_an_article_keeps_its_keys_its_text_and_its_lines(tmp_path):
    write(
        tmp_path, "articles/2021/x.md", "---\ntitle: T\ndate: 2021-04-06\nsource: s\n---\n\nText\n"
    )
    content = read_content(tmp_path)
    article = content.articles["2021/x"]
    assert (article.id, article.title, article.body) == ("2021/x", "T", "Text")
    assert content.where("articles/2021/x.md", "date") == 3
    assert content.where("articles/2021/x.md", "images", 3, "file") == 1
    assert content.body_lines["articles/2021/x.md"] == 7


@pytest.mark.parametrize(
    "path",
    [
        "articles/x.md",
        "articles/21/x.md",
        "articles/2021/X.md",
        "articles/2021/x_y.md",
        "articles/2021/x--y.md",
        "articles/2021/-x.md",
        "articles/2021/x.markdown",
        "articles/2021/04/x.md",
        "articles/२०२१/x.md",
        "articles/2021/.md",
        "articles/2021/x.md.orig",
        "articles/2021/" + "x" * 201 + ".md",
        "authorities/x.yaml",
        "authorities/people/x.yml",
        "authorities/people/a/x.yaml",
        "pages/x.html",
        "pages/a/x.md",
        "images/x.svg",
        "images/x",
        "images/x y.png",
        "images/.x.png",
        "x.md",
        ".git/config",
        "articles",
    ],
)
def test_a_file_in_no_known_place_is_told(tmp_path, path):
    write(tmp_path / "content", path, "---\ntitle: x\n---\n")
    assert codes(tmp_path / "content") == [(f"content/{path}", "unknown-file")]


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_a_name_with_a_line_break_is_told_in_one_line(tmp_path):
    write(tmp_path / "content", "articles/2021/x\n.md", "---\ntitle: x\n---\n")
    [problem] = check(read_content(tmp_path / "content"))
    assert problem.code == "unknown-file"
    assert str(problem).startswith("content/articles/2021/x\\n.md:1: ")


@pytest.mark.parametrize(
    "path", ["articles/.gitkeep", "README.md", "captures/README.md", ".DS_Store"]
)
def test_what_git_and_systems_leave_is_passed_over(tmp_path, path):
    write(tmp_path, path, "x")
    assert codes(tmp_path) == []


def test_images_and_captures_are_noted_by_their_path_below_the_folder(tmp_path):
    write(tmp_path, "images/2021/A.PNG", "x")
    write(tmp_path, "captures/a b/ü.html", "x")
    content = read_content(tmp_path)
    assert (content.images, content.captures) == ({"2021/A.PNG"}, {"a b/ü.html"})


def test_an_image_over_twenty_million_bytes_is_told(tmp_path):
    write(tmp_path, "images/x.png", "x")
    os.truncate(tmp_path / "images" / "x.png", 20_000_001)
    assert [code for _, code in codes(tmp_path)] == ["too-large"]
