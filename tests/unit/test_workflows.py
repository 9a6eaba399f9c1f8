"""The workflow files: well formed by their hosts' own schemas, with commands that are there, and no
more rights than they need. And the editor's settings name what is there."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).resolve().parents[2]
GITHUB = HERE / ".github" / "workflows" / "archive.yml"
GITLAB = HERE / ".gitlab-ci.yml"
GITHUB_SCHEMA, GITLAB_SCHEMA = "vendor.github-workflows", "vendor.gitlab-ci"


def judged(schema, file):
    # GitLab's own tags of YAML (`!reference`) are unknown to YAML.
    transform = ["--data-transform", "gitlab-ci"] if schema == GITLAB_SCHEMA else []
    command = ["check_jsonschema", "--builtin-schema", schema, *transform, str(file)]
    return subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(("schema", "file"), [(GITHUB_SCHEMA, GITHUB), (GITLAB_SCHEMA, GITLAB)])
def test_a_workflow_is_well_formed(schema, file):
    verdict = judged(schema, file)
    assert verdict.returncode == 0, verdict.stdout


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        (GITHUB_SCHEMA, "on: push\njobs: {check: {run-on: ubuntu-latest}}\n"),
        (GITLAB_SCHEMA, "check: {scripts: [make check]}\n"),
    ],
)
def test_a_slip_in_a_workflow_would_be_seen(schema, text, tmp_path):
    (tmp_path / "x.yml").write_text(text)
    assert judged(schema, tmp_path / "x.yml").returncode == 1


def github_jobs():
    return yaml.safe_load(GITHUB.read_text("utf-8"))["jobs"]


def commands():
    for job in github_jobs().values():
        for step in job["steps"]:
            if "run" in step:
                yield step["run"]
    for name, job in yaml.safe_load(GITLAB.read_text("utf-8")).items():
        if isinstance(job, dict) and name not in ("default", "variables", "workflow"):
            yield from job.get("script", ())


def makes():
    return sorted({command for command in commands() if command.startswith("make ")})


def test_both_check_and_build():
    assert {re.match(r"make (\w+)", command)[1] for command in makes()} == {"check", "build"}


@pytest.mark.parametrize("command", makes())
def test_a_command_of_a_workflow_is_there_with_its_options(command):
    """`make -n` says what would run; the task's own help knows each option."""
    shown = subprocess.run(
        ["sh", "-c", command.replace("make ", "make -n ", 1)],
        cwd=HERE, env={"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "SITE_URL": "https://x.example"},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    task = re.search(r"invoke (\w+)(.*)$", shown.strip().splitlines()[-1])
    help_ = subprocess.run(
        [sys.executable, "-m", "invoke", "--help", task[1]],
        cwd=HERE, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    for option in re.findall(r"--[a-z-]+", task[2]):
        assert f"{option}=" in help_ or f"{option}\n" in help_


def test_only_the_last_job_may_write_and_it_runs_nothing_of_a_proposal():
    """A proposal's content is hostile; nothing of it meets a right to publish."""
    workflow = yaml.safe_load(GITHUB.read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in GITHUB.read_text("utf-8")
    with_rights = [name for name, job in github_jobs().items() if "permissions" in job]
    assert with_rights == ["publish"]
    publish = github_jobs()["publish"]
    assert publish["if"] == "github.event_name != 'pull_request'"
    assert not any("run" in step for step in publish["steps"])


def test_the_cache_is_kept():
    site = github_jobs()["site"]["steps"]
    [cache] = [step for step in site if step.get("uses", "").startswith("actions/cache@")]
    assert cache["with"]["path"].split() == [".cache", "output"]
    built = yaml.safe_load(GITLAB.read_text("utf-8"))[".built"]
    assert [".cache", "output"] in [one["paths"] for one in built["cache"]]


# The editor


def without_comments(file):
    text = (HERE / ".vscode" / file).read_text("utf-8")
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))


def test_the_editor_knows_a_schema_for_each_kind_of_record():
    schemas = without_comments("settings.json")["yaml.schemas"]
    for schema, files in schemas.items():
        assert (HERE / schema).is_file()
        assert list(HERE.glob(files)), files
    assert len(schemas) == 5


def test_the_editor_finds_file_line_and_code_in_what_the_check_says():
    [check, _] = without_comments("tasks.json")["tasks"]
    pattern = check["problemMatcher"]["pattern"]
    found = re.match(
        pattern["regexp"],
        "content/articles/2024/x.md:7: unknown-person: there is no person doe; did you mean doe-j?",
    )
    assert found[pattern["file"]] == "content/articles/2024/x.md"
    assert (found[pattern["line"]], found[pattern["code"]]) == ("7", "unknown-person")
    assert found[pattern["message"]].startswith("there is no person")
    assert found[pattern["severity"]] is None
