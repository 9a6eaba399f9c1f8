"""A verb of the command line, as Invoke runs it, ending well where Invoke alone would not.

A number that is none is refused in one line. Whoever reads what a verb says may stop reading
(`inv stats | head`): then the verb stops, and says nothing of it.
"""

import os
import select
import sys
from types import TracebackType
from typing import Any, TextIO

from invoke.exceptions import Exit
from invoke.parser.argument import Argument
from invoke.tasks import Task

NOBODY_READS = 141  # as a shell tells it of programs that a closed pipe ended: 128 + SIGPIPE


class Verb(Task[Any]):
    """A task whose body may print as it likes."""

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:
        arguments = super().get_arguments(ignore_unknown_help)
        for argument in arguments:
            if argument.kind is int:
                # Invoke makes its arguments itself, and offers no other way to have other ones.
                argument.__class__ = WholeNumber
        return arguments

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        try:
            try:
                return super().__call__(*args, **kwargs)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            if not silenced():
                raise  # another pipe
            raise Exit(code=NOBODY_READS) from None


class WholeNumber(Argument):
    """An option's value from 0 upwards."""

    def set_value(self, value: Any, cast: bool = True) -> None:
        if cast and not (str(value).isascii() and str(value).isdigit()):
            remedy = "give a whole number, such as 8"
            raise Exit(
                f'--{str(self.name).replace("_", "-")}:1: bad-number: "{value}" is none; {remedy}',
                code=1,
            )
        super().set_value(value, cast)


def be_quiet_where_nobody_reads() -> None:
    """The same for what Invoke says by itself, such as `inv --list`; it ends with 1 then."""
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not (isinstance(error, BrokenPipeError) and silenced()):
            before(kind, error, trace)

    sys.excepthook = hook


def silenced() -> bool:
    """Whether nobody reads what is printed; the rest goes nowhere then, for Python flushes once
    more at its end, and would complain."""
    closed = [stream for stream in (sys.stdout, sys.stderr) if is_closed(stream)]
    for stream in closed:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    return bool(closed)


def is_closed(stream: TextIO) -> bool:
    """Whether nobody reads any more what is written there."""
    asked = select.poll()
    asked.register(stream.fileno(), 0)
    return any(event & (select.POLLERR | select.POLLHUP) for _, event in asked.poll(0))
