"""The score of a found text: runs of four words, and words kept."""

import pytest

from bench.extraction.score import score, total


@pytest.mark.parametrize(
    ("truth", "found", "precision", "recall", "kept"),
    [
        ("a b c d e", "a b c d e", 1, 1, 1),
        ("a b c d e", "a b c d", 1, 0.5, 0.8),
        ("a b c d", "a b c d e f", 1 / 3, 1, 1),
        ("a b c d", "d c b a", 0, 0, 1),
        ("a b", "a b", 1, 1, 1),
        ("a b c d", "", 0, 0, 0),
        ("a b c d a b c d", "a b c d", 1, 0.2, 0.5),
    ],
)
def test_score_counts_runs_and_words(
    truth: str, found: str, precision: float, recall: float, kept: float
) -> None:
    measured = score(truth, found)
    assert measured.precision == pytest.approx(precision)
    assert measured.recall == pytest.approx(recall)
    assert measured.kept == pytest.approx(kept)


def test_total_is_of_means_and_of_pages() -> None:
    means = total([score("a b c d", "a b c d"), score("a b c d", "x")])
    assert (means.precision, means.recall, means.f1, means.f1_of_pages) == (0.5, 0.5, 0.5, 0.5)
    assert means.kept == 0.5
