"""No word of a capture is ever lost without a trace, whatever the capture."""

import random
import re
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from plugins.archive.frontmatter import Value, read
from plugins.archive.text import render
from plugins.capture.ledger import Claim, Ledger, LedgerError, account
from plugins.capture.lines import clean
from plugins.capture.pasted import read_pasted

from .conftest import HERE, make_archive

PIECES = [
    line
    for folder in (HERE / "captures", HERE / "messy" / "captures")
    for file in sorted(folder.glob("*.txt"))
    for line in file.read_text("utf-8").split("\n")
]
ODD = [
    "Home > A > B", ">", "> >", "•", "• ", "- ", "*", "By", "By ", "date", "2022-13-45",
    "03/04/2022", "3:28 PM IST", "99:99 PM", "1 min read", "NO ARCHIVES", "Photo:", "(Photo: )",
    "Subscribe", "title:", "title: x", "https://harbourpost.example/x", "Updated:", "\u2028",
    "\x07", "\x1f", "\u00a0", "Published: 9 Mar 2022 | Updated: 10 Mar 2022, 3 PM IST",
    "Ana Rell", "PTI", "©", "\\", "`", "_a_", "<p>", "&amp;", "&#65;", "[x](y)", "***", "---",
    "===", "| a | b |", "1. a", "१. क", ": a", "~~~", "\ufeff", "मीरा सोलन", "Мира Солан",
    "e\u0301", "\u200d", "\U0001f30a", "9 Mar 20221:30 PMAna", "\u202eabc",
]  # fmt: skip
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
LINES = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(ODD), TEXT), max_size=40)


@settings(max_examples=300, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\n  "]))
@example([" ".join(ODD)], "\n")
@example(ODD, "\n")
@example(ODD, "\n\n")
def test_every_character_is_claimed_once(lines: list[str], end: str) -> None:
    read_pasted(end.join(lines), lambda words: None).ledger.verify()


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(LINES, st.randoms(use_true_random=False), st.sampled_from(["full", "metadata"]))
def test_shuffled_capture_is_imported_whole_or_refused(
    lines: list[str], chance: random.Random, text: str
) -> None:
    plain = (HERE / "captures" / "plain.txt").read_text("utf-8").split("\n")
    for line in lines[:12]:
        plain.insert(chance.randrange(len(plain)), line)
    if chance.random() < 0.3:
        chance.shuffle(plain)
    capture = "\n".join(plain)
    with tempfile.TemporaryDirectory() as folder:
        archive = make_archive(Path(folder) / "content")
        before = archive.files()
        file = Path(folder) / "capture.txt"
        file.write_bytes(capture.encode())
        code = archive.take(file, text=text)
        if code:
            assert archive.files() == before
            assert ": words-lost: " not in archive.said[0]
            return
        assert archive.problems() == ()
        (article,) = archive.folder.glob("articles/*/*.md")
        by_hand(capture, article.read_text("utf-8"), archive.report())


def by_hand(capture: str, article: str, report: str) -> None:
    """The account again, by other means: word counts of the files as they were written."""
    lines, removed = clean(capture.removeprefix("\ufeff"))
    document = read(article)
    shown = render(document.body, "articles/2022/x.md").plain
    written = [*strings({k: v for k, v in document.values.items() if k in PRINTED})]
    left_out = report.split("Left out\n")[1].split("\n\n", maxsplit=1)[0].split("\n")
    written += [line.split(": ", 1)[1] for line in left_out if ", control character: " not in line]
    assert sum(", control character: " in line for line in left_out) == len(removed)
    found = Counter(words(shown)) + Counter(word for text in written for word in words(text))
    assert found == Counter(word for line in lines for word in words(line))


PRINTED = ("title", "source_url", "authors", "section", "summary", "highlights", "images")


def strings(value: Value) -> list[str]:
    if isinstance(value, str):
        return [] if value == "no-archive" else [value]
    inner = value.values() if isinstance(value, dict) else value or []
    return [text for item in inner for text in strings(item)]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def files() -> tuple[str, str, str]:
    capture = "Title here now\n\nOne two three.\n\nShare"
    article = "---\ntitle: Title here now\n---\n\nOne two three.\n"
    report = "Left out\n  line 5, sharing prompt: Share\n\n"
    return capture, article, report


def test_complete_account_counts_words() -> None:
    counted = account(*files())
    assert (counted.capture, counted.body, counted.front, counted.left_out) == (8, 4, 3, 1)


@pytest.mark.parametrize(
    ("which", "old", "new", "said"),
    [
        (1, "two ", "", "1 words lost: two"),
        (1, "three.", "three", "1 words lost: ."),
        (1, "three.", "three. Four", "1 words not in the capture: Four"),
        (1, "One two", "two One", "another order"),
        (1, "here ", "", "1 words lost: here"),
        (2, "Share", "", "1 words lost: Share"),
        (0, "Share", "Share\x07", "control characters"),
    ],
)
def test_gap_in_the_account_is_an_error(which: int, old: str, new: str, said: str) -> None:
    texts = list(files())
    texts[which] = texts[which].replace(old, new)
    with pytest.raises(LedgerError, match=re.escape(said)):
        account(*texts)


def test_unclaimed_and_twice_claimed_runs_are_errors() -> None:
    ledger = Ledger(("one two",))
    ledger.claim(Claim(1, 0, 3, "title"))
    with pytest.raises(LedgerError, match="line 1, column 5 is claimed 0 times"):
        ledger.verify()
    ledger.claim(Claim(1, 2, 7, "body"))
    with pytest.raises(LedgerError, match="line 1, column 3 is claimed 2 times"):
        ledger.verify()
