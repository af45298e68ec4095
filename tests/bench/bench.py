# SPDX-License-Identifier: Apache-2.0
"""Measures slrun beside other runners on one stub server; docs/benchmarks.md explains it.

script/bench prepares what this needs and calls it.
"""
import argparse
import json
import os
import pathlib
import platform
import sys

from harness.measure import Bench, Stub, measure, usable
from harness.report import SUBJECTS, as_json, judge, show
from harness.runners import Tools, find_runner, version_of
from harness.workloads import WORKLOADS, select

USAGE_ERROR = 2


def parse_arguments():
    names = "\n".join(f"  {w.name:7} {w.title}" + ("" if w.default else " (only when named)")
                      for w in WORKLOADS)
    parser = argparse.ArgumentParser(
        prog="script/bench", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Measures slrun beside pytest + boto3 on one stub server.",
        epilog=f"workloads (d: both of d-):\n{names}\n\nrunners:\n"
               "  slrun slrun-reports pytest xdistN floor busted vitest[-conc[-w4]] jest[-conc[-w4]]\n\n"
               "load, fresh, start, million and gib measure the local cloud: script/bench load "
               "--help\npatterns and specs measure the specs of patterns: script/bench patterns "
               "--help\n\nexit: 0 every must holds, 1 one fails, 2 the bench could not run")
    parser.add_argument("workloads", nargs="*", metavar="WORKLOAD")
    parser.add_argument("-r", "--rounds", type=int, help="timed rounds (default 5; 15 for a)")
    parser.add_argument("--runners", default="slrun,pytest", metavar="A,B,C")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="also write it all there")
    parser.add_argument("--full", action="store_true",
                        help="let pytest and the like wait out c and g (7 and 35 minutes)")
    parser.add_argument("--work", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--tools", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--slrun", default="", help=argparse.SUPPRESS)
    parser.add_argument("--python", default=sys.executable, help=argparse.SUPPRESS)
    parser.add_argument("--node", default="node", help=argparse.SUPPRESS)
    return parser.parse_args()


def chosen(options):
    """The workloads and runners that were asked for; ends the program when there is none such."""
    try:
        workloads = select(options.workloads)
        runners = [find_runner(name) for name in dict.fromkeys(options.runners.split(","))]
    except KeyError as unknown:
        fail(f"no workload or runner {unknown}")
    return workloads, runners


def find_tools(options, runners):
    tools = Tools(stub=str(options.tools / "bench_stub"), meter=str(options.tools / "bench_pmeas"),
                  floor=str(options.tools / "bench_floor"), slrun=options.slrun,
                  python=options.python, node=options.node)
    if any(r.suite == "slrun" for r in runners) and not os.access(tools.slrun, os.X_OK):
        fail(f"no slrun at {tools.slrun or '(not given)'}")
    return tools


def fail(text):
    print(f"script/bench: {text}", file=sys.stderr)
    sys.exit(USAGE_ERROR)


def about(runners, tools):
    """What was measured where: versions by runner, and the machine."""
    versions = {r.name: version_of(r, tools) for r in runners}
    return {"versions": {name: v for name, v in versions.items() if v},
            "machine": {"cores": os.cpu_count(), "kernel": platform.release(),
                        "load": os.getloadavg()}}


def print_about(info):
    machine = info["machine"]
    print(f"{machine['cores']} cores, Linux {machine['kernel']}, load "
          f"{machine['load'][0]:.1f} at the start")
    for name, version in info["versions"].items():
        print(f"{name}: {version}")
    print(flush=True)


def main():
    options = parse_arguments()
    workloads, runners = chosen(options)
    tools = find_tools(options, runners)
    info = {**about(runners, tools), "workloads": []}
    print_about(info)
    good = True
    with Stub(tools.stub) as stub:
        bench = Bench(tools, options.work.resolve(), stub)
        for workload in workloads:
            bench.say(f"{workload.name}: {workload.title}")
            asked = [*runners, *map(find_runner, workload.against)]
            able = usable(workload, asked, options.full, bench.say)
            if not able:
                continue
            runs = measure(bench, workload, able, options.rounds or workload.rounds)
            names = [r.name for r in able]
            rows = judge(workload, runs, names)
            print(show(workload, runs, names, rows), flush=True)
            info["workloads"].append(as_json(workload, runs, rows))
            good = good and all(r["verdict"] != "FAILS" for r in rows)
            good = good and not any(r["wrong"] for r in runs if r["runner"] in SUBJECTS)
    if options.json:
        options.json.write_text(json.dumps(info, indent=1) + "\n")
    return 0 if good else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
