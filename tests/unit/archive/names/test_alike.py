"""People that look like one."""

from plugins.archive.names.alike import alike

PEOPLE = {
    "sergei-lavrov": ["Sergei Lavrov"],
    "sergey-lavrov": ["Sergey Lavrov", "Сергей Лавров"],
    "lavrov-viktor": ["Viktor Lavrov"],
    "rajesh-nair": ["Rajesh Nair"],
    "ramesh-nair": ["Ramesh Nair"],
    "usha-mehta": ["Usha Mehta"],
    "mehta": ["Mehta"],
    "bill-tarn": ["Bill Tarn"],
    "william-tarn": ["William Tarn"],
    "p-ott": ["P. Ott"],
    "peter-ott": ["Peter Ott"],
}


def test_two_spellings_of_a_name_look_like_one_person() -> None:
    found = {(each.first, each.second): each for each in alike(PEOPLE)}
    assert set(found) == {
        ("sergei-lavrov", "sergey-lavrov"),
        ("bill-tarn", "william-tarn"),
        ("mehta", "usha-mehta"),
        ("p-ott", "peter-ott"),
    }
    assert found["sergei-lavrov", "sergey-lavrov"].score > found["mehta", "usha-mehta"].score
    assert (
        found["mehta", "usha-mehta"].why
        == "Mehta, Usha Mehta (one of them is a single word; only one has usha)"
    )


def test_a_surname_that_two_have_points_at_nobody() -> None:
    names = {"nair": ["Nair"], "rajesh-nair": ["Rajesh Nair"], "ramesh-nair": ["Ramesh Nair"]}
    assert list(alike(names)) == []


def test_initials_that_fit_two_point_at_nobody() -> None:
    names = {"r-nair": ["R. Nair"], "rajesh-nair": ["Rajesh Nair"], "ramesh-nair": ["Ramesh Nair"]}
    assert list(alike(names)) == []


def test_names_written_the_same_are_an_error_of_their_own() -> None:
    assert list(alike({"a": ["Mira Solan"], "b": ["Mira Solan"], "c": ["MIRA SOLAN"]})) == []


def test_the_order_of_records_changes_nothing() -> None:
    assert list(alike(dict(reversed(PEOPLE.items())))) == list(alike(PEOPLE))
