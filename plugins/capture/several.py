"""A task that takes several files: `inv import a.html b.html inbox`.

Invoke gives a task as many words as it has arguments, so this one has an argument more for each
word behind its name.
"""

import sys
from collections.abc import Sequence
from typing import Any

from invoke.parser.argument import Argument

from ..archive.verb import Verb


class SeveralFiles(Verb):
    """Its body is called with a list as its first argument."""

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:
        first, *others = super().get_arguments(ignore_unknown_help)
        words = count_words(sys.argv, self.name, [first, *others])
        more = [Argument(name=f"{first.name}-{n}", positional=True) for n in range(2, words + 1)]
        return [first, *more, *others]

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        first = next(iter(self.positional))
        keys = [key for key in kwargs if key == first or key.startswith(f"{first}-")]
        return super().__call__(*args, **{first: [kwargs.pop(key) for key in keys]}, **kwargs)


def count_words(command: Sequence[str], name: str, arguments: Sequence[Argument]) -> int:
    """The words behind the task's name that are neither an option nor an option's value."""
    if name not in command[1:]:
        return 1
    valued = {flag_of(name) for a in arguments if a.takes_value for name in a.names}
    count, is_value = 0, False
    for word in command[command.index(name, 1) + 1 :]:
        if is_value:
            is_value = False
        elif word.startswith("-") and len(word) > 1:
            is_value = word in valued
        else:
            count += 1
    return count


def flag_of(name: str) -> str:
    return f"--{name}" if len(name) > 1 else f"-{name}"
