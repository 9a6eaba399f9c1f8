import inspect

import pytest

from plugins.archive.content import read_content
from plugins.archive.model import ImageRights, may_publish_image
from plugins.checks import articles, desk, references, texts
from plugins.checks.desk import check
from tests.archives import write, write_article, write_record


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    write_record(folder, "sources", "paper")
    return folder


def problems(folder):
    return [(p.path.removeprefix("content/"), p.line, p.code) for p in check(read_content(folder))]


def test_every_check_is_in_the_list():
    for module in (articles, references, texts):
        for name, function in inspect.getmembers(module, inspect.isfunction):
            parameters = list(inspect.signature(function).parameters)
            if parameters == ["content"] and function.__module__ == module.__name__:
                assert function in desk.CHECKS, name


def test_all_problems_of_all_files_come_in_one_run_sorted_by_path_and_line(content):
    write_article(content, "2021/b", "x", people=["nobody"], tags=["none"])
    write_article(content, "2021/a", "", date="2020-01-01")
    write(content / "articles" / "2021" / "c.md", "no front matter")
    write_record(content, "people", "x", see_also=["y"], colour="red")
    assert problems(content) == [
        ("articles/2021/a.md", 1, "empty-text"),
        ("articles/2021/a.md", 3, "wrong-year"),
        ("articles/2021/b.md", 5, "unknown-person"),
        ("articles/2021/b.md", 6, "unknown-tag"),
        ("articles/2021/c.md", 1, "no-front-matter"),
        ("authorities/people/x.yaml", 3, "unknown-key"),
    ]


def test_a_record_with_a_fault_is_not_also_missed_by_those_who_name_it(content):
    write_record(content, "people", "asha", colour="red")
    write_record(content, "tags", "narrow", broader="wide", see_also=["wide"])
    write_record(content, "tags", "wide", colour="red")
    write_article(content, "2021/a", "x", people=["asha"], tags=["narrow", "wide"])
    assert {code for *_, code in problems(content)} == {"unknown-key"}


def test_a_link_to_an_article_with_a_fault_is_no_dead_link(content):
    write_article(content, "2021/a", "[b](b.md)")
    write_article(content, "2021/b", "x", colour="red")
    assert [code for *_, code in problems(content)] == ["unknown-key"]


def test_drafts_may_link_to_drafts_and_published_articles_may_not(content):
    write_article(content, "2021/a", "[b](b.md)", status="draft")
    write_article(content, "2021/b", "[a](a.md)", status="draft")
    write_article(content, "2021/c", "[a](a.md)")
    assert problems(content) == [("articles/2021/c.md", 7, "dead-link")]


@pytest.mark.parametrize(
    "link",
    ["../README.md", "../../images/a.png", "../../captures/a.txt", "a.html", "A.md", "a%2emd"],
)
def test_a_link_to_what_becomes_no_page_is_dead(content, link):
    write(content / "articles" / "README.md", "x")
    write(content / "images" / "a.png", "x")
    write(content / "captures" / "a.txt", "x")
    write_article(content, "2021/a", f"Words.\n\nSee [it]({link}).")
    assert problems(content) == [("articles/2021/a.md", 9, "dead-link")]


@pytest.mark.parametrize(
    "link", ["a.md", "./a.md#x", "../2021/a.md?q", "https://x.example/", "mailto:x@y.example",
             "../../authorities/sources/paper.yaml"],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_no_problem(content, link):
    write_article(content, "2021/a", f"[it]({link}) and a note.[^1]\n\n[^1]: Here.")
    assert problems(content) == []


def test_a_withdrawn_twin_may_stand_beside_the_article_that_was_kept(content):
    same = {"source_url": "https://x.example/a", "title": "Same"}
    write_article(
        content, "2021/a", "", withdrawn={"date": "2021-02-01", "reason": "twice"}, **same
    )
    write_article(content, "2021/b", "x", **same)
    assert problems(content) == []


def test_short_texts_may_be_alike(content):
    write_article(content, "2021/a", "No comment.")
    write_article(content, "2021/b", "No comment.")
    assert problems(content) == []


def test_a_circle_of_tags_is_told_at_each_of_its_tags_and_at_no_other(content):
    for tag, broader in {"a": "b", "b": "c", "c": "b", "d": "d"}.items():
        write_record(content, "tags", tag, broader=broader)
    assert [(path[-6:], code) for path, _, code in problems(content)] == [
        ("b.yaml", "circular-tag"), ("c.yaml", "circular-tag"), ("d.yaml", "circular-tag")
    ]  # fmt: skip


def test_one_missing_record_is_looked_for_once_however_often_it_is_named(content, monkeypatch):
    asked = []
    nearest = references.NameIndex.nearest

    def count(self, name):
        asked.append(name)
        return nearest(self, name)

    monkeypatch.setattr(references.NameIndex, "nearest", count)
    for number in range(5):
        write_article(content, f"2021/a{number}", "x", people=["gone"])
    assert len(problems(content)) == 5
    assert asked == ["gone"]


def test_a_capture_that_is_not_there_is_no_fault_for_captures_are_private(content):
    write_article(content, "2021/a", "x", capture={"file": "a.html", "sha256": "0" * 64})
    assert problems(content) == []


def test_an_image_needs_its_alt_only_where_it_is_shown(content):
    write(content / "images" / "a.png", "x")
    write_article(
        content, "2021/a", "x", images=[{"file": "a.png"}, {"file": "a.png", "rights": "InC"}]
    )
    write_article(content, "2021/b", "x", images=[{"file": "a.png", "rights": "CC0-1.0"}])
    assert problems(content) == [("articles/2021/b.md", 5, "missing-alt")]


@pytest.mark.parametrize(
    ("rights", "may"),
    [("CC0-1.0", True), ("PDM-1.0", True), ("NoC-US", True), ("CC-BY-ND-4.0", True), ("CNE", False),
     ("InC", False), ("NoC-CR", False), ("UND", False), ("no-archive", False), (None, False)],
)  # fmt: skip
def test_an_image_is_shown_only_where_everybody_may_keep_it(rights, may):
    assert may_publish_image(rights) is may
    assert rights is None or rights in str(ImageRights)


@pytest.mark.parametrize("zone", ["Asia/Nowhere", "Asia", "UTC/"])
def test_a_time_zone_must_be_one_that_there_is(tmp_path, zone):
    write_record(tmp_path / "content", "sources", "paper", timezone=zone)
    assert [code for *_, code in problems(tmp_path / "content")] in (
        ["unknown-zone"],
        ["bad-value"],
    )
