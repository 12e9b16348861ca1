"""Publishing with rsync and with Git: what is sent, kept, refused and brought back."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from support.programs import program

ROOT = Path(__file__).parents[2]
DAYLIGHT = ROOT / ".build/release/daylight"

PAGE = """---
title: {title}
summary: A page of the test.
---

{text}
"""

SETTINGS = """name: Reading Room
baseURL: https://resources.example.org/
language: en-GB
practice:
  name: Riverside Counselling
helpRegion: gb-eng
safetyPage: safe-browsing.md
"""


class Site:
    """A small site that passes a strict check, in a folder of its own."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.environment = {
            **os.environ,
            "HOME": str(folder.parent),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "An Author",
            "GIT_AUTHOR_EMAIL": "author@example.org",
            "GIT_COMMITTER_NAME": "An Author",
            "GIT_COMMITTER_EMAIL": "author@example.org",
        }
        shutil.copytree(ROOT / "templates", folder / "templates")
        self.write("content/help.yaml", (ROOT / "content/help.yaml").read_text())
        self.publish("")
        self.page("404", "This page is not here", "Go to [the first page](index.md).")
        self.page("safe-browsing", "Your device", "Could someone check this device?")
        self.write("content/index.md", PAGE.format(title="Home", text="You can read here."))
        self.page("help", "Help")
        self.page("about", "About this site")
        self.page("rest", "Rest")

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def publish(self, block: str) -> None:
        self.write("content/site.yaml", f"{SETTINGS}\n{block}\n")

    def page(self, name: str, title: str, text: str = "You can rest here.") -> None:
        self.write(f"content/{name}.md", PAGE.format(title=title, text=text))

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [DAYLIGHT, *arguments],
            cwd=self.folder,
            env={**self.environment, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )

    def published(self, *arguments: str, **environment: str) -> str:
        """Publishes, which must succeed; what was said."""
        ended = self.run("publish", "--yes", *arguments, **environment)
        assert ended.returncode == 0, ended.stderr
        return ended.stderr

    def refused(self, *arguments: str, code: int = 1, **environment: str) -> str:
        ended = self.run("publish", *arguments, **environment)
        assert ended.returncode == code, ended.stderr
        return ended.stderr


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


@pytest.fixture
def site(tmp_path: Path) -> Site:
    program("rsync")
    return Site(tmp_path / "my site")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "web folder"


@pytest.fixture
def to_folder(site: Site, target: Path) -> Site:
    site.publish("publish:\n  to: ../web folder")
    return site


@pytest.fixture
def to_server(site: Site, tmp_path: Path) -> Site:
    """A site that is published by ssh, to a server that is this computer."""
    fake = tmp_path / "bin/ssh"
    fake.parent.mkdir()
    fake.write_text(
        "#!/bin/sh\n"
        'while [ $# -gt 0 ]; do case $1 in -o|-O|-l|-p) shift 2;; *) break;; esac; done\n'
        f'echo "$@" >> "{tmp_path}/ssh.log"; shift\n'
        'cd "$HOME" && exec sh -c "$*"\n'
    )
    fake.chmod(0o755)
    site.environment["PATH"] = f"{fake.parent}:{os.environ['PATH']}"
    site.publish("publish:\n  to: you@example.org:web folder")
    return site


def test_the_first_time_has_to_be_named(to_folder, target):
    said = to_folder.refused("--yes")
    assert "nothing has been published to ../web folder yet" in said
    assert "daylight publish --first" in said and not target.exists()


def sent_exactly(site: Site, target: Path) -> None:
    built = files(site.folder / "public")
    built.pop(".daylight-manifest")
    there = files(target)
    there.pop(".daylight-published")
    assert there == built


@pytest.mark.parametrize("place", ["to_folder", "to_server"])
def test_what_was_built_is_what_is_there(place, request, target):
    site = request.getfixturevalue(place)
    assert "Published: " in site.published("--first")
    sent_exactly(site, target)
    assert "Nothing to publish" in site.published()


@pytest.mark.parametrize("place", ["to_folder", "to_server"])
def test_only_changes_are_sent_and_undo_brings_the_former_version_back(place, request, target):
    site = request.getfixturevalue(place)
    site.published("--first")
    before = files(target)
    untouched = (target / "rest/index.html").stat().st_ino
    site.page("about", "About this site", "Other words.")
    site.page("new", "Something new")
    (site.folder / "content/rest.md").unlink()
    site.page("rest-again", "Rest again")
    said = site.published()
    assert " removed: rest/index.html" in said
    assert "new/index.html" in said and "1 added" not in said
    sent_exactly(site, target)
    assert not (target / "rest").exists(), "the empty folder stays behind"

    said = site.published("--undo")
    assert "The former version is back" in said
    assert files(target) == before
    assert (target / "rest/index.html").stat().st_ino != untouched
    assert "The former version is back" in site.published("--undo")
    sent_exactly(site, target)


def test_an_unchanged_file_is_not_sent_again(to_folder, target):
    to_folder.published("--first")
    unchanged = {name: (target / name).stat().st_ino for name in files(target)}
    to_folder.page("about", "About this site", "Other words.")
    to_folder.published()
    changed = {
        name for name, inode in unchanged.items() if (target / name).stat().st_ino != inode
    }
    assert "about/index.html" in changed
    assert "rest/index.html" not in changed and not any("assets/" in name for name in changed)


def test_files_of_others_are_left_alone_and_named(to_folder, target):
    target.mkdir()
    (target / "CNAME").write_text("resources.example.org\n")
    (target / "private").mkdir()
    (target / "private/notes.txt").write_text("mine")
    said = to_folder.refused("--yes")
    assert "2 files at ../web folder that Daylight did not put there: CNAME, private" in said
    assert files(target) == {"CNAME": b"resources.example.org\n", "private/notes.txt": b"mine"}
    to_folder.published("--first")
    (to_folder.folder / "content/rest.md").unlink()
    to_folder.published()
    assert (target / "CNAME").exists() and (target / "private/notes.txt").read_text() == "mine"


def test_a_file_of_others_is_replaced_only_when_told_and_comes_back(to_folder, target):
    target.mkdir()
    (target / "index.html").write_text("Welcome to your new web space")
    said = to_folder.published("--first")
    assert "1 replaced, and not put there by Daylight: index.html" in said
    to_folder.published("--undo")
    left = files(target)
    left.pop(".daylight-published")
    assert left == {"index.html": b"Welcome to your new web space"}


def test_nothing_is_published_while_there_are_errors_or_warnings(to_folder, target):
    to_folder.page("about", "About this site", "See [the old list](nowhere.md).")
    assert "Nothing was published. 1 error to fix." in to_folder.refused("--yes", "--first")
    to_folder.page("about", "About this site", "Click [here](rest.md) to read.")
    said = to_folder.refused("--yes", "--first")
    assert "vague-link" in said and "Nothing was published." in said and not target.exists()
    to_folder.published("--first", "--allow-warnings")


def test_drafts_are_never_published(to_folder, target):
    to_folder.write(
        "content/rest.md", "---\ntitle: Rest\nsummary: A page.\ndraft: true\n---\nText.\n"
    )
    assert "drafts are never published" in to_folder.refused("--drafts", "--first", code=64)
    to_folder.published("--first")
    assert not (target / "rest").exists()


def test_without_a_terminal_nothing_changes_unless_agreed(to_folder, target):
    assert "Add ‘--yes’" in to_folder.refused("--first")
    assert not target.exists()


def test_a_dry_run_shows_and_changes_nothing(to_folder, target):
    said = to_folder.run("publish", "--dry-run", "--first")
    assert said.returncode == 0 and " added: " in said.stderr and not target.exists()
    to_folder.published("--first")
    before = files(target)
    to_folder.page("about", "About this site", "Other words.")
    said = to_folder.run("publish", "--dry-run")
    assert said.returncode == 0 and " changed: " in said.stderr and files(target) == before


def fake_rsync(folder: Path, script: str) -> str:
    """A PATH whose rsync runs a script first; `$runs` is how often it ran before."""
    folder.mkdir()
    real = program("rsync")
    (folder / "rsync").write_text(
        f'#!/bin/sh\nruns=$(cat "{folder}/runs" 2>/dev/null || echo 0)\n'
        f'case "$*" in *--server*) ;; *) echo $((runs + 1)) > "{folder}/runs";; esac\n'
        f'{script}\nexec {real} "$@"\n'
    )
    (folder / "rsync").chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


@pytest.mark.parametrize("killed_after", range(3, 10))
@pytest.mark.parametrize("then", ["publish", "undo"])
def test_an_interrupted_publishing_is_finished_or_undone(
    to_folder, target, tmp_path, killed_after, then
):
    to_folder.published("--first")
    before = files(target)
    to_folder.page("about", "About this site", "Other words.")
    to_folder.page("new", "Something new")
    (to_folder.folder / "content/rest.md").unlink()
    style = to_folder.folder / "templates/assets/site.css"
    style.write_text(style.read_text() + "\n.new-rule { color: inherit; }\n")
    path = fake_rsync(tmp_path / "killed", f'[ "$runs" -lt {killed_after} ] || kill -9 $$')
    ended = to_folder.run("publish", "--yes", PATH=path)
    assert ended.returncode in (0, 2), ended.stderr
    interrupted = ended.returncode == 2
    assert not interrupted or "interrupted" in ended.stderr
    for page in target.rglob("*.html"):
        for name in stylesheets(page):
            assert (target / name).is_file(), f"{page} has no style {name} yet"
    if then == "publish":
        said = to_folder.published()
        assert not interrupted or "finishes it" in said or killed_after <= 4
        sent_exactly(to_folder, target)
        assert "The former version is back" in to_folder.published("--undo")
        assert files(target) == before
    elif list_of(target) != before[".daylight-published"]:
        to_folder.published("--undo")
        assert files(target) == before
        to_folder.published()
        sent_exactly(to_folder, target)


def list_of(target: Path) -> bytes:
    return (target / ".daylight-published").read_bytes()


def stylesheets(page: Path) -> list[str]:
    text = page.read_text()
    return [
        part.split('"')[0] for part in text.split("assets/")[1:] for part in ["assets/" + part]
        if part.split('"')[0].endswith(".css")
    ]


def test_pages_come_after_what_they_load_and_removals_last(to_folder, target, tmp_path):
    log = tmp_path / "order"
    path = fake_rsync(
        tmp_path / "watched",
        f'case "$*" in *--files-from*|*--delete*) cat > "{tmp_path}/in"; '
        f'tr "\\0" " " < "{tmp_path}/in" >> "{log}"; echo >> "{log}"; '
        f'{shutil.which("rsync")} "$@" < "{tmp_path}/in"; exit $?;; esac',
    )
    to_folder.published("--first", PATH=path)
    (to_folder.folder / "content/rest.md").unlink()
    log.write_text("")
    style = to_folder.folder / "templates/assets/site.css"
    style.write_text(style.read_text() + "\n.new-rule { color: inherit; }\n")
    to_folder.published(PATH=path)
    lines = log.read_text().splitlines()

    def first(text: str) -> int:
        return next(number for number, line in enumerate(lines) if text in line)

    former = first("rest/index.html")
    unfinished = first("./.daylight-published")
    steps = lines[unfinished + 1 :] if unfinished > former else lines[former + 1 :]
    assert ".css" in "".join(steps)
    style, pages, removal = (
        next(n for n, line in enumerate(steps) if text in line)
        for text in (".css", "./index.html", "- *")
    )
    assert style < pages < removal < len(steps) - 1
    assert steps[-1].split() == ["./.daylight-published"]


def test_a_folder_that_somebody_else_published_to_meanwhile_is_not_overwritten(
    to_folder, target, tmp_path
):
    to_folder.published("--first")
    to_folder.page("about", "About this site", "Other words.")
    before = (target / "about/index.html").read_bytes()
    path = fake_rsync(
        tmp_path / "slow", f'[ "$runs" -ne 2 ] || echo >> "{target}/.daylight-published"'
    )
    assert "somebody else has published" in to_folder.refused("--yes", PATH=path)
    assert (target / "about/index.html").read_bytes() == before


def test_a_folder_of_the_host_that_nobody_may_read_is_no_hindrance(to_folder, target):
    to_folder.published("--first")
    (target / "certificates").mkdir(mode=0o000)
    to_folder.page("about", "About this site", "Other words.")
    to_folder.published()


def test_what_can_go_wrong_outside_is_said_in_words(to_folder, to_server, target, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "the program ‘rsync’, which publishes the site, is not installed here" in (
        to_server.refused("--first", "--yes", code=2, PATH=str(empty))
    )
    for message, said in {
        "ssh: Could not resolve hostname example.org: Name or service not known": "offline",
        "you@example.org: Permission denied (publickey).": "does not let you in",
        "Host key verification failed.": "is not known to this computer yet",
    }.items():
        (tmp_path / "bin/ssh").write_text(f"#!/bin/sh\necho '{message}' >&2\nexit 255\n")
        assert said in to_server.refused("--first", "--yes", code=2)
    assert not target.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--to=-e sh:/srv",),
        ("--to=-oProxyCommand=touch pwned:/srv",),
        ("--to", "you@example.org:/srv/$(touch pwned)"),
        ("--branch=--force",),
        ("--branch", "pages", "--remote=--upload-pack=touch pwned"),
        ("--branch", "pages", "--remote", "ext::touch pwned"),
    ],
)
def test_what_would_be_an_option_or_a_command_is_refused(to_folder, arguments):
    said = to_folder.refused(*arguments, "--yes", "--first", code=64)
    assert "‘daylight publish --help’ says how it is used" in said and not list(to_folder.folder.rglob("pwned"))


@pytest.mark.parametrize("folder", ["public", "content/x", ".", ".."])
def test_the_site_is_not_published_into_itself(site, folder):
    assert "the site itself is there" in site.refused("--to", folder, "--yes", "--first")


def test_a_site_that_does_not_say_where_is_told_how(site):
    said = site.refused("--yes")
    assert "does not say where to publish" in said and "branch: gh-pages" in said


def test_a_mistake_in_the_settings_is_shown_in_its_place(site):
    site.publish("publish:\n  to: you@example.org")
    said = site.refused("--yes")
    assert "content/site.yaml:" in said and "[publish-target]" in said


# A branch.


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-C", folder, *arguments], check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture
def to_branch(site: Site, tmp_path: Path) -> Site:
    remote = tmp_path / "remote.git"
    subprocess.run(["git", "init", "-q", "--bare", remote], check=True)
    git(site.folder, "init", "-q", "-b", "main")
    git(site.folder, "remote", "add", "origin", str(remote))
    site.write(".gitignore", "/public/\n/.daylight/\n")
    site.publish("publish:\n  branch: gh-pages")
    for name in ("user.name=An Author", "user.email=author@example.org"):
        key, value = name.split("=")
        git(site.folder, "config", key, value)
    git(site.folder, "add", "-A")
    git(site.folder, "commit", "-qm", "Begin")
    return site


def checkout(tmp_path: Path, name: str) -> Path:
    clone = tmp_path / name
    subprocess.run(
        ["git", "clone", "-q", "-b", "gh-pages", tmp_path / "remote.git", clone], check=True
    )
    return clone


def test_a_branch_holds_what_was_built_and_nothing_of_the_author_is_touched(to_branch, tmp_path):
    to_branch.page("about", "About this site", "Not committed.")
    to_branch.write("prepared.txt", "prepared")
    git(to_branch.folder, "add", "prepared.txt")
    status = git(to_branch.folder, "status", "--porcelain")
    branches = git(to_branch.folder, "branch", "--all")
    assert "nothing has been published" in to_branch.refused("--yes")
    to_branch.published("--first", "--now", "2026-05-31")
    assert git(to_branch.folder, "status", "--porcelain") == status
    assert git(to_branch.folder, "branch", "--all").split() == branches.split() or (
        "remotes/origin/gh-pages" in git(to_branch.folder, "branch", "--all")
    )
    assert not list((to_branch.folder / ".git").glob("daylight-index*"))
    clone = checkout(tmp_path, "clone")
    there = files(clone)
    assert there.pop(".nojekyll") == b"" and there.pop(".daylight-published")
    built = files(to_branch.folder / "public")
    built.pop(".daylight-manifest")
    assert there == built
    assert git(clone, "log", "--format=%an %ad", "--date=iso") == (
        "An Author 2026-05-31 12:00:00 +0000"
    )
    assert "Nothing to publish" in to_branch.published()


def test_the_same_site_and_date_make_the_same_commit(to_branch, tmp_path):
    to_branch.published("--first", "--now", "2026-05-31")
    first = git(tmp_path / "remote.git", "rev-parse", "gh-pages")
    git(tmp_path / "remote.git", "update-ref", "-d", "refs/heads/gh-pages")
    to_branch.published("--first", "--now", "2026-05-31")
    assert git(tmp_path / "remote.git", "rev-parse", "gh-pages") == first


def test_undo_is_a_new_commit_and_can_be_undone(to_branch, tmp_path):
    to_branch.published("--first")
    assert "no former version" in to_branch.refused("--undo", "--yes")
    before = git(tmp_path / "remote.git", "rev-parse", "gh-pages^{tree}")
    to_branch.page("about", "About this site", "Other words.")
    (to_branch.folder / "content/rest.md").unlink()
    assert " removed: rest/index.html" in to_branch.published()
    after = git(tmp_path / "remote.git", "rev-parse", "gh-pages^{tree}")
    to_branch.published("--undo")
    assert git(tmp_path / "remote.git", "rev-parse", "gh-pages^{tree}") == before
    to_branch.published("--undo")
    assert git(tmp_path / "remote.git", "rev-parse", "gh-pages^{tree}") == after
    assert git(tmp_path / "remote.git", "rev-list", "--count", "gh-pages") == "4"


def commit_by_another(tmp_path: Path, name: str, text: str, clone: str = "other") -> None:
    other = checkout(tmp_path, clone)
    (other / name).write_text(text)
    git(other, "add", "-A")
    git(other, "-c", "user.name=B", "-c", "user.email=b@example.org", "commit", "-qm", "B")
    git(other, "push", "-q", "origin", "gh-pages")


def test_files_of_others_on_the_branch_stay(to_branch, tmp_path):
    to_branch.published("--first")
    commit_by_another(tmp_path, "CNAME", "resources.example.org\n")
    to_branch.page("about", "About this site", "Other words.")
    assert "1 file that Daylight did not put there stays" in to_branch.published()
    to_branch.published("--undo")
    assert (checkout(tmp_path, "after") / "CNAME").exists()


def test_a_branch_that_moved_meanwhile_is_not_overwritten(to_branch, tmp_path):
    to_branch.published("--first")
    to_branch.page("about", "About this site", "Other words.")
    other = checkout(tmp_path, "other")
    (other / "CNAME").write_text("resources.example.org\n")
    git(other, "add", "-A")
    git(other, "-c", "user.name=B", "-c", "user.email=b@example.org", "commit", "-qm", "B")
    hook = to_branch.folder / ".git/hooks/pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\nunset GIT_DIR; git -C "{other}" push -q origin gh-pages\n')
    hook.chmod(0o755)
    said = to_branch.refused("--yes")
    assert "somebody else has published" in said, said
    hook.unlink()
    assert (checkout(tmp_path, "after") / "CNAME").exists()
    to_branch.published()


def test_a_branch_of_others_or_of_the_sources_is_refused(to_branch, tmp_path):
    git(to_branch.folder, "push", "-q", "origin", "main:gh-pages")
    assert "holds the sources of the site" in to_branch.refused("--yes", "--first")
    assert "the branch that you are working on" in to_branch.refused(
        "--branch", "main", "--yes", "--first"
    )
    assert "no remote called ‘backup’" in to_branch.refused(
        "--branch", "pages", "--remote", "backup", "--yes"
    )


def test_what_a_git_host_refuses_is_said_in_words(to_branch, tmp_path):
    remote = tmp_path / "remote.git"
    git(to_branch.folder, "remote", "set-url", "origin", str(tmp_path / "gone.git"))
    assert "there is no repository" in to_branch.refused("--yes", "--first", code=2)
    git(to_branch.folder, "remote", "set-url", "origin", str(remote))
    hook = remote / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    assert "does not accept the branch" in to_branch.refused("--yes", "--first")
    hook.unlink()
    for name in ("user.name", "user.email"):
        git(to_branch.folder, "config", "--unset", name)
    for name in list(to_branch.environment):
        if name.startswith(("GIT_AUTHOR", "GIT_COMMITTER")):
            del to_branch.environment[name]
    git(to_branch.folder, "config", "user.useConfigOnly", "true")
    said = to_branch.refused("--yes", "--first")
    assert "git config user.name" in said


def test_a_site_without_a_repository_has_no_branch(site):
    site.environment["GIT_CEILING_DIRECTORIES"] = str(site.folder.parent)
    assert "is not in a Git repository" in site.refused("--branch", "pages", "--yes", "--first")


def test_folders_that_others_can_read_stay_readable(to_folder, target):
    os.umask(0o077)
    try:
        to_folder.run("build")
    finally:
        os.umask(0o022)
    to_folder.published("--first")
    assert all(
        path.stat().st_mode & stat.S_IROTH for path in target.rglob("*") if path.is_file()
    )
