"""What can be wrong with the ids that records had before."""

from ..archive.content import Content
from ..archive.model import AUTHORITIES
from .references import Found


def former_ids(content: Content) -> Found:
    """A former id must not be the id of a record, nor be claimed twice."""
    for kind in AUTHORITIES:
        taken: dict[str, str] = {}
        for id_, record in sorted(content.authorities[kind].items()):
            for index, old in enumerate(record.former):
                path = f"authorities/{kind}/{old}.yaml"
                there = path if path in content.paths else taken.get(old)
                if there:
                    yield (
                        f"authorities/{kind}/{id_}.yaml",
                        ("former", index),
                        "former-taken",
                        f"{kind}/{old}.html already leads to {there}; remove this id",
                    )
                taken.setdefault(old, f"authorities/{kind}/{id_}.yaml")
