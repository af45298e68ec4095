# SPDX-License-Identifier: Apache-2.0
"""What the local cloud must reach beside its peers, and the tables that show whether it does."""
from dataclasses import dataclass

from .loads import COUNTS, DYNALITE, cpu_ratio, middle, ratio
from .operations import OPERATIONS
from .report import table
from .servers import MOTO, SUBJECT, UNCHECKED

LARGE = "large"   # what hashing bounds
TIMES_MOTO = (10, 10)
TIMES_NODE = (4, 4)
START_MS = (30, 30)
PARTS_OF_START = (1 / 5, 1 / 18)
PARTS_OF_P50 = (1 / 6, 1 / 15)
MILLION = (1.5, 1.5)


@dataclass(frozen=True)
class Judged:
    what: str
    against: str
    value: object          # a number, or None: not measured
    must: object = None    # None: for information
    aim: object = None
    more: bool = False     # whether more is better
    unit: str = ""
    by_cpu: object = None  # the same ratio of processor time, for information

    @property
    def verdict(self):
        if self.must is None:
            return ""
        if self.value is None:
            return "FAILS"
        sign = -1 if self.more else 1
        if sign * self.value <= sign * self.aim:
            return "aim"
        return "holds" if sign * self.value <= sign * self.must else "FAILS"


def _rate_rows(lab, found, operation, connections):
    """The operation beside moto and beside each Node.js server."""
    mine = found.rates.get((operation.name, connections, SUBJECT))
    what = f"{operation.name}, {connections} connection{'s' if connections > 1 else ''}"
    bounded = operation.name == LARGE
    for peer in lab.servers:
        theirs = found.rates.get((operation.name, connections, peer.name))
        if not theirs or peer.name == SUBJECT:
            continue
        must, aim = TIMES_NODE if peer.node else TIMES_MOTO
        if bounded or operation.plan.service in peer.shown:
            must = aim = None
        yield Judged(what, peer.name, ratio(mine, theirs), must, aim, more=True, unit="x",
                     by_cpu=cpu_ratio(found, operation.name, connections, peer.name))
    if bounded and middle(mine or []):
        hashing = (found.hashes["sha256_us"] + found.hashes["md5_us"]) / 1e6
        cpu_s, repetitions = found.cpu[operation.name, connections, SUBJECT]
        yield Judged(what, "its hashes", 1 / middle(mine) / hashing, unit="x",
                     by_cpu=cpu_s / repetitions / hashing if repetitions else None)


def _unchecked_rows(lab, found, operation, connections):
    """For information: the local cloud without its signatures beside the servers that check none."""
    mine = found.rates.get((operation.name, connections, UNCHECKED.name))
    what = f"{operation.name}, {connections}, unchecked"
    for peer in lab.servers:
        theirs = found.rates.get((operation.name, connections, peer.name))
        if mine and theirs and peer.name != SUBJECT:
            yield Judged(what, peer.name, ratio(mine, theirs), more=True, unit="x",
                         by_cpu=cpu_ratio(found, operation.name, connections, peer.name,
                                          UNCHECKED.name))


def judge_load(lab, found):
    rows = []
    for operation in OPERATIONS:
        if lab.only and operation.name not in lab.only:
            continue
        for connections in COUNTS:
            rows += _rate_rows(lab, found, operation, connections)
            rows += _unchecked_rows(lab, found, operation, connections)
    mine, theirs = (found.p50s.get(("get_item", 1, name)) for name in (SUBJECT, DYNALITE))
    if theirs:
        rows.append(Judged("get_item, p50, long at work", DYNALITE, ratio(mine, theirs)))
    return rows


def judge_start(lab, found):
    mine = found.starts.get(SUBJECT)
    rows = [Judged("start to first answer", "limit", middle(mine or []), *START_MS, unit="ms")]
    for peer, goals in ((DYNALITE, PARTS_OF_START), (MOTO, (None, None))):
        if peer in found.starts:
            rows.append(Judged("start to first answer", peer, ratio(mine, found.starts[peer]),
                               *goals))
    return rows


def judge_fresh(lab, found):
    mine, theirs = (found.fresh.get(name) for name in (SUBJECT, DYNALITE))
    rows = [Judged("get_item, p50 of the first 1,000", "itself", middle(mine or []), unit="us")]
    if theirs:
        rows.append(Judged("get_item, p50 of the first 1,000", DYNALITE, ratio(mine, theirs),
                           *PARTS_OF_P50))
    return rows


def judge_million(lab, found):
    both = (found.million.get(name) for name in ("large", "small"))
    return [Judged("get_item, p50, a million items", "1,000 items", ratio(*both), *MILLION)]


# ---- tables ----

def show_number(value, unit=""):
    if value is None:
        return "-"
    if unit in ("us", "ms", "MB"):
        return f"{value:.1f} {unit}"
    if unit == "x":
        return f"{value:.3g} x"
    return f"1/{1 / value:.3g}" if 0 < value < 0.8 else f"{value:.3g}"


def show_judged(rows):
    lines = [("slrun", "against", "ratio", "by CPU", "must", "aim", "verdict")]
    for row in rows:
        more = ["" if n is None else show_number(n, row.unit)
                for n in (row.by_cpu, row.must, row.aim)]
        lines.append((row.what, row.against, show_number(row.value, row.unit), *more, row.verdict))
    return "\n".join(table(lines, 2))


def show_rates(lab, found):
    """Repetitions a second: a line for each operation, a column for each server."""
    names = [s.name for s in lab.loaded]
    lines = [("a second", "connections", *names, "client")]
    for operation in OPERATIONS:
        for connections in COUNTS:
            cells = [middle(found.rates.get((operation.name, connections, n), [])) for n in names]
            busy = middle(found.busy.get((operation.name, connections, SUBJECT), []))
            if any(cells):
                lines.append((operation.name, str(connections),
                              *("-" if c is None else f"{c:,.0f}" for c in cells),
                              "-" if busy is None else f"{busy:.0%}"))
    return "\n".join(table(lines, 1)) if len(lines) > 1 else ""


def show_memory(found):
    lines = [("memory after it", "server", "RSS MB", "PSS MB")]
    for (service, server), (rss, pss) in found.memory.items():
        lines.append((service, server, f"{rss:.1f}", f"{pss:.1f}"))
    return "\n".join(table(lines, 2)) if len(lines) > 1 else ""
