"""Hugo with the pages that ours has: its taxonomies are our kinds, years, months and days."""

import re
import shutil
from pathlib import Path

from ..cast import Record
from ..drafts import NAMED, Draft, yaml
from ..make_archive import write
from ..ours import change
from ..systems import System
from .install import binary

SITE = Path(__file__).with_name("hugo")
BASE = "layouts/baseof.html"
LINK = re.compile(r"\]\(\.\./(\d{4}/[\w-]+)\.md\)")


class Hugo(System):
    name = "hugo"

    def __init__(self, folder: Path, environment: Path) -> None:
        super().__init__(folder)
        self.environment = environment
        self.program = binary(environment, "hugo", "binaries/hugo*")

    def prepare(self) -> None:
        shutil.copytree(SITE, self.folder)

    def introduce(self, record: Record) -> None:
        """Hugo takes a term's heading, and which terms have a feed, from such a file."""
        keys: dict[str, object] = {"title": record.heading, **dict(record.keys)}
        if record.kind == "tags":
            keys["outputs"] = ["html", "rss"]
        path = self.folder / "content" / record.kind / record.id / "_index.md"
        write(path, f"---\n{yaml(keys)}---\n")

    def put(self, article: Draft) -> None:
        write(self.path(article), front_matter(article) + LINK.sub(link, article.body) + "\n")

    def path(self, article: Draft) -> Path:
        return self.folder / "content" / "articles" / f"{article.id}.md"

    def retheme(self, mark: int) -> None:
        change(SITE / BASE, self.folder / BASE, "</body>", f"<!-- {mark} --></body>")

    def forget(self) -> None:
        for place in (self.output, self.folder / "cache", self.folder / "resources"):
            shutil.rmtree(place, ignore_errors=True)

    def command(self) -> list[str]:
        folders = {
            "--source": self.folder,
            "--destination": self.output,
            "--cacheDir": self.folder / "cache",
        }
        options = [str(part) for pair in folders.items() for part in pair]
        return [str(self.program), *options, "--quiet", "--noBuildLock"]


def front_matter(article: Draft) -> str:
    """Filed by the day of publication: Hugo has no second date, and is let off it."""
    day = article.day.isoformat()
    keys: dict[str, object] = {
        "title": article.title,
        "date": f"{day}{article.clock}",
        "summary": article.summary,
        "section": article.section,
        "added": article.added.isoformat(),
        "sources": [article.source.id],
        "years": [day[:4]],
        "months": [day[:7]],
        "days": [day],
    }
    for kind in NAMED:
        keys[kind] = [one.id for one in getattr(article, kind)]
    return f"---\n{yaml(keys)}---\n\n"


def link(found: re.Match[str]) -> str:
    return f"](/articles/{found[1]}.html)"
