"""Who and what the articles name: a record for each rank of each kind.

A record depends on its kind and rank alone. Rank 0 is named most.
"""

import json
from dataclasses import dataclass
from functools import cache

from .vocabulary import listed

# How many of each there can be, and how far the first ranks stand out (see `skewed`).
SIZES = {"people": 20_000, "places": 2_500, "organisations": 5_000, "sources": 60, "tags": 600}
SHIFTS = {"people": 3.0, "places": 2.0, "organisations": 3.0, "sources": 1.0, "tags": 4.0}

GIVEN = listed(
    "Anna Boris Chitra Dmitri Elena Farid Galina Hari Irina Jonas Kavita Leonid Maria Nikhil Olga "
    "Pavel Qadir Ravi Sonia Tomas Uma Viktor Wanda Yusuf Zoya"
)
FRONTS = listed(
    "Bar Bel Cher Dar Dol Fen Gor Gul Har Ish Jan Kal Kar Kor Lan Lev Mal Mir Nar Nov Or Pav Pet "
    "Rad Ros Sad Sel Shar Sol Tar Ter Tor Ur Val Var Vel Vor Yar Zal Zer"
)
MIDDLES = listed(
    "ab ad ag ak al am an ap ar as at av eb ed eg ek el em en ep er et ev ib id ik il im in ir is "
    "it ob od ol om on op or ov"
)
PEOPLE = listed(
    "anov eda escu ian idze ila inen inka iyan kovich ler man mark nath oglu owski sen sky son "
    "ston ura velu wala yan"
)
PLACES = listed("abad bad burg grad hamn ia nagar polis pur sk stan ton vik ville")
BODIES = listed(
    "Agency Alliance Association Bank Board Bureau Centre Commission Company Council Fund "
    "Group Institute Ministry Party Shipyards Union University Works"
)
SUBJECTS = listed(
    "agriculture aviation banking borders ceasefires courts culture customs defence diplomacy "
    "education elections energy engineering environment exports farming finance fisheries floods "
    "forestry fuel health heritage housing industry inquiries insurance labour law libraries "
    "medicine migration mining museums navies ports press protests railways refugees research "
    "rivers roads science shipping space sport steel strikes summits tariffs taxes technology "
    "telecoms tourism trade treaties universities"
)
ROLES = ("Minister", "Mayor", "Judge", "Director", "Professor", "Ambassador", "Engineer", "Author")
COUNTRIES = ("India", "Russia", "Nepal", "Norway", "Kenya", "Chile", "Japan", "Egypt")
ZONES = ("Asia/Kolkata", "Europe/Moscow", "Europe/Oslo", "Africa/Cairo", "UTC")
CYRILLIC = str.maketrans(
    dict(zip("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопкрстувхксз", strict=False))
    | {"y": "ы", "z": "з", "w": "в", "x": "х", "q": "к"}
)


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """An authority record: kind, id, heading, and its other keys in the order of the file.

    There is one object for each (see `record`), so they can be told apart by `is`.
    """

    kind: str
    id: str
    heading: str
    keys: tuple[tuple[str, object], ...]

    def yaml(self) -> str:
        pairs = (("heading", self.heading), *self.keys)
        return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in pairs)


@cache
def record(kind: str, rank: int) -> Record:
    """The record of a rank, from 0 to SIZES[kind] - 1."""
    heading, keys = MAKERS[kind](rank)
    return Record(kind, "-".join(heading.lower().split()), heading, tuple(keys.items()))


def name(rank: int, endings: list[str]) -> str:
    """A made-up name, another for each rank below some 30,000."""
    scattered = rank * 7_919 % (len(FRONTS) * len(MIDDLES) * len(endings))
    rest, ending = divmod(scattered, len(endings))
    front, middle = divmod(rest, len(MIDDLES))
    return FRONTS[front] + MIDDLES[middle] + endings[ending]


def person(rank: int) -> tuple[str, dict[str, object]]:
    given, family = GIVEN[rank % len(GIVEN)], name(rank, PEOPLE)
    keys: dict[str, object] = {"sort": f"{family}, {given}", "variants": [f"{given[0]}. {family}"]}
    if rank % 5 == 0:
        keys["scripts"] = {"ru": [f"{given} {family}".lower().translate(CYRILLIC).title()]}
    keys["role"] = ROLES[rank % len(ROLES)]
    keys["country"] = COUNTRIES[rank % len(COUNTRIES)]
    return f"{given} {family}", keys


def place(rank: int) -> tuple[str, dict[str, object]]:
    return name(rank, PLACES), {
        "country": COUNTRIES[rank % len(COUNTRIES)],
        "lat": round(rank * 7.3 % 160 - 80, 2),
        "lon": round(rank * 13.7 % 340 - 170, 2),
    }


def organisation(rank: int) -> tuple[str, dict[str, object]]:
    title = f"{name(rank, PLACES)} {BODIES[rank % len(BODIES)]}"
    initials = {"variants": [f"{title} of {COUNTRIES[rank % len(COUNTRIES)]}"]}
    return title, {**initials, "country": COUNTRIES[rank % len(COUNTRIES)]}


def source(rank: int) -> tuple[str, dict[str, object]]:
    title = f"{name(rank, PLACES)} {('Herald', 'Times', 'Post', 'Courier')[rank % 4]}"
    domain = "-".join(title.lower().split()) + ".example"
    return title, {
        "country": COUNTRIES[rank % len(COUNTRIES)],
        "timezone": ZONES[rank % len(ZONES)],
        "homepage": f"https://{domain}/",
        "domains": [domain],
    }


def tag(rank: int) -> tuple[str, dict[str, object]]:
    """The first are wide subjects, the rest stand under one of them."""
    wide = rank % len(SUBJECTS)
    if rank < len(SUBJECTS):
        return SUBJECTS[wide].capitalize(), {"scope": f"Anything about {SUBJECTS[wide]}."}
    place_name = name(rank // len(SUBJECTS), PLACES)
    return f"{SUBJECTS[wide].capitalize()} in {place_name}", {"broader": SUBJECTS[wide]}


MAKERS = {
    "people": person,
    "places": place,
    "organisations": organisation,
    "sources": source,
    "tags": tag,
}
