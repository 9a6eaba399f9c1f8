"""What the rights codes say in words, and where they are explained."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """A rights statement: its words, its code as people know it, and its address."""

    words: str
    name: str
    uri: str


STATEMENTS = {
    "InC": "In copyright",
    "InC-OW-EU": "In copyright, an orphan work in the European Union",
    "InC-EDU": "In copyright, educational use permitted",
    "InC-NC": "In copyright, non-commercial use permitted",
    "InC-RUU": "In copyright, the rights-holder not located or not identifiable",
    "NoC-CR": "No copyright, but contractual restrictions",
    "NoC-NC": "No copyright, non-commercial use only",
    "NoC-OKLR": "No copyright, but other legal restrictions",
    "NoC-US": "No copyright in the United States",
    "CNE": "Copyright not evaluated",
    "UND": "Copyright undetermined",
    "NKC": "No known copyright",
}
PUBLIC_DOMAIN = {
    "CC0-1.0": (
        "Dedicated to the public domain",
        "CC0 1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
    "PDM-1.0": (
        "In the public domain",
        "Public Domain Mark 1.0",
        "https://creativecommons.org/publicdomain/mark/1.0/",
    ),
}
TERMS = {
    "BY": "reuse with credit",
    "SA": "under the same licence",
    "ND": "unchanged",
    "NC": "not for money",
}


def statement(code: str) -> Statement:
    """The statement of a code of `model.Rights`."""
    if code in STATEMENTS:
        uri = f"http://rightsstatements.org/vocab/{code}/1.0/"
        return Statement(STATEMENTS[code], code, uri)
    if code in PUBLIC_DOMAIN:
        return Statement(*PUBLIC_DOMAIN[code])
    terms, _, version = code.removeprefix("CC-").rpartition("-")
    words = ", ".join(TERMS[term] for term in terms.split("-"))
    name = f"CC {terms} {version}"
    uri = f"https://creativecommons.org/licenses/{terms.lower()}/{version}/"
    return Statement(f"{words[:1].upper()}{words[1:]}", name, uri)
