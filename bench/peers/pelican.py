"""Stock Pelican with its simple theme. Its authors are our people, its categories our sources;
it has no places and organisations, and is let off them."""

import re
import shutil
from pathlib import Path

from ..cast import Record
from ..drafts import Draft
from ..make_archive import write
from ..ours import change
from ..systems import System
from .install import PeersError, python

SETTINGS = Path(__file__).with_name("pelican_settings.py")
BASE = "templates/base.html"
LINK = re.compile(r"\]\(\.\./(\d{4}/[\w-]+\.md)\)")


class Pelican(System):
    name = "pelican"
    largest = 10_000  # its tag and author pages take time that grows with the square

    def __init__(self, folder: Path, environment: Path) -> None:
        super().__init__(folder)
        self.environment = environment
        self.cache = folder / "cache"
        themes = sorted(environment.glob("lib/python*/site-packages/pelican/themes/simple"))
        if not themes:
            raise PeersError("pelican came without its simple theme")
        self.theme = themes[0]

    def prepare(self) -> None:
        shutil.copytree(self.theme, self.folder / "theme")
        shutil.copyfile(SETTINGS, self.folder / "settings.py")

    def introduce(self, record: Record) -> None:
        """Nothing: an author, a tag and a category are what an article calls them."""

    def put(self, article: Draft) -> None:
        write(self.path(article), metadata(article) + LINK.sub(link, article.body) + "\n")

    def path(self, article: Draft) -> Path:
        return self.folder / "content" / "articles" / f"{article.id}.md"

    def retheme(self, mark: int) -> None:
        change(
            self.theme / BASE, self.folder / "theme" / BASE, "</body>", f"<!-- {mark} --></body>"
        )

    def forget(self) -> None:
        for place in (self.output, self.cache):
            shutil.rmtree(place, ignore_errors=True)

    def command(self) -> list[str]:
        folders = ["-o", self.output, "-s", self.folder / "settings.py", self.folder / "content"]
        return [str(python(self.environment)), "-m", "pelican", "-q", *map(str, folders)]


def metadata(article: Draft) -> str:
    lines = {
        "Title": article.title,
        "Date": f"{article.day} {article.clock[1:6]}".strip(),
        "Slug": article.name,
        "Category": article.source.heading,
        "Authors": "; ".join(one.heading for one in article.people),
        "Tags": ", ".join(one.heading for one in article.tags),
        "Summary": article.summary,
    }
    return "".join(f"{key}: {value}\n" for key, value in lines.items() if value) + "\n"


def link(found: re.Match[str]) -> str:
    return f"]({{filename}}/articles/{found[1]})"
