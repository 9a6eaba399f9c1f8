"""Saved pages with the text that people took for the article's: a tar of the benchmark's shape."""

import gzip
import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, cast

TRUTH = "ground-truth.json"
ENDING = ".html.gz"


@dataclass(frozen=True, slots=True)
class Page:
    id: str
    data: bytes
    address: str
    text: str


def pages(file: Path) -> Iterator[Page]:
    """Every page of the collection, by id; KeyError or ValueError if it is none."""
    with tarfile.open(file) as archive:
        members = {PurePosixPath(member.name).name: member for member in archive.getmembers()}
        truth = json.loads(content(archive, members[TRUTH]))
        for id_ in sorted(truth):
            data = gzip.decompress(content(archive, members[id_ + ENDING]))
            yield Page(id_, data, truth[id_]["url"], truth[id_]["articleBody"])


def content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    return cast(IO[bytes], archive.extractfile(member)).read()
