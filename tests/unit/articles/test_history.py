"""What the front matter tells of an article, in order."""

from plugins.articles.page import article_view
from plugins.articles.tombstones import tombstone_view

CAPTURE = "capture: {sha256: 61c4c7f847df6943668c4137b35663ce8dde49835f6e12c885eea5938212dc9a%s}\n"


def history(view):
    (row,) = [row for row in view["provenance"] if row.term == "History"]
    return [(event.iso, event.words) for event in row.events]


def test_days_stand_in_order(archive, site):
    front = CAPTURE % ", captured: 2021-04-09" + (
        "added: 2021-04-09\n"
        "corrections:\n- {date: 2022-01-02, note: Second.}\n- {date: 2021-05-01, note: First.}\n"
    )
    assert history(article_view("2021/a", archive({"2021/a": front}), site)) == [
        ("2021-04-06", "Published"),
        ("2021-04-09", "Captured"),
        ("2021-04-09", "Added to the archive"),
        ("2021-05-01", "Corrected: First."),
        ("2022-01-02", "Corrected: Second."),
    ]


def test_what_is_not_known_is_left_out(archive, site):
    library = archive({"2021/a": CAPTURE % ""})
    assert history(article_view("2021/a", library, site)) == [
        ("2021-04-06", "Published"),
        ("", "No correction so far"),
    ]


def test_a_withdrawal_is_the_end_of_it(archive, site):
    library = archive({"2021/a": "withdrawn: {date: 2023-02-03, reason: Asked for.}"})
    assert history(tombstone_view("2021/a", library, site)) == [
        ("2021-04-06", "Published"),
        ("2023-02-03", "Withdrawn: Asked for."),
    ]
