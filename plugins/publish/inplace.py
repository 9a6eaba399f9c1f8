"""Files of the published site are replaced one by one, where the trees can't be exchanged.

That is where the cache lies on another file system, or `output` is a mount point or stands
in a folder that may not be written to. Everything is brought into a folder inside `output`
first (a disk that fills up then has changed nothing), and the list of what is to be done.
What follows is only renames, in an order that breaks no link, so a reader can meet two
versions for some milliseconds; whoever finds the list does the rest of it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..archive.roots import AHEAD
from . import durable, tree

LIST = "list"


def replace(source: Path, output: Path, paths: Iterable[str]) -> None:
    """Make each of these paths in `output` what it is in `source`: its bytes, or nothing."""
    clear(output)
    ahead = output / AHEAD
    (ahead / "files").mkdir(parents=True)
    try:
        lines = list(prepare(source, output, paths))
        tree.write_file(ahead, "list.new", "\n".join(lines).encode())
        durable.sync(output)
        (ahead / "list.new").replace(ahead / LIST)
        durable.sync_names(ahead)
    except BaseException:
        clear(output)
        raise
    complete(output)


def prepare(source: Path, output: Path, paths: Iterable[str]) -> Iterator[str]:
    """Bring the files that are not there already, and say what is to be done, in order."""
    changes = sorted(paths, key=lambda path: rank(path, source, output))
    for path in changes:
        if (source / path).is_file():
            data = (source / path).read_bytes()
            published = output / path
            if published.is_file() and published.read_bytes() == data:
                continue
            tree.write_file(output / AHEAD / "files", path, data)
            yield f"+{path}"
        else:
            yield f"-{path}"


def rank(path: str, source: Path, output: Path) -> tuple[int, str]:
    """What others point at comes before what points at it; what goes, goes last."""
    if not (source / path).is_file():
        return 5, path
    if not path.endswith(".html"):
        return 0, path
    if path == "index.html":
        return 4, path
    if path.endswith("/index.html"):
        return 3, path
    return 2 if (output / path).exists() else 1, path


def complete(output: Path) -> bool:
    """Do what is left on the list that a build left in `output`. Was there one?"""
    ahead = output / AHEAD
    if not ahead.is_dir():
        return False
    try:
        lines = (ahead / LIST).read_text("utf-8").split("\n")
    except FileNotFoundError:
        clear(output)
        return False
    for line in lines:
        if not line:
            continue
        if line.startswith("-"):
            tree.unlink(output, line[1:])
        elif (ahead / "files" / line[1:]).exists():
            tree.make_folders(output, line[1:])
            (ahead / "files" / line[1:]).replace(output / line[1:])
    durable.sync(output)
    clear(output)
    return True


def clear(output: Path) -> None:
    """Remove what a build brought, its list first: half of it must not look like the whole."""
    (output / AHEAD / LIST).unlink(missing_ok=True)
    tree.clear(output / AHEAD)
