"""The front page with none, one and several articles."""

from plugins.home.front import front_view


def test_an_empty_archive_has_no_chart_no_lists_and_no_ear(archive, site):
    view = front_view(archive({}), site)
    assert (view["ear"], view["chart"]) == (None, None)
    assert [len(view[key]) for key in ("newest", "years", "lists", "examples")] == [0, 0, 0, 0]


def test_one_article_has_no_chart_and_is_one_cutting(archive, site):
    view = front_view(archive({"2021/a": "people: [ann-lee]"}), site)
    assert view["chart"] is None
    assert (view["ear"].count, view["ear"].word) == (1, "cutting")
    assert [words for words, *_ in view["lists"]] == ["People"]


def test_years_lead_to_their_pages(archive, site):
    view = front_view(archive({"2021/a": "", "2021/b": "happened: 1971"}), site)
    assert [(y.label, y.address, y.count) for y in view["years"]] == [
        ("2021", "dates/2021.html", 1),
        ("1971", "dates/1971.html", 1),
    ]
    assert view["chart"] is not None


def test_examples_are_names_of_different_people_in_other_scripts(archive, site, tmp_path):
    people = tmp_path / "content/authorities/people"
    people.mkdir(parents=True)
    (people / "bo.yaml").write_text("heading: Bo\nscripts: {fr: [Beau], ru: [Бо], hi: [बो]}\n")
    (people / "cy.yaml").write_text("heading: Cy\nscripts: {ru: [Сай], hi: [साइ]}\n")
    view = front_view(archive({"2021/a": "people: [bo, cy]"}), site)
    assert [(one.query, one.lang) for one in view["examples"]] == [("बो", "hi"), ("Сай", "ru")]
