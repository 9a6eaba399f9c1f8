"""Answers given as options, where nobody can be asked or nothing needs to be."""

from collections.abc import Iterator, Mapping

from ..archive.model import AUTHORITIES
from ..archive.problems import Problem
from . import answers, drafts
from .answers import NewNameError, UnfitError
from .drafts import Draft
from .questions import QUESTIONS, Question, Records

REQUIRED = ("title", "source", "date")


def take_options(
    draft: Draft,
    known: Records,
    given: Mapping[str, str],
    paths: set[str],
    *,
    makes_records: bool,
) -> list[Problem]:
    """Put options into the draft, in the order of the questions; what is wrong with them."""
    found: list[Problem] = []
    for question in QUESTIONS:
        text = given.get(question.key, "")
        if not text.strip():
            continue
        for part in answers.names(text) if question.is_repeated else [text]:
            try:
                take(question, draft, known, part, paths, makes_records)
            except UnfitError as error:
                found.append(problem(question.key, error.code, str(error)))
    if given.get("name") and "date" in draft.values:
        try:
            draft.take_name(given["name"], paths)
        except UnfitError as error:
            found.append(problem("name", error.code, str(error)))
    return found


def take(
    question: Question, draft: Draft, known: Records, text: str, paths: set[str], makes: bool
) -> None:
    try:
        question.take(draft, known, text)
    except NewNameError as error:
        if not makes or question.kind == "sources":
            hint = "" if question.kind == "sources" else " (--new makes a record of it)"
            raise NewNameError(f"{error}{hint}") from error
        question.take(draft, known, new_record(question.kind, text, draft, known, paths))


def new_record(kind: str, heading: str, draft: Draft, known: Records, paths: set[str]) -> str:
    """A record with a heading and no more."""
    there = paths | {f"authorities/{k}/{id_}.yaml" for k, id_ in draft.records}
    drafts.refuse_heading(known[kind], heading)
    id_ = drafts.propose_id(heading, kind, there)
    if not id_:
        raise UnfitError(f'"{heading}" gives no id in ASCII letters; add its record by hand')
    record = AUTHORITIES[kind](heading=heading)
    draft.records[kind, id_] = record
    known[kind].add(id_, record)
    return id_


def missing(draft: Draft) -> Iterator[Problem]:
    """What has to be said where nobody can be asked."""
    for key in REQUIRED:
        if key not in draft.values:
            yield problem(key, f"missing-{key}", f"`{key}` is missing; add --{key}")
    if draft.body and "text" not in draft.values:
        message = "say what the text is: --text full, excerpt or digest (own words)"
        yield problem("text", "missing-text", message)


def problem(key: str, code: str, message: str) -> Problem:
    return Problem(f"--{key.replace('_', '-')}", 1, code, message)
