"""`inv stats`: the figures, for people or programs."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from ..archive.characters import one_line
from .figures import figures
from .held import content_of
from .lines import lines

FORMATS = ("text", "json")


def show_stats(folder: Path, cache: Path, shape: str) -> int:
    """Print the figures of a content folder; 1 if there are files that could not be counted."""
    if shape not in FORMATS:
        print(f"cuttings: --format is one of {', '.join(FORMATS)}", file=sys.stderr)
        return 1
    if not folder.is_dir():
        print(f"cuttings: {folder}: no such folder; name one with --content", file=sys.stderr)
        return 1
    found = figures(content_of(folder, cache))
    if shape == "json":
        print(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        print("\n".join(map(one_line, lines(found))))
    return 1 if found.unread else 0
