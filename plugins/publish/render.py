"""One page: what its room says, put into its template."""

from jinja2 import Environment

from ..archive.library import Library
from ..archive.pages import File, Page
from ..archive.site import Site


def render(page: Page | File, env: Environment, library: Library, site: Site) -> bytes:
    """The bytes of a page or file."""
    if isinstance(page, File):
        return page.make(library, site)
    view = page.make(library, site)
    template = env.get_template(f"{page.template}.html")
    return template.render(view, site=site, here=page.path).encode()
