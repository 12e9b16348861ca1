"""The output of the command at the end of a run, and its exit codes."""

import shutil
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from support.waiting import eventually

ROOT = Path(__file__).parents[2]
DAYLIGHT = ROOT / ".build/release/daylight"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def run(site: Path, *arguments: str) -> tuple[int, list[str]]:
    ended = subprocess.run(
        [DAYLIGHT, *arguments], cwd=site, capture_output=True, text=True, timeout=120
    )
    return ended.returncode, ended.stderr.splitlines()


def add(site: Path, path: str, text: str) -> None:
    (site / path).write_text((site / path).read_text() + text)


def test_a_build_with_nothing_to_fix_says_at_most_five_lines(site):
    code, lines = run(site, "build")
    assert code == 0 and len(lines) <= 5
    assert lines[-1] == "Site built: public/index.html"


def test_a_build_where_nothing_has_changed_is_as_short(site):
    run(site, "build")
    unchanged = "Site unchanged: public/index.html"
    # Files that were just written may not have settled.
    eventually(lambda: run(site, "build")[1][-1] == unchanged, within=20)
    assert len(run(site, "build")[1]) <= 5


def test_a_quiet_build_with_nothing_to_fix_says_nothing(site):
    assert run(site, "build", "--quiet") == (0, [])
    assert run(site, "build", "--quiet") == (0, [])


def test_errors_come_last_and_the_last_line_says_what_to_do(site):
    add(site, "content/about.md", "\nSee [this page](nowhere.md), click [here](help.md).\n")
    code, lines = run(site, "build")
    headings = [line.split(":")[0] for line in lines if line.startswith(("error:", "warning:"))]
    assert code == 1 and headings.count("error") == 1 and headings[-1] == "error"
    assert lines[-1] == "Nothing was published. 1 error to fix."
    assert not (site / "public/index.html").exists()


def test_check_of_one_file_counts_only_what_is_in_it(site):
    add(site, "content/about.md", "\nSee [this page](nowhere.md).\n")
    assert run(site, "check", "content/help.md")[0] == 0
    code, lines = run(site, "check", "content/about.md")
    assert code == 1 and lines[-1] == "1 error to fix."
    for name in ("about.md", str(site / "content/about.md"), "content", "."):
        assert run(site, "check", name)[0] == 1


def test_a_name_that_is_no_file_of_the_site_is_not_understood(site):
    code, lines = run(site, "check", "content/abuot.md")
    assert code == 64 and "did you mean ‘content/about.md’?" in lines[0]
    assert "--help’ says how it is used" in lines[-1] or "did you mean" in "".join(lines)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", ""),
        ("check", "content/about.md", ""),
        ("check", "--fix", ""),
        ("check", "--site", ""),
        ("check", "--site="),
        ("build", "--site", ""),
        ("build", "--output", ""),
        ("build", "--output="),
        ("review", ""),
        ("review", "--site", ""),
        ("serve", "--site", ""),
        ("explain", "--site", ""),
    ],
)
def test_an_empty_path_is_not_understood(site, arguments):
    code, lines = run(site, *arguments)
    assert code == 64 and ("is empty" in lines[0] or "missing value" in lines[0])
    assert "--help’ says how it is used" in lines[-1] or "did you mean" in "".join(lines)
    assert not (site / "public").exists()


def test_explain_names_the_rules_of_the_program_and_of_the_site(site):
    def explain(*rule: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [DAYLIGHT, "explain", *rule], cwd=site, capture_output=True, text=True, timeout=60
        )

    assert "  broken-link " in explain().stdout
    assert "To fix it:" in explain("vague-link").stdout
    renamed = explain("loud-title")
    assert renamed.stdout.startswith("revealing-title: ")
    assert "‘loud-title’ is now called ‘revealing-title’" in renamed.stderr
    assert "change its ‘level’ in content/language.yaml" in explain("telling-them-to-leave").stdout
    missing = explain("broken-lnik")
    assert missing.returncode == 64 and "‘broken-link’" in missing.stderr


def misspellings(site: Path) -> list[str]:
    return [line for line in run(site, "check")[1] if "[misspelling]" in line]


def test_no_word_of_our_site_is_misspelt(site):
    assert misspellings(site) == []


def test_a_misspelt_word_is_found_by_the_dictionary_of_the_language(site):
    add(site, "content/about.md", "\nNobody has to recieve a visitor, or a colour.\n")
    found = ["warning: ‘recieve’ is not in the dictionary (en-GB) [misspelling]"]
    assert misspellings(site) == found
    settings = site / "content/site.yaml"
    settings.write_text(settings.read_text().replace("language: en-GB", "language: eo"))
    assert misspellings(site) == []


class Pages(BaseHTTPRequestHandler):
    """Knows `/here`, and that `/old` is now `/here`."""

    def do_HEAD(self):
        status = {"/here": 200, "/old": 301}.get(self.path, 404)
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/here")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, *_):
        pass


def test_check_online_asks_other_sites(tmp_path):
    (tmp_path / "content").mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        host = f"http://127.0.0.1:{server.server_port}"
        (tmp_path / "content/a.md").write_text(
            f"---\ntitle: A\n---\n[Here]({host}/here), [old]({host}/old), [gone]({host}/gone)\n"
        )
        (tmp_path / "content/site.yaml").write_text(f"name: A\nexit:\n  url: {host}/here\n")
        lines = run(tmp_path, "check", "--online", "--notes")[1]
        server.shutdown()
    found = [line for line in lines if line.endswith(("[dead-link]", "[moved-link]"))]
    assert found == [
        f"note: ‘{host}/old’ has a new address [moved-link]",
        f"warning: ‘{host}/gone’ leads nowhere: the host knows no such page any more [dead-link]",
    ]
