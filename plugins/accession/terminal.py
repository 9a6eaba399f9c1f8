"""Asking at a terminal: with completion; an answer that doesn't fit stays there to be mended."""

from collections.abc import Callable, Iterable
from copy import copy

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.validation import ValidationError, Validator

from ..archive.model import AUTHORITIES, SINGULAR
from . import drafts
from .answers import NewNameError, UnfitError
from .drafts import Draft
from .names import Known
from .questions import Question, Records, said_back

Fits = Callable[[str], None]  # raises UnfitError
PASTE = "Paste or type it; Esc and then Enter ends. Empty: there is none."


class Names(Completer):
    """Offers ids by any name."""

    def __init__(self, known: Known) -> None:
        self.known = known

    def get_completions(
        self, document: Document, _complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        text = document.text_before_cursor
        if text.strip():
            for offer in self.known.offers(text):
                yield Completion(offer.id, -len(text), display_meta=offer.about)


class Words(Completer):
    """Offers the few values that there are."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)

    def get_completions(
        self, document: Document, _complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        text = document.text_before_cursor
        for word in self.words:
            if word.startswith(text.strip()):
                yield Completion(word, -len(text))


class Judge(Validator):
    """Refuses an answer with what to do about it; a new name is talked about afterwards."""

    def __init__(self, fits: Fits) -> None:
        self.fits = fits

    def validate(self, document: Document) -> None:
        try:
            self.fits(document.text)
        except NewNameError:
            return
        except UnfitError as error:
            raise ValidationError(len(document.text), str(error)) from error


class Terminal:
    """The questions' other end. Ctrl-C and Ctrl-D come out as KeyboardInterrupt and EOFError."""

    def __init__(self, show: Callable[[str], None], session: "PromptSession[str] | None" = None):
        self.show = show
        self.session: PromptSession[str] = session or PromptSession()

    def line(
        self,
        label: str,
        fits: Fits = lambda _text: None,
        *,
        hint: str = "",
        default: str = "",
        completer: Completer | None = None,
        multiline: bool = False,
    ) -> str:
        # Set here: a None among the arguments leaves what the question before had.
        self.session.completer = completer
        self.session.bottom_toolbar = hint or None
        return self.session.prompt(
            f"{label}:\n" if multiline else f"{label}: ",
            default=default,
            complete_while_typing=True,
            validator=Judge(fits),
            validate_while_typing=False,
            multiline=multiline,
        )

    def confirm(self, question: str, *, usual: bool) -> bool:
        answer = self.line(f"{question} {'[Y/n]' if usual else '[y/N]'}").strip().casefold()
        return answer in ("y", "yes") if answer else usual

    def ask(self, question: Question, draft: Draft, known: Records, paths: set[str]) -> None:
        """Put the answers to a question into the draft."""
        while True:
            text = self.line(
                question.label,
                lambda text: fits(question, draft, known, text),
                hint=question.hint,
                default=question.usual,
                completer=self.completer(question, known),
            )
            if question.is_repeated and not text.strip():
                return
            try:
                question.take(draft, known, text)
            except NewNameError as error:
                self.show(str(error))
                id_ = self.new_record(question.kind, text, draft, known, paths)
                if not id_:
                    continue
                question.take(draft, known, id_)
            if told := said_back(question, draft):
                self.show(f"  {told}")
            if not question.is_repeated:
                return

    def completer(self, question: Question, known: Records) -> Completer | None:
        if question.kind:
            return Names(known[question.kind])
        return Words(question.choices) if question.choices else None

    def new_record(
        self, kind: str, text: str, draft: Draft, known: Records, paths: set[str]
    ) -> str:
        """Ask for a record's few keys; its id, or "" where none is wanted."""
        if not self.confirm(f"Make a new {SINGULAR[kind]} of it?", usual=False):
            return ""
        there = paths | {f"authorities/{k}/{id_}.yaml" for k, id_ in draft.records}
        heading = self.line(
            "  Preferred name",
            lambda text: drafts.refuse_heading(known[kind], text),
            default=" ".join(text.split()),
        )
        heading = " ".join(heading.split())
        sort = ""
        if kind == "people":
            sort = self.line("  Filed under", default=drafts.propose_sort(heading))
        id_ = self.line(
            "  Id",
            lambda text: drafts.refuse_id(kind, text, there),
            default=drafts.propose_id(heading, kind, there),
        ).strip()
        record = AUTHORITIES[kind](heading=heading, sort=" ".join(sort.split()) or None)
        draft.records[kind, id_] = record
        known[kind].add(id_, record)
        return id_

    def name(self, draft: Draft, paths: set[str]) -> None:
        def take(text: str) -> None:
            draft.take_name(text, paths)

        take(
            self.line(
                "File name",
                take,
                hint="what its address ends in",
                default=draft.propose_name(paths),
            )
        )

    def body(self, draft: Draft) -> None:
        draft.with_body(self.line("Text", hint=PASTE, multiline=True))
        if not draft.body:
            draft.values["text"] = "metadata"
            self.show("  no text: the article is its facts alone (`text: metadata`)")


def fits(question: Question, draft: Draft, known: Records, text: str) -> None:
    """Try an answer on a copy. Raises UnfitError."""
    if question.is_repeated and not text.strip():
        return
    trial = copy(draft)
    trial.values = dict(draft.values)
    question.take(trial, known, text)
