"""Files of the site on disk."""

import shutil
from pathlib import Path

# In every page's head, from base.html: tells a site of ours from somebody's other files.
MARK = b'<meta name="generator" content="Cuttings">'


def write(path: Path, data: bytes) -> None:
    """Write a new file, its folder included."""
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def refusal(output: Path, content: Path) -> str | None:
    """Why `output` must not be replaced by a site, or None if it may be."""
    output, content = output.resolve(), content.resolve()
    if output == content or output in content.parents or content in output.parents:
        return f"{output}: the output folder overlaps with the content folder; name another"
    if output.exists() and not output.is_dir():
        return f"{output}: this is a file; name a folder with --output"
    if output.is_dir() and any(output.iterdir()) and not is_site(output):
        return (
            f"{output}: this folder holds other files than a site built here; "
            "name another with --output, or empty it"
        )
    return None


def is_site(folder: Path) -> bool:
    index = folder / "index.html"
    return index.is_file() and MARK in index.read_bytes()[:4096]


def replace_contents(new: Path, output: Path) -> None:
    """Make `output` equal `new` file by file: each replaced at once, the removed ones last."""
    output.mkdir(parents=True, exist_ok=True)
    wanted = {path.relative_to(new) for path in new.rglob("*") if path.is_file()}
    for name in sorted(wanted):
        target = output / name
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.new")
        shutil.copyfile(new / name, beside)
        beside.replace(target)
    for path in sorted(output.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(output) not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
