# SPDX-License-Identifier: Apache-2.0
"""Measures the local cloud beside its peers with the load client: rates, latencies, starts, memory.

All servers of a service run at once and are asked in turn, round by round, so that each ratio is
taken within a round; the order turns with each round.
"""
import contextlib
import json
import math
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass, field, replace

from . import operations as ops
from .operations import OPERATIONS
from .servers import SERVERS, SUBJECT, UNCHECKED, Running, command_of, environment_of, free_port

DYNALITE = "dynalite"
COUNTS = (1, ops.CONNECTIONS)
ACTIVE_S = 10         # for streams and tables to be active
CLIENT_S = 2000       # for one call of the load client
LARGE_TABLE = 1_000_000
CROWDS = (100_000, LARGE_TABLE) # items, with which the memory is looked at
FILL_STEP = 10_000
FILL_S = 900          # for a server to take them


@dataclass
class Lab:
    """What all measurements share."""
    client: str           # the program bench_load
    meter: str
    places: object
    servers: tuple = SERVERS
    rounds: int = 5
    warm_up: float = 1.0  # seconds: Node.js has compiled what runs often
    seconds: float = 1.0  # of each measurement
    awake_us: int = 200   # so long after each answer the client does not sleep
    only: tuple = ()      # names of operations; all when empty
    unchecked: bool = False  # load: also with keys that the local cloud does not know
    say: object = print

    def ask(self, plan_json, *command):
        done = subprocess.run([self.client, *command], input=plan_json, capture_output=True,
                              text=True, timeout=CLIENT_S, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr.strip() or f"the load client ended with {done.returncode}")
        return json.loads(done.stdout)

    def measure(self, plan, server, connections=1):
        return self.ask(ops.as_json(plan, server, connections, self.seconds, self.awake_us))

    @property
    def loaded(self):
        """The servers that are put under load."""
        return (*self.servers, UNCHECKED) if self.unchecked else self.servers

    def serving(self, service):
        return [s for s in self.servers if service in s.services]


@dataclass
class Found:
    """What was measured: values by what, connections and server, in order of the rounds."""
    rates: dict = field(default_factory=dict)
    p50s: dict = field(default_factory=dict)
    cpu: dict = field(default_factory=dict)      # processor seconds, repetitions: sums
    busy: dict = field(default_factory=dict)     # the client's share of a processor
    memory: dict = field(default_factory=dict)   # (service, server) -> RSS and PSS in MB
    starts: dict = field(default_factory=dict)   # server -> ms
    fresh: dict = field(default_factory=dict)    # server -> p50s in us of its first get_items
    hashes: dict = field(default_factory=dict)   # us of 1 MB
    million: dict = field(default_factory=dict)  # table -> p50s in us
    large_mb: list = field(default_factory=list)   # peaks while 1 GiB goes up and down
    stacks: dict = field(default_factory=dict)   # what -> ms: see stacks.py
    broken: dict = field(default_factory=dict)   # (operation, server) -> why it does not count

    def add(self, operation, connections, server, answer, cpu_s):
        cpu = self.cpu.setdefault((operation.name, connections, server), [0, 0])
        cpu[0] += cpu_s
        cpu[1] += answer["repetitions"]
        for table, name in ((self.rates, "rate"), (self.p50s, "p50"), (self.busy, "client")):
            table.setdefault((operation.name, connections, server), []).append(answer[name])


def turned(items, number):
    turn = number % len(items)
    return items[turn:] + items[:turn]


def _retry(ask):
    """What has just been made may not be active yet."""
    end = time.monotonic() + ACTIVE_S
    while True:
        try:
            return ask()
        except RuntimeError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def _prepare(lab, found, operation, running):
    """Makes what the operation needs, and warms it up; a server that cannot is left out of it."""
    for server in running:
        try:
            for plan in operation.prepare:
                lab.ask(ops.as_json(plan, server))
            once = ops.as_json(replace(operation.plan, repetitions=1), server)
            _retry(lambda: lab.ask(once))
            for connections in COUNTS:
                lab.ask(ops.as_json(operation.plan, server, connections, lab.warm_up))
        except RuntimeError as why:
            found.broken[operation.name, server.server.name] = str(why)
            lab.say(f"  {server.server.name} is left out of {operation.name}: {why}")


def _measure(lab, found, operation, running):
    able = [s for s in running if (operation.name, s.server.name) not in found.broken]
    for number in range(lab.rounds if able else 0):
        for connections in COUNTS:
            for server in turned(able, number):
                before = server.cpu_s()
                answer = lab.measure(operation.plan, server, connections)
                found.add(operation, connections, server.server.name, answer,
                          server.cpu_s() - before)
    return able


def measure_load(lab, found):
    found.hashes = lab.ask("", "-H", str(ops.MB))
    for service in dict.fromkeys(o.plan.service for o in OPERATIONS):
        wanted = [o for o in OPERATIONS if o.plan.service == service
                  and (not lab.only or o.name in lab.only or o.prepare)]
        if lab.only and not any(o.name in lab.only for o in wanted):
            continue
        with contextlib.ExitStack() as stack:
            running = [stack.enter_context(Running(s, lab.places))
                       for s in lab.loaded if service in s.services]
            for operation in wanted:
                _prepare(lab, found, operation, running)
                if not lab.only or operation.name in lab.only:
                    lab.say(f"  {operation.name}: {operation.title}")
                    _measure(lab, found, operation, running)
            for server in running:
                found.memory[service, server.server.name] = server.memory_mb()


def measure_start(lab, found):
    """From the start of the process to the answer to its first request."""
    servers = lab.serving("dynamodb")
    for number in range(2 * lab.rounds + 1):
        for server in turned(servers, number):
            with tempfile.TemporaryDirectory(prefix="slrun-bench-") as folder:
                ms = _start_once(lab, server, folder)
            if number:  # the first warms caches
                found.starts.setdefault(server.name, []).append(ms)


def measure_fresh(lab, found):
    """get_item of a process that has just started. Node.js compiles what runs often, in time."""
    servers = [s for s in lab.serving("dynamodb") if s.name in (SUBJECT, DYNALITE)]
    for number in range(lab.rounds):
        for server in turned(servers, number):
            with Running(server, lab.places) as running:
                lab.ask(ops.as_json(ops.CREATE_TABLES[0], running))
                _retry(lambda: lab.ask(ops.as_json(ops.FRESH_PUT, running)))
                answer = lab.measure(ops.FRESH_GET, running)
                found.fresh.setdefault(server.name, []).append(answer["p50"])


@dataclass(frozen=True)
class _Address:
    """What a plan needs of a server that does not run yet."""
    server: object
    port: int


def _start_once(lab, server, folder):
    address = _Address(server, free_port())
    command = command_of(server, lab.places, address.port, folder)
    variables = [f"{k}={v}" for k, v in environment_of(server, folder).items()]
    return lab.ask(ops.as_json(ops.FIRST_ANSWER, address), "--", "/usr/bin/env", "-i", *variables,
                   *command)["ms"]


def measure_million(lab, found):
    """get_item in a table of a million items beside one of a thousand, in the same server."""
    plans = {}
    slrun = next(s for s in lab.servers if s.name == SUBJECT)
    with Running(slrun, lab.places) as server:
        for name, size in (("small", ops.ITEMS), ("large", LARGE_TABLE)):
            batches = size // ops.BATCH
            fill = (ops.create_table(name, ("pk", "HASH")),
                    ops.put_batch(name, ops.BATCH, ("pk", "k@n@-{i}")))
            for step, repetitions in zip(fill, (1, batches)):
                lab.ask(ops.as_json(ops.Plan("dynamodb", (step,), batches, repetitions), server))
            plans[name] = ops.Plan("dynamodb", (ops.get_item(name, "k@r@-7"),), batches)
        for number in range(lab.rounds + 1):
            for name in turned(list(plans), number):
                answer = lab.measure(plans[name], server)
                if number:
                    found.million.setdefault(name, []).append(answer["p50"])
    for server in lab.serving("dynamodb"):
        _measure_crowd(lab, found, server)


def _measure_crowd(lab, found, server):
    """Memory with ever more items, as far as the server comes in time."""
    end, n = time.monotonic() + FILL_S, 0
    with Running(server, lab.places) as running:
        _retry(lambda: lab.ask(ops.as_json(ops.Plan("dynamodb", (ops.create_table("crowd", ("pk", "HASH")),), 1, 1), running)))
        for count in CROWDS:
            while n < count and time.monotonic() < end:
                step = (ops.put_batch("crowd", ops.BATCH, ("pk", f"k{n}x@n@-{{i}}")),)
                batches = FILL_STEP // ops.BATCH
                _retry(lambda: lab.ask(ops.as_json(ops.Plan("dynamodb", step, batches, batches), running)))
                n += FILL_STEP
            if n < count:
                lab.say(f"  {server.name} has {n:,} items after {FILL_S} s")
                return
            found.memory[f"dynamodb, {count:,} items", server.name] = running.memory_mb()


def middle(values):
    return statistics.median(values) if values else None


def ratio(mine, theirs):
    """The median of the ratios within the rounds; None when there are none."""
    pairs = list(zip(mine or [], theirs or []))
    return middle([a / b if b else math.inf for a, b in pairs if a or b])


def cpu_ratio(found, operation, connections, peer, subject=SUBJECT):
    """How often the subject does with the processor time what the peer does once; None: not measured."""
    mine, theirs = (found.cpu.get((operation, connections, name), (0, 0))
                    for name in (subject, peer))
    if not (mine[0] and mine[1] and theirs[0] and theirs[1]):
        return None
    return (theirs[0] / theirs[1]) / (mine[0] / mine[1])
