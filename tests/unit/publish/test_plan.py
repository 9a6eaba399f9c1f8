"""What the rooms offer: a whole site, or what changes can reach."""

import pytest

from plugins.archive.changes import Changes
from plugins.archive.pages import Bundle, File, Gone
from plugins.archive.signals import get_pages, get_touched
from plugins.publish.assets import Assets
from plugins.publish.plan import Plan


@pytest.fixture
def rooms():
    """`rooms(signal, offer, ...)` is a room that offers these; no other room is there."""
    kept = {signal: dict(signal.receivers) for signal in (get_pages, get_touched)}
    for signal in kept:
        signal.receivers.clear()
    receivers = []

    def room(signal, *offers):
        def offer(_library, **_):
            return list(offers)

        receivers.append(offer)  # a signal holds its receivers weakly
        signal.connect(offer)

    yield room
    for signal, found in kept.items():
        signal.receivers.clear()
        signal.receivers.update(found)


def plan(changes=None):
    return Plan(None, Assets((File("theme/style.css", bytes),), {}), changes)


def test_a_whole_site_is_what_all_rooms_and_the_theme_offer(rooms):
    rooms(get_pages, File("people/a.html", bytes), File("index.html", bytes))
    rooms(get_pages, Bundle("search/x/", b"key", iter))
    whole = plan()
    found = {offer.folder if isinstance(offer, Bundle) else offer.path for offer in whole.offers()}
    assert found == {"people/a.html", "index.html", "search/x/", "theme/style.css"}
    assert whole.offered == found


def test_two_rooms_at_one_address_stop_the_build(rooms):
    rooms(get_pages, File("x.html", bytes))
    rooms(get_pages, File("index.html", bytes), File("x.html", bytes))
    with pytest.raises(ValueError, match=r"x\.html"):
        list(plan().offers())


def test_what_is_gone_comes_first_and_what_another_room_has_stays(rooms):
    rooms(get_touched, File("b.html", bytes, "first"), Gone("a.html", "x"))
    rooms(get_touched, File("a.html", bytes, "x"), Gone("old/", "x"), File("b.html", bytes, "y"))
    found = [(type(offer).__name__, offer.path, offer.why) for offer in plan(Changes()).offers()]
    assert found == [("Gone", "old/", "x"), ("File", "a.html", "x"), ("File", "b.html", "first")]


def test_a_room_that_does_not_say_why_stops_the_build(rooms):
    rooms(get_touched, File("a.html", bytes, "a.md changed"), Gone("old/"))
    with pytest.raises(ValueError, match="old/"):
        list(plan(Changes()).offers())


def test_how_many_there_are_is_told_as_soon_as_it_is_known(rooms):
    rooms(get_pages, File("a.html", bytes), File("b.html", bytes))
    rooms(get_touched, File("a.html", bytes, "x"), Gone("a.html", "x"), Gone("b.html", "x"))
    whole, changed = plan(), plan(Changes())
    coming = whole.offers()
    next(coming)
    assert whole.total is None
    assert len(list(coming)) + 1 == whole.total == 3
    next(changed.offers())
    assert changed.total == 2


def test_a_whole_site_can_be_counted_before_it_is_made(rooms):
    rooms(get_pages, File("people/a.html", bytes), File("index.html", bytes))
    whole = plan()
    whole.count()
    assert whole.total == 3
    assert not whole.offered
    assert len(list(whole.offers())) == 3
