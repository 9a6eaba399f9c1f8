"""`inv add`: an article by question and answer, or by options."""

import json

import pytest

from plugins.accession.questions import QUESTIONS
from plugins.accession.terminal import Names
from plugins.archive.content import read_content
from plugins.checks.desk import check
from tests.archives import write_article, write_record
from tests.building import ROOT, files, run_python

GIVEN = {"title": "Talks: a list", "date": "6 April 2021 15:28", "source": "Mint"}
ENTER = "\r"
DONE = "\x1b\r"  # Esc, Enter: a text ends
ARTICLE = """\
---
title: 'Talks: a list'
date: 2021-04-06T15:28:00+05:30
source: mint
people:
- sergey-lavrov
- sergey-shoigu
places:
- new-delhi
tags:
- diplomacy
text: digest
added: 2024-05-02
---

They met.

Twice.
"""


def answers(**other):
    """What is typed, a key's answers each; `other` replaces some."""
    said = {
        "title": ["Talks: a list"],
        "source": ["Mint"],
        "date": ["6 April 2021 15:28"],
        "source_url": [""],
        "authors": [""],
        "people": ["Сергей Лавров", "sergey-shoigu", ""],
        "places": ["delhi", ""],
        "organisations": [""],
        "tags": ["diplomacy", ""],
        "summary": [""],
        "text": [""],
    } | other
    assert list(said) == [question.key for question in QUESTIONS]
    return "".join(f"{answer}{ENTER}" for part in said.values() for answer in part)


BODY = f"They met.\n\nTwice.{DONE}"
END = f"{ENTER}y{ENTER}"  # the name as proposed; write it


def sound(content):
    return [str(problem) for problem in check(read_content(content))] == []


def test_answers_make_an_article(typed, content):
    code, shown = typed(answers() + BODY + END)
    assert code == 0
    assert (content / "articles/2021/talks-a-list.md").read_text() == ARTICLE
    assert "  Tuesday 6 April 2021, 15:28 UTC+05:30" in shown
    assert f"content/articles/2021/talks-a-list.md\n{ARTICLE}" in shown
    assert sound(content)


def test_an_answer_that_does_not_fit_is_asked_for_again(typed, content):
    clear = "\x15"
    keys = answers(
        title=["", "Talks: a list"],
        date=["06/04/2021", f"{clear}6 April 2021 15:28"],
        source_url=["mint.example", f"{clear}"],
        people=["sergey-lavrov", "Sergei Lavrov", f"{clear}sergey-shoigu", ""],
        text=[f"{clear}mine", f"{clear}digest"],
    )
    code, _ = typed(keys + BODY + END)
    assert code == 0
    assert (content / "articles/2021/talks-a-list.md").read_text() == ARTICLE


STOPS = [(after, "\x03") for after in (0, 1, 2, 5, 7, 9, 14)] + [(0, "\x04"), (5, "\x04")]


@pytest.mark.parametrize(("after", "stop"), STOPS)
def test_stopping_leaves_nothing_behind(typed, content, after, stop, capsys):
    before = files(content)
    keys = answers(people=["Ivan Petrov", f"y{ENTER}{ENTER}{ENTER}", ""]).split(ENTER)
    code, _ = typed(ENTER.join(keys[:after]) + (ENTER if after else "") + stop)
    assert code == 1
    assert capsys.readouterr().err.endswith("nothing was written\n")
    assert files(content) == before


def test_a_no_at_the_end_writes_nothing(typed, content):
    before = files(content)
    code, _ = typed(answers() + BODY + f"{ENTER}n{ENTER}")
    assert code == 1
    assert files(content) == before


def test_a_new_name_becomes_a_record_on_the_way(typed, content):
    new = f"Ivan Petrov{ENTER}y{ENTER}{ENTER}{ENTER}"  # heading, sort and id as proposed
    code, _ = typed(answers(people=[new, "Petrov, Ivan", "\x15"]) + BODY + END)
    assert code == 0
    record = content / "authorities/people/ivan-petrov.yaml"
    assert record.read_text() == "heading: Ivan Petrov\nsort: Petrov, Ivan\n"
    assert (
        "people:\n- ivan-petrov\nplaces" in (content / "articles/2021/talks-a-list.md").read_text()
    )
    assert sound(content)


def test_no_record_is_made_of_a_slip(typed, content):
    keys = answers(people=[f"Sergey Lavrof{ENTER}n", "sergey-lavrov", "sergey-shoigu", ""])
    code, shown = typed(keys + BODY + END)
    assert code == 0
    assert 'unknown person "Sergey Lavrof"; did you mean sergey-lavrov (Sergey Lavrov)?' in shown
    assert (content / "articles/2021/talks-a-list.md").read_text() == ARTICLE


def test_an_article_that_is_there_is_told_at_once(typed, content):
    keys = answers(title=["it's THERE"], date=["2021-04-06"])
    code, shown = typed(keys + BODY + ENTER)
    assert code == 1
    told = "  content/articles/2021/there.md has the same title, day and source; Ctrl-C stops here"
    assert told in shown
    assert not (content / "articles/2021/its-there.md").exists()


def test_without_a_text_the_article_is_its_facts(typed, content):
    code, _ = typed(answers() + DONE + END)
    assert code == 0
    assert "text: metadata\n" in (content / "articles/2021/talks-a-list.md").read_text()
    assert sound(content)


def test_what_is_given_is_not_asked(typed, content):
    given = {"title": "Talks: a list", "people": "sergey-lavrov,sergey-shoigu", "text": "digest"}
    keys = answers(title=[], people=[], text=[])
    code, _ = typed(keys + END, given, b"They met.\r\n\r\nTwice.\r\n")
    assert code == 0
    assert (content / "articles/2021/talks-a-list.md").read_text() == ARTICLE


def test_with_all_that_is_needed_only_the_last_question_is_asked(typed, content):
    code, _ = typed(f"y{ENTER}", GIVEN)
    assert code == 0
    assert (content / "articles/2021/talks-a-list.md").is_file()


def test_options_alone_make_the_same_article(desk, content):
    given = GIVEN | {
        "people": "Сергей Лавров, sergey-shoigu",
        "places": "Delhi",
        "tags": "diplomacy",
        "text": "digest",
    }
    assert desk().add(given, b"They met.\n\nTwice.\n") == 0
    assert (content / "articles/2021/talks-a-list.md").read_text() == ARTICLE


def test_a_second_one_of_that_name_gets_a_number(desk, content):
    assert desk().add(GIVEN, None) == 0
    assert desk().add(GIVEN | {"date": "2021-05-01"}, None) == 0
    assert (content / "articles/2021/talks-a-list-2.md").is_file()


def test_names_with_commas_have_semicolons_between(desk, content):
    assert desk().add(GIVEN | {"people": "Lavrov, Sergey; Sergey Shoigu"}, None) == 0
    text = (content / "articles/2021/talks-a-list.md").read_text()
    assert "people:\n- sergey-lavrov\n- sergey-shoigu\n" in text


def test_records_are_made_of_options_where_that_is_asked(desk, content):
    given = GIVEN | {"people": "Ivan Petrov, sergey-lavrov", "tags": "Ferries"}
    assert desk(makes_records=True).add(given, None) == 0
    assert (content / "authorities/people/ivan-petrov.yaml").read_text() == "heading: Ivan Petrov\n"
    assert (content / "authorities/tags/ferries.yaml").is_file()
    assert sound(content)


REFUSED = [
    ({"title": ""}, None, "--title:1: missing-title: `title` is missing; add --title"),
    ({"date": "06/04/2021"}, None, "--date:1: bad-value: this can be read in two ways"),
    ({"source": "Mnit"}, None, '--source:1: unknown-name: unknown source "Mnit"; did you mean'),
    ({"people": "Ivan"}, None, "(--new makes a record of it)"),
    ({"people": "sergey-lavrov, Sergei Lavrov"}, None, "sergey-lavrov stands here already"),
    ({"source_url": "mint.example"}, None, "--source-url:1: bad-value: 'mint.example'"),
    ({"text": "digset"}, None, "did you mean digest?"),
    ({"text": ""}, b"Words.", "--text:1: missing-text: say what the text is"),
    ({"text": "metadata"}, b"Words.", "text-not-shown"),
    ({"text": "full"}, None, "empty-text"),
    ({"text": "full"}, b"caf\xe9", "--body:1: not-utf-8"),
    ({"text": "full"}, b"a\x00b", "--body:1: control-character"),
    ({"text": "full"}, b"[x](no.md)", "dead-link"),
    ({"name": "Big Name"}, None, "--name:1: bad-value: write small letters"),
    ({"name": "there"}, None, "there is articles/2021/there.md already"),
    ({"source_url": "https://mint.example/there"}, None, "duplicate-article"),
    ({"title": "x" * 1001}, None, "--title:1: too-long"),
]


@pytest.mark.parametrize(
    ("given", "body", "words"), REFUSED, ids=[f"{n}" for n in range(len(REFUSED))]
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    desk, content, capsys, given, body, words
):
    before = files(content)
    assert desk().add(GIVEN | given, body) == 1
    told = capsys.readouterr().err
    assert words in told
    assert told.endswith("nothing was written\n")
    assert files(content) == before


def test_problems_of_other_articles_hold_nothing_up(desk, content):
    write_article(content, "2021/broken", "x", people=["nobody"], date="2021-04-06")
    write_record(content, "tags", "odd", colour="red")
    assert desk().add(GIVEN, None) == 0


def test_an_error_of_the_disk_is_told(desk, content, capsys):
    def refuse(_files):
        raise OSError(28, "No space left on device", "x.md")

    assert desk(write=refuse).add(GIVEN, None) == 1
    assert capsys.readouterr().err == (
        "cuttings: x.md: No space left on device; nothing was written\n"
    )


def test_a_title_gives_back_what_was_typed_whatever_it_is(desk, content):
    for number, title in enumerate(("1984", "No", "- x: #y", '"a" & <b>', "Переговоры")):
        given = GIVEN | {"title": title, "name": f"n{number}"}
        assert desk().add(given, None) == 0
    found = read_content(content).articles
    assert [found[f"2021/n{number}"].title for number in range(5)] == [
        "1984",
        "No",
        "- x: #y",
        '"a" & <b>',
        "Переговоры",
    ]


def test_a_completer_offers_ids_with_their_headings(content):
    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    from plugins.accession.desk import names_in, records_in

    completer = Names(records_in(content, names_in(content))["people"])
    [found] = completer.get_completions(Document("Лав"), CompleteEvent())
    assert (found.text, found.start_position) == ("sergey-lavrov", -3)
    assert found.display_meta_text == "Sergey Lavrov (Сергей Лавров)"
    assert list(completer.get_completions(Document(" "), CompleteEvent())) == []


def test_the_command_takes_options_and_a_file(content, tmp_path):
    body = tmp_path / "body.md"
    body.write_text("They met.\n\nTwice.\n")
    options = GIVEN | {"people": "sergey-lavrov,sergey-shoigu", "places": "Delhi"}
    options |= {"tags": "diplomacy", "text": "digest", "body": str(body), "content": str(content)}
    arguments = [part for key, text in options.items() for part in (f"--{key}", text)]
    run = run_python("invoke", "add", *arguments, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    text = (content / "articles/2021/talks-a-list.md").read_text()
    added = text.partition("added: ")[2][:10]
    assert text == ARTICLE.replace("2024-05-02", added)
    again = run_python("invoke", "add", *arguments, cwd=ROOT)
    assert again.returncode == 1
    assert "duplicate-article" in again.stderr
    missing = run_python("invoke", "add", "--content", str(content), cwd=ROOT)
    assert [line.split(": ")[1] for line in missing.stderr.splitlines()[:3]] == [
        "missing-date",
        "missing-source",
        "missing-title",
    ]
    assert json.dumps(missing.stderr).count("Traceback") == 0
