"""A page as one file to print: nothing is missing in it, and nothing is fetched for it."""

import re
import shutil

import pytest

from conftest import DAYLIGHT, ROOT
from support.programs import program, run


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(params=["signs/overview", "paths/after-leaving"])
def handout(request, folder):
    result = run(DAYLIGHT, "handout", request.param, "--site", folder)
    assert result.returncode == 0, result.stderr
    file = re.search(r"Written: (\S+\.html)", result.stderr)[1]
    assert not re.search(r"abus|trauma|leav", file.rsplit("/", 1)[1]), "the name is quiet"
    return file


def test_it_needs_no_other_file(handout, chromium):
    page = chromium.new_context().new_page()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"file://{handout}")
    assert [url for url in requests if not url.startswith("data:")] == [f"file://{handout}"]
    assert page.locator("script, link, iframe, form").count() == 0
    page.context.close()


def test_on_paper_it_has_letterhead_text_and_help(handout, chromium, tmp_path):
    page = chromium.new_context().new_page()
    page.goto(f"file://{handout}")
    sheets = tmp_path / "sheets.pdf"
    page.pdf(path=sheets, format="A4", prefer_css_page_size=True)
    page.context.close()
    pages = run(program("pdftotext"), "-layout", sheets, "-").stdout.split("\f")[:-1]
    first = " ".join(pages[0].split())
    assert "Riverside Counselling" in first and re.search(r"\d+ \w+ 20\d\d", first)
    assert "999" in pages[-1] or "999" in pages[-2]
    assert [page.split()[-1] for page in pages] == [str(n + 1) for n in range(len(pages))]


def test_an_unknown_page_is_answered_with_the_one_that_was_meant(folder):
    result = run(DAYLIGHT, "handout", "signs/overveiw", "--site", folder)
    assert result.returncode == 1
    assert "did you mean ‘signs/overview’?" in result.stderr
