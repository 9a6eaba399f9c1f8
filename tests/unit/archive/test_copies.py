"""A copy is known by its words, another report of the same happening is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.copies import (
    CONTAINED,
    LEAST,
    bound_of,
    may_be_copies,
    sample,
    share,
    shingles,
)

AGENCY = """\
The foreign ministers of the two countries met in the old palace on Tuesday and agreed to open a \
second bridge over the border river by the end of next year, officials on both sides said.

"The bridge will bring our markets closer than they have been for a generation," the host told \
reporters after the talks, which lasted for three hours and ran into the evening.

The first bridge, built in 1962, carries some four thousand lorries a day and has been closed for \
repairs eleven times since the floods. Trade between the two rose by a fifth last year.

A joint commission is to choose the site before the summer. Villagers upstream have asked that the \
wetlands be spared, and were promised a hearing in May."""

# The same meeting, the same quotation, by a reporter of another paper.
REPORTER = """\
After three hours behind closed doors the two ministers stepped out smiling: there will be a \
second bridge, and it is to stand by the end of next year, if the engineers keep their word.

"The bridge will bring our markets closer than they have been for a generation," said the host, \
while his guest spoke of patience and of the long road that the papers had travelled.

Where the bridge is to stand nobody would say. Three sites are talked about, one of them beside \
the wetlands where the villagers have kept watch since the winter.

Lorry drivers at the old crossing shrugged. They have waited in the queue through eleven closures, \
and some through the night in which the pier gave way."""

# The same agency a week later: its paragraph of background stands in every report on the bridge.
LATER = """\
Engineers of the joint commission began on Monday to drill for rock at three places along the \
border river, the first step towards the second bridge that was agreed upon last week.

The drilling is to last for six weeks and will be watched by observers from the villages, who had \
threatened to block the road unless they were let in.

The first bridge, built in 1962, carries some four thousand lorries a day and has been closed for \
repairs eleven times since the floods. Trade between the two rose by a fifth last year."""


def how_much(one, other):
    return share(shingles(one), shingles(other))


def paragraphs(text, *numbers):
    return "\n\n".join(text.split("\n\n")[number] for number in numbers)


@pytest.mark.parametrize(
    "copy",
    [
        AGENCY,
        AGENCY.upper(),
        AGENCY.replace("\n\n", " ").replace('"', "”"),
        paragraphs(AGENCY, 0),
        paragraphs(AGENCY, 0, 2),
        "From our correspondent in the capital.\n\n" + paragraphs(AGENCY, 0, 1),
        AGENCY.replace("Tuesday", "Wednesday").replace("eleven", "twelve"),
        paragraphs(AGENCY, 0, 1, 2) + "\n\n" + paragraphs(REPORTER, 3),
    ],
)
def test_copy_is_found_whole_shortened_or_touched_up(copy):
    assert how_much(AGENCY, copy) >= CONTAINED


@pytest.mark.parametrize("other", [REPORTER, LATER, paragraphs(REPORTER, 1), LATER.upper()])
def test_another_report_is_none_though_it_quotes_and_repeats(other):
    assert how_much(AGENCY, other) < CONTAINED


def test_few_words_tell_nothing():
    text = "The minister declined to comment on the matter."
    assert how_much(text, text) == 0
    assert len(sample(shingles(text))) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Президент прибыл в столицу с визитом и провёл переговоры о строительстве второго моста "
        "через пограничную реку, сообщили чиновники обеих сторон во вторник после встречи, "
        "которая продолжалась три часа",
        "विदेश मंत्री मंगलवार को पुराने महल में मिले और अगले साल के अंत तक सीमा नदी पर दूसरा पुल "
        "खोलने पर सहमत हुए दोनों पक्षों के अधिकारियों ने बैठक के बाद कहा जो तीन घंटे तक चली",
    ],
)
def test_words_of_any_script_are_words(text):
    assert len(shingles(text)) == len(text.split()) - 4
    assert how_much(text, text) == 1


SETS = st.frozensets(st.integers(0, 2**32 - 1), max_size=400)


@given(SETS, SETS)
def test_share_is_the_same_from_both_sides_and_between_0_and_1(one, other):
    assert share(one, other) == share(other, one)
    assert 0 <= share(one, other) <= 1


@given(SETS, SETS)
def test_two_texts_keep_the_same_of_what_they_share(one, other):
    if min(len(one), len(other)) < LEAST:
        return
    kept, also = sample(one), sample(other)
    bound = min(bound_of(kept), bound_of(also))
    for shingle in one & other:
        if shingle < bound:
            assert shingle in kept
            assert shingle in also


@given(SETS)
def test_a_text_may_always_be_a_copy_of_itself(one):
    kept = sample(one)
    if kept:
        assert may_be_copies(kept, kept, len(kept))
