"""A to Z: headings, references, other scripts, the tree of tags."""

from plugins.authorities.index import index_view

PEOPLE = {
    "sergey-lavrov": {
        "heading": "Sergey Lavrov",
        "sort": "Lavrov, Sergey",
        "role": "Minister",
        "variants": ("Sergei Lavrov",),
        "scripts": {"ru": ("Сергей Лавров",), "hi": ("सर्गेई लावरोव",)},
    },
    "main": {"heading": "Main", "scripts": {"zh": ("主",)}},
    "emile-zola": {"heading": "Émile Zola", "sort": "Zola, Émile"},
}


def outline(view):
    return {
        group.label: [
            (name.filed,) if name.heading else (name.filed, "see", name.see.sort)
            for name in group.names
        ]
        for group in view["groups"]
    }


def test_headings_and_references_stand_in_one_order(archive, site):
    library = archive([{"day": "2021-04-06", "people": ("sergey-lavrov",)}], people=PEOPLE)
    view = index_view("people", library, site)
    assert outline(view) == {
        "L": [("Lavrov, Sergei", "see", "Lavrov, Sergey"), ("Lavrov, Sergey",)],
        "M": [("Main",)],
        "Z": [("Zola, Émile",)],
        "А–Я": [("Лавров, Сергей", "see", "Lavrov, Sergey")],
        "अ–ह": [("सर्गेई लावरोव", "see", "Lavrov, Sergey")],
        "漢字": [("主", "see", "Main")],
    }
    assert [group.names[0].lang for group in view["groups"]][3:] == ["ru", "hi", "zh"]


def test_the_bar_has_all_letters_and_links_those_with_names(archive, site):
    letters = index_view("people", archive(people=PEOPLE), site)["letters"]
    assert "".join(letter.label for letter in letters[:26]) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    linked = [letter.anchor for letter in letters if letter.anchor]
    assert linked == ["L", "M", "Z", "cyrillic", "devanagari", "cjk"]
    assert [letter.lang for letter in letters[26:]] == ["ru", "hi", "zh"]


def test_a_name_shared_by_two_leads_to_both(archive, site):
    people = {
        "a-rao": {"heading": "Anil Rao", "sort": "Rao, Anil", "variants": ("Guru",)},
        "b-rao": {"heading": "Bina Rao", "sort": "Rao, Bina", "variants": ("Guru",)},
    }
    view = index_view("people", archive(people=people), site)
    assert outline(view)["G"] == [("Guru", "see", "Rao, Anil"), ("Guru", "see", "Rao, Bina")]


def test_no_anchor_is_used_twice(archive, site):
    people = {**PEOPLE, "a": {"heading": "A"}, "numbers": {"heading": "7 Up"}}
    view = index_view("people", archive(people=people), site)
    ids = [group.anchor for group in view["groups"]]
    ids += [n.heading.id for group in view["groups"] for n in group.names if n.heading]
    assert len(ids) == len(set(ids))
    assert "main" not in ids


def test_without_records_there_are_no_letters(archive, site):
    view = index_view("people", archive(), site)
    assert (view["groups"], view["letters"]) == ((), ())
    assert view["standfirst"] == "Nobody is on record yet."


def test_each_kind_has_the_line_that_tells_names_apart(archive, site):
    library = archive(
        places={"goa": {"heading": "Goa", "country": "India"}},
        tags={"naval": {"heading": "Naval", "scope": "Ships."}},
    )
    lines = [
        index_view(kind, library, site)["groups"][0].names[0].heading.role
        for kind in ("places", "tags", "sources")
    ]
    assert lines == ["India", "Ships.", ""]


def test_tags_hang_together_from_broad_to_narrow(archive, site):
    tags = {
        "defence": {"heading": "Defence"},
        "naval": {"heading": "Naval", "broader": "defence"},
        "submarines": {"heading": "Submarines", "broader": "naval"},
        "economy": {"heading": "Economy"},
        "ring-a": {"heading": "Ring A", "broader": "ring-b"},
        "ring-b": {"heading": "Ring B", "broader": "ring-a"},
    }
    (branch,) = index_view("tags", archive(tags=tags), site)["branches"]
    (naval,) = branch.branches
    assert (branch.heading.id, naval.heading.id) == ("defence", "naval")
    assert [below.heading.id for below in naval.branches] == ["submarines"]
