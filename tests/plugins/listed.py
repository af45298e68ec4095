#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What `slrun plugins` says of the plugin echo.

usage: listed.py SLRUN FOLDER_OF_ECHO CASE        (FOLDER_OF_ECHO holds echo.so and no other)
"""
import json
import os
import re
import subprocess
import sys
import tempfile

OPERATION = """\
echo.echo (Echo)
Answers what it was asked.

parameters
  Text                           string, required
      Any text.
  Times                          integer
      A number.
  Words                          list of string
      A list of texts.
  Anything                       value
      Any value.

result
  Text                           string, required
      Any text.
  Times                          integer
      A number.
  Words                          list of string
      A list of texts.
  Anything                       value
      Any value.

IAM action   echo:Echo
idempotent   yes
retried on   throttling and passing faults, as every operation
paging       no
"""


class Slrun:
    """The program, with echo on its path."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def __call__(self, *words, code=0, path=True):
        path = ["--plugin-path", self.folder] if path else []
        env = {k: v for k, v in os.environ.items() if k != "SLRUN_PLUGIN_PATH"}
        p = subprocess.run([self.program, "plugins", *path, *words], env=env, text=True, timeout=60,
                           stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if p.returncode != code:
            sys.exit(f"exit code {p.returncode}, not {code}\n{p.stdout}{p.stderr}")
        return p.stderr if code else p.stdout


def equal(got, want):
    if got != want:
        sys.exit(f"---- got\n{got}\n---- not\n{want}")


def table(slrun):
    lines = slrun().splitlines()
    equal(lines[0].split(), ["NAME", "VERSION", "OPERATIONS", "LOCAL", "PATH", "DOC"])
    rows = {line.split()[0]: line.split(None, 5)[1:] for line in lines[1:]}
    file = os.path.join(os.path.realpath(slrun.folder), "echo.so")
    equal(rows["echo"], ["1.2.3", "1", "yes", file, "Answers what it was asked."])
    if "dynamodb" not in rows:
        sys.exit("the plugins beside the program are not listed")
    equal(len({line.index(row[3]) for line, row in zip(lines[1:], rows.values())}), 1)


def as_json(slrun):
    listed = {p["name"]: p for p in json.loads(slrun("--json"))}
    echo = listed["echo"]
    equal(echo["version"], "1.2.3")
    equal(echo["local"], True)
    equal(echo["operations"], [{"name": "echo", "api": "Echo", "doc": "Answers what it was asked."}])
    whole = json.loads(slrun("--json", "echo"))
    op = json.loads(slrun("--json", "echo", "echo"))
    equal(whole["operations"], [op])
    equal(op["iam_action"], "echo:Echo")
    equal(op["parameters"][2], {"name": "Words", "type": "list", "of": {"type": "string"},
                                "required": False, "doc": "A list of texts."})
    equal(op["idempotent"], True)


def plugin(slrun):
    text = slrun("echo")
    equal(text.splitlines()[0], "echo 1.2.3")
    equal(text.splitlines()[-1], "  echo  Answers what it was asked.")


def operation(slrun):
    equal(slrun("echo", "echo"), OPERATION)


def grants(slrun):
    """Of rows for any operation those alone whose arguments it has."""
    text = slrun("states", "start_execution")
    equal([line for line in text.splitlines() if "states:StartExecution" in line],
          ["IAM action   states:StartExecution on {stateMachineArn}"])
    equal(json.loads(slrun("--json", "states", "start_execution"))["grants"],
          [{"action": None, "resource": "{stateMachineArn}", "when": None}])
    if "\nIAM action   events:ListEventBuses\n" not in slrun("events", "list_event_buses"):
        sys.exit("an operation that no row fits has not its own action alone")
    rows = [line.split(":")[0] for line in slrun("lambda", "get_policy").splitlines() if "lambda:GetPolicy" in line]
    equal(rows, ["IAM action   lambda", "             else lambda"])  # the first that fits counts
    if "else" in slrun("lambda", "create_function").rpartition("IAM action")[2]:
        sys.exit("all rows of an operation's own count")
    for op in json.loads(slrun("--json", "apigateway"))["operations"]:
        actions = [row["action"] for row in op["grants"]]  # by the method: no operation gives its name to an action
        equal((op["name"], actions and set(actions) <= {"apigateway:" + m for m in ("GET", "POST", "PUT", "PATCH", "DELETE")}),
              (op["name"], True))


def nested(slrun):
    """Every operation of dynamodb, whose members are deep; every JSON page reads back."""
    for op in json.loads(slrun("--json", "dynamodb"))["operations"]:
        text = slrun("dynamodb", op["name"])
        for name in re.findall(r'"name": "(\w+)"', json.dumps(op["parameters"])):
            if not re.search(rf"^ +{name} ", text, re.MULTILINE):
                sys.exit(f"{op['name']}: {name} is not shown\n{text}")


def typos(slrun):
    equal(slrun("ehco", code=4).splitlines()[1],
          "  hint: did you mean 'echo'? `slrun plugins` lists them all")
    equal(slrun("echo", "ecko", code=4),
          "slrun: echo has no operation 'ecko'\n  hint: did you mean 'echo'?\n")
    equal(slrun("echo", "something", code=4),
          "slrun: echo has no operation 'something'\n  hint: `slrun plugins echo` lists them\n")


def usage(slrun):
    for words in (["a", "b", "c"], ["new"], ["new", "a", "b"], ["check"], ["--cpp"], ["--dir", "."],
                  ["--no-such-option"]):
        text = slrun(*words, code=4)
        if not text.startswith("slrun: ") or len(text.splitlines()) > 2:
            sys.exit(f"{words}: {text}")
    if "slrun plugins new NAME" not in slrun("--help"):
        sys.exit("--help does not show its forms")


def new(slrun):
    with tempfile.TemporaryDirectory() as folder:
        for name in ("", "A", "1a", "a-b", "a/b", "..", "a" * 33, "end", "http", "new"):
            slrun("new", "--dir", folder, "--", name, code=4, path=False)
        equal(os.listdir(folder), [])
        os.mkdir(os.path.join(folder, "mine"))
        slrun("new", "--dir", folder, "mine", code=4, path=False)
        equal(os.listdir(os.path.join(folder, "mine")), [])
        slrun("new", "--dir", os.path.join(folder, "no/such"), "mine", code=4, path=False)
        for flag, ending in (([], "c"), (["--cpp"], "cpp")):
            name = "order_items_" + ending
            slrun("new", "--dir", folder, *flag, name, path=False)
            top = os.path.join(folder, name)
            files = sorted(os.path.relpath(os.path.join(d, f), top)
                           for d, _, fs in os.walk(top) for f in fs)
            equal(files, sorted([".gitignore", "CMakeLists.txt", "README.md", f"{name}.{ending}",
                                 "local.h", f"local.{ending}", "prelude.lua", f"specs/{name}.lua"]))
            for file in files:
                with open(os.path.join(top, file), encoding="utf-8") as text:
                    left = re.findall(r"@[A-Z]+@", text.read())
                    equal((file, left), (file, []))


def main():
    program, folder, case = sys.argv[1:]
    cases = [table, as_json, plugin, operation, grants, nested, typos, usage, new]
    next(c for c in cases if c.__name__ == case)(Slrun(program, folder))


main()
