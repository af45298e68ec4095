# SPDX-License-Identifier: Apache-2.0
"""Which files and cases a command line names: paths, patterns, ids, @FILE, SLRUN_ADDOPTS, --ignore."""
import os
import subprocess

import pytest

SLRUN = os.environ["SLRUN"]
LIMIT = 90  # seconds
SPEC = 'case "one" (function() end)\ncase "one more" (function() end)\ncase "lists" { each = { n = { 1, 10, 2 } }, act = function() end }\n'
NAMES = ["one", "one more", "lists[1]", "lists[10]", "lists[2]"]


@pytest.fixture
def folder(tmp_path):
    for path in "a.lua", "sub/b.lua", "sub/deep/c.lua", "sub/stacks/no.lua", "sub/.hidden/no.lua", "sub/conftest.lua":
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("" if "conftest" in path else SPEC, encoding="utf-8")
    return tmp_path


def slrun(folder, *words, **env):
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), **env}
    env |= {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
    return subprocess.run([SLRUN, *map(str, words)], cwd=folder, env=env, text=True, capture_output=True,
                          stdin=subprocess.DEVNULL, timeout=LIMIT, check=False)


def ids(folder, *words, **env):
    done = slrun(folder, "--co", "-q", *words, **env)
    assert done.returncode in (0, 5), done.stdout + done.stderr
    return [line for line in done.stdout.splitlines() if "::" in line]


def files(folder, *words):
    return list(dict.fromkeys(line.partition("::")[0] for line in ids(folder, *words)))


ALL = ["a.lua", "sub/b.lua", "sub/deep/c.lua"]


@pytest.mark.parametrize("words, wanted", [
    ([], ALL),
    (["."], ALL),
    (["sub", "a.lua"], ["sub/b.lua", "sub/deep/c.lua", "a.lua"]),
    (["./sub//deep/../b.lua"], ["sub/b.lua"]),
    (["a.lua", "a.lua", "./a.lua"], ["a.lua"]),
    (["sub/*.lua"], ["sub/b.lua"]),
    (["*"], ALL),
    (["[a-b].lua", "sub/dee?"], ["a.lua", "sub/deep/c.lua"]),
    (["--ignore=sub/deep"], ["a.lua", "sub/b.lua"]),
    (["--ignore=./sub/", "--ignore", "none.lua"], ["a.lua"]),
    (["--ignore=a.lua", "a.lua"], ["a.lua"]),  # named by an argument
    (["--ignore-glob=*/deep"], ["a.lua", "sub/b.lua"]),
    (["--ignore-glob=sub/*.lua"], ["a.lua"]),  # "*" stands for slashes, too
    (["--ignore-glob=*.lua"], []),
    (["--ignore=sub/b.lua", "sub/*"], ["sub/deep/c.lua"]),
])
def test_files(folder, words, wanted):
    assert files(folder, *words) == wanted


def test_a_path_from_the_root_is_told_as_seen_from_here(folder):
    assert files(folder, folder / "sub" / "b.lua", folder / "a.lua") == ["sub/b.lua", "a.lua"]
    assert files(folder / "sub", folder / "a.lua") == [str(folder / "a.lua")]


@pytest.mark.parametrize("words, wanted", [
    (["a.lua::one"], ["one"]),
    (["a.lua::lists"], ["lists[1]", "lists[10]", "lists[2]"]),
    (["a.lua::lists[1]"], ["lists[1]"]),
    (["a.lua::lists[2]", "a.lua::one", "a.lua::lists"], ["lists[2]", "one", "lists[1]", "lists[10]"]),
    (["a.lua::one", "a.lua"], NAMES),
    (["a.lua", "a.lua::one"], NAMES),
    (["./a.lua::one more"], ["one more"]),
])
def test_cases(folder, words, wanted):
    assert ids(folder, *words) == [f"a.lua::{name}" for name in wanted]


@pytest.mark.parametrize("word, hint", [("a.lua::ones", "a.lua::one"), ("a.lua::list", "--collect-only -q a.lua"), ("a.lua::lists[3]", "a.lua::lists[")])
def test_no_such_case(folder, word, hint):
    done = slrun(folder, word)
    assert done.returncode == 4 and f"not found: {word}" in done.stderr and hint in done.stderr


@pytest.mark.parametrize("word", ["none.lua", "none/*.lua", "sub/conftest.lua", "sub::one"])
def test_no_such_file(folder, word):
    assert slrun(folder, word).returncode == 4


def test_many_ids_are_found_soon(tmp_path):
    many = 20000
    (tmp_path / "many.lua").write_text(f"local n = {{}} for i = 1, {many} do n[i] = i end\n"
                                       'case "c" { each = { n = n }, act = function() end }\n', encoding="utf-8")
    listed = ids(tmp_path, "many.lua")
    (tmp_path / "ids").write_text("\n".join(reversed(listed)), encoding="utf-8")
    assert len(listed) == many and ids(tmp_path, "@ids") == listed[::-1]


def test_what_is_listed_can_be_given_back(folder):
    listed = slrun(folder, "--co", "-q", "-k", "one").stdout
    assert "6/15 tests collected (9 deselected)" in listed
    (folder / "ids.txt").write_text(listed, encoding="utf-8")
    assert ids(folder, "@ids.txt") == [line for line in listed.splitlines() if "::" in line]


def test_what_is_no_file_is_not_opened(folder):
    os.mkfifo(folder / "sub" / "fifo.lua")  # whoever opened it would wait for ever
    (folder / "loop.lua").symlink_to("loop.lua")
    assert any(line.startswith("sub/") for line in ids(folder, "sub"))
    done = slrun(folder, "sub/fifo.lua")
    assert done.returncode == 4 and "sub/fifo.lua is no regular file" in done.stderr
    done = slrun(folder, "loop.lua")
    assert done.returncode == 4 and "slrun: loop.lua: Too many levels of symbolic links" in done.stderr


def test_a_file_of_arguments(folder):
    (folder / "more").write_text("-k\r\none more\n\n@paths\n", encoding="utf-8")
    (folder / "paths").write_text("a.lua\nsub/b.lua", encoding="utf-8")
    assert slrun(folder, "@more").returncode == 4  # "one more" is one word, and no expression
    (folder / "more").write_text("-k\nmore\n\n@paths\n", encoding="utf-8")
    assert ids(folder, "@more") == ["a.lua::one more", "sub/b.lua::one more"]


@pytest.mark.parametrize("text, why", [(None, "the file cannot be read: No such file"), ("@loop", "more than 8 files"), ("a\0b", "no text file")])
def test_a_file_of_arguments_that_cannot_be_used(folder, text, why):
    if text is not None:
        (folder / "loop").write_text(text, encoding="utf-8")
    done = slrun(folder, "@loop")
    assert done.returncode == 4 and f"slrun: @loop: {why}" in done.stderr


def test_addopts(folder):
    assert ids(folder, "a.lua", SLRUN_ADDOPTS="-k 'not lists' --deselect \"a.lua::one more\"") == ["a.lua::one"]
    assert ids(folder, "-k", "10", SLRUN_ADDOPTS=r"-k no\ such a.lua") == ["a.lua::lists[10]"]  # the last word
    done = slrun(folder, SLRUN_ADDOPTS="-k 'open")
    assert done.returncode == 4 and "SLRUN_ADDOPTS: a quote is not closed" in done.stderr
    assert slrun(folder, SLRUN_ADDOPTS="--none").returncode == 4
