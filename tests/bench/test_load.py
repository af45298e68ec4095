# SPDX-License-Identifier: Apache-2.0
"""The load client must send what its plans say, and the harness judge what came of it.

usage: test_load.py CLIENT SLRUN [unittest's arguments]
"""
import json
import pathlib
import subprocess
import sys
import unittest
from dataclasses import replace

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from harness import loads, operations as ops, verdicts  # noqa: E402
from harness.servers import SERVERS, SUBJECT, UNCHECKED, Places, Running  # noqa: E402

CLIENT, SLRUN = "", ""
SLRUN_SERVER = SERVERS[0]


def lab(**more):
    return loads.Lab(client=CLIENT, meter="", places=Places(SLRUN, "", "", ""),
                     servers=(SLRUN_SERVER,), rounds=1, warm_up=0.1, seconds=0.1, say=lambda text: None, **more)


def found(**rates):
    """What get_item measured, by server."""
    result = loads.Found()
    for name, values in rates.items():
        result.rates["get_item", 1, name] = values
    return result


def verdict_of(value, **goal):
    return verdicts.Judged("x", "y", value, **goal).verdict


class Measuring(unittest.TestCase):
    def test_every_operation_runs_on_the_local_cloud(self):
        result = loads.Found()
        loads.measure_load(lab(), result)
        self.assertEqual(result.broken, {})
        measured = {(o.name, c, SUBJECT) for o in ops.OPERATIONS for c in loads.COUNTS}
        self.assertEqual(set(result.rates), measured)
        self.assertEqual({service for service, _ in result.memory},
                         {"dynamodb", "sqs", "kinesis", "s3"})

    def test_requests_are_signed_and_answers_taken(self):
        with Running(SLRUN_SERVER, lab().places) as running:
            create = ops.OPERATIONS[3].prepare[0]
            lab().ask(ops.as_json(create, running))
            messages = ops.Plan("sqs", ops.OPERATIONS[3].plan.steps, repetitions=20)
            for awake_us in (0, 100_000):
                answer = lab().ask(ops.as_json(messages, running, connections=3, awake_us=awake_us))
                self.assertEqual(answer["repetitions"], 20)
            wrong = json.loads(ops.as_json(messages, running))
            wrong["secret_key"] = "other"
            with self.assertRaisesRegex(RuntimeError, "InvalidSignature"):
                lab().ask(json.dumps(wrong))

    def test_what_is_written_ahead_is_sent_once(self):
        put = replace(ops.OPERATIONS[0].plan, numbers=50, repetitions=50)
        get = ops.Plan("dynamodb", ({**ops.get_item(ops.TABLE, "k@n@-0"), "take": "S"},), 50, 50)
        for connections in (1, 3):
            with Running(SLRUN_SERVER, lab().places) as running:
                lab().ask(ops.as_json(ops.CREATE_TABLES[0], running))
                for plan in (put, get):
                    answer = lab().ask(ops.as_json(plan, running, connections, awake_us=100_000))
                    self.assertEqual(answer["repetitions"], 50)

    def test_unknown_keys_are_asked_and_judged_beside(self):
        result, every = loads.Found(), lab(only=("get_item",), unchecked=True)
        loads.measure_load(every, result)
        self.assertEqual({name for _, _, name in result.rates}, {SUBJECT, UNCHECKED.name})
        self.assertEqual(result.broken, {})
        result.rates["get_item", 1, "dynalite"] = [1]
        every.servers = SERVERS
        rows = [(r.what, r.against, r.verdict) for r in verdicts.judge_load(every, result)]
        self.assertIn(("get_item, 1, unchecked", "dynalite", ""), rows)
        self.assertIn("unchecked", verdicts.show_rates(every, result))

    def test_keys_of_the_unchecked_are_unknown(self):
        with Running(UNCHECKED, lab().places) as running:
            plan = json.loads(ops.as_json(ops.CREATE_TABLES[0], running))
            plan["secret_key"] = "another"
            self.assertEqual(lab().ask(json.dumps(plan))["repetitions"], 1)

    def test_an_answer_that_is_no_success_ends_the_client(self):
        with Running(SLRUN_SERVER, lab().places) as running:
            plan = ops.Plan("dynamodb", (ops.get_item("absent-table", "k"),), repetitions=1)
            with self.assertRaisesRegex(RuntimeError, "ResourceNotFoundException"):
                lab().ask(ops.as_json(plan, running))

    def test_start_is_measured_and_the_server_ended(self):
        result = loads.Found()
        loads.measure_start(lab(), result)
        self.assertEqual(set(result.starts), {SUBJECT})
        self.assertTrue(all(ms > 0 for ms in result.starts[SUBJECT]))

    def test_nonsense_is_no_plan(self):
        done = subprocess.run([CLIENT], input="{}", capture_output=True, text=True, check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("no plan", done.stderr)


class Judging(unittest.TestCase):
    def test_verdicts(self):
        less = {"must": 30, "aim": 10}
        self.assertEqual([verdict_of(v, **less) for v in (9, 10, 11, 30, 31, None)],
                         ["aim", "aim", "holds", "holds", "FAILS", "FAILS"])
        more = {"must": 3, "aim": 4, "more": True}
        self.assertEqual([verdict_of(v, **more) for v in (5, 4, 3, 2.9, None)],
                         ["aim", "aim", "holds", "FAILS", "FAILS"])
        self.assertEqual(verdict_of(1), "")

    def test_ratios_are_taken_within_rounds(self):
        every = lab(only=("get_item",))
        every.servers = SERVERS
        rows = verdicts.judge_load(every, found(slrun=[10, 40, 90], moto=[1, 2, 3],
                                                dynalite=[5, 8, 22.5]))
        self.assertEqual([(r.against, r.value, r.verdict) for r in rows],
                         [("moto", 20, "aim"), ("dynalite", 4, "aim")])

    def test_processor_time_per_repetition(self):
        result = found(slrun=[1], moto=[1])
        result.cpu.update({("get_item", 1, SUBJECT): [1.0, 100], ("get_item", 1, "moto"): [2.0, 20]})
        self.assertEqual(loads.cpu_ratio(result, "get_item", 1, "moto"), 10)
        self.assertIsNone(loads.cpu_ratio(result, "get_item", 32, "moto"))

    def test_a_server_that_gets_nothing_done(self):
        self.assertEqual(loads.ratio([3, 3], [0, 0]), float("inf"))
        self.assertEqual(loads.ratio([0, 0], [1, 1]), 0)

    def test_only_named_peers_have_goals(self):
        every = lab(only=("objects",))
        every.servers = SERVERS
        result = loads.Found()
        for name in (SUBJECT, "s3rver", "fauxqs"):
            result.rates["objects", 1, name] = [1]
        rows = {r.against: r.verdict for r in verdicts.judge_load(every, result)}
        self.assertEqual(rows, {"s3rver": "FAILS", "fauxqs": ""})

    def test_a_server_that_did_not_run_has_no_row(self):
        self.assertEqual(verdicts.judge_load(lab(only=("get_item",)), found(slrun=[1])), [])


if __name__ == "__main__":
    CLIENT, SLRUN = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
