# SPDX-License-Identifier: Apache-2.0
"""The workloads and what slrun must reach in them. A new workload is a row here and one template
for each runner in suites/."""
from dataclasses import dataclass, field, replace

PYTEST = "pytest"  # the runner that ratios are against
REAL = "slrun-real"  # slrun by real time, for workloads on its local cloud


@dataclass(frozen=True)
class Goal:
    """A metric of slrun divided by `base` must not exceed `must`; `aim` is the next step.

    The base is a runner's name or a number: the ideal time in seconds, or 1 for an absolute figure
    in `unit`.
    """
    metric: str  # wall, cpu, rss, connections; case: memory that one more case takes
    must: float
    aim: float
    base: object = PYTEST
    unit: str = ""


@dataclass(frozen=True)
class Workload:
    name: str
    title: str
    files: int
    cases_per_file: int
    goals: tuple
    suite: str = ""         # the template, if not the name
    requests: dict = field(default_factory=dict)  # what one case makes, exactly
    polls: tuple = (0, 0)   # fruitless polls of one case on average: at least, at most
    table: str = "now"      # "delayN": items show N ms after they were put
    delay_s: float = 0      # how long a case waits
    every_ms: int = 0
    list_only: bool = False
    options: tuple = ()     # more arguments for slrun
    local: bool = False     # on slrun's own local cloud, not on the stub
    against: tuple = ()     # runners that take part besides those that were asked for
    max_files: int = 0      # descriptors that the runner may open; 0: as many as this process
    rounds: int = 5
    default: bool = True    # measured when no workload is named

    @property
    def template(self):
        return self.suite or self.name

    @property
    def cases(self):
        return self.files * self.cases_per_file

    @property
    def waits(self):
        """Whether a runner that takes case after case needs minutes for it."""
        return self.delay_s > 0


def time_and_memory(time, memory):
    """Must and aim of wall and CPU time, and of memory, as fractions of pytest's."""
    return (Goal("wall", *time), Goal("cpu", *time), Goal("rss", *memory))


def ideal(seconds, must, aim):
    return Goal("wall", must, aim, base=seconds, unit=f"x {seconds:g} s")


def megabytes(must, aim):
    return Goal("rss", must, aim, base=1, unit="MB")


def kilobytes(must, aim=None):
    """Of one waiting case."""
    return Goal("case", must, aim or must, base=1, unit="KB")


PUT_GET = {"put": 1, "get_hit": 1}
PUT_GET_DELETE = {"put": 1, "get_hit": 1, "del": 1}
WAIT_2S = {"suite": "c", "requests": PUT_GET_DELETE, "polls": (15, 22), "table": "delay2000",
           "delay_s": 2.0, "every_ms": 100}

POLL_5S = {"suite": "c", "requests": PUT_GET_DELETE, "polls": (4, 6), "table": "delay5000",
           "delay_s": 5.0, "every_ms": 1000, "options": ("-j", "10000"), "default": False,
           "rounds": 3}
HOLD_5S = {"suite": "h", "requests": {"recv_empty": 1, "recv_begun": 1}, "delay_s": 5.0,
           "options": ("-j", "10000"), "default": False, "rounds": 3}
FEW_FILES = 1024  # what `ulimit -n` often is

WORKLOADS = (
    Workload("a", "1 case: one get_item, from start to exit", 1, 1,
             time_and_memory((1 / 30, 1 / 60), (1 / 3, 1 / 6)),
             requests={"get_miss": 1}, rounds=15),
    Workload("b", "1,000 cases of put, get and expectation, 10 files", 10, 100,
             time_and_memory((1 / 20, 1 / 30), (1 / 2, 1 / 4)), requests=PUT_GET),
    Workload("c", "200 cases: put, poll every 100 ms until it shows after 2 s, delete", 4, 50,
             (ideal(2.0, 1.075, 1.015),), **WAIT_2S),
    Workload("g", "as c, but 1,000 cases at once", 4, 250,
             (ideal(2.0, 1.18, 1.075),), options=("-j", "1000"), **WAIT_2S),
    Workload("d-list", "listing 10,000 cases, 100 files", 100, 100,
             (Goal("wall", 1 / 20, 1 / 40),), suite="d", list_only=True),
    Workload("d-run", "running 10,000 trivial cases, 100 files", 100, 100,
             (Goal("wall", 1 / 50, 1 / 100),), suite="d"),
    Workload("e", "100 cases that each long-poll a message which comes after 1 s", 4, 25,
             (ideal(1.0, 1.10, 1.03),), delay_s=1.0, default=False,
             requests={"send": 1, "recv": 1, "recv_begun": 1, "del_message": 1}),
    Workload("f", "10,000 cases at once that poll every second until 5 s", 10, 1000,
             (ideal(5.0, 1.32, 1.22), megabytes(80, 60), Goal("connections", 64, 64, base=1),
              kilobytes(10)), **POLL_5S),
    Workload("f-1024", "as f, with 1,024 descriptors", 10, 1000,
             (ideal(5.0, 1.32, 1.22), megabytes(80, 60), Goal("connections", 64, 64, base=1)),
             max_files=FEW_FILES, **POLL_5S),
    Workload("h", "10,000 long polls at once, each of 5 s", 10, 1000,
             (ideal(5.0, 1.5, 1.32), megabytes(250, 200), kilobytes(25)), **HOLD_5S),
    Workload("h-1024", "as h, with 1,024 descriptors: the others queue", 10, 1000,
             (megabytes(250, 200), Goal("connections", FEW_FILES, FEW_FILES, base=1)),
             max_files=FEW_FILES, **HOLD_5S),
    Workload("i", "a message that fails 3 times under 30 s, by the local cloud's clock", 1, 1,
             (Goal("wall", 1 / 30, 1 / 300, base=REAL),), local=True, against=(REAL,), default=False),
    Workload("s", "10,000 cases that sleep for 2 s", 10, 1000, (kilobytes(4),), delay_s=2.0,
             options=("-j", "10000"), default=False, rounds=1),
)


def fewer(workload):
    """The same with a tenth of the cases: what one more case takes is the difference."""
    return replace(workload, cases_per_file=max(1, workload.cases_per_file // 10))


# Counters that are not requests of the workload.
_NOT_REQUESTS = {"requests", "get_miss", "connections", "open", "max_open", "pid"}


def select(names):
    """The workloads of these names, or the default ones; "d" stands for d-list and d-run.

    Raises KeyError with the first name that is none.
    """
    if not names:
        return [w for w in WORKLOADS if w.default]
    chosen = []
    for name in names:
        found = [w for w in WORKLOADS if name in (w.name, w.name.split("-")[0])]
        if not found:
            raise KeyError(name)
        chosen += found
    return chosen


def wrong_requests(workload, stats, keeps_cadence=True):
    """What a run requested too much or too little, as a list of texts; empty when it counts."""
    expected = {} if workload.list_only else workload.requests
    wrong = []
    for name, value in stats.items():
        want = expected.get(name, 0) * workload.cases
        if name not in _NOT_REQUESTS and value != want:
            wrong.append(f"{name}: {value} instead of {want}")
    misses = stats["get_miss"]
    low, high = (n * workload.cases for n in workload.polls)
    if "get_miss" in expected:
        low = high = expected["get_miss"] * workload.cases
    if misses > high or (keeps_cadence and misses < low):
        wanted = f"{low}" if low == high else f"{low} to {high}"
        wrong.append(f"get_miss: {misses} instead of {wanted}")
    return wrong
