"""What the store knows of the content folder after it was taken in."""

from plugins.archive.content import Content
from plugins.archive.intake import Checks, take_in
from plugins.archive.store import open_store
from tests.archives import write_article, write_single


def nothing_wrong(_: Content):
    return ()


def changed(db, content, checks):
    """Ids of the articles that an intake found changed."""
    changes = take_in(db, content, checks)
    db.execute("COMMIT")
    return None if changes is None else [change.id for change in changes.articles]


def test_an_article_that_is_saved_while_it_is_taken_in_is_taken_in_again(tmp_path):
    content = write_single(tmp_path / "content")
    article = content / "articles/2021/only.md"
    db = open_store(None)

    def save_meanwhile(read: Content):
        if "2021/only" in read.articles:
            article.write_bytes(article.read_bytes().replace(b"Text.", b"Words, and more."))
        return ()

    assert changed(db, content, Checks(save_meanwhile, nothing_wrong)) is None
    checks = Checks(nothing_wrong, nothing_wrong)
    assert changed(db, content, checks) == ["2021/only"]
    assert changed(db, content, checks) == []


def test_an_article_that_stays_is_not_read_again(tmp_path):
    content = write_single(tmp_path / "content")
    db = open_store(None)
    changed(db, content, Checks(nothing_wrong, nothing_wrong))
    write_article(content, "2022/another", "Other words.")
    read: list[str] = []

    def note(found: Content):
        read.extend(found.articles)
        return ()

    assert changed(db, content, Checks(note, nothing_wrong)) == ["2022/another"]
    assert read == ["2022/another"]
