"""A small archive of invented people, places and papers, and an import into it."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from plugins.accession.dates import read
from plugins.archive import frontmatter
from plugins.archive.content import read_content
from plugins.archive.problems import Problem
from plugins.capture.desk import import_files
from plugins.capture.drafts import Choices
from plugins.checks.desk import check

HERE = Path(__file__).parent
TODAY = date(2026, 1, 15)
SHARED = HERE.parents[3] / "shared"

RECORDS: dict[str, dict[str, dict[str, object]]] = {
    "people": {
        "mira-solan": {
            "heading": "Mira Solan",
            "sort": "Solan, Mira",
            "variants": ["Meera Solan", "Solan"],
            "scripts": {"ru": ["Мира Солан"], "hi": ["मीरा सोलन"]},
        },
        "teodor-vask": {"heading": "Teodor Vask", "sort": "Vask, Teodor", "variants": ["T. Vask"]},
        "ilse-vask": {"heading": "Ilse Vask", "sort": "Vask, Ilse"},
    },
    "places": {
        "port-ember": {"heading": "Port Ember", "variants": ["Ember"]},
        "new-port-ember": {"heading": "New Port Ember"},
        "un": {"heading": "Un"},
    },
    "organisations": {
        "tide-office": {"heading": "Tide Office", "variants": ["TO", "Office of Tides"]},
        "lagoon-fund": {"heading": "Lagoon Fund", "variants": ["UN"]},
    },
    "sources": {
        "harbour-post": {
            "heading": "Harbour Post",
            "timezone": "Asia/Kolkata",
            "domains": ["harbourpost.example"],
        },
        "west-quay": {
            "heading": "West Quay",
            "timezone": "America/New_York",
            "domains": ["westquay.example"],
        },
        "dublin-bay": {"heading": "Dublin Bay", "timezone": "Europe/Dublin"},
        "island-wire": {"heading": "Island Wire"},
    },
    "tags": {"sea-walls": {"heading": "Sea walls", "variants": ["sea defences"]},
             "fishing": {"heading": "Fishing"}},
}  # fmt: skip


@dataclass
class Archive:
    """A content folder to import into."""

    folder: Path
    said: list[str] = field(default_factory=list)
    cache: Path | None = None

    def take(
        self,
        *files: Path,
        source: str | None = "harbour-post",
        text: str = "full",
        records: bool = False,
        images: str | None = None,
        date: str | None = None,
    ) -> int:
        self.said.clear()
        return import_files(
            list(files),
            content=self.folder,
            choices=Choices(
                source=source,
                text=text,
                today=TODAY,
                images=images,
                records=records,
                date=partial(read, date, today=TODAY) if date else None,
            ),
            show=self.said.append,
            cache=self.cache,
        )

    def article(self) -> tuple[dict[str, frontmatter.Value], str]:
        (file,) = self.folder.glob("articles/*/*.md")
        document = frontmatter.read(file.read_text("utf-8"))
        return document.values, document.body

    def report(self) -> str:
        (file,) = self.folder.glob("captures/*/*.report.txt")
        return file.read_text("utf-8")

    def files(self) -> dict[str, bytes]:
        """Everything there is, hidden files too."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    def problems(self) -> tuple[Problem, ...]:
        return check(read_content(self.folder))


def make_archive(folder: Path) -> Archive:
    for kind, records in RECORDS.items():
        for id_, record in records.items():
            file = folder / "authorities" / kind / f"{id_}.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    return Archive(folder)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return make_archive(tmp_path / "content")


@pytest.fixture
def pasted(tmp_path: Path) -> Callable[[str | bytes], Path]:
    """Write a capture and return its path."""

    def write(text: str | bytes) -> Path:
        file = tmp_path / "pasted.txt"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return write


@pytest.fixture(scope="session")
def plain() -> str:
    """The hand-made capture that most tests vary."""
    return (HERE / "captures" / "plain.txt").read_text("utf-8")
