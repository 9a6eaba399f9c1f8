"""Data as classic scripts.

A script runs under `script-src 'self'`, over HTTP and from disk alike, where `fetch` of a
file is refused. Each makes one call: `cuttings.put("<folder>/<name>", data);`
"""

import json
from collections.abc import Iterable
from hashlib import sha256

LINE_ENDS = {"\u2028": "\\u2028", "\u2029": "\\u2029"}
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def write(value: object) -> str:
    """JSON that every browser reads as JavaScript."""
    text = ENCODER.encode(value)
    for character, escape in LINE_ENDS.items():
        text = text.replace(character, escape)
    return text


def script(key: str, value: object) -> bytes:
    return f'cuttings.put("{key}",{write(value)});\n'.encode()


def digest(parts: Iterable[str | bytes]) -> str:
    """A name for these parts in this order: 16 hexadecimal digits."""
    found = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        found.update(len(data).to_bytes(4, "big") + data)
    return found.hexdigest()[:16]
