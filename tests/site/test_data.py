"""The archive as data, judged by frictionless and read back as a stranger would."""

import csv
import json
import re
import sqlite3
from contextlib import closing

import pytest
from frictionless import Package, system, validate

from plugins.archive.model import KINDS
from plugins.checks.desk import check
from plugins.data.command import export
from tests.archives import write_article, write_record
from tests.building import ROOT, SAMPLE, build_site, files, pages
from tests.crawl import links, parsed, text_of

ALL_SITES = ("site", "addressed_site", "good_site", "large_site", "extreme_site", "hostile_site")


@pytest.fixture(params=ALL_SITES)
def any_site(request):
    return request.getfixturevalue(request.param)


def package_of(site):
    return json.loads((site / "data/datapackage.json").read_text("utf-8"))


def csv_rows(site, table):
    return [
        row
        for path in tables_of(site, table, "csv")
        for row in csv.DictReader(path.open(encoding="utf-8-sig", newline=""))
    ]


def json_rows(site, table):
    texts = (path.read_text("utf-8") for path in tables_of(site, table, "jsonl"))
    return [json.loads(line) for text in texts for line in text.split("\n") if line]


def tables_of(site, table, ending):
    folder = site / "data"
    return [*folder.glob(f"{table}.{ending}"), *sorted(folder.glob(f"{table}/*.{ending}"))]


def test_the_package_is_valid_and_so_is_every_table(any_site):
    with system.use_context(onerror="ignore"):
        report = validate(str(any_site / "data/datapackage.json"))
    assert report.flatten(["name", "type", "message"]) == []
    assert report.valid
    assert report.stats["tasks"] > 10


def test_the_judge_has_eyes(good_site, tmp_path):
    for path, data in files(good_site / "data").items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data.replace(b",digest,", b",novel,"))
    assert not validate(str(tmp_path / "datapackage.json")).valid


def test_the_package_names_all_tables_and_nothing_else(any_site):
    named = {resource["path"] for resource in package_of(any_site)["resources"]}
    built = {path for path in files(any_site / "data") if path.endswith((".csv", ".jsonl"))}
    assert named == built
    shown = {link.path for link in links(any_site) if link.page == "data/index.html"}
    assert {f"data/{path}" for path in named} <= shown


def test_both_forms_have_the_same_rows_and_each_listed_article_is_one(any_site):
    for table in ("articles", *KINDS):
        found = [row["id"] for row in csv_rows(any_site, table)]
        assert found == [row["id"] for row in json_rows(any_site, table)]
        assert len(found) == len(set(found))
    listed = {
        page.removeprefix("articles/").removesuffix(".html")
        for page in pages(any_site)
        if page.startswith("articles/")
        and not re.search(
            r'<body class="tombstone"|http-equiv="refresh"', (any_site / page).read_text("utf-8")
        )
    }
    assert {row["id"] for row in csv_rows(any_site, "articles")} == listed


def test_articles_name_only_records_that_are_there(any_site):
    known = {kind: {row["id"] for row in json_rows(any_site, kind)} for kind in KINDS}
    used = {kind: set() for kind in KINDS}
    for row in json_rows(any_site, "articles"):
        used["sources"].add(row["source"])
        for kind in KINDS:
            used[kind].update(row[kind] if kind != "sources" else ())
    assert used == known


def test_a_stranger_reads_lists_and_numbers_as_what_they_are(good_site):
    package = Package(str(good_site / "data/datapackage.json"))
    (place,) = (
        row for row in package.get_resource("places.csv").read_rows() if row["id"] == "port-lumen"
    )
    assert (float(place["lat"]), float(place["lon"])) == (12.5, -30.25)
    assert place["scripts"] == {"ru": ["Порт-Люмен"], "hi": ["पोर्ट लुमेन"]}
    rows = package.get_resource("articles-2020.csv").read_rows()
    assert [row["people"] for row in rows if row["people"]] == [
        ["asha-tamm", "viktor-sorokin"],
        ["viktor-sorokin"],
    ]


def test_every_article_page_leads_to_its_record(good_site):
    found = [path for path in pages(good_site) if re.match(r"articles/202\d/", path)]
    told = 0
    for page in found:
        hrefs = parsed(good_site, page).xpath("//link[@type='application/json']/@href")
        shown = parsed(good_site, page).xpath("//main//a[@type='application/json']/@href")
        assert hrefs == shown
        for href in hrefs:
            assert href == f"../../{page.removesuffix('.html')}.json"
            record = json.loads((good_site / page).with_suffix(".json").read_bytes())
            assert record["address"] == f"../../{page}"
            told += 1
    records = [path for path in files(good_site / "articles") if path.endswith(".json")]
    assert told == len(records) == 6


def write_secrets(content):
    """Whatever begins with "zq" may not be shown anywhere."""
    write_record(content, "sources", "paper")
    write_record(content, "tags", "zqtag")
    write_article(content, "2021/open", "Words that may be read.", text="digest")
    hidden = {"summary": "zqsummary", "highlights": ["zqpoint"], "tags": ["zqtag"]}
    gone = {"date": "2021-05-01", "reason": "It was made up."}
    write_article(content, "2021/gone", "The zqtext.", withdrawn=gone, **hidden)
    write_article(content, "2021/draft", "The zqdraft.", title="zqtitle", status="draft", **hidden)
    picture = {"file": "zqpicture.png", "alt": "A quay", "rights": "no-archive"}
    (content / "images").mkdir()
    (content / "images" / "zqpicture.png").write_bytes(b"zq")
    write_article(content, "2021/record", text="metadata", highlights=["zqpoint"], images=[picture])
    return content


def test_no_withheld_word_is_in_any_data(build_once, tmp_path):
    site = build_once("secret-site", write_secrets)
    data = {
        path: text
        for path, text in files(site).items()
        if path.startswith("data/") or path.endswith(".json")
    }
    assert len(data) > 10
    assert [path for path, text in data.items() if b"zq" in text] == []
    assert "articles/2021/draft.json" not in data
    assert b"Words that may be read" in data["articles/2021/open.json"]
    content = write_secrets(tmp_path / "content")
    assert export(content, tmp_path / "x.sqlite", check) == 0
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as db:
        dump = "\n".join(db.iterdump()).replace("'zqtag'", "")
    # A record that no article shows has a page, and so it is there.
    assert "zq" not in dump.replace("tags/zqtag.html", "")


def test_the_text_of_an_article_is_in_no_table(site):
    for path in (site / "articles").glob("*/*.json"):
        body = json.loads(path.read_bytes()).get("body", "")
        longest = max(body.split("\n"), key=len).encode()
        assert longest
        assert [name for name, text in files(site / "data").items() if longest in text] == []


def test_an_empty_archive_has_its_codebook_and_no_table(empty_site, unnamed_site):
    for site in (empty_site, unnamed_site):
        shown = text_of(parsed(site, "data/index.html").xpath("//main")[0])
        assert "Nothing is filed yet" in shown
        assert "archived_url" in shown
        built = {name for name in files(site / "data") if not name.startswith("schemas/")}
        assert built == {"index.html"}


def test_lists_are_cut_by_the_calendar_where_a_year_is_crowded(large_site):
    names = {path.name for path in tables_of(large_site, "articles", "csv")}
    assert "2020-03.csv" in names
    assert "2020.csv" not in names
    assert "1999.csv" in names


def test_the_package_holds_nothing_that_changes_by_itself(site, tmp_path):
    content = tmp_path / "content"
    for path in SAMPLE.rglob("*"):
        if path.is_file() and "captures" not in path.parts:
            target = content / path.relative_to(SAMPLE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    write_article(content, "2021/another", "Text.", source="mint", text="digest")
    again = build_site(content, tmp_path)
    for name in ("datapackage.json", "index.html"):
        assert (again / "data" / name).read_bytes() == (site / "data" / name).read_bytes()


def test_the_question_in_the_readme_has_an_answer(tmp_path):
    (query,) = re.findall(r"```sql\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert export(SAMPLE, tmp_path / "sample.sqlite", check) == 0
    with closing(sqlite3.connect(tmp_path / "sample.sqlite")) as db:
        rows = db.execute(query).fetchall()
    assert len(rows) > 1
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", row[0]) for row in rows)
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
