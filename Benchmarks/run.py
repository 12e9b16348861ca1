"""Compares Daylight with Hugo and with the physical floor, and keeps the results.

    make bench                              everything; takes about half an hour
    SIZES=1000 ROUNDS=3 make bench          a quick look; nothing is kept

Prints a table. A run of all sizes also writes results.json and results.svg beside this file.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import chart
import corpus
import measure
import preview

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
WORK = HERE / ".work"
DAYLIGHT = REPOSITORY / ".build/release/daylight"
FLOOR = WORK / "floor"
ALL_SIZES = [100, 1000, 10000, 30000]
PORTS = {"daylight": 4173, "hugo": 4174}
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
        if not (self.corpus / "done").exists():
            print(f"{self.size} articles: writing the corpus")
            shutil.rmtree(self.corpus, ignore_errors=True)
            corpus.write_corpus(self.size, self.corpus)
            (self.corpus / "done").touch()
        corpus.copy_templates(self.corpus)
        self.fresh()
        self.unchanged()
        self.preview()
        return self.results

    def fresh(self):
        """A full build into a tree that is not there."""
        self.compare("fresh", {
            "daylight": lambda number: self.daylight(f"daylight-{number}"),
            "hugo": lambda number: self.hugo(f"hugo-{number}"),
            "floor": lambda number: self.floor(f"floor-{number}"),
        })

    def unchanged(self):
        """The same into the tree of the round that did not count, with nothing changed."""
        self.compare("full", {
            "daylight": lambda _: self.daylight("daylight-0", *FULL),
            "hugo": lambda _: self.hugo("hugo-0"),
            "floor": lambda _: self.floor("floor-0", "--skip-same"),
        })
        self.compare("again", {
            "daylight": lambda _: self.daylight("daylight-0"),
            "hugo": lambda _: self.hugo("hugo-0"),
        })

    def daylight(self, tree, *options):
        return self.run(
            DAYLIGHT, "build", "--site", self.corpus / "daylight", "--output", self.trees / tree,
            "--now", TODAY, "--quiet", *options)

    def hugo(self, tree):
        return self.run(
            HUGO, "--source", self.corpus / "hugo", "--destination", self.trees / tree, "--quiet")

    def floor(self, tree, *options):
        return self.run(FLOOR, self.corpus / "hugo/content", self.trees / tree, *options)

    def run(self, *command):
        return measure.run(command, WORK / "log")

    def compare(self, name, programs):
        samples = measure.in_turn(programs, self.rounds)
        result = {program: measure.summary(runs) for program, runs in samples.items()}
        ours = samples["daylight"]
        result["hugo / daylight"] = measure.ratio(samples["hugo"], ours)
        result["hugo / daylight, peak"] = measure.ratio(samples["hugo"], ours, "peak")
        if "floor" in samples:
            result["daylight / floor"] = measure.ratio(ours, samples["floor"])
        self.add(name, result)

    def preview(self):
        """From the write of an edit to the message that tells browsers to reload."""
        if not serve_is_there():
            print("  edit      left out: ‘daylight serve’ is not there yet")
            return
        ours = preview.DaylightServer(DAYLIGHT, self.corpus / "daylight", PORTS["daylight"])
        theirs = preview.HugoServer(HUGO, self.corpus / "hugo", PORTS["hugo"])
        servers = {"daylight": ours, "hugo": theirs}
        try:
            samples = measure.in_turn(
                {
                    name: lambda number, server=server: measure.Sample(
                        server.edit(number), 0, server.peak or 0)
                    for name, server in servers.items()
                }, max(self.rounds, 10))
        finally:
            for server in servers.values():
                server.stop()
        result = {name: measure.summary(runs) for name, runs in samples.items()}
        result["hugo / daylight"] = measure.ratio(samples["hugo"], samples["daylight"])
        self.add("edit", result)

    def add(self, name, result):
        self.results[name] = result
        print(row(name, result), flush=True)


HUGO = next((REPOSITORY / ".venv").glob("lib/python*/site-packages/hugo/binaries/hugo*"), None)


def daylight_understands(*arguments):
    return subprocess.run([DAYLIGHT, *arguments, "--help"], capture_output=True)


def serve_is_there():
    return b"--port" in daylight_understands("serve").stdout


# Computes everything again where a build would otherwise see that nothing changed.
FULL = ["--full"] if b"--full" in daylight_understands("build").stdout else []


def own_site(rounds):
    """The whole process for the site of this repository."""
    def build(number):
        return measure.run(
            [DAYLIGHT, "build", "--site", REPOSITORY, "--output", WORK / f"own/{number}", "--quiet"],
            WORK / "log")

    fresh = measure.in_turn({"daylight": build}, rounds)["daylight"]
    again = measure.in_turn({"daylight": lambda _: build(0)}, rounds)["daylight"]
    return {"fresh": measure.summary(fresh), "again": measure.summary(again)}


HEADER = (f"  {'':<8} {'Daylight':>10} {'Hugo':>10} {'floor':>10}   {'Hugo / Daylight':<22}"
          f"{'Daylight / floor':<22}{'memory':>8} {'Hugo':>8}")


def row(name, result):
    def seconds(program):
        return chart.duration(result[program]["wall"]) if program in result else ""

    def times(key):
        if key not in result:
            return ""
        r = result[key]
        return f"{r['median']:.2f} ({r['least']:.2f} to {r['most']:.2f})"

    def memory(program):
        return f"{result[program]['peak'] / 1e6:.0f} MB"

    return (f"  {name:<8} {seconds('daylight'):>10} {seconds('hugo'):>10} {seconds('floor'):>10}   "
            f"{times('hugo / daylight'):<22}{times('daylight / floor'):<22}"
            f"{memory('daylight'):>8} {memory('hugo'):>8}")


def slopes(sizes):
    """How the cost of a full build grows with the number of pages."""
    return {
        program: measure.slope([
            (int(size), results["fresh"][program]["wall"]) for size, results in sizes.items()
            # Below that, starting the process weighs more than the pages.
            if int(size) >= 1000
        ])
        for program in ["daylight", "hugo", "floor"]
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
        print("  own site", ", ".join(
            f"{name} {chart.duration(result['wall'])}"
            for name, result in results["own site"].items()))
        for size in sizes or ALL_SIZES:
            print(f"\n{size:,} articles\n{HEADER}")
            results["sizes"][str(size)] = Benchmark(size, rounds).measure()
            if not sizes:
                keep(results)
    finally:
        for trees in [*WORK.glob("trees-*"), WORK / "own"]:
            shutil.rmtree(trees, ignore_errors=True)
    for program, slope in slopes(results["sizes"]).items():
        if slope is not None:
            print(f"{program}: time grows as pages to the power of {slope:.2f}")


def keep(results):
    """Writes what there is after each size, so that a run that is stopped is not lost."""
    results["slopes"] = slopes(results["sizes"])
    (HERE / "results.json").write_text(json.dumps(results, indent=1) + "\n")
    (HERE / "results.svg").write_text(chart.draw(results))


if __name__ == "__main__":
    main()
