"""Data as classic scripts, named by what they hold.

A script runs under `script-src 'self'`, over HTTP and from disk alike, where `fetch` of a
file is refused. Each makes one call: `cuttings.put("<folder>/<name>", data);`
"""

import json
from collections.abc import Mapping
from hashlib import sha256

LINE_ENDS = {"\u2028": "\\u2028", "\u2029": "\\u2029"}


def write(value: object) -> str:
    """JSON that every browser reads as JavaScript."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escape in LINE_ENDS.items():
        text = text.replace(character, escape)
    return text


def script(key: str, value: object) -> bytes:
    return f"cuttings.put({write(key)},{write(value)});\n".encode()


def folder(files: Mapping[str, object]) -> tuple[str, dict[str, bytes]]:
    """The name of a folder, from the digest of what is in it, and its scripts by file name."""
    digest = sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{write(files[name])}\0".encode())
    name = digest.hexdigest()[:16]
    return name, {f"{file}.js": script(f"{name}/{file}", files[file]) for file in sorted(files)}
