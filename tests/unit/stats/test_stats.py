"""What is counted, and how it is shown."""

import json

import pytest

from plugins.archive.content import read_content
from plugins.stats.command import show_stats
from plugins.stats.figures import WITHOUT, figures
from plugins.stats.gaps import Gap, empty_years, gaps, runs
from plugins.stats.lines import lines
from tests.archives import write, write_article, write_page, write_record
from tests.building import GOOD

FULL = {
    "source_url": "https://paper.example/x",
    "archived_url": "https://archive.example/x",
    "capture": {"sha256": "0" * 64},
    "rights": "InC",
    "authors": ["A. Writer"],
    "summary": "In short.",
    "people": ["asha"],
    "places": ["riga"],
    "organisations": ["port"],
    "tags": ["trams"],
}


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    for kind, ids in {
        "sources": ("paper", "gazette"),
        "people": ("asha", "boris"),
        "places": ("riga",),
        "organisations": ("port",),
    }.items():
        for id_ in ids:
            write_record(folder, kind, id_)
    write_record(folder, "tags", "transport")
    write_record(folder, "tags", "rail", broader="transport")
    write_record(folder, "tags", "trams", broader="rail")
    write_record(folder, "tags", "film")
    return folder


def counted(folder):
    return figures(read_content(folder))


def text(folder):
    return "\n".join(lines(counted(folder)))


def test_what_readers_do_not_find_is_counted_apart(content):
    write_article(content, "2021/a", "Text.")
    write_article(content, "2021/b", "Text.", status="draft", title="B")
    gone = {"date": "2022-01-01", "reason": "Asked for."}
    write_article(content, "2021/c", "", withdrawn=gone, title="C")
    found = counted(content)
    assert (found.articles, found.drafts, found.withdrawn) == (1, ["2021/b"], ["2021/c"])
    assert found.years == {2021: 1}
    assert found.most["sources"][0].articles == 1


def test_kinds_of_text_and_languages_come_largest_first(content):
    for number, (kind, lang) in enumerate([("full", "ru"), ("digest", "hi"), ("digest", "ru")]):
        write_article(content, f"2021/n{number}", "Text.", text=kind, lang=lang)
    found = counted(content)
    assert list(found.texts.items()) == [("digest", 2), ("full", 1)]
    assert list(found.languages.items()) == [("ru", 2), ("hi", 1)]
    assert "languages     Russian (ru) 2; Hindi (hi) 1" in text(content)


def test_an_article_counts_for_the_day_of_what_happened(content):
    write_article(content, "2021/a", "Text.", date="2021-01-02", happened="2019-12-31")
    assert counted(content).years == {2019: 1}


@pytest.mark.parametrize("key", WITHOUT)
def test_what_an_article_goes_without_is_said(content, key):
    write_article(content, "2021/whole", "Text.", **FULL)
    write_article(content, "2021/short", "Text.", **{k: v for k, v in FULL.items() if k != key})
    without = counted(content).without
    assert without[key] == ["2021/short"]
    assert [other for other, ids in without.items() if ids] == [key]
    assert f"  {key:<14}      1   50%" in text(content)


def test_records_that_nothing_names_are_said(content):
    write_article(content, "2021/a", "Text.", tags=["trams"])
    write_article(content, "2021/b", "Text.", people=["asha"], status="draft", title="B")
    unused = counted(content).unused
    assert unused == {
        "people": ["boris"],
        "places": ["riga"],
        "organisations": ["port"],
        "sources": ["gazette"],
        "tags": ["film"],
    }
    assert "people        1: boris" in text(content)


def test_the_most_present_come_first_and_ties_by_id(content):
    write_article(content, "2021/a", "Text.", people=["boris"])
    write_article(content, "2021/b", "Text.", people=["asha", "boris"])
    found = [(one.id, one.heading, one.articles) for one in counted(content).most["people"]]
    assert found == [("boris", "Boris", 2), ("asha", "Asha", 1)]


def test_titles_that_stand_twice_are_said_whatever_their_case(content):
    write_article(content, "2021/a", "Text.", title="The week  ahead")
    write_article(content, "2022/b", "Text.", title="The Week Ahead")
    write_article(content, "2022/c", "Text.", title="Another")
    assert counted(content).same_title == [["2021/a", "2022/b"]]
    assert "Titles that stand more than once: 1\n  2: 2021/a, 2022/b" in text(content)


def test_corrections_are_counted_by_article_and_by_place(content):
    notes = [{"date": "2022-01-01", "note": "One."}, {"date": "2022-01-02", "note": "Two."}]
    write_article(content, "2021/a", "Text.", corrections=notes)
    found = counted(content)
    assert (found.corrected, found.corrections) == (["2021/a"], 2)


def test_addresses_on_record_as_gone_are_said(content):
    write_article(content, "2021/a", "Text.", source_url="https://paper.example/a")
    copy = "https://archive.example/b"
    urls = {"source_url": "https://paper.example/b", "archived_url": copy}
    write_article(content, "2021/b", "Text.", **urls)
    write(
        content / "links.yaml",
        "gone:\n"
        '- {url: "https://paper.example/a", since: 2026-05-01, why: 404 Not Found}\n'
        '- {url: "https://paper.example/b", since: 2026-05-01, why: 404 Not Found}\n',
    )
    found = counted(content)
    assert (found.gone, found.lost) == (
        ["https://paper.example/a", "https://paper.example/b"],
        ["2021/a"],
    )


def test_years_without_share_a_line_and_long_silences_are_named(content):
    for day in ("2001-02-03", "2002-03-04", "2006-03-04", "2008-01-01"):
        write_article(content, f"{day[:4]}/{day}", "Text.", date=day, title=day)
    shown = text(content).split("\n")
    assert "  2001                1 #" in shown
    assert "  2003 to 2005        0" in shown
    assert "  2007                0" in shown
    assert "Without an article: 4 years, 80 months" in shown
    assert "  47 months between 2002-03 and 2006-03" in shown
    assert shown.index("  2003 to 2005        0") < shown.index("  2006                1 #")


def test_gaps_lie_between_months_that_have_an_article():
    found = gaps([(2021, 12), (2021, 11), (2022, 3), (2021, 12)])
    assert found == [Gap(after="2021-12", before="2022-03", months=2)]
    assert gaps([]) == []


def test_empty_years_run_together():
    assert empty_years([2001, 2005, 2003]) == [2002, 2004]
    assert empty_years([]) == []
    assert list(runs([1, 2, 3, 5, 7, 8])) == [(1, 3), (5, 5), (7, 8)]
    assert list(runs([])) == []


def test_long_bars_are_scaled_and_short_ones_seen(content):
    for number in range(120):
        write_article(content, f"2021/n{number}", "Text.", title=f"N {number}")
    write_article(content, "2022/one", "Text.")
    shown = text(content)
    assert f"  2021              120 {'#' * 50}\n" in shown
    assert "  2022                1 #\n" in shown


def test_an_empty_archive_says_so(tmp_path, capsys):
    write(tmp_path / "content" / "articles" / ".gitkeep", "")
    assert show_stats(tmp_path / "content", tmp_path, "text") == 0
    assert capsys.readouterr().out.startswith("0 articles\n")


def test_json_has_the_ids_behind_the_numbers(tmp_path, capsys):
    assert show_stats(GOOD, tmp_path, "json") == 0
    found = json.loads(capsys.readouterr().out)
    content = read_content(GOOD)
    assert found["articles"] + len(found["drafts"]) + len(found["withdrawn"]) == len(
        content.articles
    )
    assert sum(found["years"].values()) == found["articles"]
    assert sum(found["texts"].values()) == found["articles"]
    assert set(found["without"]["tags"]) <= content.articles.keys()
    assert found["pages"] == len(content.pages)


def test_the_same_content_gives_the_same_bytes(content, capsys):
    write_page(content, "about", "About", "Text.")
    write_article(content, "2021/a", "Text.", **FULL)
    outputs = []
    for _ in range(2):
        show_stats(content, content, "json")
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]


def test_a_file_that_can_not_be_read_is_not_passed_over(content, capsys):
    write_article(content, "2021/a", "Text.")
    write_article(content, "2021/b", "Text.", date="soon")
    assert show_stats(content, content, "text") == 1
    out = capsys.readouterr().out
    assert out.startswith("1 article, 2021\n")
    assert "Not counted, for 1 fault in content: see `inv check`" in out


@pytest.mark.parametrize(
    ("folder", "shape", "words"),
    [("none", "text", "no such folder"), ("content", "xml", "--format is one of text, json")],
)
def test_a_bad_choice_is_refused(content, capsys, folder, shape, words):
    assert show_stats(content.parent / folder, content, shape) == 1
    assert words in capsys.readouterr().err
