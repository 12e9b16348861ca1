"""The workflows of new sites: valid by the published schemas, allowed no more than they need, and
harmless until somebody says where the program is. Their scripts are run here, with nothing fetched."""

import hashlib
import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
import yaml

from test_publish import Site, git

ROOT = Path(__file__).parents[2]
DAYLIGHT = ROOT / ".build/release/daylight"
HOSTS = ROOT / "starters/hosts"
GITHUB = HOSTS / "github/.github/workflows/publish.yml"
FORGEJO = HOSTS / "codeberg/.forgejo/workflows/publish.yml"
GITLAB = HOSTS / "gitlab/.gitlab-ci.yml"


def read(path: Path) -> dict:
    text = yaml.safe_load(path.read_text())
    # YAML 1.1 reads the name `on` as true.
    return {("on" if key is True else key): value for key, value in text.items()}


@pytest.mark.parametrize(
    "path, schema",
    [
        (GITHUB, ["vendor.github-workflows"]),
        (FORGEJO, ["vendor.github-workflows"]),
        (GITLAB, ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"]),
    ],
    ids=["github", "forgejo", "gitlab"],
)
def test_the_published_schema_accepts_the_workflow(path, schema):
    checker = Path(sys.executable).parent / "check-jsonschema"
    ended = subprocess.run(
        [checker, "--builtin-schema", *schema, path], capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("path", [GITHUB, FORGEJO, GITLAB], ids=["github", "forgejo", "gitlab"])
def test_the_program_comes_from_one_setting_that_is_empty(path):
    document = read(path)
    settings = document["variables"] if path == GITLAB else document["env"]
    assert settings["DAYLIGHT_ARCHIVE"] == "" and settings["DAYLIGHT_SHA256"] == ""
    text = path.read_text()
    assert not re.search(r"https?://", text), "an address that nobody has given"
    assert "sha256sum --check --strict" in text and "--proto '=https'" in text


def test_github_is_given_no_more_than_it_needs_and_every_action_has_a_version():
    document = read(GITHUB)
    assert document["permissions"] == {}
    assert document["jobs"]["build"]["permissions"] == {"contents": "read"}
    assert document["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    actions = re.findall(r"uses: (\S+)", GITHUB.read_text())
    assert actions and all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in actions)
    steps = document["jobs"]["build"]["steps"]
    checkout = next(step for step in steps if "checkout" in step.get("uses", ""))
    assert checkout["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", [GITHUB, FORGEJO], ids=["github", "forgejo"])
def test_the_site_is_built_every_night_because_dates_pass(path):
    (entry,) = read(path)["on"]["schedule"]
    minute, hour, *rest = entry["cron"].split()
    assert minute.isdigit() and hour.isdigit() and rest == ["*", "*", "*"]


# What the scripts do, run by the shell that the hosts use.


class Runner:
    """A machine of a host, on which nothing can be fetched but an archive that lies ready."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.bin = folder / "bin"
        self.bin.mkdir(parents=True)
        for name in ("apt-get",):
            self.program(name, "exit 0")
        tree = folder / "daylight-1-linux-x86_64"
        (tree / "bin").mkdir(parents=True)
        (tree / "bin/daylight").write_text(f'#!/bin/sh\nexec "{DAYLIGHT}" "$@"\n')
        (tree / "bin/daylight").chmod(0o755)
        self.archive = folder / "archive.tar.gz"
        with tarfile.open(self.archive, "w:gz") as archive:
            archive.add(tree, tree.name)
        self.digest = hashlib.sha256(self.archive.read_bytes()).hexdigest()
        # Copies the archive to what follows --output.
        self.program(
            "curl",
            f'while [ "$1" != --output ]; do shift; done; cp "{self.archive}" "$2"',
        )

    def program(self, name: str, script: str) -> None:
        (self.bin / name).write_text(f"#!/bin/sh\n{script}\n")
        (self.bin / name).chmod(0o755)

    def run(self, script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess:
        path = f"{self.bin}:{self.folder}/local/bin:{os.environ['PATH']}"
        (self.folder / "local").mkdir(exist_ok=True)
        script = script.replace("/usr/local", f"{self.folder}/local")
        script = script.replace("/tmp/daylight", f"{self.folder}/daylight")
        return subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script],
            cwd=folder,
            env={**os.environ, "PATH": path, "HOME": str(self.folder), **environment},
            capture_output=True,
            text=True,
            timeout=120,
        )

    def filled_in(self) -> dict[str, str]:
        return {"DAYLIGHT_ARCHIVE": "https://example.org/a.tar.gz", "DAYLIGHT_SHA256": self.digest}


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path / "runner")


EMPTY = {"DAYLIGHT_ARCHIVE": "", "DAYLIGHT_SHA256": ""}


def github_files(folder: Path) -> dict[str, str]:
    return {
        "RUNNER_TEMP": str(folder / "temp"),
        "GITHUB_PATH": str(folder / "path"),
        "GITHUB_OUTPUT": str(folder / "output"),
        "GITHUB_WORKFLOW_REF": "publish.yml",
    }


def test_github_says_what_is_missing_and_fetches_only_what_has_the_checksum(runner, tmp_path):
    script = read(GITHUB)["jobs"]["build"]["steps"][0]["run"]
    files = github_files(tmp_path)
    (tmp_path / "temp").mkdir()
    ended = runner.run(script, tmp_path, **files, **EMPTY)
    assert ended.returncode == 0 and "fill in DAYLIGHT_ARCHIVE" in ended.stdout
    assert not (tmp_path / "output").exists()

    wrong = {**runner.filled_in(), "DAYLIGHT_SHA256": "0" * 64}
    assert runner.run(script, tmp_path, **files, **wrong).returncode != 0
    assert not (tmp_path / "output").exists() and not (tmp_path / "path").exists()

    ended = runner.run(script, tmp_path, **files, **runner.filled_in())
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "output").read_text() == "ready=true\n"
    assert (Path((tmp_path / "path").read_text().strip()) / "daylight").exists()


def test_gitlab_builds_compresses_and_hands_over_only_what_is_for_readers(runner, tmp_path):
    job = read(GITLAB)["pages"]
    assert job["rules"][0]["when"] == "never" and "DAYLIGHT_SHA256" in job["rules"][0]["if"]
    site = Site(tmp_path / "site")
    script = "\n".join(job["before_script"] + job["script"])
    ended = runner.run(script, site.folder, CI_PIPELINE_SOURCE="push", **runner.filled_in())
    assert ended.returncode == 0, ended.stderr
    public = site.folder / "public"
    assert (public / "index.html").exists() and (public / "index.html.gz").exists()
    hidden = {"." + path.split("/.")[-1] for path in job["artifacts"]["exclude"] if "/." in path}
    assert {path.name for path in public.glob(".*")} - {p + ".gz" for p in hidden} <= hidden
    wrong = {**runner.filled_in(), "DAYLIGHT_SHA256": "0" * 64}
    assert runner.run(script, site.folder, CI_PIPELINE_SOURCE="push", **wrong).returncode != 0


@pytest.mark.parametrize("event", ["push", "schedule"])
def test_forgejo_publishes_to_its_branch(runner, tmp_path, event):
    job = read(FORGEJO)["jobs"]["publish"]
    assert job["permissions"] == {"contents": "write"}
    (step,) = job["steps"]
    remote = tmp_path / "forge/you/site.git"
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", remote], check=True)
    site = Site(tmp_path / "source")
    git(site.folder, "init", "-q", "-b", "main")
    git(site.folder, "add", "-A")
    git(site.folder, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "A")
    git(site.folder, "push", "-q", str(remote), "main")
    values = {
        "TOKEN": "secret", "SERVER": str(tmp_path / "forge"), "REPOSITORY": "you/site",
        "BRANCH": "main", "EVENT": event, "PAGES_BRANCH": "pages",
    }  # fmt: skip
    ended = runner.run(step["run"], tmp_path, **values, **EMPTY)
    assert ended.returncode == 0 and "fill in DAYLIGHT_ARCHIVE" in ended.stdout
    ended = runner.run(step["run"], tmp_path, **values, **runner.filled_in())
    assert ended.returncode == 0, ended.stderr
    assert "secret" not in ended.stdout + ended.stderr
    assert "index.html" in git(remote, "ls-tree", "--name-only", "pages").splitlines()
