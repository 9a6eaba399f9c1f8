"""Words for a key, to its value; or what to do about them, as the model has it."""

from datetime import date

from ..archive.days import Moment
from ..archive.frontmatter import Value
from ..archive.model import MOST_IDS, SINGULAR, FrontMatter, Source
from ..archive.reading import keys, value_faults
from . import dates
from .names import Known


class UnfitError(ValueError):
    """An answer that can't be taken; says what to write instead. `code` is that of a problem."""

    def __init__(self, message: str, code: str = "bad-value") -> None:
        super().__init__(message)
        self.code = code


class NewNameError(UnfitError):
    """A name that no record has: a record may be made for it."""

    def __init__(self, message: str) -> None:
        super().__init__(message, "unknown-name")


def fitting(key: str, value: Value) -> Value:
    """A value of the front matter, if the model takes it. Raises UnfitError."""
    for _, code, message in value_faults(keys(FrontMatter)[key][0], value, (key,)):
        raise UnfitError(message, code)
    return value


def line(key: str, text: str) -> str:
    """One value, white space at its ends and between its words made plain; "" for none."""
    text = " ".join(text.split())
    if not text:
        if keys(FrontMatter)[key][1]:
            raise UnfitError(f"`{key}` is empty; fill it in")
        return ""
    fitting(key, text)
    return text


def lines(key: str, text: str) -> list[str]:
    """Several values with semicolons between."""
    found = [" ".join(part.split()) for part in text.split(";")]
    found = [part for part in found if part]
    fitting(key, [*found])
    return found


def moment(text: str, source: object, today: date) -> Moment:
    """`source` is the record by whose time zone a time without an offset is read."""
    if not text.strip():
        raise UnfitError("`date` is empty; fill it in")
    zone = source.timezone if isinstance(source, Source) else None
    try:
        return dates.read(text, zone, today)
    except (ValueError, KeyError, OSError) as error:
        raise UnfitError(str(error)) from error


def name(known: Known, text: str) -> str:
    """The id of a record that is there. Raises NewNameError where none has this name."""
    text = " ".join(text.split())
    id_ = known.find(text)
    if id_ is not None:
        return id_
    single = SINGULAR[known.kind]
    near = known.nearest(text)
    if near is not None:
        heading = known.records[near].heading
        raise NewNameError(f'unknown {single} "{text}"; did you mean {near} ({heading})?')
    raise NewNameError(f'unknown {single} "{text}"; correct it, or make a record')


def names(text: str) -> list[str]:
    """Parts with commas between, or with semicolons, where a name has a comma itself."""
    sign = ";" if ";" in text else ","
    return [part for part in (" ".join(part.split()) for part in text.split(sign)) if part]


def another(ids: list[str], id_: str) -> list[str]:
    """One more id of a key. Raises UnfitError."""
    if id_ in ids:
        raise UnfitError(f"{id_} stands here already")
    if len(ids) >= MOST_IDS:
        raise UnfitError(f"{len(ids)} ids; at most {MOST_IDS} are allowed")
    return [*ids, id_]
