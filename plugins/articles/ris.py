"""RIS: a line for each value, with a tag of two letters, for reference managers."""

from plugins.archive.csl import Csl


def ris(record: Csl) -> str:
    """One reference; `theme/static/js/citations/ris.js` writes the same."""
    year, month, day = record["issued"]["date-parts"][0]
    lines = [
        ("TY", "NEWS"),
        ("ID", record["id"]),
        ("TI", record["title"]),
        *(("AU", name["literal"]) for name in record.get("author", ())),
        ("T2", record["container-title"]),
        ("DA", f"{year:04}/{month:02}/{day:02}"),
        ("PY", f"{year:04}"),
        ("UR", record.get("URL", "")),
        ("LA", record["language"]),
        *(("KW", heading) for heading in record.get("keyword", "").split("; ")),
        ("N2", record.get("abstract", "")),
        ("N1", record.get("note", "")),
        ("DB", record["archive"]),
        ("AV", record["archive_location"]),
    ]
    written = [(tag, one_line(value)) for tag, value in lines]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in written if value) + "ER  - \r\n"


def one_line(value: str) -> str:
    """A line break in a value would begin another one."""
    return " ".join(value.split())
