"""The Jinja environment of archive pages, the same in every process of a build."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket

from ..archive.results import Results
from .assets import Assets, theme_files
from .environment import prepare


class KeptTemplates(BytecodeCache):
    """Compiled templates among the results that the store keeps; a sixth of a second a build."""

    def __init__(self, results: Results, *, read_only: bool) -> None:
        self.results = results
        self.read_only = read_only

    def load_bytecode(self, bucket: Bucket) -> None:
        data = self.results.get("template", key(bucket))
        if data is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not self.read_only:
            self.results.put("template", key(bucket), bucket.bytecode_to_string())


def key(bucket: Bucket) -> bytes:
    return blake2b(f"{bucket.key}\0{bucket.checksum}".encode(), digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class Look:
    """What the environment is made of: settings only, so that it can go to a worker."""

    theme: Path
    options: Mapping[str, Any]
    hand_pages: tuple[str, ...] = ()
    filters: Mapping[str, Any] = field(default_factory=dict)
    globals: Mapping[str, Any] = field(default_factory=dict)

    def with_pages(self, names: tuple[str, ...]) -> "Look":
        return replace(self, hand_pages=names)

    def compile(self, results: Results) -> None:
        """Compile all templates once, for workers to find."""
        env = self.environment(results)
        for name in env.list_templates(extensions=["html"]):
            env.get_template(name)

    def assets(self) -> Assets:
        return theme_files(self.theme / "static")

    def environment(self, results: Results, *, read_only: bool = False) -> Environment:
        env = Environment(  # noqa: S701  # `options` turn autoescape on
            loader=FileSystemLoader(self.theme / "templates"),
            bytecode_cache=KeptTemplates(results, read_only=read_only),
            # Templates don't change while a build runs; asking for each page takes time.
            auto_reload=False,
            **self.options,
        )
        env.filters.update(self.filters)
        env.globals.update(self.globals)
        prepare(env, self.assets(), self.hand_pages)
        return env
