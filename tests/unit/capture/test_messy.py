"""Twenty and some captures as curators paste them: `messy/README.md` tells how to add one."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from .conftest import HERE, Archive

MESSY = HERE / "messy"
SECTIONS = ("Recognised", "Left out")


@dataclass(frozen=True, slots=True)
class Case:
    """A capture and what is expected of it; `parts` by their name after `%%`."""

    name: str
    head: dict[str, str]
    parts: dict[str, str]

    @property
    def capture(self) -> Path:
        return MESSY / "captures" / f"{self.name}.txt"


def read_case(file: Path) -> Case:
    head, *parts = file.read_text("utf-8").split("\n%% ")
    return Case(
        file.stem,
        dict(line.split(": ", 1) for line in head.strip().split("\n")),
        dict(part.split("\n", 1) for part in parts),
    )


CASES = [read_case(file) for file in sorted((MESSY / "expected").glob("*.txt"))]


def sections(report: str) -> str:
    """What the report says of the text; its sections on names have tests of their own."""
    parts = report.rstrip("\n").split("\n\n")
    return "\n\n".join(part for part in parts if part.split("\n")[0] in SECTIONS)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_messy_capture_gives_the_expected_article(case: Case, archive: Archive) -> None:
    before = archive.files()
    code = archive.take(case.capture, source=case.head["source"])
    if "refused" in case.parts:
        assert (code, archive.said) == (1, [f"{case.capture}:{case.parts['refused'].strip()}"])
        assert archive.files() == before
        return
    assert code == 0, archive.said
    (file,) = archive.folder.glob("articles/*/*.md")
    assert file.read_text("utf-8") == case.parts["article"]
    assert sections(archive.report()) == case.parts["report"].rstrip("\n")
    for line in case.parts.get("said", "").splitlines():
        assert line in archive.report().split("\n")
    assert archive.problems() == ()


def test_each_case_has_a_capture_and_a_line_in_the_readme() -> None:
    names = {case.name for case in CASES}
    assert names == {file.stem for file in (MESSY / "captures").iterdir()}
    rows = [
        f"| {case.name} | {case.head['title']} | "
        + ("refused" if "refused" in case.parts else case.head.get("to correct", "as wanted"))
        + " |"
        for case in CASES
    ]
    readme = (MESSY / "README.md").read_text("utf-8").split("\n")
    assert [line for line in readme if line.startswith("| ")][1:] == sorted(rows)
    refused = sum("refused" in case.parts for case in CASES)
    left = sum("to correct" in case.head for case in CASES)
    assert (
        f"Of {len(CASES)} cases, {refused} are refused with the remedy and {left} leave something "
        "to correct."
    ) in readme


HEAD = "date 2023-03-09\n\nA headline of just six words\n\n"
PROSE = "The harbour was quiet on Monday, and nobody in the town could say why that was so.\n\n"

# What looks like mess and is text: the rest of a capture, a line that stays in its text
TEXTS = [
    ("a quotation", PROSE + "> We saw nothing at all.\n\n" + PROSE, "We saw nothing at all."),
    ("a wrapped line that begins as a link", "The mayor wanted to hear\nmore news about the wall\n"
     "before the council met again.", "more news about the wall"),
    ("a wrapped line that begins as a prompt", "He asked the men who had come\nto the office to\n"
     "sign up for the newsletter of the port\nand they did.", "sign up for the newsletter"),
    ("comments that nobody wrote", PROSE + "Post a comment\n\n" + PROSE + "And so it ended.",
     "And so it ended."),
    ("a number without pages", PROSE + "3\n\n" + PROSE, "3"),
    ("a time in the text", PROSE * 2 + "18:05 IST\n\n" + PROSE, "18:05 IST"),
    ("an inbox in a quotation", PROSE + '"It went to your inbox," he said.', "to your inbox"),
    ("an inbox of which one reads", PROSE + "Something odd lies in your inbox.", "in your inbox"),
    ("a report of which one reads", PROSE + "The report has not been read.", "not been read"),
    ("days ago in a sentence", PROSE + "2 days ago the bell rang.", "2 days ago the bell rang."),
    ("joiners of Hindi letters", PROSE + "क\u094d\u200dष", "क\u094d\u200dष"),
    ("a word that is written with a hyphen", PROSE + "The well-known pier.", "well-known"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "rest", "kept"), TEXTS, ids=[text[0] for text in TEXTS])
def test_text_that_looks_like_mess_stays(
    what: str, rest: str, kept: str, archive: Archive, pasted: Callable[[str], Path]
) -> None:
    assert archive.take(pasted(HEAD + rest)) == 0, archive.said
    _, body = archive.article()
    assert kept in body


# Lines above a headline, the section that is read from them
CRUMBS = [
    ("Home >\nNews >\nIslands\n", ["News", "Islands"]),
    ("Home\n\n»\n\nNews\n", ["News"]),
    ("News / Islands\n", ["News", "Islands"]),
    ("Sport | Rowing | Results\n", ["Sport", "Rowing", "Results"]),
    ("Ana Rell / Bo Tarn\n", None),
    ("News | PTI\n", None),
    ("News | 8 March 2023\n", None),
    ("News | By Ana Rell\n", None),
    ("Rope / Net / Sail\n", None),
    ("News / And here is a line with many more words\n", None),
    ("Home\nMenu\nSearch\n", None),
]


@pytest.mark.parametrize(("above", "section"), CRUMBS)
def test_breadcrumb_of_another_style_is_read(
    above: str, section: list[str] | None, archive: Archive, pasted: Callable[[str], Path]
) -> None:
    text = f"date 2023-03-09\n\n{above}\nA headline of just six words\n\n{PROSE}"
    assert archive.take(pasted(text)) == 0, archive.said
    assert archive.article()[0].get("section") == section


def test_mail_of_a_reader_is_told_from_a_labelled_capture(
    archive: Archive, pasted: Callable[[str], Path]
) -> None:
    archive.take(
        pasted(f"Date: 9 March 2023\nFrom: the harbour\n\nA headline of six words\n\n{PROSE}")
    )
    assert archive.article()[0]["date"] == "2023-03-09"
    assert "mail header" not in archive.report()
