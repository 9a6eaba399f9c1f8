"""What the four kinds of text are called, and what each means here: `text` of the front matter."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """`stamp` stands beside the text, `label` begins the line above the title; `meaning` is a
    sentence for the slip, `more` what the page about reading adds to it."""

    stamp: str
    label: str
    meaning: str
    question: str
    more: str


KINDS = {
    "full": Kind(
        stamp="full",
        label="Report",
        meaning="Full: the report's own text, whole.",
        question="What “full” means",
        more=(
            "It is the text that was captured, without the navigation and advertisements around "
            "it. Nothing is added to it, and whatever is changed later is told in its history."
        ),
    ),
    "excerpt": Kind(
        stamp="excerpt",
        label="Excerpt of a report",
        meaning="Excerpt: a part of the report, in its own words.",
        question="What an excerpt is",
        more="For the rest, go to the original; its address is in the slip where it is known.",
    ),
    "digest": Kind(
        stamp="digest",
        label="Digest of a report",
        meaning="Digest: a short account in this archive's own words.",
        question="What a digest is",
        more=(
            "The facts, figures and dates are those of the report, and of the others that the "
            "slip names where more than one was read. The sentences are not the paper's, so do "
            "not quote them as the paper's; and a digest is no substitute for the original."
        ),
    ),
    "metadata": Kind(
        stamp="record",
        label="Record of a report",
        meaning="Record: that the report exists, who published it and when.",
        question="What a record is",
        more="Its text is not shown, in no list, feed or search either.",
    ),
}
