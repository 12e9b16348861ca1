"""Compares Daylight with Hugo, the physical floor and other generators, and keeps the results.

    make bench                              everything; takes about an hour
    SIZES="1000 10000" make bench           a quarter of an hour; nothing is kept
    SIZES=1000 ROUNDS=3 make bench          a quick look
    PEERS= make bench                       without the other generators

Prints tables. A run of all sizes also writes results.json and results.svg beside this file.
"""

import functools
import json
import os
import platform
import shutil
import statistics
import sys
from pathlib import Path

import chart
import corpus
import measure
import peers
import preview

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
WORK = HERE / ".work"
# As it is given away, like Hugo’s; on macOS, where `make dist` does not work, as `make site` builds it.
DAYLIGHT = REPOSITORY / (".build-dist" if sys.platform == "linux" else ".build") / "release/daylight"
FLOOR = WORK / "floor"
VENV = WORK / "venv"
HUGO = next(VENV.glob("lib/python*/site-packages/hugo/binaries/hugo*"), None)
ALL_SIZES = [100, 1000, 10000, 30000]
TODAY = "2026-06-01"


class Benchmark:
    """All runs over a corpus of one size. Every fresh tree is a new folder: for five minutes after a
    large tree was deleted, ext4 passes over its inodes one by one before it finds a free one
    (`recently_deleted`), which makes each new file several times slower. So trees are deleted when
    all is measured, and a second run should wait for five minutes."""

    def __init__(self, size, rounds):
        self.size = size
        self.rounds = rounds
        self.corpus = WORK / f"corpus-{size}"
        self.trees = WORK / f"trees-{size}"
        self.results = {}

    def measure(self):
        prepare(self.size, self.corpus)
        self.fresh()
        self.unchanged()
        self.preview()
        return self.results

    def fresh(self):
        """A full build into a tree that is not there."""
        samples = measure.in_turn({
            "daylight": lambda number: self.daylight(f"daylight-{number}"),
            "hugo": lambda number: self.hugo("hugo", number),
            "hugo-full": lambda number: self.hugo("hugo-full", number),
            "floor": lambda number: self.floor(f"floor-{number}"),
            "floor-large": lambda number: self.floor(f"floor-large-{number}", *self.padding),
        }, self.rounds)
        self.add("fresh", compared(samples))
        self.results["page"] = self.page

    def unchanged(self):
        """The same into the tree of the round that did not count, with nothing changed. Hugo keeps
        no record of what it has written, so its full build is also what it does “again”."""
        samples = measure.in_turn({
            "daylight": lambda _: self.daylight("daylight-0", "--full"),
            "again": lambda _: self.daylight("daylight-0"),
            "hugo": lambda _: self.hugo("hugo", 0),
            "hugo-full": lambda _: self.hugo("hugo-full", 0),
            "floor": lambda _: self.floor("floor-0", "--skip-same"),
            "floor-large": lambda _: self.floor("floor-large-0", "--skip-same", *self.padding),
        }, self.rounds)
        again = samples.pop("again")
        self.add("full", compared(samples))
        self.add("again", compared({
            "daylight": again, "hugo": samples["hugo"], "hugo-full": samples["hugo-full"]}))

    @functools.cached_property
    def padding(self):
        """What makes the floor’s pages as large as ours. Known after the round that does not count."""
        return "--padding", str(round(self.page["daylight"] - self.page["floor"]))

    @functools.cached_property
    def page(self):
        """The size of the page of an article in bytes, on average; not in blocks of the disk."""
        return {
            name: self.page_size(tree) for name, tree in [
                ("daylight", "daylight-0"), ("hugo", "hugo-0"), ("hugo-full", "hugo-full-0"),
                ("floor", "floor-0")]
        }

    def page_size(self, tree):
        pages = [
            page for section in corpus.SECTIONS
            for page in (self.trees / tree / section).glob("*-[0-9]*/index.html")]
        return statistics.mean(page.stat().st_size for page in pages)

    def daylight(self, tree, *options):
        return self.run(
            DAYLIGHT, "build", "--site", self.corpus / "daylight", "--output", self.trees / tree,
            "--now", TODAY, "--quiet", *options)

    def hugo(self, variant, number):
        return self.run(
            HUGO, "--source", self.corpus / variant, "--destination",
            self.trees / f"{variant}-{number}", "--quiet")

    def floor(self, tree, *options):
        return self.run(FLOOR, self.corpus / "hugo/content", self.trees / tree, *options)

    def run(self, *command):
        return measure.run(command, WORK / "log")

    def preview(self):
        """From the write of an edit to the message that tells the open page to reload."""
        servers = {
            "daylight": preview.DaylightServer(DAYLIGHT, self.corpus / "daylight", 4173),
            "hugo": preview.HugoServer(HUGO, self.corpus / "hugo", 4174),
            "hugo-full": preview.HugoServer(HUGO, self.corpus / "hugo-full", 4175),
        }
        try:
            for edit in preview.EDITS:
                able = {name: server for name, server in servers.items() if server.can(edit)}
                samples = measure.in_turn({
                    name: lambda number, server=server: server.sample(edit, number)
                    for name, server in able.items()
                }, self.rounds)
                self.add(edit, compared(samples))
                for server in able.values():
                    server.restore()
        finally:
            for server in servers.values():
                server.stop()

    def add(self, name, result):
        self.results[name] = result
        print(table_row(f"{self.size:,}", LABELS[name], result), flush=True)


def prepare(size, folder):
    """The corpus, unless it is there, with the templates and settings of today."""
    if not (folder / "done").exists():
        shutil.rmtree(folder, ignore_errors=True)
        measure.apart(corpus.write_corpus, size, folder)
        (folder / "done").touch()
    corpus.copy_templates(folder)


def own_site(rounds):
    """The whole process for the site of this repository."""
    def build(number):
        return measure.run(
            [DAYLIGHT, "build", "--site", REPOSITORY, "--output", WORK / f"own/{number}",
             "--quiet"], WORK / "log")

    fresh = measure.in_turn({"daylight": build}, rounds)["daylight"]
    again = measure.in_turn({"daylight": lambda _: build(0)}, rounds)["daylight"]
    return {"fresh": measure.summary(fresh), "again": measure.summary(again)}


PROGRAMS = ["daylight", "hugo", "hugo-full", "floor", "floor-large"]
RATIOS = {
    "Hugo / Daylight": ("hugo", "daylight"),
    "Hugo, same theme / Daylight": ("hugo-full", "daylight"),
    "Daylight / floor": ("daylight", "floor"),
    "Daylight / floor, same size": ("daylight", "floor-large"),
}
LABELS = {
    "fresh": "full build, new folder",
    "full": "full build, nothing changed",
    "again": "build again, nothing changed",
    **preview.EDITS,
}


def compared(samples):
    """The medians of each program, and the ratios of those that are compared."""
    result = {program: measure.summary(runs) for program, runs in samples.items()}
    for one, other in RATIOS.values():
        if one in samples and other in samples:
            result[f"{one} / {other}"] = measure.ratio(samples[one], samples[other])
    return result


def table_head(*columns):
    return f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}"


def table_row(size, label, result):
    """A line of a table in Markdown."""
    def ratio(one, other):
        if f"{one} / {other}" not in result:
            return ""
        found = result[f"{one} / {other}"]
        return f"{found['median']:.2f} ({found['least']:.2f} to {found['most']:.2f})"

    times = [chart.duration(result[name]["wall"]) if name in result else "" for name in PROGRAMS]
    memory = [f"{result[name]['peak'] / 1e6:.0f}" for name in PROGRAMS[:3] if name in result]
    ratios = [ratio(*pair) for pair in RATIOS.values()]
    return f"| {' | '.join([size, label, *times, *ratios, ', '.join(memory)])} |"


def slopes(sizes):
    """How the cost of a full build grows with the number of pages."""
    return {
        program: measure.slope([
            (int(size), results["fresh"][program]["wall"]) for size, results in sizes.items()
            # Below that, starting the process weighs more than the pages.
            if int(size) >= 1000
        ])
        for program in PROGRAMS
    }


def machine():
    model = platform.processor() or platform.machine()
    cpus = Path("/proc/cpuinfo")
    if cpus.exists():
        names = [line.split(":")[1].strip() for line in cpus.read_text().splitlines()
                 if line.startswith("model name")]
        model = names[0] if names else model
    return f"{platform.system()}, {os.cpu_count()} × {model}"


def main():
    sizes = [int(size) for size in os.environ.get("SIZES", "").replace(",", " ").split()]
    rounds = int(os.environ.get("ROUNDS", "5"))
    if HUGO is None:
        sys.exit("Hugo is not there. Run ‘make bench’, which installs it.")
    print(f"{machine()}; {rounds} rounds, medians, in turn")
    results = {"machine": machine(), "rounds": rounds, "sizes": {}}
    try:
        results["own site"] = own_site(rounds)
        print("Our own site:", ", ".join(
            f"{name} {chart.duration(result['wall'])}"
            for name, result in results["own site"].items()))
        print("\n" + table_head("articles", "what", *(chart.PROGRAMS[name] for name in PROGRAMS),
                                *RATIOS, "MB: Daylight, Hugo, same theme"))
        for size in sizes or ALL_SIZES:
            results["sizes"][str(size)] = Benchmark(size, rounds).measure()
            if not sizes:
                keep(results)
        print("\nBytes of a page, on average, and how time grows with the number of pages:")
        for size, result in results["sizes"].items():
            print(f"{int(size):,}: " + ", ".join(
                f"{chart.PROGRAMS[name]} {count:,.0f}" for name, count in result["page"].items()))
        for program, slope in slopes(results["sizes"]).items():
            if slope is not None:
                print(f"{chart.PROGRAMS[program]}: pages to the power of {slope:.2f}")
        if os.environ.get("PEERS", "yes"):
            results["peers"] = other_generators()
            if not sizes:
                keep(results)
    finally:
        for trees in [*WORK.glob("trees-*"), WORK / "own", *WORK.glob("corpus-*/peers")]:
            shutil.rmtree(trees, ignore_errors=True)


def other_generators(size=1000, rounds=3):
    """Full builds of 1,000 articles into a new folder, in turn with Daylight."""
    prepare(size, WORK / f"corpus-{size}")
    site = WORK / f"corpus-{size}"
    trees = WORK / "trees-peers"

    def daylight(number):
        return measure.run(
            [DAYLIGHT, "build", "--site", site / "daylight", "--output",
             trees / f"daylight-{number}", "--now", TODAY, "--quiet"], WORK / "log")

    programs = {"Daylight": daylight}
    measure.apart(peers.prepare, size, site / "peers")
    found, missing = peers.installed(site / "peers", VENV)
    for peer in found:
        programs[peer.name] = lambda number, peer=peer: measure.run(
            [peer.program, *peer.arguments(trees / f"{peer.name}-{number}")], WORK / "log",
            cwd=peer.site)
    if missing:
        print(f"\nNot installed, and left out: {', '.join(missing)}.")
    samples = measure.in_turn(programs, rounds)
    results = {}
    print("\n" + table_head("1,000 articles, new folder", "time", "times Daylight", "MB"))
    for name, runs in samples.items():
        results[name] = measure.summary(runs)
        ratio = measure.ratio(runs, samples["Daylight"])
        print(f"| {name} | {chart.duration(results[name]['wall'])} | {ratio['median']:.1f} "
              f"({ratio['least']:.1f} to {ratio['most']:.1f}) | {results[name]['peak'] / 1e6:.0f} |",
              flush=True)
    return results


def keep(results):
    """Writes what there is after each size, so that a run that is stopped is not lost."""
    results["slopes"] = slopes(results["sizes"])
    (HERE / "results.json").write_text(json.dumps(results, indent=1) + "\n")
    (HERE / "results.svg").write_text(chart.draw(results))


if __name__ == "__main__":
    main()
