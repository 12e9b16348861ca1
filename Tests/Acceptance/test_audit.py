"""`daylight audit`: the audit of a folder of finished pages, whatever made them."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DAYLIGHT = ROOT / ".build/release/daylight"

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>Rest</title>
</head>
<body>
<main>
<h1>Rest</h1>
{main}
</main>
</body>
</html>
"""
COUNTER = '<script src="https://counter.example/count.js"></script>'


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [DAYLIGHT, "audit", *arguments], cwd=folder, capture_output=True, text=True, timeout=120
    )


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "public").mkdir()
    (tmp_path / "public/index.html").write_text(PAGE.format(main="<p>Rest is allowed.</p>"))
    return tmp_path


def test_the_site_of_this_repository_has_no_finding(tmp_path):
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    subprocess.run([DAYLIGHT, "build", "--output", "out"], cwd=tmp_path, check=True, timeout=120)
    ended = run(tmp_path, "out")
    assert ended.returncode == 0 and "0 errors, 0 warnings" in ended.stderr


def test_pages_of_another_program_are_read_without_a_site(pages):
    ended = run(pages, "public")
    assert ended.returncode == 0
    assert ended.stderr.splitlines()[-1].startswith("Nothing to fix.")


def test_a_counter_is_an_error_at_its_place(pages):
    (pages / "public/about.html").write_text(PAGE.format(main=COUNTER))
    ended = run(pages, "public/")
    assert ended.returncode == 1
    assert "error: " in ended.stderr and "[foreign-script]" in ended.stderr
    assert "--> public/about.html:11:1" in ended.stderr
    assert f"11 | {COUNTER}" in ended.stderr


@pytest.mark.parametrize("name", ["json", "sarif", "github"])
def test_the_formats_for_programs_are_those_of_check(pages, name):
    (pages / "public/about.html").write_text(PAGE.format(main=COUNTER))
    ended = run(pages, "public", "--format", name)
    assert ended.returncode == 1 and "foreign-script" in ended.stdout
    if name != "github":
        json.loads(ended.stdout)


def test_a_quiet_audit_with_nothing_to_fix_says_nothing(pages):
    ended = run(pages, "public", "--quiet")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


@pytest.mark.parametrize("name", ["nowhere", "public/index.html", "empty"])
def test_what_is_no_folder_of_pages_is_refused_with_advice(pages, name):
    (pages / "empty").mkdir()
    ended = run(pages, name)
    assert ended.returncode == 2 and f"‘{name}’" in ended.stderr and "help: " in ended.stderr


@pytest.mark.parametrize(
    "arguments", [(), ("",), ("public", "--base-url", "example"), ("public", "--jobs", "0")]
)
def test_a_command_that_is_not_understood_says_how_it_is_used(pages, arguments):
    ended = run(pages, *arguments)
    assert ended.returncode == 64 and "‘daylight audit --help’ says how it is used" in ended.stderr


def test_the_help_has_examples_and_names_the_rules_that_are_not_applied(pages):
    text = re.sub(r"\s+", " ", run(pages, "--help").stdout)
    assert "daylight audit public" in text and "exit-link" in text and "security-policy" in text
