"""What an article and an authority record may say.

Each key is declared here and nowhere else: `reading` checks files against these
classes, `schema` writes the editor's JSON Schema and the documentation table from them.
Records hold what the file says; whatever is computed belongs to the `Library`.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from .days import Moment, Span

KINDS = ("people", "places", "organisations", "sources", "tags")
SINGULAR = {
    "people": "person",
    "places": "place",
    "organisations": "organisation",
    "sources": "source",
    "tags": "tag",
}

# Codes of rightsstatements.org, Creative Commons licences, and its public domain mark.
Rights = Literal[
    "InC", "InC-OW-EU", "InC-EDU", "InC-NC", "InC-RUU",
    "NoC-CR", "NoC-NC", "NoC-OKLR", "NoC-US", "CNE", "UND", "NKC",
    "CC0-1.0", "PDM-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-4.0",
    "CC-BY-NC-SA-4.0", "CC-BY-NC-ND-4.0", "CC-BY-3.0", "CC-BY-SA-3.0", "CC-BY-2.0",
    "CC-BY-SA-2.0",
]  # fmt: skip
ImageRights = Literal[Rights, "no-archive"]


def may_publish_image(rights: str | None) -> bool:
    """Whether everybody may keep and show an image under this code; unknown means no."""
    return rights is not None and rights.startswith(("CC", "PDM", "NoC-US")) and rights != "CNE"


Day = date  # type checkers take `date` below for the key of that name
Line = Annotated[str, Meta(min_length=1, max_length=1_000, pattern=r"^[^\n]*\S[^\n]*$")]
Lines = Annotated[str, Meta(min_length=1, max_length=5_000, pattern=r"\S")]
Id = Annotated[str, Meta(min_length=1, max_length=200)]
# "index" lists the records of a kind, so no record was ever called that.
FormerId = Annotated[str, Meta(pattern=r"^(?!index$)[a-z0-9]+(-[a-z0-9]+)*$", max_length=200)]
Url = Annotated[
    str, Meta(pattern=r"^https?://[^\s<>\"'`\\{}|^]+$", max_length=2_000, examples=["https://"])
]
Language = Annotated[
    str,
    Meta(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$", examples=["en", "hi"]),
]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Address = Annotated[
    str, Meta(pattern=r"^articles/[0-9A-Za-z_-]+/[0-9A-Za-z._-]+\.html$", max_length=300)
]
FILE_NAME = r"^(?!\.)[0-9A-Za-z._-]+(/(?!\.)[0-9A-Za-z._-]+)*$"
FileName = Annotated[str, Meta(pattern=FILE_NAME, max_length=300)]
Wikidata = Annotated[str, Meta(pattern=r"^Q[0-9]+$", examples=["Q58217"])]
Zone = Annotated[str, Meta(pattern=r"^[A-Za-z]+(/[A-Za-z0-9_+-]+)*$", examples=["Asia/Kolkata"])]
Domain = Annotated[str, Meta(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$", examples=["livemint.com"])]
Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]
MOST_IDS = 50
Ids = Annotated[tuple[Id, ...], Meta(max_length=MOST_IDS)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Another report of the same that was used."""

    name: Annotated[Line, Meta(description="who published it")]
    url: Annotated[Url | None, Meta(description="its address, where known")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture that came with the report."""

    file: Annotated[FileName | None, Meta(description="file under content/images/")] = None
    alt: Annotated[Lines | None, Meta(description="what it shows, for those who cannot see")] = None
    caption: Annotated[Lines | None, Meta(description="caption")] = None
    credit: Annotated[Line | None, Meta(description="who made or owns it, as printed")] = None
    rights: Annotated[
        ImageRights | None, Meta(description="rights code, or no-archive where a notice forbids it")
    ] = None
    notice: Annotated[Lines | None, Meta(description="the rights notice as printed")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The source as fetched or pasted."""

    sha256: Annotated[Sha256, Meta(description="digest of its bytes")]
    file: Annotated[
        FileName | None,
        Meta(description="file under content/captures/; absent when it is kept elsewhere"),
    ] = None
    captured: Annotated[Day | None, Meta(description="day it was taken")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A change made after publication."""

    date: Annotated[Day, Meta(description="day of the correction")]
    note: Annotated[Lines, Meta(description="what was corrected")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Why an article was taken out; its address stays."""

    date: Annotated[Day, Meta(description="day of the withdrawal")]
    reason: Annotated[Lines, Meta(description="reason that readers see")]


# What `inv check` may be in doubt about: warnings, and so what a curator may say is well.
Doubt = Literal[
    "alike-records", "before-happened", "before-source", "future-date", "missing-capture",
    "same-story", "unknown-rights", "unused-record",
]  # fmt: skip


# Keys that curators write for each other: published nowhere.
UNPUBLISHED = frozenset({"accepted"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A warning that a curator looked at and found to be none."""

    code: Annotated[Doubt, Meta(description="code of the warning")]
    other: Annotated[
        Id | None, Meta(description="id of the other one, where the warning names two")
    ] = None
    why: Annotated[Lines | None, Meta(description="why all is well")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The keys of an article."""

    title: Annotated[Line, Meta(description="title as published, or of the digest")]
    date: Annotated[Moment, Meta(description="day it was published, or time with its UTC offset")]
    happened: Annotated[
        Span | None,
        Meta(description="day, month, year or range it reports on, where that differs from date"),
    ] = None
    source: Annotated[Id, Meta(description="id of the source that published it")]
    source_url: Annotated[
        Url | None, Meta(description="address of the original; absent when unknown, never guessed")
    ] = None
    archived_url: Annotated[Url | None, Meta(description="address of an archived copy")] = None
    also: Annotated[
        tuple[Report, ...], Meta(description="other reports of the same that were used")
    ] = ()
    authors: Annotated[tuple[Line, ...], Meta(description="bylines as printed")] = ()
    people: Annotated[Ids, Meta(description="ids of people")] = ()
    places: Annotated[Ids, Meta(description="ids of places")] = ()
    organisations: Annotated[Ids, Meta(description="ids of organisations")] = ()
    tags: Annotated[Ids, Meta(description="ids of tags, at most 50")] = ()
    section: Annotated[
        tuple[Line, ...], Meta(description="breadcrumb as printed, outermost first")
    ] = ()
    summary: Annotated[Lines | None, Meta(description="standfirst, one or two sentences")] = None
    highlights: Annotated[tuple[Lines, ...], Meta(description="bullet points")] = ()
    text: Annotated[
        Literal["full", "excerpt", "digest", "metadata"],
        Meta(description="what the text below is, and so what may be shown"),
    ] = "full"
    rights: Annotated[
        Rights | None, Meta(description="rightsstatements.org or Creative Commons code")
    ] = None
    images: Annotated[tuple[Image, ...], Meta(description="pictures that came with it")] = ()
    capture: Annotated[Capture | None, Meta(description="the source as fetched or pasted")] = None
    lang: Annotated[Language, Meta(description="language of the text, BCP 47")] = "en"
    added: Annotated[Day | None, Meta(description="day of accession")] = None
    event: Annotated[Id | None, Meta(description="id shared by articles on one happening")] = None
    aliases: Annotated[
        tuple[Address, ...], Meta(description="older addresses, which redirect here")
    ] = ()
    corrections: Annotated[
        tuple[Correction, ...], Meta(description="changes made after publication")
    ] = ()
    withdrawn: Annotated[
        Withdrawal | None, Meta(description="taken out: the address stays, the text is gone")
    ] = None
    status: Annotated[
        Literal["published", "draft"], Meta(description="a draft is checked but not published")
    ] = "published"
    accepted: Annotated[
        tuple[Accepted, ...], Meta(description="warnings that are none, for `inv check`")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(FrontMatter):
    """An article as its file gives it: the keys, where it stands, and its text.

    `id` is the path under `content/articles/` without its ending ("2021/lavrov-visit").
    """

    id: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """The keys that every authority record has."""

    heading: Annotated[Line, Meta(description="preferred name")]
    sort: Annotated[Line | None, Meta(description="form it is filed under")] = None
    variants: Annotated[
        tuple[Line, ...], Meta(description="other spellings and transliterations")
    ] = ()
    scripts: Annotated[
        dict[Language, tuple[Line, ...]], Meta(description="names in other scripts, by language")
    ] = field(default_factory=dict)
    see_also: Annotated[Ids, Meta(description="ids of related records of the same kind")] = ()
    note: Annotated[Lines | None, Meta(description="a line of description")] = None
    wikidata: Annotated[
        Wikidata | None, Meta(description="Wikidata identifier, only where known")
    ] = None
    former: Annotated[
        tuple[FormerId, ...],
        Meta(description="ids it had before; their addresses redirect here", max_length=MOST_IDS),
    ] = ()
    accepted: Annotated[
        tuple[Accepted, ...], Meta(description="warnings that are none, for `inv check`")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent(Authority):
    """What people and organisations have besides."""

    role: Annotated[Line | None, Meta(description="role as at the latest article")] = None
    country: Annotated[Line | None, Meta(description="country")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Agent):
    """A person named in articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Agent):
    """A body named in articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Authority):
    """A place named in articles."""

    country: Annotated[Line | None, Meta(description="country")] = None
    lat: Annotated[Latitude | None, Meta(description="latitude, degrees")] = None
    lon: Annotated[Longitude | None, Meta(description="longitude, degrees")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Authority):
    """A newspaper, agency or site that articles come from."""

    country: Annotated[Line | None, Meta(description="country")] = None
    timezone: Annotated[
        Zone | None,
        Meta(description="IANA time zone, by which an abbreviation such as IST is read"),
    ] = None
    homepage: Annotated[Url | None, Meta(description="address of its front page")] = None
    domains: Annotated[
        tuple[Domain, ...],
        Meta(description="domains by which an import recognises it"),
    ] = ()
    since: Annotated[
        Span | None,
        Meta(description="day, month or year of its first issue; an earlier date is doubted"),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag(Authority):
    """A subject or form that articles are filed under."""

    broader: Annotated[Id | None, Meta(description="id of the wider tag")] = None
    scope: Annotated[Lines | None, Meta(description="what it is used for")] = None
    form: Annotated[
        bool,
        Meta(description="true for a kind of event or document (visit, signing), not a subject"),
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMatter:
    """The keys of a hand-written page."""

    title: Annotated[Line, Meta(description="title of the page")]
    summary: Annotated[Lines | None, Meta(description="one or two sentences")] = None
    lang: Annotated[Language, Meta(description="language of the page, BCP 47")] = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneAddress:
    """An address that the content names and that no longer leads anywhere."""

    url: Annotated[Url, Meta(description="the address")]
    since: Annotated[Day, Meta(description="day on which it was first found missing")]
    why: Annotated[Line, Meta(description="what was answered instead")]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneAddresses:
    """What `content/links.yaml` holds; `inv links` writes it."""

    gone: Annotated[
        tuple[GoneAddress, ...], Meta(description="addresses that are gone, in order")
    ] = ()


AUTHORITIES: dict[str, type[Authority]] = {
    "people": Person,
    "places": Place,
    "organisations": Organisation,
    "sources": Source,
    "tags": Tag,
}
