"""The letter or script that a name is filed under."""

import unicodedata
from dataclasses import dataclass
from string import ascii_uppercase

ALPHABET = tuple(ascii_uppercase)

# How a script is labelled in the bar of letters, and the language of that label.
SCRIPTS = {
    "GREEK": ("Α–Ω", "el"),
    "CYRILLIC": ("А–Я", "ru"),
    "ARMENIAN": ("Ա–Ֆ", "hy"),
    "GEORGIAN": ("ა–ჰ", "ka"),
    "HEBREW": ("א–ת", "he"),
    "ARABIC": ("ا–ي", "ar"),
    "DEVANAGARI": ("अ–ह", "hi"),
    "BENGALI": ("অ–হ", "bn"),
    "GURMUKHI": ("ੳ–ੜ", "pa"),
    "GUJARATI": ("અ–હ", "gu"),
    "ORIYA": ("ଅ–ହ", "or"),
    "TAMIL": ("அ–ன", "ta"),
    "TELUGU": ("అ–హ", "te"),
    "KANNADA": ("ಅ–ಹ", "kn"),
    "MALAYALAM": ("അ–ഹ", "ml"),
    "SINHALA": ("අ–ෆ", "si"),
    "THAI": ("ก–ฮ", "th"),
    "HANGUL": ("가–힣", "ko"),
    "HIRAGANA": ("あ–ん", "ja"),
    "KATAKANA": ("ア–ン", "ja"),
    "CJK": ("漢字", "zh"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A heading of the index; `place` is its order, `anchor` None where nothing is under it."""

    place: tuple[int, str]
    label: str
    anchor: str | None
    lang: str = ""


def letter_of(name: str) -> Letter:
    """Where a name stands: by its first letter, or by script where that isn't Latin."""
    first = first_letter(name)
    words = unicodedata.name(first, "").split()
    if first.isdigit() or not words:
        return Letter(place=(2, ""), label="0–9", anchor="numbers")
    if words[0] == "LATIN":
        letter = latin_letter(first, words)
        return Letter(place=(0, letter), label=letter, anchor=letter)
    script = words[0].partition("-")[0]
    order = list(SCRIPTS).index(script) if script in SCRIPTS else len(SCRIPTS)
    label, lang = SCRIPTS.get(script, (script.capitalize(), ""))
    anchor = script.lower()
    return Letter(place=(1, f"{order:03}{anchor}"), label=label, anchor=anchor, lang=lang)


def first_letter(name: str) -> str:
    """The first letter or digit, past quotes and the like; "0" if there is none."""
    return next((char for char in name if char.isalnum()), "0")


def latin_letter(char: str, words: list[str]) -> str:
    """The plain letter under accents and strokes: "LATIN SMALL LETTER L WITH STROKE" is L."""
    plain = unicodedata.normalize("NFKD", char)[0].upper()
    if plain in ALPHABET:
        return plain
    named = words[3] if len(words) > 3 else "A"
    return named[0]
