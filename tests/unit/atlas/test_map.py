"""The map: what it shows, and that nothing on it stands in the way of anything else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.atlas.frame import EAST, NORTH, SOUTH, WEST, WIDTH, frame
from plugins.atlas.labels import LETTER, LINE, Spot, labels
from plugins.atlas.land import outline, rings
from plugins.atlas.projection import project
from plugins.atlas.view import MOST, map_view
from tests.sites import SITE

DELHI = {"heading": "New Delhi", "country": "India", "lat": 28.6139, "lon": 77.209}
MOSCOW = {"heading": "Moscow", "country": "Russia", "lat": 55.7558, "lon": 37.6173}
NOWHERE = {"heading": "Rajghat, New Delhi", "country": "India"}
LAND = st.tuples(st.floats(-180, 180), st.floats(-57, 79))
SPOTS = st.lists(
    st.builds(
        Spot,
        x=st.integers(0, WIDTH),
        y=st.integers(0, 500),
        radius=st.sampled_from([4.0, 15.0]),
        name=st.sampled_from(["Goa", "Kudankulam, Tamil Nadu", "Нью-Дели"]),
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("degrees", "plane"),
    # The ends of the published projection: 2.70663 along the equator, 1.31736 to a pole.
    [
        ((0, 0), (0, 0)),
        ((180, 0), (2.70663, 0)),
        ((0, 90), (0, 1.31736)),
        ((0, -90), (0, -1.31736)),
    ],
)
def test_the_projection_has_the_published_ends(degrees, plane):
    assert project(*degrees) == pytest.approx(plane, abs=1e-4)


@given(st.lists(LAND, min_size=1, max_size=8))
def test_every_place_is_inside_the_frame(degrees):
    points = [project(*each) for each in degrees]
    shown = frame(points)
    for x, y in map(shown.at, points):
        assert 0 <= x <= WIDTH
        assert 0 <= y <= shown.drawn_height
    assert shown.left >= WEST - 1e-9
    assert shown.left + shown.width <= EAST + 1e-9
    assert SOUTH - 1e-9 <= shown.top - shown.height < shown.top <= NORTH + 1e-9


@given(SPOTS)
def test_no_name_is_over_another_or_over_a_mark(spots):
    found = list(labels(spots, 500))
    boxes = []
    for label in found:
        wide = len(label.text) * LETTER
        left = label.x - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
        assert left >= 0
        assert left + wide <= WIDTH
        boxes.append((left, label.y - 13, left + wide, label.y - 13 + LINE))
    for at, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:at]:
            is_apart = (
                right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
            )
            assert is_apart
    assert len(found) <= len(spots)


def test_the_first_of_two_names_in_the_same_place_has_room_first():
    near = [Spot(x=x, y=250, radius=4, name=name) for x, name in ((500, "Moscow"), (512, "Kazan"))]
    first, second = labels(near, 500)
    assert (first.text, first.anchor) == ("Moscow", "end")
    assert (second.text, second.anchor) == ("Kazan", "start")
    same = [Spot(x=500, y=250, radius=4, name=name) for name in ("Moscow", "Kremlin")]
    assert [label.anchor for label in labels(same, 500)] == ["start", "end"]


def test_a_name_for_which_there_is_no_room_is_left_out():
    crowd = [
        Spot(x=x, y=y, radius=4, name="Moscow")
        for x in range(460, 541, 10)
        for y in range(210, 291, 10)
    ]
    assert len(list(labels(crowd, 500))) < len(crowd)


def test_the_land_is_closed_outlines_in_whole_units():
    path = outline(frame([project(0, 0), project(170, 70), project(-170, -50)]))
    assert re.fullmatch(r"(M-?\d+,-?\d+l(-?\d+,-?\d+ ?)+z)+", path)
    assert len(path) < 40_000


@given(st.lists(LAND, min_size=1, max_size=3))
def test_no_land_sticks_out_of_the_drawing(degrees):
    shown = frame([project(*each) for each in degrees])
    for ring in re.findall(r"M(\S+)l([^z]+)z", outline(shown)):
        x, y = map(int, ring[0].split(","))
        for step in ["0,0", *ring[1].split()]:
            across, down = map(int, step.split(","))
            x, y = x + across, y + down
            assert 0 <= x <= WIDTH
            assert 0 <= y <= shown.drawn_height


def test_a_narrow_frame_leaves_land_out_that_is_elsewhere():
    near = outline(frame([project(77, 28)]))
    assert 0 < near.count("M") < len(rings()) / 4


def test_places_are_marks_and_a_list_by_country(archive):
    library = archive(
        [{"day": f"2021-04-0{n}", "places": ("delhi",)} for n in range(1, 6)]
        + [{"day": "2021-05-01", "places": ("moscow", "rajghat")}],
        places={"delhi": DELHI, "moscow": MOSCOW, "rajghat": NOWHERE, "unused": MOSCOW},
    )
    view = map_view(library, SITE)
    marks = {mark.heading.id: mark.radius for mark in view["drawing"]["marks"]}
    assert marks == {"delhi": 8.5, "moscow": 4.0}
    countries = [(each.name, [place.id for place in each.places]) for each in view["countries"]]
    assert countries == [("India", ["delhi"]), ("Russia", ["moscow"])]
    assert [heading.id for heading in view["unplaced"]] == ["rajghat"]
    assert not view["is_cut"]


def test_a_place_without_a_country_comes_last(archive):
    at_sea = {"heading": "At sea", "lat": 0.0, "lon": 0.0}
    library = archive(
        [{"day": "2021-04-06", "places": ("sea", "delhi")}], places={"sea": at_sea, "delhi": DELHI}
    )
    names = [each.name for each in map_view(library, SITE)["countries"]]
    assert names == ["India", "No country on record"]


@pytest.mark.parametrize("places", [{}, {"rajghat": NOWHERE}])
def test_without_a_position_there_is_no_map(archive, places):
    library = archive([{"day": "2021-04-06", "places": tuple(places)}], places=places)
    view = map_view(library, SITE)
    assert view["drawing"] is None
    assert view["countries"] == ()


def test_of_very_many_places_the_most_present_are_shown(archive):
    places = {f"p-{n:03}": {**DELHI, "heading": f"P {n}", "lat": n / 4} for n in range(MOST + 5)}
    articles = [
        {"day": "2021-04-06", "places": tuple(places)},
        {"day": "2021-04-07", "places": ("p-154",)},
    ]
    view = map_view(archive(articles, places=places), SITE)
    assert len(view["drawing"]["marks"]) == MOST
    assert view["drawing"]["marks"][0].heading.id == "p-154"
    assert view["is_cut"]
