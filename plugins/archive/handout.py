"""What workers of a parallel build need besides their task: written once, loaded once each.

An executor sends each task by itself; the names of 100,000 files would go along every time.
A handout is a file in the cache, made by a build for its own workers and deleted by it.
"""

import pickle
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import uuid4


def write_handout(folder: Path, thing: object) -> Path:
    path = folder / f"handout-{uuid4().hex}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(thing))
    return path


@lru_cache(maxsize=1)
def read_handout(path: Path) -> Any:
    """What was handed out; the same object for every task in a process."""
    return pickle.loads(path.read_bytes())  # noqa: S301  # our own, of this very build
