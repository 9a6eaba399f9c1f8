"""A built site of so many articles, kept between runs.

Articles are written anew only where what makes them is another, and the site is built anew
only where they or the code are: at 100,000 articles both take minutes.
"""

import shutil
from pathlib import Path

from plugins.archive.versions import of_files

from ..drafts import Draft
from ..make_archive import SEED, make
from ..measure import measure
from ..ours import PARTS, Ours

MAKERS = ("cast.py", "drafts.py", "make_archive.py", "sentences.py", "vocabulary.py")


def built(folder: Path, code: Path, size: int, seed: int = SEED) -> Ours:
    """The site of `size` articles in `folder`, made by the code in `code`."""
    ours = Ours(folder, code)
    articles = f"{size} of {seed} by {articles_version(code)}"
    if said(folder / "articles.txt") != articles:
        shutil.rmtree(folder, ignore_errors=True)
        write(ours, size, seed)
        (folder / "articles.txt").write_text(articles)
    if said(folder / "site.txt") != site_version(code):
        (folder / "site.txt").unlink(missing_ok=True)
        shutil.rmtree(ours.code, ignore_errors=True)
        ours.prepare()
        measure(ours.command(), folder / "report.json", folder, ours.env)
        # Of the copy: somebody may have worked on the code meanwhile.
        (folder / "site.txt").write_text(site_version(ours.code))
    return ours


def said(note: Path) -> str:
    return note.read_text() if note.is_file() else ""


def articles_version(code: Path) -> str:
    return of_files([code / "bench" / name for name in MAKERS], code).hex()


def site_version(code: Path) -> str:
    """Of all that a site is made by."""
    found = [path for part in PARTS for path in (code / part, *(code / part).rglob("*"))]
    return of_files([path for path in found if is_source(path)], code).hex()


def is_source(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts


def write(ours: Ours, size: int, seed: int) -> None:
    for one in make(size, seed):
        if isinstance(one, Draft):
            ours.put(one)
        else:
            ours.introduce(one)
