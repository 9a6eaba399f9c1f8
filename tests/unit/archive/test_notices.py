"""Words that forbid keeping a picture, however they are spaced."""

import pytest

from plugins.archive.notices import mark_in, notice_in, visible


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("A wall. No archives.", "No archives"),
        ("NO\u00a0RE\u00adSALES", "NO RESALES"),
        ("N O  A R C H I V E S", "NO ARCHIVES"),
        ("E D I T O R I A L  U S E  O N L Y", "EDITORIAL USE ONLY"),
        ("m a n d a t o r y c r e d i t", "mandatorycredit"),
        ("Image provided by a third party", "provided by a third party"),
        ("Supplied by third parties", "Supplied by third parties"),
        ("The archive is open.", None),
        ("Casino archives", None),
        ("A B C D E", None),
        ("", None),
    ],
)
def test_notice_is_found_as_it_is_seen(text: str, notice: str | None) -> None:
    assert notice_in(text) == notice


@pytest.mark.parametrize(
    ("credit", "mark"),
    [
        ("Ministry/Handout via REUTERS", "Handout"),
        ("Hand-out", "Hand-out"),
        ("© Getty Images", "Getty Images"),
        ("gettyimages", "gettyimages"),
        ("P T I", None),
        ("A.P. Rell", None),
        ("Map: Ana Rell", None),
        ("AFP via Getty", "AFP"),
        ("Ana Rell", None),
    ],
)
def test_mark_of_an_agency_is_a_word_of_its_own(credit: str, mark: str | None) -> None:
    assert mark_in(credit) == mark


def test_each_character_that_is_seen_knows_its_place() -> None:
    text = "\u200bN O  A R\u00ad C H I V E S ."
    seen, places = visible(text)
    assert seen == "NO ARCHIVES ."
    assert [text[place] for place in places[:-1]] == list("NO ARCHIVES .")
    assert places[-1] == len(text)
