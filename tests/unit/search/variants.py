"""Other ways of writing the names on record: initials, other orders, other alphabets, and the
spellings of other languages. Made by rules from the records themselves, always the same ones."""

import re
from random import Random

# From an English spelling to those of others, rule by rule.
GERMAN = (("shch", "schtsch"), ("sh", "sch"), ("zh", "sch"), ("ch", "tsch"), ("w", "v"), ("v", "w"),
          ("z", "s"), ("y\\b", "j"), ("x", "ks"))  # fmt: skip
FRENCH = (("sh", "ch"), ("u", "ou"), ("in\\b", "ine"), ("ey\\b", "eï"), ("w", "v"))
POLISH = (("v", "w"), ("sh", "sz"), ("y\\b", "ij"), ("x", "ks"))
SCHOLARLY = (("zh", "ž"), ("sh", "š"), ("ch", "č"), ("y\\b", "j"), ("x", "ks"))
ENGLISH = (("ey\\b", "ei"), ("ei\\b", "ey"), ("iy\\b", "y"), ("(?<=k)y\\b", "iy"), ("x", "ks"))
INDIAN = (("v", "w"), ("ee", "i"), ("i\\b", "ee"), ("a(?=sh)", "aa"), ("aa\\b", "a"), ("dh", "d"))
SPELLINGS = (GERMAN, FRENCH, POLISH, SCHOLARLY, ENGLISH, INDIAN)

CYRILLIC = (
    ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("ph", "ф"),
    ("yu", "ю"), ("ya", "я"), ("ye", "е"), ("iy\\b", "ий"), ("y\\b", "й"), ("j", "дж"),
    ("x", "кс"), ("th", "т"), ("ck", "к"), ("w", "в"), ("q", "к"), ("c", "к"),
    *zip("abvgdezijklmnoprstufhy", "абвгдезийклмнопрстуфхи", strict=True),
)  # fmt: skip
CONSONANTS = {
    "kh": "ख", "gh": "घ", "chh": "छ", "ch": "च", "jh": "झ", "th": "थ", "dh": "ध", "ph": "फ",
    "bh": "भ", "sh": "श", "k": "क", "g": "ग", "j": "ज", "t": "त", "d": "द", "n": "न", "p": "प",
    "b": "ब", "m": "म", "y": "य", "r": "र", "l": "ल", "v": "व", "w": "व", "s": "स", "h": "ह",
    "f": "फ", "z": "ज", "c": "क", "q": "क", "x": "क्स",
}  # fmt: skip
VOWELS = {"aa": "आा", "ee": "ईी", "oo": "ऊू", "ai": "ऐै", "au": "औौ", "a": "अा", "i": "इि",
          "u": "उु", "e": "एे", "o": "ओो"}  # fmt: skip
SOUNDS = re.compile("|".join((*sorted(CONSONANTS, key=len, reverse=True), *VOWELS)))
PLAIN = re.compile(r"[A-Za-z]+ [A-Za-z]+")


def variants(name):
    """(kind, variant) of a person with one given name and one surname; of others none."""
    if name.kind != "people" or not PLAIN.fullmatch(name.heading):
        return
    given, family = name.heading.split()
    if not name.sort.startswith(f"{family},"):
        return
    yield from (("order", f"{family} {given}"), ("order", f"{family.upper()}, {given}"))
    yield from initials(given, family, "V")
    for rules in SPELLINGS:
        other = spelled(name.heading, rules)
        if other != name.heading:
            yield "spelling", other
            yield "spelling", other.split()[1]
    yield "cyrillic", spelled(name.heading, CYRILLIC)
    yield "devanagari", devanagari(name.heading)
    for native in name.scripts.get("ru", ()):
        if len(native.split()) == 2:
            yield from (("cyrillic", native), ("cyrillic", native.split()[1]))
            yield from initials(*native.split(), "В")
    for native in name.scripts.get("hi", ()):
        if len(native.split()) == 2:
            yield from (("devanagari", native), ("devanagari", native.split()[1]))


def initials(given, family, second):
    """Also with the initial of a second name that is on no record."""
    one = given[0]
    for short in (f"{one}. {family}", f"{one} {family}", f"{family} {one}.", f"{family}, {one}.",
                  f"{one}. {second}. {family}", f"{one}.{second}. {family}",
                  f"{family} {one}.{second}.", f"{family} {one} {second}"):  # fmt: skip
        yield "initials", short


def spelled(text, rules):
    """Every rule at every place, but none at what another has written."""
    patterns = re.compile("|".join(f"({pattern})" for pattern, _ in rules), re.IGNORECASE)

    def other(match):
        there = rules[match.lastindex - 1][1]
        return there.capitalize() if match.group()[0].isupper() else there

    return patterns.sub(other, text)


def devanagari(text):
    """Vowels as signs after a consonant; a short a is not written."""
    return " ".join(map(devanagari_word, text.lower().split()))


def devanagari_word(word):
    written, before = [], ""
    for sound in SOUNDS.findall(word):
        if sound in CONSONANTS:
            written.append("्" * (before in CONSONANTS) + CONSONANTS[sound])
        else:
            free, sign = VOWELS[sound]
            written.append((sign if before in CONSONANTS else free) * (sound != "a" or not before))
        before = sound
    return "".join(written)


def chosen(names, count, seed=1971):
    """`count` variants as (kind, variant, name), of each kind as many, over all names."""
    found = {}
    for name in names:
        for kind, variant in variants(name):
            found.setdefault(kind, []).append((kind, variant, name))
    chance = Random(seed)
    kinds = [sorted(each, key=lambda row: row[1]) for _, each in sorted(found.items())]
    for each in kinds:
        chance.shuffle(each)
    rows = [row for place in range(count) for each in kinds for row in each[place : place + 1]]
    return rows[:count]


def family(name):
    """The surname a person is filed under."""
    return name.sort.partition(",")[0]
