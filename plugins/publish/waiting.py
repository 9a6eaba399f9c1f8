"""`python -m plugins.publish.waiting`: a build that has its modules imported and waits for a line.

For `inv serve`: what takes longest of a build of one article is the start of Python.
"""

import sys
from pathlib import Path
from time import perf_counter

from ..archive.asked import Asked
from ..archive.unchanged import Question
from . import build_site, import_rooms


def main(settings: str, content: str, output: str, cache: str, site_url: str = "") -> int:
    """Wait, then build as `inv build` would; the exit code. Without a line nothing is done."""
    import_rooms(settings, Path(content))
    if not sys.stdin.readline():
        return 0
    started = perf_counter()
    asked = Asked.of(
        Path(settings),
        content=Path(content),
        output=Path(output),
        cache=Path(cache),
        site_url=site_url,
    )
    question = Question(asked)
    if question.is_answered(explain=False, started=started):
        return 0
    return build_site(asked, seen=question.seen, started=started)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
