"""Some files of the content folder as they would be, read before they are written."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from .content import Content, read_file


def content_with(
    folder: Path, names: Collection[str], paths: Iterable[str], new: Mapping[str, bytes]
) -> Content:
    """What the checks judge by: `paths` as they are in `folder`, and those of `new` as the bytes
    say. `names` are all files that would be there. Captures are left out: to compare them with
    their digests takes time, and one that isn't there is no fault."""
    content = Content(folder.absolute(), paths={*names, *new})
    images = (path for path in content.paths if path.startswith("images/"))
    content.images.update(path.removeprefix("images/") for path in images)
    for path in sorted(set(paths) - new.keys()):
        read_file(content, path, "file")
    with TemporaryDirectory() as beside:
        content.folder = Path(beside) / content.folder.name
        for path, data in sorted(new.items()):
            file = content.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            read_file(content, path, "file")
    content.folder = folder.absolute()
    return content
