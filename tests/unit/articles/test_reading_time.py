"""How long a text takes to read, by its language."""

import pytest

from plugins.articles.reading_time import reading_time


@pytest.mark.parametrize(
    ("plain", "lang", "said"),
    [
        ("word " * 227, "en", "under a minute to read"),
        ("word " * 228, "en", "1 minute to read"),
        ("word " * 228, "en-GB", "1 minute to read"),
        ("word " * 228, "tr", "1 minute to read"),
        ("word " * 600, "ar", "4 minutes to read"),
        # A language whose pace was not measured has the mean.
        ("word " * 368, "hi", "2 minutes to read"),
        # No blanks part the words.
        ("字" * 510 + "。", "zh", "2 minutes to read"),
        ("คำ" * 500, "th", ""),
        ("", "en", ""),
    ],
)
def test_words_are_counted_at_the_pace_of_the_language(plain, lang, said):
    assert reading_time(plain.rstrip(), lang) == said
