"""Macros called in half of Jinja's time: a page calls some fifty."""

from typing import Any

from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

MISSING = (missing,) * 32  # more than any macro has arguments


def expand(macro: Macro, *args: Any, **kwargs: Any) -> Markup:
    """As `macro(...)` in an environment that escapes. What a macro doesn't take is Jinja's to
    refuse."""
    names = macro.arguments
    left = len(names) - len(args)
    if left < 0 or macro.catch_kwargs or macro.catch_varargs or macro.explicit_caller:
        return Markup(macro(*args, **kwargs))
    caller = (kwargs.pop("caller", None),) if macro.caller else ()
    if caller == (None,):
        caller = (macro._environment.undefined("No caller defined", name="caller"),)
    if kwargs:
        rest = [kwargs.pop(name, missing) for name in names[len(args) :]]
        if kwargs:
            return Markup(macro(*args, **kwargs))
        made = macro._func(*args, *rest, *caller)
    else:
        made = macro._func(*args, *MISSING[:left], *caller)
    return str.__new__(Markup, made)  # Markup() would look at it first
