"""Small made-up documents and names."""

from datetime import date

from plugins.search.documents import Document, Label, Name

LAVROV = Name(
    kind="people",
    id="sergey-lavrov",
    heading="Sergey Lavrov",
    sort="Lavrov, Sergey",
    variants=("Sergei Lavrov", "FM Lavrov"),
    scripts={"ru": ("Сергей Лавров",), "hi": ("सर्गेई लावरोव",)},
)
SHOIGU = Name(
    kind="people",
    id="sergei-shoigu",
    heading="Sergei Shoigu",
    sort="Shoigu, Sergei",
    scripts={"ru": ("Сергей Шойгу",)},
)
MINISTRY = Name(
    kind="organisations",
    id="mea",
    heading="Ministry of External Affairs",
    variants=("MEA",),
)
NAMES = (LAVROV, SHOIGU, MINISTRY)


def label(name):
    return Label(kind=name.kind, id=name.id, heading=name.heading, sort=name.sort or name.heading)


def document(id_="2021/visit", day="2021-04-06", **keys):
    values = {"title": "A visit", "body": "", "labels": ()} | keys
    return Document(id=id_, address=f"articles/{id_}.html", day=date.fromisoformat(day), **values)


WORDS = ("oil", "gas", "steel", "rifle", "summit", "treaty")


def archive(count, words=WORDS):
    """Documents that differ in length, day, accession and words, always the same ones."""
    return [
        document(
            f"{1971 + number % 50}/a{number}",
            f"{1971 + number % 50}-0{1 + number % 9}-1{number % 10}",
            added=date(2025, 1 + number % 12, 1 + number % 28) if number % 3 else None,
            title=f"{words[number % len(words)]} {number}",
            body=" ".join(words[(number * step) % len(words)] for step in range(number % 17)),
            labels=(label(LAVROV),) if number % 5 == 0 else (),
        )
        for number in range(count)
    ]
