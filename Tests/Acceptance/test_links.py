"""Every link leads somewhere: pages, headings, drawings, and the site's own absolute addresses."""

import sys
from pathlib import Path

from support.programs import run


def test_lychee_finds_no_broken_link(site):
    """Offline: other people's pages are not asked (SAF-16 holds for tests as well)."""
    result = run(
        *(Path(sys.executable).parent / "lychee", "--offline", "--no-progress"),
        *("--include-fragments=full", "--root-dir", site.folder),
        *("--remap", f"{site.base_url}(.*) {site.folder.as_uri()}/$1", site.folder),
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_page_is_found_from_the_first(site):
    """No page is known to its author alone."""
    found, waiting = {"/"}, ["/"]
    while waiting:
        here = waiting.pop()
        folder = site.file(here).parent
        for link in site.page(here).css("a[href]"):
            path = link.attributes["href"].partition("#")[0]
            if not path or ":" in path:
                continue
            target = "/" + str((folder / path).resolve().relative_to(site.folder))
            target = target.removesuffix("index.html")
            if target not in found and target in site.pages:
                found.add(target)
                waiting.append(target)
    assert set(site.pages) - found == {"/404.html"}


def test_old_addresses_lead_on(site):
    for address in site.redirects:
        assert site.page(address).css_first("main a[href]").attributes["href"]
