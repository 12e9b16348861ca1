"""What `make install` installs: the program, its manual, and completions for three shells."""

import re
import subprocess
from pathlib import Path

import pytest
from support.programs import program, run

ROOT = Path(__file__).parents[2]
DAYLIGHT = ROOT / ".build/release/daylight"
COMMANDS = re.findall(
    r"^  (\w+)(?:  |$)", run(DAYLIGHT, "--help").stdout.partition("SUBCOMMANDS:")[2], re.MULTILINE
)


def make(target: str, destination: Path | str, prefix: str = "/usr") -> subprocess.CompletedProcess:
    return run(
        program("make"), "--directory", ROOT, target, f"DESTDIR={destination}", f"PREFIX={prefix}"
    )


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    destination = tmp_path_factory.mktemp("installed")
    result = make("install", destination)
    assert result.returncode == 0, result.stderr
    return destination / "usr"


def test_everything_is_where_systems_look_for_it(installed):
    found = set(files(installed))
    assert {
        "bin/daylight",
        "share/man/man1/daylight.1",
        "share/man/man1/daylight-build.1",
        "share/bash-completion/completions/daylight",
        "share/zsh/site-functions/_daylight",
        "share/fish/vendor_completions.d/daylight.fish",
        "share/doc/daylight/LICENSE",
    } <= found


def test_the_installed_program_is_the_one_that_was_built(installed):
    ours = run(installed / "bin/daylight", "--version")
    assert ours.returncode == 0 and ours.stdout == run(DAYLIGHT, "--version").stdout


def test_everybody_can_read_what_is_installed(installed):
    for file in installed.rglob("*"):
        assert file.stat().st_mode & 0o444 == 0o444, file


def test_installing_again_gives_the_same_files(installed):
    before = files(installed)
    assert make("install", installed.parent).returncode == 0
    assert files(installed) == before


def test_uninstalling_removes_every_file_of_ours_and_no_other(tmp_path):
    make("install", tmp_path)
    other = tmp_path / "usr/share/man/man1/daylight-saving.1"
    other.write_text("not ours")
    assert make("uninstall", tmp_path).returncode == 0
    assert files(tmp_path) == {"usr/share/man/man1/daylight-saving.1": b"not ours"}
    assert not (tmp_path / "usr/share/doc/daylight").exists()


def test_uninstalling_where_nothing_is_installed_is_no_error(tmp_path):
    assert make("uninstall", tmp_path).returncode == 0


def test_pages_of_an_earlier_version_are_removed(tmp_path):
    make("install", tmp_path)
    page = "share/man/man1/daylight-gone.1"
    (tmp_path / "usr" / page).write_text("a command that no longer exists")
    with (tmp_path / "usr/share/doc/daylight/installed-files").open("a") as list_of_files:
        list_of_files.write(page + "\n")
    make("install", tmp_path)
    assert not (tmp_path / "usr" / page).exists()


def test_a_folder_that_cannot_be_written_is_named_and_nothing_is_installed(tmp_path):
    (tmp_path / "usr").write_text("a file, where the folder should be")
    result = make("install", tmp_path)
    assert result.returncode != 0
    assert f"‘{tmp_path}/usr’ cannot be written to" in result.stderr
    assert list(files(tmp_path)) == ["usr"]


def test_a_tilde_that_the_shell_left_is_refused():
    result = make("install", "", "~/.local")
    assert result.returncode != 0 and "$HOME/.local" in result.stderr
    assert not (ROOT / "~").exists()


# The manual.


def test_there_is_a_page_of_the_manual_for_every_command(installed):
    pages = {file.name for file in (installed / "share/man/man1").iterdir()}
    assert COMMANDS and {f"daylight-{command}.1" for command in COMMANDS} <= pages


def test_the_manual_is_written_as_manuals_should_be(installed):
    for page in sorted((installed / "share/man/man1").iterdir()):
        assert run(program("mandoc"), "-T", "lint", "-W", "warning", page).stdout == ""


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_manual_has_every_option_of_the_help(installed, command):
    page = installed / "share/man/man1" / ("-".join(filter(None, ["daylight", command])) + ".1")
    shown = run(program("mandoc"), "-T", "ascii", page).stdout
    shown = re.sub(".\b", "", shown)
    options = re.findall(r"^  (?:-\w, )?(--[\w-]+)", run(DAYLIGHT, *command.split(), "--help").stdout, re.M)
    assert "--help" in options
    for option in options:
        assert re.search(rf"^ +(-\w, )?{option}\b", shown, re.MULTILINE), option


def test_text_that_means_something_to_the_manual_is_shown_as_it_is(installed):
    page = installed / "share/man/man1/daylight-build.1"
    shown = run(program("mandoc"), "-T", "utf8", page).stdout
    assert "The default is ‘.’." in " ".join(re.sub(".\b", "", shown).split())


# Completions.

BASH = """
source "$1"; shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE} COMP_TYPE=9
function=$(complete -p daylight | sed 's/.*-F \\([^ ]*\\).*/\\1/')
"$function" daylight "${!#}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


def completed_by_bash(installed: Path, *words: str) -> list[str]:
    script = installed / "share/bash-completion/completions/daylight"
    result = run(program("bash"), "-c", BASH, "-", script, "daylight", *words)
    assert result.stderr == ""
    return result.stdout.split()


def completed_by_fish(installed: Path, *words: str) -> list[str]:
    script = installed / "share/fish/vendor_completions.d/daylight.fish"
    line = " ".join(["daylight", *words])
    result = run(program("fish"), "--no-config", "-c", f"source {script}; complete -C '{line}'")
    assert result.stderr == ""
    return [each.partition("\t")[0] for each in result.stdout.splitlines()]


@pytest.fixture(params=[completed_by_bash, completed_by_fish], ids=["bash", "fish"])
def completed(request: pytest.FixtureRequest):
    return request.param


def test_commands_are_completed(installed, completed):
    assert completed(installed, "exp") == ["explain"]


def test_options_are_completed(installed, completed):
    assert completed(installed, "check", "--str") == ["--strict"]


def test_values_of_options_are_completed(installed, completed):
    assert completed(installed, "check", "--format", "sar") == ["sarif"]


def test_rules_are_completed(installed, completed):
    assert "broken-link" in completed(installed, "explain", "broken-")


def test_folders_are_completed(installed, tmp_path, completed, monkeypatch):
    (tmp_path / "practice").mkdir()
    (tmp_path / "prices.txt").touch()
    monkeypatch.chdir(tmp_path)
    found = [each.rstrip("/") for each in completed(installed, "check", "--site", "pr")]
    assert found == ["practice"]


def test_zsh_accepts_its_completions(installed):
    script = installed / "share/zsh/site-functions/_daylight"
    result = run(program("zsh"), "--no-exec", script)
    assert (result.returncode, result.stderr) == (0, "")
    assert script.read_text().startswith("#compdef daylight\n")
