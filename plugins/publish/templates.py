"""The Jinja environment of archive pages, the same in every process of a build."""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Self

from jinja2 import BytecodeCache, Environment, FileSystemLoader, Template
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from ..archive.results import Results
from ..archive.site import Site
from .assets import Assets, theme_files
from .environment import prepare
from .fragments import Fragments
from .macros import expand

KIND = "template"  # among results


class KeptTemplates(BytecodeCache):
    """Compiled templates among the results that the store keeps; a sixth of a second a build."""

    def __init__(self, results: Results, *, read_only: bool) -> None:
        self.results = results
        self.read_only = read_only

    def load_bytecode(self, bucket: Bucket) -> None:
        data = self.results.get(KIND, key(bucket))
        if data is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not self.read_only:
            self.results.put(KIND, key(bucket), bucket.bytecode_to_string())


class NewTemplates(BytecodeCache):
    """Whatever is asked for is compiled, and is here by its key."""

    def __init__(self) -> None:
        self.made: dict[bytes, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        pass

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.made[key(bucket)] = bucket.bytecode_to_string()


def keep(results: Results, templates: Mapping[bytes, bytes]) -> None:
    for name, data in templates.items():
        results.put(KIND, name, data)


def key(bucket: Bucket) -> bytes:
    return blake2b(f"{bucket.key}\0{bucket.checksum}".encode(), digest_size=16).digest()


def escaped(value: object) -> str:
    """As markupsafe's `escape`; what is escaped already passes as it is."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]  # it is a string
    if kind is str:
        return escaped_words(value)
    return str(value) if kind is int else escape(value)


@lru_cache(maxsize=10_000)
def escaped_words(value: str) -> str:
    return escape(value)


class Imported(Template):
    """A template whose macros are the same for every page.

    Jinja would compare the globals of both sides at each import, which takes longer than the
    macro; here all templates have those of the environment.
    """

    def _get_default_module(self, _: Context | None = None) -> TemplateModule:
        return super()._get_default_module()

    @classmethod
    def from_code(cls, *args: Any, **options: Any) -> Self:
        """With our `escape` in the place of markupsafe's, which makes an object of each piece."""
        template = super().from_code(*args, **options)
        template.root_render_func.__globals__["escape"] = escaped
        return template  # type: ignore[return-value]  # of cls


class Calling(Context):
    """A context that calls macros straight away; Jinja would ask them three things before."""

    def call(self, obj: Any, *args: Any, **kwargs: Any) -> Any:
        if type(obj) is not Macro:
            return super().call(obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return expand(obj, *args, **kwargs)


class OnePass(Environment):
    """An environment for one build: nothing changes while it is there."""

    template_class = Imported
    context_class = Calling

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.known: dict[str, Template] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Jinja looks through a chain of mappings for each page; here there is only one."""
        return super().make_globals(d) if d else self.globals

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  # Jinja's name
    ) -> Template:
        found = self.known.get(name) if isinstance(name, str) else None
        if found is None:
            found = super().get_template(name, parent, globals)
            self.known[str(found.name)] = found
        return found


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

    def compile(self, templates: BytecodeCache, site: Site) -> None:
        """Compile all templates once, for workers to find in the cache `templates`."""
        env, _ = self.environment(templates, site)
        for name in env.list_templates(extensions=["html"]):
            env.get_template(name)

    def compiled(self, site: Site) -> dict[bytes, bytes]:
        """All templates, compiled, by key: for a process that keeps them."""
        new = NewTemplates()
        self.compile(new, site)
        return new.made

    def assets(self) -> Assets:
        return theme_files(self.theme / "static")

    def environment(self, templates: BytecodeCache, site: Site) -> tuple[Environment, Fragments]:
        """The environment, and the fragments that want to know of each page where it stands."""
        env = OnePass(  # `options` turn autoescape on
            loader=FileSystemLoader(self.theme / "templates"),
            bytecode_cache=templates,
            **self.options,
        )
        env.filters.update(self.filters)
        env.globals.update(self.globals)
        return env, prepare(env, site, self.assets(), self.hand_pages)
