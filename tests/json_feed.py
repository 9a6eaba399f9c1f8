"""JSON Feed 1.1 as a JSON Schema, written from the specification at jsonfeed.org.

Addresses may be relative here: a site that does not know its own writes such. Names of our own
begin with an underscore, as the specification asks.
"""

from jsonschema import Draft202012Validator

ADDRESS = {"type": "string", "minLength": 1, "pattern": r"^\S+$"}
WEB = {"type": "string", "pattern": r"^https?://\S+$"}
WORDS = {"type": "string", "minLength": 1}
TIME = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$",
}
LANGUAGE = {"type": "string", "pattern": r"^[a-zA-Z]{2,3}(-[0-9a-zA-Z]{2,8})*$"}
AUTHORS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"name": WORDS, "url": ADDRESS, "avatar": ADDRESS},
        "additionalProperties": False,
        "minProperties": 1,
    },
}
OURS = {"^_[a-zA-Z][^.]*$": {"type": "object"}}
ITEM = {
    "type": "object",
    "required": ["id"],
    "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
    "properties": {
        "id": WORDS,
        "url": ADDRESS,
        "external_url": WEB,
        "title": WORDS,
        "content_html": {"type": "string"},
        "content_text": {"type": "string"},
        "summary": WORDS,
        "image": ADDRESS,
        "banner_image": ADDRESS,
        "date_published": TIME,
        "date_modified": TIME,
        "authors": AUTHORS,
        "tags": {"type": "array", "items": WORDS},
        "language": LANGUAGE,
        "attachments": {"type": "array"},
    },
    "patternProperties": OURS,
    "additionalProperties": False,
}
FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": WORDS,
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "description": WORDS,
        "user_comment": WORDS,
        "next_url": ADDRESS,
        "icon": ADDRESS,
        "favicon": ADDRESS,
        "authors": AUTHORS,
        "language": LANGUAGE,
        "expired": {"type": "boolean"},
        "hubs": {"type": "array"},
        "items": {"type": "array", "items": ITEM},
    },
    "patternProperties": OURS,
    "additionalProperties": False,
}


def faults(feed: object) -> list[str]:
    """What is wrong with a feed, as path and message."""
    checker = Draft202012Validator(FEED)
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(feed)]
