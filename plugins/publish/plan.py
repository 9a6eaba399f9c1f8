"""Which files have to be made: those of the whole site, or those that changes can reach."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from ..archive.changes import Changes
from ..archive.library import Library
from ..archive.pages import Bundle, Gone, Offer
from ..archive.signals import get_pages, get_touched
from .assets import Assets


@dataclass(slots=True)
class Plan:
    """What the rooms offer, asked for when it is needed.

    `offered` fills with the addresses of a whole site as they come, so that what is no
    longer among them can go; for changes the rooms say themselves what is gone. `total` is
    how many offers there are, None until they are counted or the last is known.
    """

    library: Library
    theme: Assets
    changes: Changes | None
    offered: set[str] = field(default_factory=set)
    total: int | None = None

    def offers(self) -> Iterator[Offer]:
        return chain(*self.rooms()) if self.changes is None else self.touched(self.changes)

    def rooms(self) -> list[Iterator[Offer]]:
        """A whole site, room by room; they may be asked in any order, and in turns."""
        answers = self.answers()
        waiting = set(range(len(answers)))

        def checked(number: int) -> Iterator[Offer]:
            for offer in answers[number]:
                address = address_of(offer)
                if address in self.offered:
                    raise ValueError(f"two rooms offer the same address: {address}")
                self.offered.add(address)
                yield offer
            waiting.discard(number)
            if not waiting:
                self.total = len(self.offered)

        return list(map(checked, range(len(answers))))

    def count(self) -> None:
        """Find out how many offers there are before the first is made; it takes a moment."""
        if self.changes is None:
            self.total = sum(1 for _ in chain(*self.answers()))

    def answers(self) -> list[Iterable[Offer]]:
        """What each room offers, from Z to A; but the search's bundles, the longest work, are
        last, where the process begins that gives out the others."""
        answers = get_pages.send(self.library)
        by_name = sorted(answers, key=lambda pair: pair[0].__module__, reverse=True)
        rooms = [offers for _, offers in by_name]
        return [self.theme.files, *rooms[1:], *rooms[:1]]

    def touched(self, changes: Changes) -> Iterator[Offer]:
        """Each address once, with the first reason for it. What is gone goes first, for a file
        can take a folder's place; where one room says that a file is gone and another that it's
        there, it is there."""
        there: dict[str, Offer] = {}
        gone: dict[str, Offer] = {}
        for _, offers in get_touched.send(self.library, changes=changes):
            for offer in offers:
                if not offer.why:
                    raise ValueError(f"a room doesn't say why it offers {address_of(offer)}")
                (gone if isinstance(offer, Gone) else there).setdefault(address_of(offer), offer)
        self.total = len(gone.keys() | there.keys())
        yield from (gone[path] for path in sorted(gone.keys() - there.keys()))
        yield from (there[path] for path in sorted(there))


def address_of(offer: Offer) -> str:
    return offer.folder if isinstance(offer, Bundle) else offer.path
