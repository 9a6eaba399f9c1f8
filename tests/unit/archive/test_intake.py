"""What the store knows of the content folder after it was taken in."""

from plugins.archive import intake
from plugins.archive.content import Content
from plugins.archive.intake import Checks, take_in
from plugins.archive.scan import Walk
from plugins.archive.sealed import set_meta
from plugins.archive.store import open_store
from plugins.archive.unchanged import Seen
from tests.archives import write_article, write_single


def nothing_wrong(_: Content):
    return ()


def changed(db, content, checks, **options):
    """Ids of the articles that an intake found changed."""
    changes = take_in(db, content, checks, **options)
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


def seen(content, *, published):
    now = Walk(content).scan()
    return Seen(now, now.trusted_until(None), published)


def test_what_was_seen_before_is_not_looked_for_again(tmp_path, monkeypatch):
    content = write_single(tmp_path / "content")
    db, checks = open_store(None), Checks(nothing_wrong, nothing_wrong)
    changed(db, content, checks)
    set_meta(db, "published", "this site")
    write_article(content, "2022/another", "Other words.")
    found = seen(content, published="this site")
    monkeypatch.setattr(intake, "scan", None)
    assert changed(db, content, checks, seen=found) == ["2022/another"]
    assert changed(db, content, checks, seen=found) == []


def test_what_changes_after_it_was_seen_is_taken_in_by_the_next_build(tmp_path):
    content = write_single(tmp_path / "content")
    db, checks = open_store(None), Checks(nothing_wrong, nothing_wrong)
    changed(db, content, checks)
    set_meta(db, "published", "this site")
    found = seen(content, published="this site")
    write_article(content, "2022/another", "Other words.")
    assert changed(db, content, checks, seen=found) == []
    assert changed(db, content, checks) == ["2022/another"]


def test_what_was_seen_beside_another_store_is_looked_for_again(tmp_path):
    """Another build may have come between: what it took in must not be lost."""
    content = write_single(tmp_path / "content")
    db, checks = open_store(None), Checks(nothing_wrong, nothing_wrong)
    found = seen(content, published="an older site")
    write_article(content, "2022/another", "Other words.")
    changed(db, content, checks)
    set_meta(db, "published", "this site")
    assert changed(db, content, checks, seen=found) == []
    assert db.execute("SELECT count(*) FROM articles").fetchone() == (2,)
