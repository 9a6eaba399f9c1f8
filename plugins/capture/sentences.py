"""The sentence that a name stands in, for whoever has to decide about it."""

from collections.abc import Sequence

from .words import Word

ENDS = frozenset(".!?…।")
OPENING = "\"“‘'«(["
LONGEST = 240  # characters
# A full stop behind these ends no sentence.
SHORT = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "rev", "sen", "rep", "gov", "st"]
)


def sentence(words: Sequence[Word], start: int, end: int) -> str:
    """The sentence around words `start` to `end`, cut where it is very long."""
    first, last = start, end
    while first > 0 and not begins(words, first):
        first -= 1
    while last < len(words) and not begins(words, last):
        last += 1
    while length(words, first, last) > LONGEST and (first < start or last > end):
        if start - first >= last - end:
            first += 1
        else:
            last -= 1
    cut = "" if last == len(words) or begins(words, last) else " ..."
    return ("" if first == 0 or begins(words, first) else "... ") + text(words, first, last) + cut


def begins(words: Sequence[Word], at: int) -> bool:
    """Whether a sentence begins at a word."""
    before = words[at - 1]
    if not any(sign in ENDS for sign in words[at].gap) or words[at].gap.strip() == words[at].gap:
        return False
    return len(before.text) > 1 and before.folded not in SHORT


def text(words: Sequence[Word], first: int, last: int) -> str:
    """Words as printed, with the signs between them and behind the last, and a quotation mark in
    front."""
    front = words[first].gap[-1:].strip()
    front = front if front in OPENING else ""
    inside = "".join(word.gap + word.text for word in words[first:last])[len(words[first].gap) :]
    behind = words[last].gap.split(" ")[0] if last < len(words) else ""
    return " ".join((front + inside + behind).split())


def length(words: Sequence[Word], first: int, last: int) -> int:
    return sum(len(word.gap) + len(word.text) for word in words[first:last])
