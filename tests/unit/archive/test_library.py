from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.archive.content import read_content
from plugins.archive.library import Library
from plugins.archive.model import Person
from plugins.archive.related import and_list, related, reports
from plugins.archive.store import decode, encode
from tests.archives import write_article, write_record

LIT = ("2020/lighthouse-lit", "2020/beacon-on-old-wick")  # both report that the lamp was lit
GOOD = Path(__file__).resolve().parents[2] / "site" / "good" / "content"


@pytest.fixture(scope="module")
def good():
    return Library.of(read_content(GOOD))


@pytest.fixture
def make(tmp_path):
    """`make({id: keys}, kind=[ids])`: a library of these articles and records."""

    def made(articles, **records):
        write_record(tmp_path, "sources", "paper")
        for kind, given in records.items():
            for id_ in given:
                write_record(tmp_path, kind, id_, **(given[id_] if isinstance(given, dict) else {}))
        for id_, keys in articles.items():
            write_article(tmp_path, id_, f"Text of {id_}", **keys)
        return Library.of(read_content(tmp_path))

    return made


def ids(entries):
    return [entry.id for entry in entries]


def test_articles_come_back_from_the_store_as_they_were_read():
    content = read_content(GOOD)
    library = Library.of(content)
    for id_, article in content.articles.items():
        if article.status == "published":
            assert library.article(id_) == replace(article, body="")
    for kind, records in content.authorities.items():
        for id_, record in records.items():
            assert library.record(kind, id_) == record
            assert decode(encode(record), type(record)) == record


def test_lists_go_by_the_day_of_the_event_not_of_the_paper(good):
    assert list(good.articles()) == [
        "2020/count-of-boats",  # filed at the end of 1971
        "2020/lighthouse-lit",
        "2020/beacon-on-old-wick",
        "2021/ferry-talks",
        "2021/ferry-in-hindi",  # in April 2021, and so on the day of April that is nearest
    ]
    days = {entry.id: entry.day for entry in good.entries()}
    assert days["2020/count-of-boats"] == date(1971, 12, 31)
    assert days["2021/ferry-talks"] == date(2021, 4, 6)
    assert days["2021/ferry-in-hindi"] == date(2021, 4, 7)


def test_drafts_are_nowhere_and_withdrawn_articles_only_by_name(good):
    assert good.withdrawn() == ("2021/withdrawn-report",)
    assert good.article("2021/withdrawn-report").withdrawn.date == date(2021, 7, 1)
    assert good.body("2021/withdrawn-report").html == ""
    for listed in (good.entries(), good.latest(), good.entries("tags", "ferries")):
        assert not {"2021/withdrawn-report", "2021/not-yet"} & set(ids(listed))
    assert good.count("people", "asha-tamm") == 2
    with pytest.raises(KeyError):
        good.article("2021/not-yet")


def test_of_an_article_with_metadata_only_no_text_is_shown(make):
    library = make({"2021/a": {"text": "metadata"}})
    assert (library.body("2021/a").html, library.body("2021/a").plain) == ("", "")


def test_what_only_its_month_is_known_of_is_not_precise(good):
    precise = {entry.id: entry.precise for entry in good.entries()}
    assert precise["2021/ferry-in-hindi"] is False
    assert precise["2021/ferry-talks"] is precise["2020/lighthouse-lit"] is True


def test_entries_are_those_of_a_record_and_of_a_time(good):
    assert ids(good.entries("people", "asha-tamm")) == ["2021/ferry-talks", "2020/lighthouse-lit"]
    assert ids(good.entries("people", "asha-tamm", year=2020)) == ["2020/lighthouse-lit"]
    assert ids(good.entries(year=2021, month=4, newest_first=False)) == [
        "2021/ferry-talks", "2021/ferry-in-hindi"
    ]  # fmt: skip
    assert ids(good.entries(day=date(2020, 5, 13))) == [
        "2020/beacon-on-old-wick", "2020/lighthouse-lit"
    ]  # fmt: skip
    assert ids(good.entries(limit=1)) == ["2021/ferry-in-hindi"]
    assert good.entries("people", "nobody-yet") == good.entries("people", "unheard-of") == ()


def test_counts_add_up(good):
    assert good.count() == len(list(good.articles())) == 5
    assert sum(n for _, n in good.years()) == sum(n for *_, n in good.months()) == 5
    assert sum(n for _, n in good.days()) == 5
    assert good.years() == ((2021, 2), (2020, 2), (1971, 1))
    assert good.months(year=2021) == ((2021, 4, 2),)
    assert good.years("tags", "lighthouses") == ((2020, 2),)
    assert good.days(2020) == ((date(2020, 5, 13), 2),)
    for kind in ("people", "places", "sources", "tags"):
        for heading, count in good.headings(kind):
            assert count == len(good.entries(kind, heading.id)) == good.count(kind, heading.id)


def test_the_latest_are_those_taken_in_last(good):
    assert ids(good.latest(limit=3)) == [
        "2021/ferry-talks", "2020/beacon-on-old-wick", "2020/lighthouse-lit"
    ]  # fmt: skip
    assert ids(good.latest("tags", "ferries")) == ["2021/ferry-talks", "2021/ferry-in-hindi"]


def test_neighbours_lead_through_all_articles_and_back(good):
    order = list(good.articles())
    assert [good.before(id_) and good.before(id_).id for id_ in order] == [None, *order[:-1]]
    assert [good.after(id_) and good.after(id_).id for id_ in order] == [*order[1:], None]


def test_headings_are_filed_by_their_sort_form_and_known_without_articles(good):
    assert [(heading.id, count) for heading, count in good.headings("people")] == [
        ("meera-kadam", 2), ("nobody-yet", 0), ("viktor-sorokin", 2), ("asha-tamm", 2)
    ]  # fmt: skip
    assert good.heading("people", "asha-tamm").address == "people/asha-tamm.html"


def test_kinds_of_event_come_after_subjects(good):
    assert [tag.id for tag in good.entry("2020/lighthouse-lit").tags] == ["lighthouses", "opening"]
    assert [tag.id for tag in good.narrower("harbours")] == ["ferries", "lighthouses"]


def test_what_is_most_named_comes_first_and_ties_go_by_name(good):
    assert [(h.id, n) for h, n in good.most("people", limit=3)] == [
        ("meera-kadam", 2), ("viktor-sorokin", 2), ("asha-tamm", 2)
    ]  # fmt: skip
    first, count = good.most("people", year=2021)[0]
    assert (first.id, count) == ("meera-kadam", 2)


def test_records_that_share_articles_are_found_without_the_record_itself(good):
    assert [(h.id, n) for h, n in good.together("people", "asha-tamm", "people")] == [
        ("meera-kadam", 1), ("viktor-sorokin", 1)
    ]  # fmt: skip
    assert good.together("places", "old-wick", "tags")[0][0].id == "lighthouses"


def test_related_articles_come_with_the_reason(good):
    found = related(good, "2020/lighthouse-lit")
    assert (found[0][0].id, found[0][1]) == ("2021/ferry-talks", "Also names Asha Tamm.")
    assert "2020/lighthouse-lit" not in [entry.id for entry, _ in found]


def test_reports_of_the_same_event_stand_together_and_not_among_the_related(good):
    for here, other in (LIT, LIT[::-1]):
        assert ids(reports(good, here)) == [other]
        assert other not in [entry.id for entry, _ in related(good, here)]
    assert reports(good, "2021/ferry-talks") == ()


def test_reports_of_an_event_come_oldest_first_and_are_those_nearest(make, monkeypatch):
    monkeypatch.setattr("plugins.archive.library.REPORTS", 2)
    articles = {f"2021/{n}": {"date": f"2021-01-0{n}", "event": "storm"} for n in range(1, 8)}
    articles["2021/other"] = {"date": "2021-01-04", "event": "calm", "title": "Other"}
    library = make(articles)
    assert ids(reports(library, "2021/4")) == ["2021/2", "2021/3", "2021/5", "2021/6"]
    assert ids(reports(library, "2021/1")) == ["2021/2", "2021/3"]
    assert reports(library, "2021/other") == ()


def test_a_withdrawn_report_is_not_among_those_of_its_event(make):
    gone = {"event": "storm", "withdrawn": {"date": "2024-01-01", "reason": "Gone"}}
    articles = {
        "2021/a": {"event": "storm"},
        "2021/b": {**gone, "title": "B"},
        "2021/c": {"event": "storm", "title": "C", "status": "draft"},
    }
    assert reports(make(articles), "2021/a") == ()


def test_an_added_article_changes_no_other_pair(make):
    people = {"people": ["a", "b", "c"]}
    articles = {
        "2021/x": {"people": ["a", "b"], "date": "2021-01-01"},
        "2021/y": {"people": ["a"], "date": "2021-01-02"},
        "2021/z": {"people": ["b"], "date": "2021-01-03"},
    }
    before = [(e.id, why) for e, why in related(make(articles, **people), "2021/x")]
    more = {**articles, "2021/far": {"people": ["b", "c"], "date": "2021-12-01"}}
    after = [(e.id, why) for e, why in related(make(more, **people), "2021/x")]
    assert [pair for pair in after if pair[0] != "2021/far"] == before


def test_on_one_day_the_second_of_publication_decides_then_the_name(make):
    library = make(
        {
            "2021/b": {"date": "2021-01-01T10:00:00+05:30"},
            "2021/a": {"date": "2021-01-01T09:00:00Z", "title": "A"},
            "2021/c": {"date": "2021-01-01", "title": "C"},
            "2021/d": {"date": "2021-01-01", "title": "D"},
        }
    )
    assert list(library.articles()) == ["2021/c", "2021/d", "2021/b", "2021/a"]


def test_years_below_a_thousand_sort_and_count_like_others(make):
    library = make({"0999/a": {"date": "0999-04-06", "happened": "0999-04"}, "2021/b": {}})
    assert list(library.articles()) == ["0999/a", "2021/b"]
    assert library.months() == ((2021, 1, 1), (999, 4, 1))
    assert library.entries(year=999)[0].span.iso == "0999-04"


def test_an_empty_archive_answers_every_question(make):
    library = make({})
    assert library.entries() == library.latest() == library.years() == library.months() == ()
    assert (library.days(), library.withdrawn(), library.count()) == ((), (), 0)
    assert library.headings("people") == library.most("tags") == ()


def test_what_is_not_there_is_a_key_error(good):
    for ask in (
        lambda: good.article("2021/x"), lambda: good.entry("2021/x"),
        lambda: good.heading("people", "x"), lambda: good.record("people", "x"),
    ):  # fmt: skip
        with pytest.raises(KeyError):
            ask()


def test_names_are_listed_with_and():
    assert [and_list(list(names)) for names in ("a", "ab", "abc")] == ["a", "a and b", "a, b and c"]
    assert isinstance(Person(heading="x").scripts, dict)


def test_corrections_are_those_of_listed_articles_the_newest_first(make):
    def corrected(*pairs):
        return {"corrections": [{"date": day, "note": note} for day, note in pairs]}

    library = make(
        {
            "2020/a": corrected(("2021-01-02", "Late."), ("2021-01-01", "Early.")),
            "2020/b": corrected(("2021-01-02", "One."), ("2021-01-02", "Two.")),
            "2020/c": {**corrected(("2022-01-01", "No.")), "status": "draft"},
            "2020/d": {
                **corrected(("2022-01-01", "No.")),
                "withdrawn": {"date": "2023-01-01", "reason": "Gone."},
            },
        }
    )
    found = [(entry.id, one.note) for entry, one in library.corrected()]
    whole = [("2020/a", "Late."), ("2020/b", "One."), ("2020/b", "Two."), ("2020/a", "Early.")]
    assert found == whole
    assert [(e.id, c.note) for e, c in library.corrected(limit=2)] == whole[:2]


def test_records_in_use_are_those_that_so_many_articles_name(make):
    library = make(
        {"2020/a": {"tags": ["t", "s"]}, "2020/b": {"tags": ["t"]}}, tags=["s", "t", "unused"]
    )
    assert library.in_use("tags") == ("s", "t")
    assert library.in_use("tags", 2) == ("t",)
    assert library.in_use("people") == ()
    assert library.in_use("tags", prefix="t") == ("t",)
    assert library.in_use("tags", limit=1) == ("s",)


def test_what_is_kept_lately_is_made_once_until_another_comes(good):
    made = []

    def make(name):
        made.append(name)
        return name

    for name in ("x", "x", "y", "y", "x"):
        assert good.lately(name, lambda name=name: make(name)) == name
    assert made == ["x", "y", "x"]
