"""What a library keeps is found again among the page's own lines."""

from plugins.capture.saved.alignment import kept_lines

PAGE = [
    "Ferry sinks at its moorings",
    "Front page",
    "The ferry went down at its moorings in the night to Wednesday.",
    "Advertisement",
    "Ferry sinks at its moorings, said the mate, and nobody knows why.",
    "No.",
    "The ferry went down at its moorings in the night to Wednesday.",
    "It was the third [1] ferry that was lost in this way since the war.",
    "No.",
]


def test_lines_are_found_in_order() -> None:
    text = "\n".join([PAGE[2], PAGE[4], PAGE[5]])
    assert kept_lines(PAGE, text) == {2, 4, 5}


def test_headline_that_a_paragraph_repeats_is_not_found_in_it() -> None:
    assert kept_lines(PAGE, PAGE[4]) == {4}


def test_line_that_stands_twice_is_taken_once() -> None:
    assert kept_lines(PAGE, f"{PAGE[4]}\n{PAGE[6]}\n{PAGE[7]}") == {4, 6, 7}


def test_line_from_which_a_word_was_dropped_is_found() -> None:
    assert kept_lines(PAGE, "It was the third ferry that was lost in this way since the war.") == {
        7
    }


def test_short_line_counts_only_as_a_paragraph() -> None:
    assert kept_lines(["No.", "Yes"], "There was no. Yes, that is so.") == set()
    assert kept_lines(["a", "b", "c"], "| a | b |\n| c |") == {0, 1, 2}


def test_nothing_is_found_in_nothing() -> None:
    assert kept_lines(PAGE, "") == set()
    assert kept_lines([], "words of a text") == set()
