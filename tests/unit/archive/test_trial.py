import signal
import sys
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.archive.text import render, trial
from plugins.archive.text.trial import fault_of, is_ordinary

HERE = "articles/2021/x.md"
needs_timer = pytest.mark.skipif(sys.platform == "win32", reason="no timer of processor time there")
SIGNS = st.lists(
    st.sampled_from(
        [
            "[",
            "![",
            "](",
            ">",
            "* ",
            "1. ",
            "- ",
            ": ",
            "\n: ",
            "`",
            "*a ",
            "<b>",
            "<a ",
            "|",
            "a\n",
            "\n",
            "    ",
            "\t",
            "word ",
            "&",
            "_",
            "[^1]",
            "\n\n",
        ]
    ),
    max_size=12,
).flatmap(lambda unit: st.integers(1, 200).map(lambda times: "".join(unit) * times))


@settings(deadline=5_000, max_examples=60)
@given(SIGNS)
def test_what_needs_no_trial_is_rendered_soon(text):
    if is_ordinary(text) and fault_of(text, HERE) is None:
        assert render(text, HERE) is not None


@pytest.mark.parametrize(
    "text",
    [
        'Words, "quoted" words -- and [a link](../2020/y.md).\n\n' * 30,
        "- one\n- two\n    - three\n        - four\n" * 20,
        "-" * 500 + "\n\n" + "* " * 50 + "\n\n" + "=" * 80,
        "> > > quoted thrice",
        "| a | b |\n|---|---|\n| c | d |\n",
        "नमस्ते " * 500,
    ],
)
def test_ordinary_texts_are_let_through(text):
    assert fault_of(text, HERE) is None


@pytest.mark.parametrize(
    "text", ["> " * 30 + "x", ">" * 400, "1. " * 25 + "x", "words\n\n" + "- > " * 12 + "x"]
)
def test_deep_nesting_in_one_line_is_refused(text):
    assert "levels deep" in fault_of(text, HERE)


def test_what_runs_out_of_stack_is_refused():
    text = "a\n: b\n" * 2000
    with pytest.raises(RecursionError):
        render(text, HERE)
    assert "too deeply" in fault_of(text, HERE)


def test_a_text_that_failed_leaves_no_trace_in_the_next():
    text = "- a\n- b\n\n[x](y)\n\n> c"
    before = render(text, HERE)
    with pytest.raises(RecursionError):
        render("a\n: b\n" * 2000, HERE)
    assert render(text, HERE) == before


@needs_timer
def test_what_takes_too_long_is_refused_and_not_waited_for(monkeypatch):
    monkeypatch.setattr(trial, "SECONDS", 0.2)
    before = signal.getsignal(signal.SIGVTALRM)
    assert "0.2 seconds" in fault_of("[" * 50_000, HERE)
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_a_long_text_without_tricks_is_let_through():
    assert fault_of("Words and words, and a few words more.\n\n" * 600, HERE) is None


def test_a_thread_of_its_own_has_no_timer_and_no_need_of_one():
    found = []
    thread = threading.Thread(target=lambda: found.append(fault_of("[" * 200, HERE)))
    thread.start()
    thread.join()
    assert found == [None]


def test_the_limit_of_calls_is_as_before(monkeypatch):
    before = sys.getrecursionlimit()
    fault_of("[" * 200, HERE)
    assert sys.getrecursionlimit() == before
