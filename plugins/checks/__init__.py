"""Checks: what is wrong in content, all of it at once, before anything is written.

In: the content folder as `archive.content` read it. Out: problems, each with path, line,
code and remedy. A build stops here when there is one. The checks are the list `CHECKS` in
`desk.py`; each is a function of the whole content.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..archive.content import read_content
from .desk import check

if TYPE_CHECKING:
    from pelican import Pelican


def stop_on_problems(pelican: "Pelican") -> None:
    """Read and check the content; end the build with exit code 1 if anything is wrong.

    What was read is handed on to the generators as the setting CONTENT.
    """
    content = read_content(Path(pelican.settings["PATH"]))
    problems = check(content)
    if problems:
        print(*problems, sep="\n", file=sys.stderr)
        raise SystemExit(1)
    pelican.settings["CONTENT"] = content


def register() -> None:
    # Here, not above: `inv check` uses this room without waiting for Pelican.
    from pelican import signals

    signals.initialized.connect(stop_on_problems)
