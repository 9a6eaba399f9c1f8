"""One page: what its room says, put into its template."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from jinja2 import Environment

from ..archive.library import Library
from ..archive.pages import File, Page, View
from ..archive.site import Site
from .fragments import Fragments
from .templates import KeptTemplates, Look


@dataclass(frozen=True, slots=True)
class Renderer:
    """The bytes of pages and files; `fragments` are those that `env` was prepared with."""

    env: Environment
    fragments: Fragments
    library: Library
    site: Site

    @classmethod
    def of(cls, look: Look, library: Library, site: Site, *, read_only: bool = False) -> Self:
        templates = KeptTemplates(library.results, read_only=read_only)
        env, fragments = look.environment(templates, site)
        return cls(env, fragments, library, site)

    def render(self, page: Page | File) -> bytes:
        [made] = self.render_all([page])
        return made

    def render_all(self, pages: Sequence[Page | File]) -> list[bytes]:
        """Step by step: what is read for one page is near the processor for the next."""
        made: list[Any] = [page.make(self.library, self.site) for page in pages]
        return [
            self.set(page, view) if isinstance(page, Page) else view
            for page, view in zip(pages, made, strict=True)
        ]

    def set(self, page: Page, view: View) -> bytes:
        template = self.env.get_template(f"{page.template}.html")
        made = template.render(view, here=page.path)
        return self.fragments.settled(page.path, made).encode()
