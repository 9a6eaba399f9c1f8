"""What the index answers when asked what to write: plain records, which the door translates."""

from dataclasses import dataclass

from .scripts import script

# Grows with every change of the layout or of what counts as a word.
VERSION = 6
ROOT = "search"
NAMES = "names"
NAMES_PATH = f"{ROOT}/{NAMES}/"


@dataclass(frozen=True, slots=True)
class Segment:
    """Articles in the order of their numbers, each with the digest of what it shows."""

    folder: str
    version: str
    ids: tuple[str, ...]
    shown: tuple[bytes, ...]

    @property
    def path(self) -> str:
        return f"{ROOT}/{self.folder}/"


@dataclass(frozen=True, slots=True)
class Names:
    """All names, by the version of what they say."""

    version: str


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made at once; `ids` where articles in a segment say something else."""

    path: str
    data: bytes
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ready:
    """A small segment with all its files, which take the place of those that it had."""

    segment: Segment
    files: tuple[Made, ...]

    @property
    def path(self) -> str:
        return self.segment.path


@dataclass(frozen=True, slots=True)
class Left:
    """A file or a folder that is no longer part of the index; `ids` as in Made."""

    path: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A segment as the manifest has it. `meta`: of a small one, what others say in a file."""

    id: str
    version: str
    docs: int
    meta: dict[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """What the manifest says of the archive. `names`: their version."""

    segments: tuple[Placed, ...]
    names: str


Answer = Segment | Names | Made | Ready | Left


def made(folder: str, name: str, value: object, ids: tuple[str, ...] = ()) -> Made:
    """A file of a folder, from its data."""
    key = f"{folder}/{name}"
    return Made(f"{ROOT}/{key}.js", script(key, value), ids)
