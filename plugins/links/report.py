"""What a run or the state says to a curator: a line for each place that needs a look."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..archive.model import GoneAddress
from ..archive.problems import Problem
from .answers import KINDS
from .mentions import Mention
from .state import Known


def lines(
    places: Mapping[str, Sequence[Mention]],
    known: Mapping[str, Known],
    gone: Mapping[str, GoneAddress],
    urls: Iterable[str],
) -> list[str]:
    """Of these addresses, what is not simply there: by file and line."""
    found = [
        Problem(mention.path, mention.line, code, message)
        for url in urls
        for code, message in said(known.get(url), gone.get(url))
        for mention in places[url]
    ]
    return [str(problem) for problem in sorted(found)]


def said(known: Known | None, gone: GoneAddress | None) -> Iterator[tuple[str, str]]:
    if gone:
        yield "gone", f"{gone.url} is gone since {gone.since} ({gone.why})"
    if known is None:
        return
    leads = f", at {known.to}" if known.to else ""
    match known.found:
        case "moved":
            yield "moved", f"{known.url} is for good at {known.to}; look, and write that address"
        case "missing" if not gone:
            again = "it counts as gone if it is so on another day"
            yield "missing", f"{known.url}: {known.why}{leads} on {known.day}; {again}"
        case "refused":
            yield "refused", f"{known.url}: {known.why}{leads}; look at it in a browser"
        case "unsure":
            yield "unsure", f"{known.url}: {known.why}{leads} on {known.day}; asked again next time"


def progress(number: int, of: int, known: Known) -> str:
    leads = f" -> {known.to}" if known.to else ""
    return f"{number}/{of} {known.found}: {known.url}{leads} ({known.why})"


def counts(known: Iterable[Known]) -> str:
    """12 there, 1 moved"""
    numbers = Counter(one.found for one in known)
    return ", ".join(f"{numbers[kind]} {kind}" for kind in KINDS if numbers[kind])
