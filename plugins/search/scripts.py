"""Data as classic scripts.

A script runs under `script-src 'self'`, over HTTP and from disk alike, where `fetch` of a
file is refused. Each makes one call: `cuttings.put("<folder>/<name>", data);`
"""

from collections.abc import Iterable
from hashlib import sha256

import msgspec

# JSON allows them in strings; older readers of JavaScript end a line there.
LINE_ENDS = {
    "\u2028".encode(): rb"\u2028",
    "\u2029".encode(): rb"\u2029",
}
ENCODER = msgspec.json.Encoder()


def write(value: object) -> bytes:
    """JSON that every browser reads as JavaScript."""
    data = ENCODER.encode(value)
    for character, escape in LINE_ENDS.items():
        data = data.replace(character, escape)
    return data


def script(key: str, value: object) -> bytes:
    return b'cuttings.put("%b",%b);\n' % (key.encode(), write(value))


def digest(parts: Iterable[str | bytes]) -> str:
    """A name for these parts in this order: 16 hexadecimal digits."""
    found = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        found.update(len(data).to_bytes(4, "big") + data)
    return found.hexdigest()[:16]
