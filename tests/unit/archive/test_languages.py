"""Which way a language runs."""

import pytest

from plugins.archive.languages import direction


@pytest.mark.parametrize(
    ("code", "way"),
    [
        ("en", "ltr"), ("hi", "ltr"), ("ar", "rtl"), ("ur-PK", "rtl"), ("fa", "rtl"),
        ("sd", "rtl"), ("sd-Deva", "ltr"), ("ku", "ltr"), ("ku-Arab", "rtl"), ("az-Latn-IR", "ltr"),
        ("pa-Arab-PK", "rtl"), ("zh-TW", "ltr"),
    ],
)  # fmt: skip
def test_a_script_that_is_named_overrules_the_language(code, way):
    assert direction(code) == way
