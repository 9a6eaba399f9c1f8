"""Characters that have no place in a text, because they are not seen or mislead."""

import re

# Controls, unpaired halves, line breaks that editors don't count, marks that reorder text
# unseen, and two numbers that are no characters. Tab and line feed are fine.
CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
NOT_ON_ONE_LINE = re.compile(f"{CONTROL.pattern[:-1]}\n]")


def control_fault(char: str) -> str:
    return f"the character U+{ord(char):04X} has no place in a text; remove it"


def one_line(text: str) -> str:
    """The text with whatever would break or reorder a line of output written as an escape."""
    return NOT_ON_ONE_LINE.sub(lambda match: match[0].encode("unicode_escape").decode(), text)
