"""The site as built, in the browsers that read it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from support.bidi import BiDiConnection, running_firefox
from support.built_site import BuiltSite
from support.chromium import ChromiumTab
from support.firefox import FirefoxTab
from support.loopback import LoopbackServer
from support.programs import program, run

ROOT = Path(__file__).parents[2]
DAYLIGHT = ROOT / ".build/release/daylight"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--site", default=ROOT / "public", type=Path, help="the finished site")


def pytest_configure(config: pytest.Config) -> None:
    folder = config.getoption("--site")
    if not (folder / "index.html").exists():
        raise pytest.UsageError(f"there is no site in {folder}; run ‘make site’ first")
    config.site = BuiltSite(folder)
    config.notes = []


def pytest_sessionfinish(session: pytest.Session) -> None:
    """With tests in several processes, the notes of each go to the one that reports."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["notes"] = session.config.notes


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node, error) -> None:
    node.config.notes += getattr(node, "workeroutput", {}).get("notes", [])


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """`address` runs a test on every page, `sample` on the longest page of each kind."""
    site: BuiltSite = metafunc.config.site
    sets = {
        "address": site.pages,
        "sample": site.one_of_each_kind,
        "checklist": site.of_kind("checklist"),
    }
    for name, addresses in sets.items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, addresses)


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    if config.notes:
        terminalreporter.section("for a person to look at")
        for note in sorted(set(config.notes)):
            terminalreporter.line(note)


@pytest.fixture(scope="session")
def site(pytestconfig: pytest.Config) -> BuiltSite:
    return pytestconfig.site


@pytest.fixture
def note(pytestconfig: pytest.Config):
    """Records a line for the end of the run: something a program could not decide."""
    return pytestconfig.notes.append


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory):
    """Builds the site again, with changed settings in `site.yaml` and dated articles.

    `edits` replaces a text in files of `content`.
    """

    def build(
        published: dict[str, str] | None = None,
        edits: dict[str, tuple[str, str]] | None = None,
        **settings: str,
    ) -> BuiltSite:
        folder = tmp_path_factory.mktemp("site")
        for name in ("content", "templates"):
            shutil.copytree(ROOT / name, folder / name)
        configuration = folder / "content/site.yaml"
        lines = configuration.read_text().splitlines()
        kept = [line for line in lines if line.partition(":")[0] not in settings]
        changed = [f"{name}: {value}" for name, value in settings.items()]
        configuration.write_text("\n".join(kept + changed) + "\n")
        for article, date in (published or {}).items():
            file = folder / "content" / article
            file.write_text(file.read_text().replace("---\n", f"---\npublished: {date}\n", 1))
        for name, (old, new) in (edits or {}).items():
            file = folder / "content" / name
            assert old in file.read_text(), f"{name} has no ‘{old}’"
            file.write_text(file.read_text().replace(old, new))
        result = run(DAYLIGHT, "build", "--site", folder)
        assert result.returncode == 0, result.stderr
        return BuiltSite(folder / "public")

    return build


# Browsers: each is started once; a test has a context of its own.


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Chromium without windows of its own, which costs half. It has no back/forward cache, as where
    memory is short, or a host forbids it."""
    browser = playwright.chromium.launch(executable_path=program("chromium-headless-shell"))
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def chromium_with_cache(playwright: Playwright) -> Iterator[Browser]:
    """With the back/forward cache, which Playwright turns off, and which readers have."""
    browser = playwright.chromium.launch(
        executable_path=program("chromium"),
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox_with_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BiDiConnection]:
    profile = tmp_path_factory.mktemp("profile")
    with running_firefox(program("firefox-esr"), profile) as connection:
        yield connection


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BiDiConnection]:
    """Without the back/forward cache, like `chromium`."""
    profile = tmp_path_factory.mktemp("profile")
    preferences = {"browser.sessionhistory.max_total_viewers": 0}
    with running_firefox(program("firefox-esr"), profile, preferences) as connection:
        yield connection


@pytest.fixture(scope="session")
def server(site: BuiltSite) -> Iterator[LoopbackServer]:
    server = LoopbackServer(site)
    yield server
    server.close()


@pytest.fixture
def open_chromium(chromium: Browser, site: BuiltSite):
    """Opens tabs of Chromium, each with settings of its own, and closes them after the test."""
    tabs: list[ChromiumTab] = []

    def open_tab(on: BuiltSite = site, **settings) -> ChromiumTab:
        tabs.append(ChromiumTab(chromium, on, **settings))
        return tabs[-1]

    yield open_tab
    for tab in tabs:
        tab.close()


@pytest.fixture(params=["chromium", "firefox"])
def open_tab(request: pytest.FixtureRequest, site: BuiltSite):
    """Opens tabs, once in each browser; without the back/forward cache if asked."""
    opened: list = []

    def open_tab(on: BuiltSite = site, is_cached: bool = True):
        browser = request.getfixturevalue(request.param + ("_with_cache" if is_cached else ""))
        if request.param == "chromium":
            tab = ChromiumTab(browser, on)
        else:
            opened.append(LoopbackServer(on))
            tab = FirefoxTab(browser, opened[-1], on)
        opened.append(tab)
        return tab

    yield open_tab
    for each in reversed(opened):
        each.close()


@pytest.fixture
def tab(open_tab):
    """A new tab, once in each browser."""
    return open_tab()


@pytest.fixture(scope="module")
def firefox_tab(firefox_with_cache: BiDiConnection, server: LoopbackServer, site: BuiltSite):
    """One tab of Firefox for all tests of a file."""
    tab = FirefoxTab(firefox_with_cache, server, site)
    yield tab
    tab.close()


@pytest.fixture(scope="module")
def reader(chromium: Browser, site: BuiltSite) -> Iterator[Page]:
    """One page of Chromium for all tests of a file: for those that only look."""
    tab = ChromiumTab(chromium, site)
    yield tab.page
    tab.close()
