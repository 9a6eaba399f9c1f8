"""Captions, credits and the notices that forbid keeping a picture."""

import pytest

from plugins.capture.captions import read_caption

CASES = [
    # caption, credit, notice, forbidden
    ("A wall. ", "Tide Office/Handout via REUTERS ", "ATTENTION EDITORS - THIS IMAGE WAS "
     "PROVIDED BY A THIRD PARTY. NO RESALES. NO ARCHIVES. MANDATORY CREDIT.", True),
    ("A wall. ", "REUTERS/Ana Rell ", "NO  ARCHIVES. NO RE-SALES", True),
    ("A wall. ", "REUTERS/Ana Rell. ", "No resales. No archives.", True),
    ("A wall. ", "", "Editorial use only.", True),
    ("A wall. ", "", "for editorial use only", True),
    ("A wall. ", "", "This image was supplied by a third party.", True),
    ("A wall. ", "", "attention, editors - this picture was provided by third parties", True),
    ("A wall. ", "Handout", "", True),
    ("A wall ", "(Tide Office/Handout via AP)", "", True),
    ("A wall ", "(Photo: Ana Rell)", "", False),
    ("A wall ", "(AP)", "", True),
    ("A wall. ", "REUTERS/Ana Rell", "", True),
    ("A wall. ", "Photo: Getty Images", "", True),
    ("A wall ", "(PTI Photo)", "", True),
    ("A wall. ", "Credit: Ana Rell/TASS", "", True),
    ("A wall. ", "Фото: ТАСС", "", True),
    ("A wall. ", "Photo by Ana Rell", "", False),
    ("A wall. ", "© Ana Rell 2022", "", False),
    ("A wall. ", "File photo", "", False),
    ("A wall. ", "(AP Photo/Ana Rell)", "", True),
    ("A wall. ", "AP Photo/Ana Rell, File", "", True),
    ("A wall in the U.S. ", "REUTERS/Ana Rell", "", True),
    ("A wall. ", "Photo by J. Rell", "", False),
    ("A wall ", "[File: Reuters]", "", True),
    ("", "Ana Rell | Getty Images", "", True),
    ("A wall. ", "Courtesy of the Tide Office", "", False),
    ("A wall.", "Credit...Ana Rell/The Tide", "", False),
    ("", "", "NO ARCHIVES", True),
    ("A wall. ", "", "NO\u00a0ARCHIVES.\u2003NO\u00a0RESALES.", True),
    ("A wall. ", "", "NO AR\u00adCHIVES. NO RE\u00adSALES.", True),
    ("A wall. ", "", "N O  A R C H I V E S", True),
    ("A wall. ", "", "n o a r c h i v e s", True),
    ("A wall. ", "", "ＮＯ ＡＲＣＨＩＶＥＳ", True),
    ("A wall. ", "", "NOARCHIVES, NO_RESALES", True),
    ("A wall. ", "", "M\u200bANDATORY CRE\u200bDIT", True),
    ("A wall. ", "", "RESTRICTED TO EDITORIAL USE - MANDATORY CREDIT - NO MARKETING NO ADVERTISING "
     "CAMPAIGNS - DISTRIBUTED AS A SERVICE TO CLIENTS", True),
    ("A wall. ", "", "THIS PICTURE IS DISTRIBUTED EXACTLY AS RECEIVED BY REUTERS.", True),
    ("A wall. ", "", "NO THIRD PARTY SALES.", True),
    ("A wall. ", "", "ТОЛЬКО ДЛЯ РЕДАКЦИОННОГО ИСПОЛЬЗОВАНИЯ", True),
    ("", "", "MANDATORY CREDIT: ANA REL/HARBOUR POST", True),
]  # fmt: skip


@pytest.mark.parametrize(("caption", "credit", "notice", "forbidden"), CASES)
def test_caption_is_cut_into_its_parts(
    caption: str, credit: str, notice: str, forbidden: bool
) -> None:
    text = caption + credit + notice
    cut = read_caption(text)
    assert cut is not None
    parts = (text[: cut.credit], text[cut.credit : cut.notice], text[cut.notice :])
    assert parts == (caption, credit, notice)
    assert cut.forbidden is forbidden


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The town and the islands talked.",
        "Critics called the plan a handout.",
        "It rained. Courtesy of strong winds, the ship was late.",
        "He paid by credit card. The credit: none.",
        "They came home via Port Ember.",
        "No archives were harmed. It went on.",
        "The editors asked for mandatory credit checks before the loan was paid.",
        "Mandatory credit checks will start in May and end before the next winter comes.",
        "Pictures of the wall were shown. Image is everything.",
        "The images were provided by a third party, the minister said, and nobody looked at them.",
    ],
)
def test_prose_is_no_caption(text: str) -> None:
    assert read_caption(text) is None
