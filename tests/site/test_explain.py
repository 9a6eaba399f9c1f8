"""`inv build --explain` says of every file why it was looked at, and what became of it."""

import re
import shutil

import pytest

from tests.archives import write_article, write_page, write_record
from tests.building import run_build

LINE = re.compile(r"(written|same|gone|absent) +(\S+)  \((.+)\)")
X = "articles/2021/x.md"


@pytest.fixture
def content(tmp_path):
    """Four articles that have Ann and a paper in common; the second also Bob."""
    folder = tmp_path / "content"
    for kind, id_ in (("people", "ann"), ("people", "bob"), ("tags", "war"), ("sources", "paper")):
        write_record(folder, kind, id_)
    write_record(folder, "people", "cid", see_also=["bob"])
    for day in range(1, 5):
        people = ["ann", "bob"] if day == 2 else ["ann"]
        put(folder, f"a{day}", date=f"2021-03-0{day}", people=people)
    write_page(folder, "about", "About", "Words.")
    explain(folder)
    return folder


def explain(content, *options):
    """Build; of each file what became of it and why."""
    built = run_build(content, content.parent, "--explain", *options)
    assert built.returncode == 0, built.stdout + built.stderr
    assert built.stderr == ""
    *lines, totals = built.stdout.splitlines()
    assert re.match(r"\d+ articles; \d+ files written of \d+ looked at", totals)
    found = {}
    for line in lines:
        if match := LINE.fullmatch(line):
            what, path, why = match.groups()
            found[path] = (what, why)
    return found


def test_an_added_article_is_named_by_all_that_it_reaches(content):
    put(content, "x", date="2021-03-02", people=["ann"], tags=["war"])
    found = explain(content)
    segments = {path for path in found if re.fullmatch(r"search/\w+/", path)}
    assert len(segments) == 2  # that of all articles is another now
    names = {path for path in found if path.startswith("search/names/")}
    assert {found[path][1] for path in names} == {f"{X} is new"}
    expected = {
        "articles/2021/x.html": ("written", f"{X} is new"),
        "articles/2021/a2.html": ("written", f"next to {X}"),
        "articles/2021/a3.html": ("written", f"next to {X}"),
        "articles/2021/a1.html": ("written", f"may be related to {X}"),
        "articles/2021/a4.html": ("written", f"may be related to {X}"),
        "articles/2021/x.json": ("written", f"{X} is new"),
        "data/articles/2021.csv": ("written", f"lists {X}"),
        "data/articles/2021.jsonl": ("written", f"lists {X}"),
        "data/datapackage.json": ("written", f"{X} is new"),  # the first tag has its table
        "data/index.html": ("written", f"{X} is new"),
        "data/tags.csv": ("written", f"lists {X}"),
        "data/tags.jsonl": ("written", f"lists {X}"),
        "people/ann.html": ("written", f"lists {X}"),
        "sources/paper.html": ("written", f"lists {X}"),
        "tags/war.html": ("written", f"lists {X}"),
        "tags/war.xml": ("written", f"lists {X}"),
        "tags/war.json": ("written", f"lists {X}"),
        "sources/paper.xml": ("written", f"lists {X}"),
        "sources/paper.json": ("written", f"lists {X}"),
        "people/ann.xml": ("written", f"lists {X}"),  # the fifth
        "people/ann.json": ("written", f"lists {X}"),
        "feeds.opml": ("written", f"lists {X}"),
        "dates/2021-03-01.html": ("same", f"beside the day of {X}"),
        "dates/2021-03-02.html": ("written", f"lists {X}"),
        "dates/2021-03-03.html": ("same", f"beside the day of {X}"),
        "dates/2021-03.html": ("written", f"lists {X}"),
        "dates/2021.html": ("written", f"lists {X}"),
        "dates/index.html": ("written", f"counts {X}"),
        "dates/days.html": ("same", f"lists {X}"),
        "dates/03-02.html": ("absent", f"lists {X}"),
        "timeline.html": ("written", f"counts {X}"),
        "feed.xml": ("written", f"{X} is new"),
        "feed.json": ("written", f"{X} is new"),
        "index.html": ("written", f"{X} is new"),
        "collection.html": ("written", f"{X} is new"),
        "search.html": ("same", f"{X} is new"),
        "search/manifest.js": ("written", f"{X} is new"),
        "about.html": ("same", "hand-written: made each time"),
    }
    assert {path: found[path] for path in expected} == expected
    rest = found.keys() - expected.keys() - names - segments
    assert {found[path][0] for path in rest} == {"absent"}  # the sitemaps: there is no address


@pytest.mark.parametrize(
    ("keys", "article", "day", "ann"),
    [
        ({"title": "Another"}, "changed", "lists {}", "lists {}"),
        ({"people": ["bob"]}, "changed", "lists {}", "no longer lists {}"),
        ({"status": "draft"}, "is a draft now", "no longer lists {}", "no longer lists {}"),
        (
            {"withdrawn": {"date": "2024-01-01", "reason": "Gone"}},
            "is withdrawn",
            "no longer lists {}",
            "no longer lists {}",
        ),
        (None, "is gone", "no longer lists {}", "no longer lists {}"),
    ],
)
def test_it_is_said_what_became_of_an_article(content, keys, article, day, ann):
    path = content / "articles" / "2021" / "a3.md"
    if keys is None:
        path.unlink()
    else:
        put(content, "a3", **{"date": "2021-03-03", "people": ["ann"]} | keys)
    found = {path: why for path, (_, why) in explain(content).items()}
    a3 = "articles/2021/a3.md"
    assert found["articles/2021/a3.html"] == f"{a3} {article}"
    assert found["dates/2021-03-03.html"] == day.format(a3)
    assert found["people/ann.html"] == ann.format(a3)
    assert found["articles/2021/a4.html"] == f"next to {a3}"


def test_a_changed_record_is_named_by_its_file(content):
    write_record(content, "people", "bob", heading="Robert")
    found = explain(content)
    bob = "authorities/people/bob.yaml"
    expected = {
        "people/bob.html": ("written", f"{bob} changed"),
        "people/index.html": ("written", f"{bob} changed"),
        "people/cid.html": ("written", f"related to {bob}"),
        "articles/2021/a2.html": ("written", f"names {bob}"),
        "articles/2021/a1.html": ("same", f"next to an article that names {bob}"),
        "people/ann.html": ("written", f"lists an article that names {bob}"),
        "index.html": ("written", f"{bob} changed"),
    }
    assert {path: found[path] for path in expected} == expected
    searched = {why for path, (_, why) in found.items() if path.startswith("search/")}
    assert searched == {f"segment of an article that names {bob}", f"{bob} changed"}


def test_of_many_causes_the_first_is_named_and_the_others_counted(content):
    for name in ("x", "y", "z"):
        put(content, name, date="2021-03-02", people=["ann"])
    write_record(content, "people", "ann", heading="Anna")
    found = {path: why for path, (_, why) in explain(content).items()}
    assert found["people/ann.html"] == "authorities/people/ann.yaml changed, and 3 more"
    assert found["dates/2021-03-02.html"] == f"lists {X}, and 3 more"
    assert found["index.html"] == f"{X} is new, and 3 more"


def test_where_everything_is_looked_at_one_line_says_why(content):
    whole = "everything is looked at: {}"
    reasons = {
        "a hand-written page came or went, and the menu with it": lambda: write_page(
            content, "more", "More", "Words."
        ),
        "theme or settings changed": lambda: None,
        "the site in place is not the last one built": lambda: shutil.rmtree(
            content.parent / "out"
        ),
        "nothing is kept from an earlier build": lambda: shutil.rmtree(content.parent / "cache"),
    }
    for reason, change in reasons.items():
        change()
        address = ["--site-url", "https://example.org"] if reason.startswith("theme") else []
        built = run_build(content, content.parent, "--explain", *address)
        assert built.stdout.splitlines()[0] == whole.format(reason)


def test_an_edit_of_what_is_hand_written_leads_to_its_page_alone(content):
    write_page(content, "about", "About", "Other words.")
    assert explain(content) == {"about.html": ("written", "hand-written: made each time")}


def put(content, name, **keys):
    write_article(content, f"2021/{name}", f"Text of {name}.", **keys)
