# SPDX-License-Identifier: Apache-2.0
"""The workflows of GitHub Actions: their parts fit together, and their lines that call slrun run as they stand."""
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

import pytest
import yaml  # comes with moto

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".github" / "workflows"
SLRUN = os.environ["SLRUN"]
LIMIT = 180  # seconds


def workflow(name):
    return yaml.load((FOLDER / name).read_text(encoding="utf-8"), yaml.BaseLoader)


def steps():
    for file in sorted(FOLDER.glob("*.yml")):
        for job, body in workflow(file.name)["jobs"].items():
            for step in body["steps"]:
                yield file.name, job, step


def shell(lines, folder, before="", **env):
    """As a runner does: one script, ended by the first line that fails."""
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), **env}
    env |= {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
    return subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", before + lines], cwd=ROOT,
                          env=env, text=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=LIMIT, check=False)


def fill(text, values):
    """The expressions of a step, filled in."""
    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda match: values[match[1]], text)


def bin_folder(tmp_path, *more):
    """A folder for PATH whose slrun is the one under test, with more words at its end."""
    folder = tmp_path / "bin"
    folder.mkdir(exist_ok=True)
    script = folder / "slrun"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(SLRUN)} "$@" {shlex.join(more)}\n', encoding="utf-8")
    script.chmod(0o755)
    return folder


def the_step(job, word):
    (step,) = [s for s in workflow("patterns.yml")["jobs"][job]["steps"] if word in s.get("run", "")]
    return step


def make_matrix(tmp_path, line=None):
    output = tmp_path / "output"
    output.touch()
    line = line or the_step("build", "slrun matrix")["run"]
    # the first line of the step puts the build's own binary there
    line = line.replace("PATH=$PWD/build/release/bin:$PATH", f"PATH={bin_folder(tmp_path)}:$PATH")
    done = shell(line, tmp_path, GITHUB_OUTPUT=str(output))
    return done, output.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def matrix(tmp_path_factory):
    done, output = make_matrix(tmp_path_factory.mktemp("matrix"))
    assert done.returncode == 0, done.stderr
    (line,) = output.splitlines()  # an output of one line needs no delimiter
    name, _, value = line.partition("=")
    assert name == "matrix"
    return json.loads(value)["include"]


def test_actions_are_pinned():
    used = [(file, step["uses"]) for file, _, step in steps() if "uses" in step]
    assert used
    for file, action in used:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action), f"{file}: {action}"
        assert re.search(re.escape(action) + r" # v\d+\.\d+\.\d+\n", (FOLDER / file).read_text(encoding="utf-8"))


def test_rights_are_few():
    for file in FOLDER.glob("*.yml"):
        body = workflow(file.name)
        assert body["permissions"] == {"contents": "read"}
        assert all("permissions" not in job for job in body["jobs"].values())


def test_no_text_of_strangers_gets_into_a_shell():
    for file, _, step in steps():
        for expression in re.findall(r"\$\{\{(.*?)\}\}", step.get("run", "")):
            assert expression.strip() in {"matrix.args", "matrix.suite", "matrix.target"}, file


def test_ci_runs_script_test():
    lines = [step["run"] for step in workflow("ci.yml")["jobs"]["test"]["steps"] if "run" in step]
    assert "script/test" in lines and (ROOT / "script/test").stat().st_mode & 0o111


def test_every_fuzz_target_has_its_night(tmp_path):
    jobs = workflow("fuzz.yml")["jobs"]
    (step,) = [s for s in jobs["targets"]["steps"] if "script/fuzz" in s.get("run", "")]
    (tmp_path / "output").touch()
    done = shell(step["run"], tmp_path, GITHUB_OUTPUT=str(tmp_path / "output"))
    assert done.returncode == 0, done.stderr
    name, _, value = (tmp_path / "output").read_text(encoding="utf-8").partition("=")
    assert jobs["target"]["strategy"]["matrix"]["target"] == "${{ fromJSON(needs.targets.outputs.%s) }}" % name
    built = set(re.findall(r"^slrun_fuzz_target\(NAME (\w+)", (ROOT / "tests/fuzz/CMakeLists.txt").read_text(encoding="utf-8"), re.MULTILINE))
    assert built <= set(json.loads(value)) and len(json.loads(value)) > len(built)


def test_the_log_of_the_fuzzers_can_be_read(tmp_path):
    done = subprocess.run([ROOT / "script/fuzz", "--table"], text=True, capture_output=True, timeout=LIMIT, check=True)
    table = done.stdout.splitlines()
    assert len(table) == 2 + len(list((ROOT / "tests/fuzz/corpus").iterdir()))
    lines = (ROOT / "tests/fuzz/log.tsv").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "log.tsv").write_text("".join(line for line in lines if line.split("\t")[1] != "wire"), encoding="utf-8")
    done = subprocess.run([sys.executable, ROOT / "tests/fuzz/run.py", "--table", "--log", tmp_path / "log.tsv"], text=True,
                          capture_output=True, timeout=LIMIT, check=True)
    assert "| wire | 0 | 0 | 0 |  | 0 | never run |" in done.stdout.splitlines()


def test_jobs_hand_the_matrix_on():
    jobs = workflow("patterns.yml")["jobs"]
    step = the_step("build", "slrun matrix")
    (output,) = jobs["build"]["outputs"]
    assert jobs["build"]["outputs"][output] == "${{ steps.%s.outputs.matrix }}" % step["id"]
    assert jobs["pattern"]["needs"] == "build"
    assert jobs["pattern"]["strategy"]["matrix"] == "${{ fromJSON(needs.build.outputs.%s) }}" % output


def test_the_package_is_handed_on():
    jobs = workflow("patterns.yml")["jobs"]
    put = [s["with"] for s in jobs["build"]["steps"] if s.get("uses", "").startswith("actions/upload-artifact")]
    got = [s["with"] for s in jobs["pattern"]["steps"] if s.get("uses", "").startswith("actions/download-artifact")]
    assert [s["name"] for s in put] == [s["name"] for s in got]
    file = pathlib.Path(put[0]["path"]).name
    assert f"./{file}" in the_step("pattern", "apt-get install")["run"]
    assert f"/{file}" in the_step("build", "cpack")["run"]


def test_one_job_a_pattern(matrix):
    patterns = set()
    for spec in ROOT.glob("specs/*.lua"):
        patterns.add(re.search(r'^ *name *= "([^"]+)"', spec.read_text(encoding="utf-8"), re.MULTILINE)[1])
    assert sorted(entry["name"] for entry in matrix) == sorted(patterns)


def test_all_entries_have_what_the_jobs_use(matrix):
    text = json.dumps(workflow("patterns.yml")["jobs"]["pattern"])
    used = set(re.findall(r"\$\{\{ *matrix\.([\w-]+)", text))
    assert used == {"name", "args"}
    assert all(used <= entry.keys() for entry in matrix)


def test_the_jobs_run_every_case_once(matrix, tmp_path):
    line = the_step("pattern", "slrun --color")["run"].replace(" report.", f" {tmp_path}/report.")
    path = f"{bin_folder(tmp_path, '--collect-only', '-q')}:{os.environ['PATH']}"
    got = []
    for entry in matrix:
        done = shell(fill(line, {"matrix.args": entry["args"]}), tmp_path, PATH=path)
        ids = [word for word in done.stdout.splitlines() if "::" in word]
        assert done.returncode == 0 and len(ids) == entry["cases"], done.stdout + done.stderr
        got += ids
    every = shell("slrun specs/*.lua", tmp_path, PATH=path).stdout
    assert sorted(got) == sorted(word for word in every.splitlines() if "::" in word)


def test_a_job_runs_its_specs(matrix, tmp_path):
    line = the_step("pattern", "slrun --color")["run"].replace(" report.", f" {tmp_path}/report.")
    (entry,) = [e for e in matrix if e["name"] == "dynamodb-eventual-item"]
    done = shell(fill(line, {"matrix.args": entry["args"]}), tmp_path,
                 PATH=f"{bin_folder(tmp_path)}:{os.environ['PATH']}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{entry['cases']} passed" in done.stdout and "\033[32m" in done.stdout
    (kept,) = [s["with"]["path"] for s in workflow("patterns.yml")["jobs"]["pattern"]["steps"] if s.get("if") == "failure()"]
    assert {file.name for file in tmp_path.glob(kept)} == {"report.html", "report.xml"}


def test_a_matrix_that_cannot_be_made_fails_its_step(tmp_path):
    line = the_step("build", "slrun matrix")["run"].replace("specs/*.lua", shlex.quote(str(tmp_path)))
    done, output = make_matrix(tmp_path, line)
    assert done.returncode == 5 and output == ""
    assert "no cases in 0 files" in done.stderr
