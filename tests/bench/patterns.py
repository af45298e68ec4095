# SPDX-License-Identifier: Apache-2.0
"""Measures the specs of patterns: beside their twin in pytest + boto3, and all of them beside the import of boto3;
docs/benchmarks.md explains it.

script/bench prepares what this needs and calls it.
"""
import argparse
import json
import os
import pathlib
import platform
import sys

from harness import twin
from harness.report import LABELS, SUBJECT, fraction, middle, ratio, table, verdict
from harness.servers import Places
from harness.workloads import PYTEST, Goal

PARTS = {"patterns": "four patterns by slrun and by pytest + boto3, on one local cloud with the same stacks",
         "specs": "slrun specs/*.lua, stacks included, beside python3 -c 'import boto3'"}
IMPORT = "import boto3"
SPECS_GOAL = Goal("wall", 20, 10, base=IMPORT)
PYTHON = "/usr/bin/python3"  # the one that functions have
USAGE_ERROR = 2


def parse_arguments():
    parts = "\n".join(f"  {name:9} {title}" for name, title in PARTS.items())
    parser = argparse.ArgumentParser(
        prog="script/bench", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Measures the specs of patterns.",
        epilog=f"workloads:\n{parts}\n\nrunners of patterns:\n  slrun pytest xdistN\n\n"
               "exit: 0 all is well, 1 a must fails, a run did not count or a planted bug was not caught, 2 it could not run")
    parser.add_argument("workloads", nargs="+", choices=list(PARTS), metavar="WORKLOAD")
    parser.add_argument("-r", "--rounds", type=int, default=5, help="timed rounds; 0: it only checks that all passes")
    parser.add_argument("--runners", default="slrun,pytest,xdist4", metavar="A,B,C")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="also write it all there")
    for name in ("work", "tools", "slrun", "python", "node"):
        parser.add_argument(f"--{name}", default="", help=argparse.SUPPRESS)
    return parser.parse_args()


def number(value, digits):
    return "-" if value is None else f"{value:,.{digits}f}"


def figures(runs, names, lines=None):
    """The table of medians, a line for each runner."""
    rows = [("runner", "wall s", "CPU s", "RSS MB", "PSS MB", "processes", "cases", *(["lines"] if lines else []), "runs")]
    for name in names:
        mine = [r for r in runs if r["runner"] == name]
        rows.append((name, *(number(middle(runs, name, metric), digits)
                             for metric, digits in (("wall", 3), ("cpu", 3), ("rss", 1), ("pss", 1))),
                     str(max((r["processes"] for r in mine), default=0)), str(max((r["cases"] for r in mine), default=0)),
                     *([str(lines[name])] if lines else []), str(sum(r["kind"] == "time" for r in mine))))
    return table(rows, 1)


def not_counted(runs):
    return [f"  {run['runner']}: a run did not count: {'; '.join(run['wrong'])}" for run in runs if run["wrong"]]


# ---- patterns ----

def comparison(runs, names, lines):
    rows = [("slrun", *names[1:])]
    for metric in ("wall", "cpu", "rss", "pss"):
        rows.append((LABELS[metric], *(fraction(ratio(runs, metric, name)) for name in names[1:])))
    rows.append(("lines of test code", *(fraction(lines[SUBJECT] / lines[name]) for name in names[1:])))
    return table(rows, 1)


def line_table(counts):
    rows = [("lines of test code", "slrun", "pytest", "ratio")]
    for name, (mine, theirs) in [*counts.items(), ("all", tuple(map(sum, zip(*counts.values()))))]:
        rows.append((name, str(mine), str(theirs), fraction(mine / theirs)))
    return table(rows, 1)


def measure_patterns(lab, options):
    """Whether all is well."""
    runners = [twin.find_runner(name) for name in dict.fromkeys([SUBJECT, *options.runners.split(",")])]
    names = [runner.name for runner in runners]
    found = twin.measure(lab, runners, twin.PATTERNS, options.rounds)
    twin.check_that_they_fail(lab, [r for r in runners if r.name in (SUBJECT, PYTEST)], twin.PATTERNS, found)
    counts = twin.count_lines(twin.PATTERNS)
    mine, theirs = map(sum, zip(*counts.values()))
    lines = {name: mine if name == SUBJECT else theirs for name in names}
    report = [f"patterns: {PARTS['patterns']}"]
    if options.rounds:
        report += [*figures(found.runs, names, lines), ""]
    if options.rounds and len(names) > 1:
        report += [*comparison(found.runs, names, lines), ""]
    report += [*line_table(counts), *not_counted(found.runs), *(f"  {text}" for text in found.missed)]
    print("\n".join(report) + "\n", flush=True)
    return found.runs, not found.missed and not any(run["wrong"] for run in found.runs)


# ---- specs ----

def measure_specs(lab, options):
    specs = sorted(str(path) for path in twin.SPECS.glob("*.lua"))
    commands = {SUBJECT: [lab.places.slrun, *specs], IMPORT: [PYTHON, "-c", IMPORT]}
    runs = []
    for turn, (kind, sample_ms) in enumerate(twin.plan(max(1, options.rounds))):
        for name, command in list(commands.items())[::1 if turn % 2 else -1]:
            run = twin.metered(lab, name, command, sample_ms=sample_ms)
            run.update(kind=kind, round=turn)
            runs.append(run)
            lab.say(f"  specs {kind:7} {name:12} {run['wall']:8.3f} s" + "".join(f"; {why}" for why in run["wrong"]))
    value = ratio(runs, "wall", IMPORT)
    wrong = any(run["wrong"] for run in runs if run["runner"] == SUBJECT)
    judged = "FAILS" if wrong else verdict(value, SPECS_GOAL)
    rows = [("slrun", "against", "ratio", "by CPU", "must", "aim", "verdict"),
            (LABELS["wall"], IMPORT, number(value, 1), number(ratio(runs, "cpu", IMPORT), 1), f"{SPECS_GOAL.must}",
             f"{SPECS_GOAL.aim}", judged)]
    print("\n".join([f"specs: {PARTS['specs']}", *figures(runs, list(commands)), "", *table(rows, 2), *not_counted(runs)]) + "\n",
          flush=True)
    return runs, judged != "FAILS"


MEASURES = {"patterns": measure_patterns, "specs": measure_specs}


def main():
    options = parse_arguments()
    lab = twin.Lab(meter=str(pathlib.Path(options.tools, "bench_pmeas").resolve()),
                   places=Places(options.slrun, options.python, options.node, ""),
                   work=pathlib.Path(options.work).resolve(), gentle=options.rounds == 0,
                   say=lambda text: print(text, file=sys.stderr, flush=True))
    try:
        list(map(twin.find_runner, options.runners.split(",")))
    except KeyError as unknown:
        print(f"script/bench: no runner {unknown}", file=sys.stderr)
        return USAGE_ERROR
    print(f"{os.cpu_count()} cores, Linux {platform.release()}, load {os.getloadavg()[0]:.1f} at the start\n", flush=True)
    good, all_runs = True, {}
    for name in dict.fromkeys(options.workloads):
        lab.say(f"{name}: {PARTS[name]}")
        all_runs[name], well = MEASURES[name](lab, options)
        good = good and well
    print(f"load {os.getloadavg()[0]:.1f} at the end")
    if options.json:
        kept = {name: [{k: v for k, v in run.items() if k != "text"} for run in runs] for name, runs in all_runs.items()}
        options.json.write_text(json.dumps(kept, indent=1) + "\n")
    return 0 if good else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
