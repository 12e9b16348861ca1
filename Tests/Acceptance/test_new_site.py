"""A new site from the program alone: no other file, no network, no other program."""

import os
import pty
import shutil
import subprocess
import time

import pytest

from conftest import DAYLIGHT
from support.programs import run

STARTERS = ["practice", "minimal", "trauma-bonds"]
REGIONS = ["gb-eng", "gb-sct", "gb-wls", "gb-nir", "ie", "us", "ca", "au", "nz"]


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """The program in a folder of its own, run with nothing in PATH and no home."""
    folder = tmp_path_factory.mktemp("alone")
    program = folder / "daylight"
    shutil.copy(DAYLIGHT, program)

    def run_alone(*arguments, at=folder):
        return subprocess.run(
            [program, *arguments], cwd=at, env={"PATH": ""}, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=120,
        )

    run_alone.folder = folder
    return run_alone


def at_terminal(folder, answers, *arguments):
    """Runs the program on a terminal, types a line whenever it waits for one, and returns its exit
    code and all that the terminal shows."""
    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        [DAYLIGHT, *arguments], cwd=folder, stdin=terminal, stdout=terminal, stderr=terminal,
        env={"PATH": "", "NO_COLOR": "1"},
    )
    os.close(terminal)
    shown = b""
    rest = list(answers)
    deadline = time.monotonic() + 100
    while time.monotonic() < deadline:
        try:
            part = os.read(controller, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
        while rest and shown.endswith((b"? ", b"> ", b"[y/N] ")):
            line = rest.pop(0)
            os.write(controller, b"\x04" if line is None else line.encode() + b"\n")
            shown += b" "
    code = process.wait(timeout=20)
    os.close(controller)
    return code, shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("starter", STARTERS)
def test_every_starter_builds_at_once_without_a_warning(alone, starter):
    made = alone("new", "site", starter, "--starter", starter)
    assert made.returncode == 0, made.stderr
    site = alone.folder / starter
    assert (site / "FIRST-STEPS.md").exists() and (site / ".gitignore").exists()
    built = alone("build", at=site)
    assert built.returncode == 0, built.stderr
    assert " 0 errors, 0 warnings" in built.stderr
    assert (site / "public/index.html").exists()
    checked = alone("check", "--strict", at=site)
    assert checked.returncode == 0, checked.stderr
    again = alone("build", at=site)
    assert "0 errors" in again.stderr


@pytest.mark.parametrize("starter", STARTERS)
@pytest.mark.parametrize("region", REGIONS)
def test_every_region_passes_the_strict_check(alone, starter, region):
    name = f"{starter}-{region}"
    made = alone("new", "site", name, "--starter", starter, "--region", region)
    assert made.returncode == 0, made.stderr
    checked = alone("check", "--strict", at=alone.folder / name)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize(
    "name",
    ['"Hope" & Sons: No. 1 # the best', "C:\\Practice", "Zoë’s 🌿 café", "yes", "- 2\nlines", "[x]",
     "{a: b}", "'", "%", "@home", "!", "Praxis < Mitte", "*", "1_000", "عيادة"],
)
def test_whatever_the_name_is_the_site_builds(alone, name):
    site = alone.folder / f"named-{abs(hash(name))}"
    made = alone("new", "site", site.name, f"--name={name}", "--starter", "minimal")
    assert made.returncode == 0, made.stderr
    checked = alone("check", "--strict", at=site)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [("--accent", "hotpink", "the nearest colour that can be read is"),
     ("--accent", "teal-ish", "is not a colour"),
     ("--region", "gb-egn", "did you mean ‘gb-eng’?"),
     ("--language", "de", "a site cannot begin in ‘de’"),
     ("--starter", "blog", "there is no starter ‘blog’"),
     ("--base-url", "a b", "is not the address of a site"),
     ("--phone", "ask us", "is not a telephone number"),
     ("--name", "**Hope**", "plain text")],
)
def test_an_answer_that_cannot_be_used_makes_nothing(alone, option, value, says):
    made = alone("new", "site", "refused", option, value)
    assert made.returncode == 64
    assert says in made.stderr
    assert not (alone.folder / "refused").exists()


def test_a_folder_that_is_not_empty_stays_as_it_is(alone):
    folder = alone.folder / "full"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    made = alone("new", "site", "full")
    assert made.returncode == 1
    assert "the folder ‘full’ is not empty: it has ‘letter.txt’" in made.stderr
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_it_can_fill_the_folder_that_somebody_is_in(alone):
    folder = alone.folder / "here"
    folder.mkdir()
    made = alone("new", "site", ".", "--build", at=folder)
    assert made.returncode == 0, made.stderr
    assert (folder / "public/index.html").exists()


def test_on_a_terminal_it_asks_and_takes_the_answers(tmp_path):
    answers = ["River House", "river.example", "+353 1 555 0123", "2 Main Street", "5", "",
               "hotpink", "y", "2"]
    code, shown = at_terminal(tmp_path, answers + ["", "n", "n"], "new", "site", "my site")
    assert code == 0, shown
    assert "cd 'my site'" in shown and "Take ‘#" in shown
    settings = (tmp_path / "my site/content/site.yaml").read_text()
    for line in ["name: River House", "baseURL: https://river.example/", "language: en-IE",
                 '  phone: "+353 1 555 0123"', "helpRegion: ie"]:
        assert line + "\n" in settings
    assert "brand: {accent: \"#" in settings
    assert not (tmp_path / "my site/content/glossary").exists(), "the second starter is minimal"


def test_on_a_terminal_a_wrong_answer_is_asked_again(tmp_path):
    answers = ["**Hope**", "Hope", "", "", "", "99", "1", "", "", "1"]
    code, shown = at_terminal(tmp_path, answers + ["", "n", "n"], "new", "site", "s")
    assert code == 0, shown
    assert "there is no region ‘99’" in shown
    assert "name: Hope\n" in (tmp_path / "s/content/site.yaml").read_text()


def test_nothing_is_made_when_somebody_stops_answering(tmp_path):
    code, shown = at_terminal(tmp_path, ["Hope", None], "new", "site", "s")
    assert code == 1
    assert "Nothing was made." in shown
    assert list(tmp_path.iterdir()) == []


def test_a_command_outside_a_site_says_how_to_begin(tmp_path):
    result = run(DAYLIGHT, "build", "--site", tmp_path)
    assert result.returncode == 2
    assert "daylight new site" in result.stderr
