# SPDX-License-Identifier: Apache-2.0
"""What the harness decides: which runs count, ratios, verdicts; and what the meter measures.

usage: test_harness.py METER [unittest's arguments]
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from harness import report, suites  # noqa: E402
from harness.runners import RUNNERS, find_runner, wrong_output  # noqa: E402
from harness.workloads import WORKLOADS, Goal, select, wrong_requests  # noqa: E402

METER = ""
A, B, C = (next(w for w in WORKLOADS if w.name == n) for n in "abc")
ZERO = dict.fromkeys(("requests", "put", "get_hit", "get_miss", "del", "send", "recv",
                      "recv_empty", "recv_begun", "del_message", "other", "connections", "open",
                      "max_open", "pid"), 0)


def run(runner, kind="time", number=0, **values):
    return {"runner": runner, "kind": kind, "round": number, "wall": 1, "cpu": 1, "rss_kb": 1024,
            "pss_kb": 1024, "requests": 1, "connections": 1, "processes": 1, "wrong": [], **values}


class Counting(unittest.TestCase):
    def test_exactly_the_requests_of_the_workload(self):
        good = {**ZERO, "put": 1000, "get_hit": 1000}
        self.assertEqual(wrong_requests(B, good), [])
        for name, value in (("put", 999), ("get_hit", 1001), ("other", 1), ("get_miss", 1)):
            self.assertEqual(len(wrong_requests(B, {**good, name: value})), 1, name)

    def test_a_miss_is_the_request_of_a(self):
        self.assertEqual(wrong_requests(A, {**ZERO, "get_miss": 1}), [])
        self.assertEqual(len(wrong_requests(A, ZERO)), 1)
        self.assertEqual(len(wrong_requests(A, {**ZERO, "get_miss": 2})), 1)

    def test_polls_must_keep_their_cadence(self):
        good = {**ZERO, "put": 200, "get_hit": 200, "del": 200, "get_miss": 4000}
        self.assertEqual(wrong_requests(C, good), [])
        late, busy = {**good, "get_miss": 1000}, {**good, "get_miss": 9000}
        self.assertEqual(len(wrong_requests(C, late)), 1)
        self.assertEqual(wrong_requests(C, late, keeps_cadence=False), [])
        self.assertEqual(len(wrong_requests(C, busy, keeps_cadence=False)), 1)

    def test_listing_makes_no_request(self):
        listing = select(["d-list"])[0]
        self.assertEqual(wrong_requests(listing, ZERO), [])
        self.assertEqual(len(wrong_requests(listing, {**ZERO, "other": 1})), 1)

    def test_every_case_must_be_reported(self):
        slrun, listing = RUNNERS["slrun"], select(["d-list"])[0]
        self.assertEqual(wrong_output(slrun, B, "== 1000 passed in 0.1s =="), [])
        for text in ("", "999 passed", "11000 passed", "1 failed, 999 passed"):
            self.assertEqual(len(wrong_output(slrun, B, text)), 1, text)
        self.assertEqual(wrong_output(slrun, listing, "x::y\n" * 10000), [])
        self.assertEqual(len(wrong_output(slrun, listing, "x::y\n\n" * 9999)), 1)


class Judging(unittest.TestCase):
    def test_verdicts(self):
        goal = Goal("wall", 0.05, 0.02)
        found = [report.verdict(v, goal) for v in (0.02, 0.021, 0.05, 0.051, None)]
        self.assertEqual(found, ["aim", "holds", "holds", "FAILS", "FAILS"])

    def test_ratios_are_taken_within_rounds(self):
        runs = [run("slrun", number=n, wall=w) for n, w in enumerate((1, 2, 9))]
        runs += [run("pytest", number=n, wall=w) for n, w in enumerate((10, 20, 20))]
        self.assertAlmostEqual(report.ratio(runs, "wall", "pytest"), 0.1)
        self.assertAlmostEqual(report.ratio(runs, "wall", 2.0), 1.0)

    def test_memory_comes_from_its_own_rounds(self):
        runs = [run("slrun", rss_kb=1), run("slrun", "memory", 1, rss_kb=20480, wall=99)]
        self.assertEqual(report.middle(runs, "slrun", "rss"), 20)
        self.assertEqual(report.middle(runs, "slrun", "wall"), 1)

    def test_a_run_that_does_not_count_fails_every_goal(self):
        runs = [run("slrun", wall=0.001), run("slrun", number=1, wrong=["exit code 1"]),
                run("pytest"), run("pytest", number=1)]
        rows = report.judge(B, runs, ["slrun", "pytest"])
        self.assertEqual({r["verdict"] for r in rows if r["goal"]}, {"FAILS"})

    def test_a_peer_without_a_counting_run_fails_the_goals_against_it(self):
        runs = [run("slrun"), run("pytest", wrong=["exit code 1"])]
        rows = report.judge(A, runs, ["slrun", "pytest"])
        self.assertEqual({r["verdict"] for r in rows if r["goal"]}, {"FAILS"})

    def test_without_pytest_only_goals_against_the_ideal_are_judged(self):
        self.assertEqual(report.judge(A, [run("slrun")], ["slrun"]), [])
        rows = report.judge(C, [run("slrun", wall=2.05)], ["slrun"])
        self.assertEqual([(r["metric"], r["verdict"]) for r in rows], [("wall", "holds")])

    def test_all_reports_have_the_same_goals(self):
        runs = [run("slrun", wall=2.05), run("slrun-reports", wall=2.3)]
        rows = report.judge(C, runs, ["slrun", "slrun-reports"])
        self.assertEqual([(r["subject"], r["goal"].metric, r["verdict"]) for r in rows],
                         [("slrun", "wall", "holds"), ("slrun-reports", "wall", "FAILS")])
        runs = [run("slrun-reports", wall=0.04), run("pytest")]
        rows = report.judge(B, runs, ["slrun-reports", "pytest"])
        self.assertEqual([(r["metric"], r["verdict"]) for r in rows if r["metric"] == "wall"], [("wall", "holds")])

    def test_one_more_case(self):
        whole = next(w for w in WORKLOADS if w.name == "s")
        runs = [run("slrun", "memory", n, rss_kb=kb) for n, kb in enumerate((46000, 47000, 99000))]
        runs += [run("slrun", "fewer", 3, rss_kb=11000)]
        goal = next(g for g in whole.goals if g.metric == "case")
        rows = report.judge(whole, runs, ["slrun"])
        self.assertEqual([(r["goal"], r["value"], r["verdict"]) for r in rows],
                         [(goal, 4.0, "aim")])
        rows = report.judge(whole, runs[:3], ["slrun"])
        self.assertEqual([r["verdict"] for r in rows], ["FAILS"])

    def test_ratios_read_as_people_say_them(self):
        self.assertEqual([report.fraction(*a) for a in ((1 / 30,), (1.5,), (1.0149, "x 2 s"),
                                                        (57.31, "MB"), (None,))],
                         ["1/30", "1.5", "1.015 x 2 s", "57.3 MB", "-"])


class Suites(unittest.TestCase):
    def test_every_suite_is_whole(self):
        for workload in WORKLOADS:
            for runner in RUNNERS.values():
                if suites.template_of(runner.suite, workload) is None:
                    continue
                with tempfile.TemporaryDirectory() as root:
                    _, paths = suites.write_suite(pathlib.Path(root), runner.suite, workload)
                    text = "".join(p.read_text() for p in paths)
                self.assertEqual(len(paths), workload.files)
                self.assertNotIn("@", text.replace("@aws-sdk", ""))
                # The line that names a case for its runner.
                lines = [s for s in text.splitlines() if s.startswith(
                    ("case ", "def test_", "test(", "it(", "run("))]
                self.assertEqual(len(lines), workload.cases, (runner.name, workload.name))

    def test_slrun_has_every_default_workload(self):
        for workload in select([]):
            self.assertIsNotNone(suites.template_of("slrun", workload))

    def test_names(self):
        self.assertEqual([w.name for w in select(["d", "a"])], ["d-list", "d-run", "a"])
        self.assertEqual(find_runner("xdist8").name, "xdist8")
        self.assertRaises(KeyError, find_runner, "xdist")
        self.assertRaises(KeyError, select, ["z"])


class Meter(unittest.TestCase):
    def measure(self, *command, options=()):
        done = subprocess.run([METER, *options, "--", *command], capture_output=True, text=True,
                              check=True, timeout=60)
        return json.loads(done.stdout)

    def test_exit_codes(self):
        self.assertEqual(self.measure("sh", "-c", "exit 7")["code"], 7)
        self.assertEqual(self.measure("sh", "-c", "kill -9 $$")["code"], 137)
        self.assertEqual(self.measure("/no/such/program")["code"], 127)

    def test_memory_of_all_processes_is_summed(self):
        hold = f"{sys.executable} -c 'import time; b = [7] * (5 << 20); time.sleep(1)'"
        found = self.measure("sh", "-c", f"{hold} & {hold} & wait", options=["-i", "20"])
        self.assertEqual(found["processes"], 3)
        self.assertGreater(found["rss_kb"], 80 << 10)
        self.assertGreater(found["pss_kb"], 80 << 10)

    def test_cpu_of_processes_left_behind_counts(self):
        burn = "import time\nwhile time.process_time() < 0.6: pass"
        found = self.measure("sh", "-c", f"{sys.executable} -c '{burn}' &")
        self.assertGreaterEqual(found["cpu"], 0.2)  # all but what it did after the meter's last look
        self.assertEqual(found["orphans"], 1)

    def test_a_command_that_hangs_is_ended(self):
        found = self.measure("sleep", "50", options=["-t", "0.2"])
        self.assertTrue(found["timed_out"])
        self.assertNotEqual(found["code"], 0)


if __name__ == "__main__":
    METER = sys.argv.pop(1)
    unittest.main()
