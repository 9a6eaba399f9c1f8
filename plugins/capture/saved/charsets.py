"""The bytes of a page as text, by the character set that they are in.

What a page names may be wrong: a server's setting, a template's old line. So a name counts
only if the bytes agree, and text that is UTF-8 beyond doubt is read as that. Names are read
as browsers do, for whom Latin-1 is Windows-1252 (https://encoding.spec.whatwg.org/).
"""

import codecs
import re
from collections.abc import Iterator

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
HEAD = 16_384  # bytes in which a page may name its character set
META = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
XML = re.compile(rb"^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
LANG = re.compile(rb"<html\b[^>]*?\blang\s*=\s*[\"']?\s*([a-z]{2,3})\b", re.IGNORECASE)
READ_AS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
# Where nothing is named, what pages in these languages were written in.
OF_LANGUAGE = {
    "ru": "cp1251", "uk": "cp1251", "be": "cp1251", "bg": "cp1251", "sr": "cp1251",
    "mk": "cp1251", "pl": "cp1250", "cs": "cp1250", "sk": "cp1250", "hu": "cp1250",
    "sl": "cp1250", "hr": "cp1250", "ro": "cp1250", "el": "cp1253", "tr": "cp1254",
    "he": "cp1255", "ar": "cp1256", "fa": "cp1256", "lt": "cp1257", "lv": "cp1257",
    "et": "cp1257", "vi": "cp1258", "th": "cp874", "ja": "cp932", "ko": "cp949",
    "zh": "gb18030",
}  # fmt: skip
PLAIN = "cp1252"


def decode(data: bytes, header: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text, and what a reviewer should know; `header` is what the server named."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return replaced(data[len(mark) :], name)
    if data[:2] in (b"<\0", b"\0<"):
        return replaced(data, "utf-16-le" if data[:1] == b"<" else "utf-16-be")
    told = [name for name in map(codec_of, named(data, header)) if name]
    if is_utf8(data) and not (told and data.isascii()):
        wrong = [f"the page says {name}, but is UTF-8" for name in told[:1] if name != "utf-8"]
        return data.decode("utf-8"), tuple(wrong)
    for number, name in enumerate(told):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        note = f"the page says {told[0]}, which it isn't; it was read as {name}"
        return text, (note,) if number else ()
    return guessed(data, told)


def named(data: bytes, header: str | None) -> Iterator[str]:
    """The names of its character set: the server's first, then the page's own."""
    if header:
        yield header
    head = without_comments(data[:HEAD])
    for pattern in (META, XML):
        match = pattern.search(head)
        if match is not None:
            name = match[1].decode("ascii", "replace")
            # A page that can be read so far is not in UTF-16, whatever it says.
            yield "utf-8" if name.lower().startswith("utf-16") else name


def without_comments(data: bytes) -> bytes:
    kept, at = [], 0
    while (start := data.find(b"<!--", at)) >= 0 and (end := data.find(b"-->", start + 4)) >= 0:
        kept.append(data[at:start])
        at = end + 3
    return b" ".join([*kept, data[at:]])


def codec_of(name: str) -> str | None:
    try:
        known = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    # Python has codecs that are no character sets: rot13, hex, zip.
    if not getattr(known, "_is_text_encoding", True) or known.name in NO_CHARSETS:
        return None
    return READ_AS.get(known.name, known.name)


NO_CHARSETS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})


def is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def guessed(data: bytes, told: list[str]) -> tuple[str, tuple[str, ...]]:
    """Text of a page whose bytes are not what it says, or that says nothing."""
    if told:
        return replaced(data, told[0])
    match = LANG.search(without_comments(data[:HEAD]))
    name = OF_LANGUAGE.get(match[1].decode().lower(), PLAIN) if match else PLAIN
    text, notes = replaced(data, name)
    return text, (f"the page names no character set; it was read as {name}", *notes)


def replaced(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text with U+FFFD for what can't be read."""
    try:
        return data.decode(name), ()
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
    count = text.count("\ufffd") - data.count("\ufffd".encode())
    return text, (f"{max(count, 1)} characters are not {name}; they show as \ufffd",)
