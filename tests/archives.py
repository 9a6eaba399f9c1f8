"""Archives written for a test: hand-made ones, and a large one out of a seed."""

import json
from datetime import date, timedelta
from pathlib import Path
from random import Random

KINDS = ("people", "places", "organisations", "sources", "tags")
WORDS = {
    "en": "harbour council bridge election budget tram water museum strike lease census railway "
    "orchard ferry tariff radio library vaccine satellite treaty monsoon rouble rupee grain",
    "hi": "नगर परिषद पुल चुनाव बजट जल संग्रहालय हड़ताल जनगणना रेल समझौता अनाज",
    "ru": "город совет мост выборы бюджет вода музей перепись железная дорога договор",
}
CROWDED = date(2020, 3, 1)


def write_article(content: Path, id_: str, body: str = "", /, **keys: object) -> Path:
    """`id_` as 2021/name. Values are written as JSON, which YAML reads as it is."""
    given = {"title": f"Article {id_}", "date": f"{id_[:4]}-01-01", "source": "paper"} | keys
    front = "\n".join(f"{key}: {json.dumps(value)}" for key, value in given.items())
    return write(content / "articles" / f"{id_}.md", f"---\n{front}\n---\n\n{body}\n")


def write_record(content: Path, kind: str, id_: str, /, **keys: object) -> Path:
    given = {"heading": id_.replace("-", " ").title()} | keys
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in given.items())
    return write(content / "authorities" / kind / f"{id_}.yaml", lines)


def write_page(content: Path, name: str, title: str, body: str) -> Path:
    return write(
        content / "pages" / f"{name}.md", f"---\ntitle: {json.dumps(title)}\n---\n\n{body}\n"
    )


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def write_nothing(content: Path) -> Path:
    for folder in ("articles", "authorities", "pages"):
        write(content / folder / ".gitkeep", "")
    return content


def write_single(content: Path) -> Path:
    for kind in KINDS:
        write_record(content, kind, f"one-{kind}")
    named = {kind: [f"one-{kind}"] for kind in KINDS if kind != "sources"}
    write_article(
        content, "2021/only", "Text.", title="The only one", source="one-sources", **named
    )
    return content


def write_unnamed(content: Path) -> Path:
    for kind in KINDS:
        write_names(content, kind, 2)
    return content


def write_large(content: Path, articles: int = 1_000, seed: int = 1) -> Path:
    """An archive in which lists must be cut: a tag with hundreds of articles, over a hundred in
    one year, over a hundred of them in one month and several on one day."""
    chance = Random(seed)
    people = write_names(content, "people", 30)
    places = write_names(content, "places", 12)
    organisations = write_names(content, "organisations", 10)
    sources = write_names(content, "sources", 4)
    tags = write_names(content, "tags", 15)
    for number in range(articles):
        lang = chance.choice(("en", "en", "en", "en", "hi", "ru"))
        day = any_day(chance, number)
        write_article(
            content,
            f"{day.year}/item-{number:04}",
            "\n\n".join(sentence(chance, lang, 40) for _ in range(3)),
            title=f"{sentence(chance, lang, 6)} {number}",
            date=day.isoformat(),
            source=chance.choice(sources),
            lang=lang,
            text="digest",
            people=some(chance, people, 3),
            places=some(chance, places, 2),
            organisations=some(chance, organisations, 2),
            tags=[tags[0], *some(chance, tags[1:], 3)],
        )
    return content


def any_day(chance: Random, number: int) -> date:
    """The first 150 in one month, ten of them on one day; the rest over 35 years."""
    if number < 10:
        return CROWDED
    if number < 150:
        return CROWDED + timedelta(days=chance.randrange(31))
    return date(1990, 1, 1) + timedelta(days=chance.randrange(35 * 365))


def write_names(content: Path, kind: str, count: int) -> list[str]:
    names = [f"{kind}-{number:02}" for number in range(count)]
    for number, name in enumerate(names):
        scripts = {lang: [f"{word(lang, number)} {number}"] for lang in ("hi", "ru")}
        heading = f"{word('en', number).title()} {kind} {number}"
        write_record(content, kind, name, heading=heading, scripts=scripts)
    return names


def word(lang: str, number: int) -> str:
    words = WORDS[lang].split()
    return words[number % len(words)]


def some(chance: Random, names: list[str], most: int) -> list[str]:
    return sorted(chance.sample(names, chance.randint(0, most)))


def sentence(chance: Random, lang: str, length: int) -> str:
    return " ".join(chance.choices(WORDS[lang].split(), k=length)).capitalize()


def write_extreme(content: Path) -> Path:
    """As much of everything as the model allows, and words that no line can hold."""
    unbroken = "Donaudampfschifffahrtsgesellschaft" * 6
    endless = f"{unbroken} " + "and another long heading " * 30
    names = {kind: [f"{'long-' * 30}{n}" for n in range(50)] for kind in ("people", "tags")}
    for kind, ids in names.items():
        for number, id_ in enumerate(ids):
            write_record(content, kind, id_, heading=f"{unbroken} {number}")
    write_record(content, "places", "far", heading=endless, note=endless * 5, country=endless)
    write_record(
        content,
        "organisations",
        "body",
        heading="बहुत लम्बे नाम वाली संस्था " * 20,
        role=endless,
        scripts={"ru": [f"Очень длинное название {n}" for n in range(40)]},
        variants=[f"{unbroken} variant {n}" for n in range(40)],
    )
    write_record(
        content, "sources", "paper", heading=endless, homepage=f"https://example.org/{'x' * 500}"
    )
    wide = "| " + " | ".join(["column"] * 30) + " |\n" + "|---" * 30 + "|\n"
    wide += "| " + " | ".join([unbroken] * 30) + " |\n"
    body = f"{unbroken}\n\n    {'code without a break ' * 30}\n\n{wide}\n\n"
    body += (
        f"<https://example.org/{'path' * 100}>\n\n## {unbroken}\n\n- {unbroken}\n\n> {unbroken}\n"
    )
    for number, (lang, title) in enumerate(
        (
            ("en", endless[:999]),
            ("hi", "नई दिल्ली में विदेश मंत्रियों की वार्ता " * 20),
            ("ru", "Переговоры министров иностранных дел в Нью-Дели " * 18),
            ("ar", "محادثات وزراء الخارجية في نيودلهي " * 20),
        )
    ):
        write_article(
            content,
            f"2021/{'long-' * 38}{number}",
            f"Text {number}\n\n{body}",
            title=title.strip(),
            date=f"2021-01-0{number + 1}T23:59:59+05:30",
            lang=lang,
            summary=endless * 5,
            highlights=[endless] * 20,
            people=names["people"],
            tags=names["tags"],
            places=["far"],
            organisations=["body"],
            section=[unbroken] * 5,
            authors=[f"{unbroken} {n}" for n in range(30)],
            source_url=f"https://example.org/{'path/' * 200}{number}",
            also=[{"name": endless, "url": f"https://example.org/{'y' * 900}"}] * 10,
            images=[{"caption": endless, "credit": endless, "notice": endless}],
            corrections=[{"date": "2021-02-03", "note": endless}] * 5,
        )
    write_page(content, "about", endless[:900], body)
    return content
