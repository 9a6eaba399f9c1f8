"""A build in small: a site is a table of paths and bytes, and its store one file."""

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from plugins.archive.roots import MARK
from plugins.publish.publication import Publication

Site = dict[str, bytes]


def index(text: str) -> bytes:
    return MARK + text.encode()


@dataclass
class Desk:
    """Builds sites into `output` as the real build does, asking its store what is published."""

    folder: Path
    output: Path = field(init=False)
    cache: Path = field(init=False)

    def __post_init__(self):
        self.output, self.cache = self.folder / "out", self.folder / "cache"

    def build(self, wanted: Site, *, wait: float = 5) -> bool:
        """Publish `wanted`; was the published site all that had to be changed?"""
        with Publication(self.output, self.cache, wait=wait) as site:
            known = self.stored(site.previous)
            root = site.begin(clean=known is None)
            known = known or {}
            for path, data in wanted.items():
                if known.get(path) != sha256(data).hexdigest():
                    site.write(path, data)
            for path in known:
                if path not in wanted:
                    site.remove(path)
            assert root.is_dir()
            digests = {path: sha256(data).hexdigest() for path, data in wanted.items()}
            site.publish(lambda identity: self.store(identity, digests))
        return bool(known)

    def stored(self, identity):
        """The digests of the published files, if they are those of tree `identity`."""
        try:
            stored = json.loads((self.cache / "store").read_text())
        except (OSError, ValueError):
            return None
        return stored["digests"] if identity and stored["identity"] == identity else None

    def store(self, identity, digests):
        beside = self.cache / "store.new"
        beside.write_text(json.dumps({"identity": identity, "digests": digests}))
        beside.replace(self.cache / "store")

    def published(self) -> Site:
        return read(self.output)

    def trees(self) -> list[Path]:
        return sorted((self.cache / "twin").glob("site-*"))


def read(folder: Path) -> Site:
    found = sorted(path for path in folder.rglob("*") if not path.is_dir())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
