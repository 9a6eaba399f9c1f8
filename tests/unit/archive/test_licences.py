"""Licences as pages name them."""

import pytest

from plugins.archive.licences import code_of


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        ("http://creativecommons.org/licenses/by-nc-sa/4.0/deed.en", "CC-BY-NC-SA-4.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://creativecommons.org/publicdomain/mark/1.0/", "PDM-1.0"),
        ("http://rightsstatements.org/vocab/InC/1.0/", "InC"),
        ("http://rightsstatements.org/page/NoC-US/1.0/?language=en", "NoC-US"),
        ("CC BY 4.0", "CC-BY-4.0"),
        ("Photo: Ana Rell, CC-BY-SA 3.0", "CC-BY-SA-3.0"),
        ("CC0", "CC0-1.0"),
        ("Creative Commons Attribution-ShareAlike 4.0 International", "CC-BY-SA-4.0"),
        ("Creative Commons Attribution 4.0", "CC-BY-4.0"),
        ("Public domain", "PDM-1.0"),
        ("This image is in the public domain.", "PDM-1.0"),
        ("A debate about the public domain", None),
        ("https://creativecommons.org/licenses/by-nc/2.5/", None),
        ("CC BY", None),
        ("© 2022 Harbour Post", None),
        ("", None),
    ],
)
def test_licence_is_a_code_or_none(value: str, code: str | None) -> None:
    assert code_of(value) == code
