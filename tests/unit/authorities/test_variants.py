"""Other names lead to the heading at an address of their own."""

from plugins.archive.model import Person
from plugins.authorities import add_pages
from plugins.authorities.variants import LONGEST, owners, slugs, variant_view

LAVROV = {"heading": "Sergey Lavrov", "sort": "Lavrov, Sergey"}


def ends(*variants):
    return [slug for slug, _ in slugs("people", Person(heading="X", variants=variants))]


def test_an_address_has_a_names_letters_without_accents_case_and_signs():
    assert ends("Sergei Lavrov", "Gor'kii, Maksim", "Émile Zola", "S.  V. Lavrov") == [
        "sergei-lavrov",
        "gorkii-maksim",
        "emile-zola",
        "s-v-lavrov",
    ]


def test_names_in_other_scripts_of_signs_or_too_long_have_no_address():
    assert ends("Лавров", "लावरोव", "!?", "x" * (LONGEST + 1)) == []


def test_a_variant_leads_to_its_record(archive, site):
    library = archive(people={"sergey-lavrov": LAVROV | {"variants": ("Sergei Lavrov", "Lavrov")}})
    paths = [page.path for page in add_pages(library)]
    assert "people/sergei-lavrov.html" in paths
    assert "people/lavrov.html" not in paths  # the surname stands beside the heading in the index
    view = variant_view("people", "sergey-lavrov", "Sergei Lavrov", library, site)
    assert (view["target"], view["name"]) == ("people/sergey-lavrov.html", "Sergei Lavrov")


def test_no_name_takes_the_place_of_a_record_or_the_index(archive):
    people = {
        "sergey-lavrov": LAVROV | {"variants": ("Sergei Lavrov", "Index")},
        "sergei-lavrov": {"heading": "Another Lavrov"},
    }
    assert owners(archive(people=people), "people") == {}


def test_of_two_spellings_with_one_address_the_first_leads(archive):
    people = {"sergey-lavrov": LAVROV | {"variants": ("Sergei Lavrov", "Sergei-Lavrov")}}
    found = owners(archive(people=people), "people")
    assert {slug: name for slug, (_, name) in found.items()} == {"sergei-lavrov": "Sergei Lavrov"}


def test_an_older_id_of_a_record_is_not_a_name_of_another(archive):
    """One address, one redirect: to the record that was called so."""
    people = {
        "sergey-lavrov": LAVROV | {"variants": ("Sergei Lavrov",), "former": ("sergei-lavrov",)},
        "s-lavrov": {"heading": "S. Lavrov", "variants": ("Sergei Lavrov the Younger",)},
        "other": {"heading": "Other", "sort": "Other", "variants": ("Sergei Lavrov",)},
    }
    library = archive(people=people)
    paths = [page.path for page in add_pages(library)]
    assert paths.count("people/sergei-lavrov.html") == 1
    assert "sergei-lavrov" not in owners(library, "people")
