"""Pictures are small, are shown somewhere, and show what there is to see today."""

import hashlib
import json
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from conftest import ROOT, report
from support.pictures import FOLDER, MANIFEST, MOST_BYTES, MOST_BYTES_IN_ALL, PICTURES, Picture
from support.studio import Seen, Studio, gone


def kept() -> dict:
    return json.loads(MANIFEST.read_text())


def stale(picture: Picture, record: dict, seen: Seen) -> list[str]:
    """How a picture differs from what it is of."""
    findings = [f"it shows ‘{text}’, which is no longer there" for text in gone(record["words"], seen.all)]
    if record["style"] != seen.style:
        findings.append("the style has changed")
    return [f"{picture.name}: {finding}; draw it anew with ‘make pictures’" for finding in findings]


def unfit(folder: Path, manifest: dict, names: set[str]) -> list[str]:
    """Files that are too large, left over, or not those that were drawn."""
    files = {file.name: file.read_bytes() for file in folder.glob("*.png")}
    findings = [f"{name}: ‘make pictures’ does not draw it" for name in sorted(set(files) - names)]
    findings += [f"{name}: it has not been drawn; run ‘make pictures’" for name in sorted(names - set(files))]
    for name, data in sorted(files.items()):
        if len(data) > MOST_BYTES:
            findings.append(f"{name}: {len(data)} bytes, more than {MOST_BYTES}")
        if name in manifest and manifest[name]["digest"] != hashlib.sha256(data).hexdigest()[:16]:
            findings.append(f"{name}: it is not the picture that ‘make pictures’ drew")
    total = sum(map(len, files.values()))
    if total > MOST_BYTES_IN_ALL:
        findings.append(f"all pictures: {total} bytes, more than {MOST_BYTES_IN_ALL}")
    return findings


def test_pictures_are_small_and_as_they_were_drawn():
    findings = unfit(FOLDER, kept(), {picture.name for picture in PICTURES})
    report(findings)


def test_every_picture_is_shown_on_a_page(documents):
    shown = {Path(picture.target).name for document in documents for picture in document.pictures}
    assert {picture.name for picture in PICTURES} - shown == set()


@pytest.fixture(scope="module")
def studio(program, tmp_path_factory):
    with sync_playwright() as playwright:
        yield Studio(program, ROOT, tmp_path_factory.mktemp("studio"), playwright)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_shows_what_there_is_to_see(picture: Picture, studio):
    with studio.showing(picture) as page:
        findings = stale(picture, kept()[picture.name], Seen.on(page))
    report(findings)
