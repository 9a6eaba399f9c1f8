"""A story that is there already, or a shorter one, is pointed out and never merged."""

from pathlib import Path

from .conftest import Archive

STORY = [
    "The council of Port Ember voted on Monday to raise the eastern sea wall by two metres after "
    "three floods in four years reached the fish market and the lower town.",
    "Work is to begin in the spring and to last for eleven months, during which the promenade "
    "stays closed between the lighthouse and the old customs house.",
    "Shopkeepers along the front asked for a lower rent until the fences are gone, and were told "
    "that the matter would be looked at in the budget talks.",
    "An engineer of the harbour office said that the stones come by barge from the northern quarry "
    "so that no lorry has to pass through the narrow streets of the lower town.",
]
OTHER = [
    "Two years of quarrel over the sea wall of Port Ember have ended: the members voted nine to "
    "four for the taller design, which hides the view from the ground floors.",
    "The opposition had wanted a row of gates in the water instead, as they stand at the mouth of "
    "the western bay, and now speaks of a costly mistake that cannot be undone.",
]


def capture(folder: Path, name: str, day: str, title: str, paragraphs: list[str]) -> Path:
    path = folder / f"{name}.txt"
    path.write_text("\n\n".join([title, f"date {day}", *paragraphs]) + "\n", "utf-8")
    return path


def test_shortened_copy_is_pointed_out_in_answer_and_report(
    archive: Archive, tmp_path: Path
) -> None:
    whole = capture(tmp_path, "a", "2022-03-09", "Council votes for a taller wall", STORY)
    short = capture(tmp_path, "b", "2022-03-10", "Port Ember raises its wall", STORY[:2])
    assert archive.take(whole) == 0
    assert "same story" not in "\n".join(archive.said)
    assert archive.take(short, source="west-quay") == 0
    first = "content/articles/2022/council-votes-for-a-taller-wall.md"
    assert archive.said[-1].startswith(
        f"content/articles/2022/port-ember-raises-its-wall.md: the same story as {first} (100%"
    )
    assert "The same story, by its words" in archive.said[0]
    assert f"  {first}: has 100% of the shorter text too" in archive.said[0]
    assert len(list(archive.folder.glob("articles/*/*.md"))) == 2


def test_copies_within_one_import_are_pointed_out(archive: Archive, tmp_path: Path) -> None:
    whole = capture(tmp_path, "a", "2022-03-09", "Council votes for a taller wall", STORY)
    again = capture(tmp_path, "b", "2022-03-10", "Port Ember raises its wall", STORY[1:])
    assert archive.take(whole, again) == 0
    assert "the same story as" in archive.said[-1]


def test_another_report_of_the_same_event_is_left_alone(archive: Archive, tmp_path: Path) -> None:
    one = capture(tmp_path, "a", "2022-03-09", "Council votes for a taller wall", STORY)
    other = capture(tmp_path, "b", "2022-03-09", "Taller wall wins after long quarrel", OTHER)
    assert archive.take(one, other) == 0
    assert "same story" not in "\n".join(archive.said)


def test_import_knows_the_archive_by_its_cache_as_without(archive: Archive, tmp_path: Path) -> None:
    whole = capture(tmp_path, "a", "2022-03-09", "Council votes for a taller wall", STORY)
    short = capture(tmp_path, "b", "2022-03-10", "Port Ember raises its wall", STORY[:2])
    archive.cache = tmp_path / "cache"
    assert archive.take(whole) == 0
    before = archive.files()
    assert archive.take(whole) == 0
    assert archive.said == [
        "content/articles/2022/council-votes-for-a-taller-wall.md: imported before; "
        "nothing was changed"
    ]
    assert archive.files() == before
    assert archive.take(short) == 0
    assert "the same story as" in archive.said[-1]
