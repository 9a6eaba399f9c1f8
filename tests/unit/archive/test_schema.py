import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from plugins.archive import model, schema, tables
from plugins.archive.days import MOMENT_PATTERN, SPAN_PATTERN

DOCS = Path(__file__).resolve().parents[3] / "docs"
FILES = ("article.schema.json", *(f"authority-{kind}.schema.json" for kind in model.KINDS))


def made():
    return schema.render((DOCS / "front-matter.md").read_text(encoding="utf-8"))


def test_the_documents_in_docs_are_up_to_date():
    for name, text in made().items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, f"docs/{name}: run `inv docs`"


def test_documents_are_written_where_they_are_asked_for(tmp_path):
    (tmp_path / "front-matter.md").write_text("A\n<!-- keys of a tag -->\nold\n<!-- end -->\nB\n")
    schema.write_docs(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*FILES, "front-matter.md"])
    page = (tmp_path / "front-matter.md").read_text()
    assert page.startswith("A\n<!-- keys of a tag -->\n| key |")
    assert page.endswith("<!-- end -->\nB\n")
    assert "| `broader` |  | id | id of the wider tag |" in page
    assert "old" not in page


def objects(node):
    if isinstance(node, dict):
        if "properties" in node:
            yield node
        for value in node.values():
            yield from objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from objects(value)


@pytest.mark.parametrize("name", FILES)
def test_no_schema_lets_an_unknown_key_through_and_every_key_is_described(name):
    found = list(objects(json.loads(made()[name])))
    assert found
    for node in found:
        assert node["additionalProperties"] is False
        assert all(about.get("description") for about in node["properties"].values())


@pytest.mark.parametrize(
    ("name", "cls"),
    [("article.schema.json", model.FrontMatter)]
    + [(f"authority-{kind}.schema.json", cls) for kind, cls in model.AUTHORITIES.items()],
)
def test_a_schema_has_the_keys_of_the_model_and_requires_what_it_requires(name, cls):
    made_schema = json.loads(made()[name])
    assert set(made_schema["properties"]) == {field.name for field in fields(cls)}
    wanted = {"title", "date", "source"} if cls is model.FrontMatter else {"heading"}
    assert set(made_schema["required"]) == wanted


def test_a_schema_points_to_nothing_that_is_not_in_it():
    for name in FILES:
        text = made()[name]
        for reference in re.findall(r'"\$ref": "#/\$defs/(\w+)"', text):
            assert reference in json.loads(text)["$defs"]


def test_days_and_spans_are_described_by_the_patterns_that_read_them():
    properties = json.loads(made()["article.schema.json"])["properties"]
    assert properties["date"]["pattern"] == MOMENT_PATTERN
    assert SPAN_PATTERN in json.dumps(properties["happened"]).replace("\\\\", "\\")
    for moment in properties["date"]["examples"]:
        assert re.search(MOMENT_PATTERN, moment)


def test_the_page_has_a_table_of_every_record_and_each_key_stands_in_one():
    page = (DOCS / "front-matter.md").read_text(encoding="utf-8")
    assert {name for _, name, _ in tables.PLACE.findall(page)} == {*tables.TABLES, "right"}
    for cls in (model.FrontMatter, model.PageMatter, *model.AUTHORITIES.values()):
        for field in fields(cls):
            assert f"| `{field.name}` |" in page
    assert all(f"- `{code}`\n" in page for code in ("InC", "CC-BY-4.0", "no-archive"))


def test_types_are_told_in_plain_words():
    page = "".join(f"<!-- keys of a {name} -->\n<!-- end -->\n" for name in tables.TABLES)
    told = set(
        re.findall(r"^\| `\w+` \| (?:yes)? \| (.*?) \|", tables.fill_tables(page), re.MULTILINE)
    )
    assert {"one line", "day or time", "list of ids", "list of addresses on the site"} <= told
    assert not [words for words in told if re.search(r"[\[\]]|Annotated|None|tuple|class", words)]
