"""The whole index: documents and names in, files out.

`search/manifest.js` is the only file whose content changes under one name: it says which
folders make up the index. All others are in folders named by their content.
"""

from collections.abc import Callable, Iterable

from . import names, segment
from .analysis import Analysis, analyse
from .cut import segments
from .documents import FACETS, Document, Name
from .scripts import script
from .stopwords import STOP_WORDS

VERSION = 1
K1, B = 1.2, 0.75
ROOT = "search"


def build(
    documents: Iterable[Document],
    authorities: Iterable[Name],
    analyser: Callable[[Document], Analysis] = analyse,
) -> dict[str, bytes]:
    """All files of the index by their path in the output. `analyser` may answer from a cache."""
    parts = [segment.build(part, analyser) for part in segments(documents)]
    known = frozenset().union(*(part.terms for part in parts))
    name_folder, name_files = names.write(authorities, known)
    manifest = {
        "version": VERSION,
        "k1": K1,
        "b": B,
        "stop": " ".join(STOP_WORDS),
        "facets": list(FACETS),
        "names": name_folder,
        "segments": [part.manifest for part in parts],
    }
    files = {
        f"{ROOT}/{part.id}/{name}": data for part in parts for name, data in part.files.items()
    }
    files |= {f"{ROOT}/{name_folder}/{name}": data for name, data in name_files.items()}
    return files | {f"{ROOT}/manifest.js": script("manifest", manifest)}
