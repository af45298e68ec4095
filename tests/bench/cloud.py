# SPDX-License-Identifier: Apache-2.0
"""Measures the local cloud beside the servers that others wrote; docs/benchmarks.md explains it.

script/bench prepares what this needs and calls it.
"""
import argparse
import json
import os
import pathlib
import platform
import sys
from dataclasses import asdict

from harness import large, loads, stacks, verdicts
from harness.operations import OPERATIONS
from harness.servers import SERVERS, SUBJECT, Places

PARTS = {
    "load": ("requests a second beside moto and the Node.js servers, 1 and 32 connections",
             loads.measure_load, verdicts.judge_load),
    "start": ("from the start of the process to its first answer",
              loads.measure_start, verdicts.judge_start),
    "fresh": ("get_item of a process that has just started",
              loads.measure_fresh, verdicts.judge_fresh),
    "million": ("get_item with a million items beside 1,000",
                loads.measure_million, verdicts.judge_million),
    "gib": ("1 GiB up to and down from S3, memory of both halves",
            large.measure, large.judge),
    "stacks": ("until stacks are up and their functions warm, beside `import boto3`",
               stacks.measure, stacks.judge),
}
USAGE_ERROR = 2


def parse_arguments():
    parts = "\n".join(f"  {name:8} {part[0]}" for name, part in PARTS.items())
    operations = "\n".join(f"  {o.name:9} {o.title}" for o in OPERATIONS)
    parser = argparse.ArgumentParser(
        prog="script/bench", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Measures the local cloud beside its peers.",
        epilog=f"workloads:\n{parts}\n\noperations of load:\n{operations}\n\n"
               f"servers:\n  {' '.join(s.name for s in SERVERS)}\n\n"
               "exit: 0 every must holds, 1 one fails, 2 the bench could not run")
    parser.add_argument("workloads", nargs="+", choices=list(PARTS), metavar="WORKLOAD")
    parser.add_argument("-r", "--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.0, help="of each measurement of load")
    parser.add_argument("--client-awake", type=int, default=loads.Lab.awake_us, metavar="US",
                        help="how long the load client does not sleep after an answer")
    parser.add_argument("--unchecked", action="store_true",
                        help="load: also with keys that the local cloud does not know, whose "
                             "signatures it does not check")
    parser.add_argument("--only", default="", metavar="OPERATION,...")
    parser.add_argument("--servers", default=",".join(s.name for s in SERVERS), metavar="A,B,C")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="also write it all there")
    for name in ("work", "tools", "slrun", "python", "node", "modules"):
        parser.add_argument(f"--{name}", default="", help=argparse.SUPPRESS)
    return parser.parse_args()


def chosen_servers(options):
    """Those that were asked for, without Node's where there is no npm."""
    wanted = options.servers.split(",")
    unknown = set(wanted) - {s.name for s in SERVERS}
    if unknown or SUBJECT not in wanted:
        print(f"script/bench: --servers: {', '.join(unknown) or SUBJECT + ' is missing'}",
              file=sys.stderr)
        sys.exit(USAGE_ERROR)
    servers = [s for s in SERVERS if s.name in wanted]
    if not options.modules and any(s.node for s in servers):
        servers = [s for s in servers if not s.node]
    return tuple(servers)


def new_lab(options):
    tools = pathlib.Path(options.tools)
    only = tuple(filter(None, options.only.split(",")))
    unknown = set(only) - {o.name for o in OPERATIONS}
    if unknown:
        print(f"script/bench: --only: no operation {', '.join(unknown)}", file=sys.stderr)
        sys.exit(USAGE_ERROR)
    return loads.Lab(client=str(tools / "bench_load"), meter=str(tools / "bench_pmeas"),
                     places=Places(options.slrun, options.python, options.node, options.modules),
                     servers=chosen_servers(options), rounds=options.rounds,
                     seconds=options.seconds, only=only, awake_us=options.client_awake,
                     unchecked=options.unchecked,
                     say=lambda text: print(text, file=sys.stderr, flush=True))


def as_json(found, rows):
    """Tuples as keys become texts."""
    def plain(table):
        if not isinstance(table, dict):
            return table
        return {" ".join(map(str, k)) if isinstance(k, tuple) else k: v for k, v in table.items()}
    return {"found": {name: plain(value) for name, value in vars(found).items()},
            "rows": [{**asdict(r), "verdict": r.verdict} for r in rows]}


def main():
    options = parse_arguments()
    lab, found, rows = new_lab(options), loads.Found(), []
    print(f"{os.cpu_count()} cores, Linux {platform.release()}, "
          f"load {os.getloadavg()[0]:.1f} at the start\n", flush=True)
    good = True
    for name in dict.fromkeys(options.workloads):
        title, measure, judge = PARTS[name]
        lab.say(f"{name}: {title}")
        try:
            measure(lab, found)
            rows += judge(lab, found)
        except RuntimeError as why:  # the others are measured all the same
            print(f"{name} could not be measured: {why}\n")
            good = False
    tables = [verdicts.show_rates(lab, found), verdicts.show_judged(rows),
              verdicts.show_memory(found)]
    print("\n\n".join(filter(None, tables)))
    print(f"\nload {os.getloadavg()[0]:.1f} at the end")
    if options.json:
        options.json.write_text(json.dumps(as_json(found, rows), indent=1) + "\n")
    good = good and not any(server == SUBJECT for _, server in found.broken)
    return 0 if good and all(r.verdict != "FAILS" for r in rows) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
