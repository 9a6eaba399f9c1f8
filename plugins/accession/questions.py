"""What is asked, in order; each question takes words and puts a value into the draft."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import get_args

from ..archive.model import FrontMatter
from ..archive.reading import keys, unwrap
from . import answers, dates
from .drafts import Draft
from .names import Known

NAMED = ("people", "places", "organisations", "tags")
TEXTS: tuple[str, ...] = get_args(unwrap(keys(FrontMatter)["text"][0]))


Records = Mapping[str, Known]  # by kind
Take = Callable[[Draft, Records, str], None]


@dataclass(frozen=True, slots=True)
class Question:
    """`take` puts an answer into a draft, or raises UnfitError. Of a key that `is_repeated` each
    answer is one more value, and an empty one ends it. `kind` is that of the records whose names
    may be typed."""

    key: str
    label: str
    hint: str
    take: Take
    kind: str = ""
    is_repeated: bool = False
    choices: tuple[str, ...] = ()
    usual: str = ""


def take_line(key: str) -> Take:
    def take(draft: Draft, _known: Records, text: str) -> None:
        draft.values[key] = answers.line(key, text)

    return take


def take_lines(key: str) -> Take:
    def take(draft: Draft, _known: Records, text: str) -> None:
        draft.values[key] = answers.lines(key, text)

    return take


def take_source(draft: Draft, known: Records, text: str) -> None:
    answers.line("source", text)
    draft.values["source"] = answers.name(known["sources"], text)


def take_date(draft: Draft, known: Records, text: str) -> None:
    source = known["sources"].records.get(str(draft.values.get("source")))
    draft.values["date"] = answers.moment(text, source, draft.added)


def take_name(kind: str) -> Take:
    def take(draft: Draft, known: Records, text: str) -> None:
        there = draft.values.get(kind)
        ids = [str(id_) for id_ in there] if isinstance(there, list) else []
        draft.values[kind] = answers.another(ids, answers.name(known[kind], text))

    return take


QUESTIONS = (
    Question("title", "Title", "as published", take_line("title")),
    Question("source", "Source", "its id or name", take_source, kind="sources"),
    Question("date", "Date", "2021-04-06, 6 April 2021, 6 April 2021 15:28", take_date),
    Question("source_url", "Address", "of the original, if known", take_line("source_url")),
    Question("authors", "Authors", "as printed, semicolons between", take_lines("authors")),
    *(
        Question(
            kind,
            kind.capitalize(),
            "id or any name, one at a time; Enter alone ends",
            take_name(kind),
            kind=kind,
            is_repeated=True,
        )
        for kind in NAMED
    ),
    Question("summary", "Summary", "one or two sentences, if there are", take_line("summary")),
    Question(
        "text",
        "The text is",
        ", ".join(TEXTS),
        take_line("text"),
        choices=TEXTS,
        usual="digest",
    ),
)


def said_back(question: Question, draft: Draft) -> str:
    """What an answer was taken for, where that isn't plain to see."""
    if question.key == "date":
        return dates.in_words(draft.moment)
    return ""
