"""Writes the golden files anew: `python -m tests.site.renew`. Review the change like code.

`golden/plain` holds the pages and feeds of the good archive, `golden/addressed` those in which
it matters that the site knows its address. `digests.txt` beside them stands for files that
nobody reads (search, pictures). The theme's files are compared with their sources instead.
"""

import re
import shutil
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.building import ADDRESS, GOOD, build_site, files

GOLDEN = Path(__file__).parent / "golden"
SITES: dict[str, tuple[str, ...]] = {"plain": (), "addressed": ("--site-url", ADDRESS)}
IN_ADDRESSED = re.compile(r"articles/.*|404\.html|index\.html|.*\.(xml|json|opml|txt)")
READ = (".html", ".xml", ".json", ".opml", ".txt")
# A change of a style, a script or the name's letters must not show in each page, only in one.
ASSET_DIGEST = re.compile(rb"(?<=\?)[0-9a-f]{8}(?=\")")
NAMEPLATE = re.compile(rb'(<svg class="nameplate").*?</svg>', re.DOTALL)


def golden(kept: str, site: Path) -> dict[str, bytes]:
    """The golden files of a built site, by name; `kept` is one of SITES."""
    found = {name: data for name, data in files(site).items() if not name.startswith("theme/")}
    read = {name: masked(name, data) for name, data in found.items() if name.endswith(READ)}
    if kept == "addressed":
        return {name: data for name, data in read.items() if IN_ADDRESSED.fullmatch(name)}
    rest = {name: sha256(data).hexdigest() for name, data in found.items() if name not in read}
    lines = "".join(f"{digest}  {name}\n" for name, digest in rest.items())
    return {**read, "digests.txt": lines.encode()}


def masked(name: str, data: bytes) -> bytes:
    data = ASSET_DIGEST.sub(b"digest", data)
    return data if name == "index.html" else NAMEPLATE.sub(rb"\1>...</svg>", data)


def main() -> int:
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for name, options in SITES.items():
        with TemporaryDirectory() as folder:
            site = build_site(GOOD, Path(folder), *options)
            for path, data in golden(name, site).items():
                target = GOLDEN / name / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
    print(f"wrote {len(files(GOLDEN))} files under {GOLDEN}; look at `git diff {GOLDEN}`")
    return 0


if __name__ == "__main__":
    sys.exit(main())
