"""How well the index ranks, on a collection with judged questions."""

import json

import pytest

from bench.search import collection
from bench.search.plain import Plain
from bench.search.quality import ask, indexed, measured, ndcg, quality, three_words

TEXTS = [
    {"id": "1", "title": "Oil", "text": "The refinery buys crude oil from the north."},
    {"id": "2", "title": "", "text": "Ministers visited the refinery and the harbour."},
    {"id": "3", "title": "", "text": "A treaty on rifles was signed."},
]
FILES = {
    "documents.jsonl": "".join(f"{json.dumps(text)}\n" for text in TEXTS),
    "questions.tsv": "a\tWho visited refineries?\nb\tsigned rifle treaties\nc\tnobody\n",
    "judgements.tsv": "a\t2\t2\na\t1\t1\nb\t3\t1\nb\t1\t0\n",
}


@pytest.fixture
def folder(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_questions_without_an_answer_are_left_out(folder):
    found = collection.read(folder)
    assert list(found.questions) == ["a", "b"]
    assert found.grades == {"a": {"2": 2, "1": 1}, "b": {"3": 1}}


@pytest.mark.parametrize(
    ("ranked", "expected"),
    [("xy", 1.0), ("yx", (1 + 2 / 1.5849625) / (2 + 1 / 1.5849625)), ("zzx", 0.3801), ("", 0.0)],
)
def test_the_gain_of_a_ranking_is_told_by_grades_and_places(ranked, expected):
    assert ndcg(list(ranked), {"x": 2, "y": 1}) == pytest.approx(expected, abs=1e-4)


def test_only_the_first_ten_count():
    assert ndcg([*"bcdefghijk", "a"], {"a": 1}) == 0


def test_both_rankings_find_what_is_asked_for(folder):
    results = list(measured(collection.read(folder)))
    assert [(each.questions, each.ranking) for each in results] == [
        ("sentences", "ours"),
        ("sentences", "BM25, Porter2"),
        ("three words", "ours"),
        ("three words", "BM25, Porter2"),
    ]
    assert all((each.gain, each.empty, each.asked) == (1.0, 0, 2) for each in results)


def test_the_rarest_three_words_of_a_question_are_asked_in_its_order(folder):
    plain = Plain(collection.read(folder).texts)
    question = "Has the refinery of crude oil visited an unheard-of harbour?"
    assert three_words(question, plain) == "crude oil visited"


def test_a_question_of_stop_words_has_a_result_where_they_occur(folder):
    assert set(ask(indexed(collection.read(folder).texts), "from the")) == {"1", "2"}


def test_a_folder_that_holds_no_collection_is_refused(folder, capsys):
    (folder / "judgements.tsv").write_text("a 2\n", "utf-8")
    assert quality(folder) == 1
    assert "judgements.tsv:1 has 1 fields, not 3" in capsys.readouterr().err


def test_the_command_prints_a_table(folder, capsys):
    assert quality(folder) == 0
    assert "| sentences | ours | 1.0000 | 0 of 2 |" in capsys.readouterr().out
