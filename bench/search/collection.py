"""A collection with judged questions, as three files in a folder.

documents.jsonl  {"id": "17", "title": "...", "text": "..."}, a document a line
questions.tsv    id, tab, question
judgements.tsv   id of a question, tab, id of a document, tab, grade: 1 and more where the
                 document answers the question, the more the better; what is not named is 0
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Text:
    id: str
    title: str
    text: str


@dataclass(slots=True)
class Collection:
    """`grades`: for each question what its documents are worth; questions without any are left
    out."""

    texts: list[Text]
    questions: dict[str, str]
    grades: dict[str, dict[str, float]] = field(default_factory=dict)


def read(folder: Path) -> Collection:
    """ValueError says which line cannot be read."""
    grades: dict[str, dict[str, float]] = {}
    for question, document, grade in rows(folder / "judgements.tsv", 3):
        if float(grade) > 0:
            grades.setdefault(question, {})[document] = float(grade)
    asked = rows(folder / "questions.tsv", 2)
    known = {question: text for question, text in asked if question in grades}
    return Collection(list(texts(folder / "documents.jsonl")), known, grades)


def texts(path: Path) -> Iterator[Text]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield Text(str(record["id"]), record.get("title", ""), record["text"])


def rows(path: Path, fields: int) -> Iterator[list[str]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        found = line.split("\t")
        if len(found) != fields:
            raise ValueError(f"{path.name}:{number} has {len(found)} fields, not {fields}")
        yield found
