# SPDX-License-Identifier: Apache-2.0
"""slrun beside pytest itself: the same small suites in Lua and in Python, run with the same selections.

Compared are the exit code, the ids collected, what ran and in which order, the letters, the words of -v and the last
line. What differs by design stands in docs/command-line.md, and is taken out by same() and outcomes().
"""
import functools
import os
import pathlib
import re
import shlex
import shutil
import subprocess

import pytest
from preloaded import Preloaded

SLRUN = os.environ["SLRUN"]
LIMIT = 90  # seconds

# One suite in both languages. A name of a case is that of a function; a tag is a mark; `each` is parametrize.
PYTHON = {
    "pytest.ini": "[pytest]\nmarkers = slow: x\n  fast: x\n  s3: x\n  xdist: x\npython_files = *.py\naddopts = -p no:hypothesispytest -p no:cacheprovider\n",
    "outcomes.py": """
import pytest
def test_passes(): pass
def test_fails(): assert False
def test_skipped(): pytest.skip("later")
@pytest.mark.skip(reason="never")
def test_skip_mark(): pass
@pytest.mark.xfail(reason="known", strict=True)
def test_xfails(): assert False
@pytest.mark.xfail(reason="known", strict=False)
def test_xpasses(): pass
@pytest.mark.xfail(reason="known", strict=True)
def test_xpasses_strict(): pass
@pytest.fixture
def broken(): raise ValueError("no")
def test_error(broken): pass
@pytest.fixture
def bad_end():
    yield
    raise ValueError("no")
def test_teardown(bad_end): pass
""",
    "sub/marks.py": """
import pytest
@pytest.mark.slow
def test_alpha(): pass
@pytest.mark.fast
@pytest.mark.s3
def test_beta(): pass
@pytest.mark.slow
@pytest.mark.s3
def test_gamma_S3(): pass
def test_delta(): pass
""",
    "sub/params.py": """
import pytest
@pytest.mark.parametrize("n", [1, 10, 2])
def test_number(n): pass
@pytest.mark.parametrize("word", ["a", "b-c"])
@pytest.mark.parametrize("n", [1, 2])
def test_product(n, word): pass
@pytest.mark.parametrize("flag", [True, False])
def test_flag(flag): assert flag
""",
}
LUA = {
    "outcomes.lua": """
case "test_passes" (function() end)
case "test_fails" (function() expect(false):is_true() end)
case "test_skipped" (function(t) t:skip "later" end)
case "test_skip_mark" { skip = "never", act = function() end }
case "test_xfails" { xfail = "known", act = function() expect(false):is_true() end }
case "test_xpasses" { xfail = { reason = "known", strict = false }, act = function() end }
case "test_xpasses_strict" { xfail = "known", act = function() end }
fixture "broken" { setup = function() error "no" end }
case "test_error" { uses = { "broken" }, act = function() end }
case "test_teardown" { act = function() end, teardown = function() error "no" end }
""",
    "sub/marks.lua": """
case "test_alpha" { tags = { "slow" }, act = function() end }
case "test_beta" { tags = { "fast", "s3" }, act = function() end }
case "test_gamma_S3" { tags = { "slow", "s3" }, act = function() end }
case "test_delta" (function() end)
""",
    "sub/params.lua": """
case "test_number" { each = { n = { 1, 10, 2 } }, act = function() end }
case "test_product" { each = { { n = { 1, 2 } }, { word = { "a", "b-c" } } }, act = function() end }
case "test_flag" { each = { flag = { true, false } }, act = function(t) expect(t.flag):is_true() end }
""",
}

# Arguments; .EXT is .py or .lua.
SELECTIONS = [
    "",
    "outcomes.EXT",
    "sub",
    "./sub/../sub/marks.EXT",
    "sub/marks.EXT outcomes.EXT",
    "sub/marks.EXT sub/marks.EXT",
    "sub/marks.EXT::test_beta",
    "sub/marks.EXT::test_delta sub/marks.EXT::test_alpha",
    "sub/marks.EXT::test_delta sub/marks.EXT",
    "sub/params.EXT::test_number",
    "sub/params.EXT::test_number[10]",
    "sub/params.EXT::test_product[1-b-c] sub/params.EXT::test_number[2]",
    "sub/params.EXT::test_none",
    "sub/params.EXT::test_number[3]",
    "none.EXT",
    "--no-such-option",
    "-k alpha",
    "-k ALPHA",
    "-k 'alpha or delta'",
    "-k 'test and not product'",
    "-k 's3'",
    "-k 'not (slow or number)' sub",
    "-k marks",
    "-k 'sub and 1'",
    "-k '10]'",
    "-k nothing",
    "-k ''",
    "-k ' '",
    "-k 'a b:'",
    "-k '(a'",
    "-k 'a(b=1)'",
    "-m slow",
    "-m 'slow and s3'",
    "-m 'not slow' sub/marks.EXT",
    "-m 'slow or fast' -k 'not beta'",
    "-m SLOW",
    "-m slo",
    "-m xfail",
    "-m 'xfail(strict=True)'",
    "-m 'xfail(reason=\"known\", strict=False)'",
    "-m 'skip(reason=\"never\")'",
    "-m ''",
    "-m ' '",
    "-m 'slow and'",
    "-m 'a(b=c)'",
    "--deselect sub/marks.EXT::test_alpha sub",
    "--deselect sub/params.EXT::test_number[1 sub",
    "--deselect sub --deselect outcomes.EXT::test_f",
    "--ignore sub",
    "--ignore sub/marks.EXT sub",
    "--ignore sub/marks.EXT sub/marks.EXT",
    "--ignore-glob '*arks.EXT'",
    "-x outcomes.EXT",
    "--maxfail 2",
    "--maxfail=100",
    "@ids",
]
# Whose cases are run, too: every kind of outcome, order and end.
RUN = ["", "sub/marks.EXT::test_delta sub/marks.EXT::test_alpha", "sub/params.EXT::test_none", "none.EXT", "-k 's3'", "-k nothing", "-k '(a'",
       "-k 'a(b=1)'", "-m xfail", "-m 'slow or fast' -k 'not beta'", "--deselect sub --deselect outcomes.EXT::test_f", "--ignore sub",
       "-x outcomes.EXT", "--maxfail 2", "--maxfail=100", "@ids", "-x -k skip", "--maxfail=3 outcomes.EXT sub/params.EXT",
       "--maxfail=0 outcomes.EXT", "--runxfail outcomes.EXT", "--runxfail -m xfail"]


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    top = tmp_path_factory.mktemp("suites")
    for language, files in (("py", PYTHON), ("lua", LUA)):
        for path, text in files.items():
            file = top / language / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        (top / language / "ids").write_text(f"sub/params.{language}::test_number[2]\noutcomes.{language}::test_fails\n", encoding="utf-8")
    return top


def environment(folder):
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "COLUMNS": "100", "PYTHONDONTWRITEBYTECODE": "1"}
    return env | {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}


def same(text):
    """The suffix of files, and how the languages write booleans."""
    return text.replace(".lua", ".py").replace("[true]", "[True]").replace("[false]", "[False]")


LOAD_PYTEST = """
import importlib, _pytest.config, pytest
for name in _pytest.config.default_plugins:
    importlib.import_module("_pytest." + name)
main = pytest.console_main
"""


@pytest.fixture(scope="module", name="theirs", autouse=True)
def load_pytest(tmp_path_factory):
    """Runs pytest; the same run is not made twice."""
    loaded = Preloaded(LOAD_PYTEST, environment(tmp_path_factory.mktemp("home")))
    run.pytest = functools.cache(lambda folder, *words: loaded.run(["pytest", *words], folder))
    yield
    loaded.end()


def run(folders, language, arguments):
    words = shlex.split(arguments.replace(".EXT", "." + language))
    if language == "py":
        code, out, err = run.pytest(folders / language, "--tb=no", *words)
    else:
        done = subprocess.run([SLRUN, "-j", "1", *words], cwd=folders / language, text=True, env=environment(folders / language),
                              capture_output=True, stdin=subprocess.DEVNULL, timeout=LIMIT, check=False)
        code, out, err = done.returncode, done.stdout, done.stderr
    return code, same(out), same(out + err)


def last_line(text):
    """The counts of the last line, without its rule and the time."""
    lines = [line.strip("= ") for line in text.splitlines() if re.search(r" in \d+\.\d\ds", line)]
    return re.sub(r" in \d+\.\d\ds.*", "", lines[-1]) if lines else None


def verbose(text):
    return re.findall(r"^(\S+::\S+) ([A-Z]+)(?: \(([^)]*)\))? +\[", text, re.MULTILINE)


def short_lines(text):
    """(word, id) of the short summary; slrun quotes ids for a shell."""
    text = re.sub(r"^FLAKY ", "PASSED ", text, flags=re.MULTILINE)
    found = re.findall(r"^(FAILED|ERROR|SKIPPED|XFAIL|XPASS|PASSED|RERUN) ((?:'[^']*'|\S+)+)", text, re.MULTILINE)
    return [(word, name.replace("'", "")) for word, name in found]


def error_lines(text):
    """What a usage error says, without the name of the program."""
    return re.findall(r"Wrong expression passed.*|Keyword expressions do not support call parameters\.|file or directory not found: .*", text)


@pytest.mark.parametrize("arguments", SELECTIONS)
def test_collected(folders, arguments):
    (code, out, text), (ours, our_out, our_text) = (run(folders, language, f"--co -q {arguments}") for language in ("py", "lua"))
    ids = [line for line in out.splitlines() if "::" in line and code != 4]  # it lists before it reads expressions
    our_ids = [line for line in our_out.splitlines() if "::" in line]
    assert (ours, our_ids) == (code, ids), our_text + text
    assert error_lines(our_text) == error_lines(text)
    if code in (0, 5):
        assert last_line(our_out) == last_line(out)


@pytest.mark.parametrize("arguments", RUN)
def test_ran(folders, arguments):
    (code, out, text), (ours, our_out, our_text) = (run(folders, language, f"-v {arguments}") for language in ("py", "lua"))
    assert ours == code, our_text + text
    if code != 4:
        assert outcomes(our_out) == outcomes(out)
        assert last_line(our_out) == last_line(out)
        assert short_lines(our_out) == short_lines(out)


@pytest.mark.parametrize("arguments", [each for each in RUN if not re.search("-x |maxfail [1-9]|maxfail=[1-9]", each)])
def test_ran_by_workers(folders, arguments):
    """With -n all is the same but the order in which cases end."""
    (code, out, text), (ours, our_out, our_text) = (run(folders, language, f"{n} -v {arguments}") for language, n in (("py", ""), ("lua", "-n 2")))
    assert ours == code, our_text + text
    if code != 4:
        assert sorted(outcomes(our_out)) == sorted(outcomes(out))
        assert last_line(our_out) == last_line(out)
        assert short_lines(our_out) == short_lines(out)


def outcomes(text):
    """(id, word) of each case; pytest tells an error of a clean-up in a line of its own, slrun at the end."""
    seen = [(name, word) for name, word, _ in verbose(text)]
    return [row for i, row in enumerate(seen) if not (row[1] == "ERROR" and (row[0], "PASSED") in seen[:i])]


@pytest.mark.parametrize("letters", ["fE", "a", "A", "sxX", "p", "N", "aN", "Ns", "xfs", "FS", "ss", "P"])
def test_short_summary(folders, letters):
    """Which lines -r asks for, and in which order; those of xfail with their reason."""
    def lines(language):
        _, out, _ = run(folders, language, f"-r{letters} outcomes.EXT sub")
        return short_lines(out), re.findall(r"^(?:XFAIL|XPASS) .*", out, re.MULTILINE)
    assert lines("lua") == lines("py")


@pytest.mark.parametrize("arguments", ["--durations 2 --durations-min 1000", "--durations=0 --durations-min=1000.5", "-vv --durations 3"])
def test_durations(folders, arguments):
    """The section is headed and cut in the same way; phases have other names, and cases other numbers of them."""
    def section(language):
        _, out, _ = run(folders, language, f"{arguments} sub/marks.EXT")
        title = re.search(r"^=+ (slowest .*durations) =+$", out, re.MULTILINE)[1]
        rows = re.findall(r"^\d+\.\d\ds \w+ +\S+::\S+$", out, re.MULTILINE)
        hidden = re.findall(r"^\((\d+) durations (< .*)\)$", out, re.MULTILINE)
        return title, len(rows), [(n if "2" in arguments else "", text) for n, text in hidden]
    assert section("lua") == section("py")


AGAIN = {
    "again.py": """
import pytest
tries = {"third": 0, "second": 0}
def test_passes(): pass
def test_third():
    tries["third"] += 1
    assert tries["third"] == 3
def test_never(): assert False
@pytest.mark.flaky(reruns=1)
def test_mark():
    tries["second"] += 1
    assert tries["second"] == 2
@pytest.mark.xfail(reason="known", strict=True)
def test_xfails(): assert False
def test_skipped(): pytest.skip("later")
""",
    "again.lua": """
local tries = { third = 0, second = 0 }
case "test_passes" (function() end)
case "test_third" (function() tries.third = tries.third + 1; expect(tries.third):equals(3) end)
case "test_never" (function() expect(false):is_true() end)
case "test_mark" { retries = 1, act = function() tries.second = tries.second + 1; expect(tries.second):equals(2) end }
case "test_xfails" { xfail = "known", act = function() expect(false):is_true() end }
case "test_skipped" (function(t) t:skip "later" end)
""",
}
AGAIN_RUNS = ["", "--reruns 1", "--reruns 2", "--reruns 2 --fail-on-flaky", "--reruns 2 --fail-on-flaky -k 'third or passes'",
              "--fail-on-flaky -k mark", "--reruns 5 -x", "--reruns 2 --reruns-delay 0.01 -k third", "--reruns 1 -rR",
              "--reruns 1 -rA"]


@pytest.fixture(scope="module")
def again(tmp_path_factory):
    top = tmp_path_factory.mktemp("again")
    for name, text in AGAIN.items():
        language = name.split(".")[1]
        (top / language).mkdir()
        (top / language / name).write_text(text, encoding="utf-8")
    (top / "py" / "pytest.ini").write_text("[pytest]\npython_files = *.py\naddopts = -p no:hypothesispytest -p no:cacheprovider\n")
    return top


def as_passed(text):
    """A case that passed at last is flaky, which pytest-rerunfailures counts as passed."""
    def whole(match):
        counts = {}
        for n, word in re.findall(r"(\d+) (\w+)", match[0].replace("flaky", "passed")):
            counts[word] = counts.get(word, 0) + int(n)
        return ", ".join(f"{n} {word}" for word, n in counts.items())
    return re.sub(r"\d+ \w+(, \d+ \w+)+", whole, text or "")


@pytest.mark.parametrize("arguments", AGAIN_RUNS)
def test_tried_again(again, arguments):
    (code, out, text), (ours, our_out, our_text) = (run(again, language, f"{arguments} again.EXT") for language in ("py", "lua"))
    assert ours == code, our_text + text
    letters = [re.findall(r"^(?:again\.py )?([.FEsxXR]+)(?: +\[ *\d+%\])?$", each, re.MULTILINE) for each in (our_out, out)]
    assert letters[0] == letters[1]
    counts = [dict(reversed(part.split(" ")) for part in as_passed(last_line(each)).split(", ")) for each in (our_out, out)]
    assert counts[0] == counts[1]
    assert sorted(short_lines(our_out)) == sorted(short_lines(out))


@pytest.mark.parametrize("arguments", AGAIN_RUNS[:7])
def test_tried_again_verbose(again, arguments):
    (_, out, _), (_, our_out, _) = (run(again, language, f"-v {arguments} again.EXT") for language in ("py", "lua"))
    ours = re.findall(r"^(\S+::\S+) ([A-Z]+).*\[ *\d+%\]$", our_out, re.MULTILINE)
    theirs = re.findall(r"^(\S+::\S+) ([A-Z]+).*\[ *\d+%\]$", out, re.MULTILINE)
    assert [(name, word.replace("FLAKY", "PASSED")) for name, word in ours] == theirs


def test_letters(folders):
    def letters(language):
        _, out, _ = run(folders, language, f"outcomes.{language}")
        return "".join(re.findall(r"^(?:outcomes\.py )?([.FEsxX]+) +\[ *\d+%\]", out, re.MULTILINE))
    assert letters("lua") == letters("py") == ".FssxXFE.E"


def test_reasons(folders):
    def reasons(language):
        _, out, _ = run(folders, language, f"-v outcomes.{language}")
        return {name: why for name, word, why in verbose(out) if word in ("SKIPPED", "XFAIL", "XPASS")}
    assert reasons("lua") == reasons("py")


def test_quiet(folders):
    def end(language):
        _, out, _ = run(folders, language, "-q sub/marks.EXT")
        return re.sub(r"\d+\.\d\ds", "", out.splitlines()[-1])
    assert end("lua") == end("py") == "4 passed in "


def test_quieter(folders):
    """-qq leaves out the last line, and lists files with how many cases they have."""
    def said(language):
        _, out, _ = run(folders, language, "-qq outcomes.EXT")
        _, listed, _ = run(folders, language, "--co -qq")
        return out.splitlines()[0], short_lines(out), last_line(out), listed
    assert said("lua") == said("py")
    assert said("lua")[2:] == (None, "outcomes.py: 9\nsub/marks.py: 4\nsub/params.py: 9\n\n")


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    top = tmp_path_factory.mktemp("broken")
    files = {"py": ("raise ValueError('no')", "def test_fine(): pass", "def test_fails(): assert False"),
             "lua": ("error 'no'", "case 'test_fine' (function() end)", "case 'test_fails' (function() error 'x' end)")}
    for language, (bad, fine, fails) in files.items():
        (top / language).mkdir()
        for name, text in (("bad", bad), ("bad_too", bad), ("fine", fine), ("wrong", fails)):
            (top / language / f"{name}.{language}").write_text(text + "\n", encoding="utf-8")
    (top / "py" / "pytest.ini").write_text("[pytest]\npython_files = *.py\naddopts = -p no:hypothesispytest -p no:cacheprovider\n")
    return top


@pytest.mark.parametrize("arguments", ["", "bad.EXT fine.EXT", "-q", "-k fine", "-n 2", "--continue-on-collection-errors",
                                       "--continue-on-collection-errors bad.EXT fine.EXT", "--continue-on-collection-errors bad.EXT",
                                       "--continue-on-collection-errors -k fine", "--continue-on-collection-errors -n 2"])
def test_files_that_cannot_be_read(broken, arguments):
    """They interrupt the run before its first case, unless it is to go on."""
    def said(language):
        words = arguments if language == "lua" else arguments.replace("-n 2", "")
        code, out, text = run(broken, language, words)
        head = re.findall(r"^collected .*", out.replace("cases", "items").replace("case", "item"), re.MULTILINE)
        head = [re.sub(r" in \d+ files?", "", line).rstrip() for line in head]
        return code, head, re.findall(r"^!+ (Interrupted: .*|stopping .*) !+$", out, re.MULTILINE), sorted(short_lines(out)), last_line(text)
    assert said("lua") == said("py")


@pytest.mark.parametrize("option, hint", [("--dist=load", "a file stays in one worker"), ("--splits", "--shard I/N"), ("--no-summary", "-rN"),
                                          ("--capture=no", "-s prints"), ("-l", "t:log()"), ("--cache-clear", ".slrun/cache")])
def test_what_is_another_option_here(folders, option, hint):
    code, _, text = run(folders, "lua", option)
    assert code == 4 and re.search(rf"unknown option {re.escape(option.partition('=')[0])}\n.*{re.escape(hint)}", text), text


def test_they_are_run():
    """The comparison compares something."""
    assert len(SELECTIONS) > 50 and len(RUN) > 15 and shutil.which("sh") and pathlib.Path(SLRUN).is_file()
