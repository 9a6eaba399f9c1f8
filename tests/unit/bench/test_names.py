"""How well names are compared and found, on collections that others have marked."""

from pathlib import Path

import pytest

from bench.names import gum, news, pairs

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "testdata"
PAIRS, NEWS = SHARED / "person-name-pairs.csv", SHARED / "gum-news-12.tar.xz"
shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/testdata is not on this machine"),
]


@pytest.mark.parametrize("half", [pytest.param(n, marks=shared) for n in (0, 1)])
def test_pairs_of_names_are_judged_right(half: int) -> None:
    assert pairs.judged(pairs.halves(pairs.read(PAIRS))[half], pairs.ours).f1 >= 0.85


@pytest.mark.parametrize("_", [pytest.param("", marks=shared)], ids=["12 texts"])
def test_people_are_found_in_news(_: str) -> None:
    score = news.measured(gum.read(NEWS))
    assert score.f1 >= 0.80


def test_halves_have_no_name_in_common() -> None:
    some = [pairs.Pair(*names, same=True) for names in ("ab", "bc", "de", "fg", "ga")]
    first, second = pairs.halves(some)
    assert [pair.one for pair in first] == ["a", "b", "f", "g"]
    assert [pair.one for pair in second] == ["d"]


def test_precision_recall_and_f1_are_counted() -> None:
    some = [pairs.Pair("a", "a", True), pairs.Pair("a", "b", True), pairs.Pair("b", "b", False)]
    found = pairs.judged(some, lambda one, other: one == other)
    assert (found.right, found.wrong, found.missed) == (1, 1, 1)
    assert (found.precision, found.recall, found.f1) == (0.5, 0.5, 0.5)


TEXT = """# newdoc id = made up
# newpar
1\tTeam\tteam\tNOUN\tNN\t_\t2\tcompound\t_\tEntity=(1-person-new(2-organization-new)
2\tmember\tmember\tNOUN\tNN\t_\t5\tnsubj\t_\t_
3\tAda\tAda\tPROPN\tNNP\t_\t2\tflat\t_\t_
4\tVask\tVask\tPROPN\tNNP\t_\t2\tflat\t_\tEntity=1)
5\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_
6\tDr.\tDr.\tPROPN\tNNP\t_\t7\tnmod\t_\tEntity=(3-person-new
7\tTarn\tTarn\tPROPN\tNNP\t_\t5\tobj\t_\tEntity=3)|SpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

1\tVask\tVask\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-giv)
2\tlaughed\tlaugh\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


def test_marked_people_are_read_with_all_their_names() -> None:
    read = gum.read_text("made up", TEXT)
    assert read.paragraphs == ["Team member Ada Vask met Dr. Tarn. Vask laughed."]
    assert read.people == {"1": {"ada vask", "vask"}, "3": {"tarn"}}


def test_a_marked_person_is_found_once() -> None:
    score = news.measured([gum.read_text("made up", TEXT)])
    assert (score.found, score.right, score.marked) == (2, 2, 2)
