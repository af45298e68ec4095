# SPDX-License-Identifier: Apache-2.0
"""Medians, ratios, verdicts, and the tables that show them."""
from dataclasses import asdict
from statistics import median

from .workloads import PYTEST, fewer

TIMES = ("wall", "cpu")
SUBJECT = "slrun"
SUBJECTS = (SUBJECT, "slrun-reports")  # the same goals hold with all reports
KINDS = {"wall": ("time", "both"), "cpu": ("time", "both"), "rss": ("memory", "both"),
         "pss": ("memory", "both"), "requests": ("time", "both"), "connections": ("time", "both")}
FIELDS = {"rss": "rss_kb", "pss": "pss_kb"}
LABELS = {"wall": "wall time", "cpu": "CPU time", "rss": "memory, RSS", "pss": "memory, PSS",
          "connections": "connections", "case": "memory of one case"}


def values(runs, runner, metric):
    """A metric of the counting runs of one runner: {round: value}. Memory is in MB."""
    scale = 1024 if metric in FIELDS else 1
    field = FIELDS.get(metric, metric)
    return {r["round"]: r[field] / scale for r in runs
            if r["runner"] == runner and r["kind"] in KINDS[metric] and not r["wrong"]}


def middle(runs, runner, metric):
    """The median, or None when no run counted."""
    found = values(runs, runner, metric)
    return median(found.values()) if found else None


def ratio(runs, metric, base, subject=SUBJECT):
    """slrun's metric over the base: the median of the ratios within each round, which a machine
    that changes its speed between rounds does not distort. None when it cannot be had."""
    mine = values(runs, subject, metric)
    if not mine:
        return None
    if not isinstance(base, str):
        return median(mine.values()) / base
    theirs = values(runs, base, metric)
    pairs = [mine[n] / theirs[n] for n in mine if theirs.get(n)]
    if pairs:
        return median(pairs)
    if theirs and median(theirs.values()):
        return median(mine.values()) / median(theirs.values())
    return None


def of_one_case(workload, runs, subject):
    """KB that one more case of slrun takes: from its memory with all cases and with a tenth."""
    all_cases = middle(runs, subject, "rss")
    few = [r["rss_kb"] for r in runs
           if r["runner"] == subject and r["kind"] == "fewer" and not r["wrong"]]
    if all_cases is None or not few:
        return None
    return (all_cases * 1024 - median(few)) / (workload.cases - fewer(workload).cases)


def verdict(value, goal):
    if value is None:
        return "FAILS"
    if value <= goal.aim:
        return "aim"
    return "holds" if value <= goal.must else "FAILS"


def judge_one(workload, runs, names, subject):
    """The rows of one subject."""
    wrong = any(r["wrong"] for r in runs if r["runner"] == subject)
    rows = []
    for goal in workload.goals:
        if goal.base not in names and isinstance(goal.base, str):
            continue
        if goal.metric == "case":
            value = of_one_case(workload, runs, subject)
        else:
            value = ratio(runs, goal.metric, goal.base, subject)
        rows.append({"subject": subject, "metric": goal.metric, "base": goal.base, "value": value,
                     "goal": goal, "verdict": "FAILS" if wrong else verdict(value, goal)})
    judged = {(r["metric"], r["base"]) for r in rows}
    for metric in ("wall", "cpu", "rss", "pss"):
        if PYTEST in names and (metric, PYTEST) not in judged:
            rows.append({"subject": subject, "metric": metric, "base": PYTEST,
                         "value": ratio(runs, metric, PYTEST, subject), "goal": None, "verdict": ""})
    return rows


def judge(workload, runs, names):
    """The rows of the comparison: dicts of subject, metric, base, value, goal (or None), verdict.

    A goal whose base did not run is left out; one whose runs did not count fails.
    """
    return [row for subject in SUBJECTS if subject in names
            for row in judge_one(workload, runs, names, subject)]


def fraction(value, unit=""):
    """A ratio as people say it: 1/45.2, or 1.012 x 2 s."""
    if value is None:
        return "-"
    if unit:
        return f"{value:.1f} {unit}" if unit in ("MB", "KB") else f"{value:.3f} {unit}"
    if 0 < value < 0.8:
        return f"1/{1 / value:.3g}"
    return f"{value:.3g}"


def _number(value, digits):
    return "-" if value is None else f"{value:,.{digits}f}"


def table(rows, left):
    """Lines of aligned columns; the first `left` are flush left."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return ["  " + "  ".join(cell.ljust(w) if i < left else cell.rjust(w)
                             for i, (cell, w) in enumerate(zip(row, widths))).rstrip()
            for row in rows]


def figures(runs, names):
    """The table of medians, one line a runner."""
    rows = [("runner", "wall s", "CPU s", "RSS MB", "PSS MB", "processes", "requests",
             "connections", "runs")]
    for name in names:
        mine = [r for r in runs if r["runner"] == name]
        timed = values(runs, name, "wall")
        processes = max((r["processes"] for r in mine), default=0)
        rows.append((name, _number(middle(runs, name, "wall"), 4),
                     _number(middle(runs, name, "cpu"), 4), _number(middle(runs, name, "rss"), 1),
                     _number(middle(runs, name, "pss"), 1), str(processes),
                     _number(middle(runs, name, "requests"), 0),
                     _number(middle(runs, name, "connections"), 0), str(len(timed))))
    return table(rows, 1)


def comparison(rows):
    """The table of ratios, musts, aims and verdicts."""
    if not rows:
        return []
    lines = [("runner", "metric", "against", "ratio", "must", "aim", "verdict")]
    for row in rows:
        goal = row["goal"]
        unit = goal.unit if goal else ""
        base = row["base"] if isinstance(row["base"], str) else "ideal" if "x" in unit else "limit"
        lines.append((row["subject"], LABELS[row["metric"]], base, fraction(row["value"], unit),
                      fraction(goal.must, unit) if goal else "",
                      fraction(goal.aim, unit) if goal else "", row["verdict"]))
    return table(lines, 3)


def show(workload, runs, names, rows):
    """The whole report of one workload, as text."""
    lines = [f"{workload.name}: {workload.title}", *figures(runs, names)]
    if rows:
        lines += ["", *comparison(rows)]
    for run in runs:
        if run["wrong"]:
            lines.append(f"  {run['runner']}: a run did not count: {'; '.join(run['wrong'])}")
    return "\n".join(lines) + "\n"


def as_json(workload, runs, rows):
    """The same for --json."""
    judged = [{**r, "goal": asdict(r["goal"]) if r["goal"] else None} for r in rows]
    return {"workload": workload.name, "title": workload.title, "cases": workload.cases,
            "ratios": judged, "runs": runs}
