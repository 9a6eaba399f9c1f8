"""`inv picture`: one picture into the archive, with a licence and without hidden data."""

import re
from collections.abc import Callable
from pathlib import Path

from ..archive.licences import CODES
from ..archive.model import FILE_NAME, may_publish_image
from ..archive.picture_data import PictureError
from ..archive.problems import Problem
from . import filing, pictures


def take_picture(
    path: Path, name: str, rights: str, *, content: Path, show: Callable[[str], None]
) -> int:
    """Write it below `images/` as `name`, and show the lines for the article; 0, or 1 and why not.

    A notice in the file goes before the licence that the curator names, and one that the file
    names must be the same.
    """
    try:
        made = clean_picture(path, name, rights)
        file = f"{name}{made.ending}"
        filing.write_all({content / "images" / file: made.data}, frozenset())
    except RefusedError as error:
        show(str(error.problem))
        return 1
    except FileExistsError:
        show(str(Problem("--name", 1, "taken", f"{file} is there already; choose another name")))
        return 1
    except OSError as error:
        message = f"{error.strerror or error}; mend that and try again"
        show(str(Problem(str(error.filename or path), 1, "not-written", message)))
        return 1
    where = f"{content.name}/images/{file}"
    show(f"{where}: written; {made.width} by {made.height} pixels; in the article:")
    # `alt` is left empty, so that the check asks for it.
    show(f"images:\n- file: {file}\n  alt:\n  rights: {rights}")
    return 0


class RefusedError(Exception):
    def __init__(self, path: str, code: str, message: str) -> None:
        self.problem = Problem(path, 1, code, message)
        super().__init__(str(self.problem))


def clean_picture(path: Path, name: str, rights: str) -> pictures.Cleaned:
    if not re.match(FILE_NAME, name):
        message = f'"{name}" is no name; write one such as 2021/harbour, without an ending'
        raise RefusedError("--name", "bad-value", message)
    if not (rights in CODES and may_publish_image(rights)):
        free = ", ".join(sorted(filter(may_publish_image, CODES)))
        message = (
            f"{rights or 'nothing'} is no licence to keep and show pictures; choose one of {free}"
        )
        raise RefusedError("--rights", "bad-images", message)
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{error.strerror}; name a picture that can be read"
        raise RefusedError(str(path), "unreadable", message) from error
    try:
        verdict = pictures.judge((), (), pictures.read(data), rights)
        if not verdict.may_come_in:
            code = "picture-notice" if verdict.rights else "bad-images"
            raise RefusedError(str(path), code, f"it may not be kept: {verdict.why}; leave it out")
        if verdict.rights != rights:
            message = (
                f"its file says {verdict.why}, and not {rights}; name that one or leave it out"
            )
            raise RefusedError(str(path), "bad-images", message)
        return pictures.clean(data)
    except PictureError as error:
        raise RefusedError(str(path), "bad-picture", f"{error}; take another") from error
