"""`inv build` with nothing to do says so at once; whatever could make a difference, it builds.

Each case asks the real command first where Pelican can't be imported, which only an answer without
it survives, and then lets it build.
"""

import os
import re
from shutil import copy, copytree, rmtree

import pytest
from filelock import FileLock

from tests.building import ADDRESS, GOOD, ROOT, digests, run_python, traces

NEVER = ("pelican", "jinja2", "markdown", "msgspec", "nh3", "filelock", "plugins.publish")
FORBID = f"""
import sys

class Forbid:
    def find_spec(self, name, path=None, target=None):
        if name in {NEVER}:
            raise ImportError(f"{{name}} is not needed to see that nothing changed")

sys.meta_path.insert(0, Forbid())
"""
LINE = re.compile(r"(\d+) articles; 0 files written of \d+ looked at, in (.+) \(\d+\.\d s\)\n")


class Project:
    """A copy of this one, to be built in the folders that it has by itself."""

    def __init__(self, folder):
        self.folder = folder
        for name in ("plugins", "theme"):
            copytree(ROOT / name, folder / name)
        for name in ("tasks.py", "pelicanconf.py"):
            copy(ROOT / name, folder)
        copytree(GOOD, folder / "content")
        (folder / "forbid").mkdir()
        (folder / "forbid/sitecustomize.py").write_text(FORBID)
        self.content, self.output = folder / "content", folder / "output"
        self.cache = folder / ".cache"

    def run(self, *options, env=None):
        return run_python("invoke", "build", *options, cwd=self.folder, env=env)

    def ask(self, *options):
        return self.run(*options, env={"PYTHONPATH": str(self.folder / "forbid")})

    def is_answered(self, *options):
        asked = self.ask(*options)
        if asked.returncode:
            assert "is not needed" in asked.stderr
        return asked.returncode == 0

    def build(self, *options):
        built = self.run(*options)
        assert built.returncode == 0, built.stderr
        return built.stdout

    def clean_site(self, *options):
        """What comes out where nothing was kept."""
        where = self.folder / "clean"
        rmtree(where, ignore_errors=True)
        self.build("--output", str(where / "out"), "--cache", str(where / "cache"), *options)
        return digests(where / "out")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    project = Project(tmp_path_factory.mktemp("project"))
    project.build()
    return project


@pytest.fixture
def project(built):
    """Built, and with nothing to do."""
    if not built.is_answered():
        built.build()
        assert built.is_answered()
    return built


def test_nothing_to_do_is_told_without_pelican_and_leaves_no_trace(project):
    before = traces(project.folder)
    answers = [project.ask(), project.ask("--jobs", "3"), project.ask("--explain")]
    assert traces(project.folder) == before
    assert [answer.returncode for answer in answers] == [0, 0, 0]
    assert answers[0].stderr == ""
    first, second = answers[2].stdout.splitlines(keepends=True)
    assert first == "nothing is looked at: all is as the last build left it\n"
    lines = [LINE.fullmatch(line) for line in (answers[0].stdout, answers[1].stdout, second)]
    assert {line[2] for line in lines} == {str(project.output)}


def test_pelican_by_itself_builds_and_the_next_build_says_the_same(project):
    """What Pelican was asked for is not known to us."""
    before = digests(project.output)
    built = run_python("pelican", "content", cwd=project.folder)
    assert built.returncode == 0, built.stderr
    assert not project.is_answered()
    told = LINE.fullmatch(project.build())
    assert told.groups() == LINE.fullmatch(project.ask().stdout).groups()
    assert digests(project.output) == before


# What makes another site


def change_a_byte(project):
    """The file keeps its size and its time."""
    file = project.content / "pages/how-to-cite.md"
    status = file.stat()
    file.write_bytes(file.read_bytes().replace(b"the day", b"the DAY"))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file.stat().st_size == status.st_size


def add_a_file(project):
    (project.content / "pages/more.md").write_text("---\ntitle: More\n---\nText.\n")


def remove_a_file(project):
    (project.content / "pages/colophon.md").unlink()


def change_the_theme(project):
    with (project.folder / "theme/templates/base.html").open("a") as file:
        file.write("\n<!-- more -->\n")


def change_the_settings(project):
    file = project.folder / "pelicanconf.py"
    file.write_text(file.read_text().replace('SITENAME = "', 'SITENAME = "New '))


def change_code(project):
    file = project.folder / "plugins/archive/site.py"
    file.write_text(file.read_text().replace('"CC BY 4.0"', '"CC BY 4.0, that is"'))


@pytest.mark.parametrize(
    "change",
    [
        change_a_byte,
        add_a_file,
        remove_a_file,
        change_the_theme,
        change_the_settings,
        change_code,
    ],
)
def test_what_makes_another_site_is_built(project, change):
    before = digests(project.output)
    change(project)
    assert not project.is_answered()
    project.build()
    assert digests(project.output) == project.clean_site() != before
    assert project.is_answered()


def test_another_address_is_another_site(project):
    assert not project.is_answered("--site-url", ADDRESS)
    project.build("--site-url", ADDRESS)
    assert digests(project.output) == project.clean_site("--site-url", ADDRESS)
    assert project.is_answered("--site-url", ADDRESS)
    assert not project.is_answered()


# What leaves the site as it was, or brings it back


def edit_output(project):
    (project.output / "index.html").write_bytes((project.output / "404.html").read_bytes())


def add_to_output(project):
    (project.output / "articles/mine.txt").write_text("mine")


def remove_from_output(project):
    (project.output / "404.html").unlink()


def replace_output(project):
    project.output.rename(project.folder / "old")
    copytree(project.folder / "old", project.output)
    rmtree(project.folder / "old")


def remove_output(project):
    rmtree(project.output)


def leave_a_replacement_half_done(project):
    (project.output / ".cuttings-new/files").mkdir(parents=True)


def remove_store(project):
    (project.cache / "store.sqlite").unlink()


def truncate_store(project):
    os.truncate(project.cache / "store.sqlite", 5_000)


def spoil_store(project):
    """As truncated, but sealed again."""
    truncate_store(project)
    status = (project.cache / "store.sqlite").stat()
    (project.cache / "store.stamp").write_text(f"{status.st_size} {status.st_mtime_ns}")


def remove_stamp(project):
    (project.cache / "store.stamp").unlink()


def remove_state(project):
    (project.cache / "twin/state").unlink()


def remove_twin(project):
    (twin,) = (project.cache / "twin").glob("site-*")
    rmtree(twin)


def leave_a_tree(project):
    (project.cache / "twin/site-0").mkdir()


def leave_paths(project):
    with (project.cache / "twin/differs").open("a") as file:
        file.write("\nindex.html\n")


def remove_cache(project):
    rmtree(project.cache)


@pytest.mark.parametrize(
    "change",
    [
        edit_output,
        add_to_output,
        remove_from_output,
        replace_output,
        remove_output,
        leave_a_replacement_half_done,
        remove_store,
        truncate_store,
        spoil_store,
        remove_stamp,
        remove_state,
        remove_twin,
        leave_a_tree,
        leave_paths,
        remove_cache,
    ],
)
def test_what_was_disturbed_is_built(project, change):
    before = digests(project.output)
    change(project)
    assert not project.is_answered()
    project.build()
    assert digests(project.output) == before


@pytest.mark.parametrize("option", ["--output", "--cache", "--content"])
def test_another_folder_is_another_build(project, option, tmp_path):
    other = tmp_path / "other"
    if option == "--content":
        copytree(project.content, other)
    assert not project.is_answered(option, str(other))


def test_a_folder_is_the_same_by_any_name(project):
    assert project.is_answered("--output", str(project.output), "--cache", ".cache")


def test_a_build_at_work_is_waited_for(project):
    with FileLock(project.cache / "build.lock", preserve_lock_file=True):
        assert not project.is_answered()
    assert project.is_answered()


def test_settings_that_may_come_to_something_else_are_read_each_time(tmp_path):
    project = Project(tmp_path)
    with (tmp_path / "pelicanconf.py").open("a") as file:
        file.write('\nimport os\n\nSITENAME = os.environ.get("SITE", "Unset")\n')
    project.build()
    assert not project.is_answered()
    assert "Unset" in (project.output / "index.html").read_text("utf-8")
    assert project.run(env={"SITE": "Set now"}).returncode == 0
    assert "Set now" in (project.output / "index.html").read_text("utf-8")


def test_a_build_goes_on_from_what_the_question_saw(tmp_path):
    """Only the first build lists the content itself; what it is handed leads to the same site."""
    project = Project(tmp_path)
    project.build()
    with (project.folder / "plugins/archive/intake.py").open("a") as file:
        file.write("\n\ndef scan(root):\n    print('listed by the build')\n")
        file.write("    from .scan import Walk\n\n    return Walk(root).scan()\n")
    assert "listed by the build" in project.build()  # other code: the question wasn't asked
    change_a_byte(project)
    assert "listed by the build" not in project.build()
    assert project.is_answered()
    assert digests(project.output) == project.clean_site()
