#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A plugin outside the tree: skeleton, build, check and spec, against what was installed.

usage: outside.py CMAKE BUILD_DIR CC CXX

The build is installed into a folder that is then moved, so that nothing may know where it lay.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

WARNINGS = "-Wall -Wextra -Wpedantic -Werror"


def run(*command, code=0, **options):
    """Runs it; its output. Ends the test when the exit code is another."""
    process = subprocess.run([str(word) for word in command], text=True, stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300,
                             check=False, **options)
    if process.returncode != code:
        sys.exit(f"exit code {process.returncode}, not {code}: {' '.join(map(str, command))}\n"
                 + process.stdout)
    return process.stdout


def demand(holds, what, output=""):
    if not holds:
        sys.exit(f"{what}\n{output}")


def install(cmake, build, work):
    run(cmake, "--install", build, "--prefix", work / "first")
    (work / "first").rename(work / "prefix")
    return work / "prefix"


def build_plugin(cmake, source, prefix, options):
    build = source / "build"
    run(cmake, "-S", source, "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}",
        "-DCMAKE_INSTALL_PREFIX=" + str(prefix), *options)
    run(cmake, "--build", build)
    return build


def part_prelude(cmake, source, build):
    """A prelude of two files, of which the second needs the first."""
    (source / "prelude").mkdir()
    (source / "prelude/words.lua").write_text("return { word = 'kept' }", "utf-8")
    with open(source / "prelude.lua", "a", encoding="utf-8") as file:
        file.write("assert(slrun.part('words').word == 'kept')\n")
    rules = source / "CMakeLists.txt"
    rules.write_text(rules.read_text("utf-8").replace("PRELUDE ", "PRELUDE prelude/words.lua "), "utf-8")
    run(cmake, "--build", build)


def one_language(tools, prefix, work, flags):
    cmake, options = tools
    slrun = prefix / "bin/slrun"
    work.mkdir()
    run(slrun, "plugins", "new", "demo", "--dir", work, *flags)
    source = work / "demo"
    again = run(slrun, "plugins", "new", "demo", "--dir", work, *flags, code=4)
    demand("is there already; nothing was written" in again, "it does not refuse to overwrite", again)

    build = build_plugin(cmake, source, prefix, options)
    tests = run(pathlib.Path(cmake).with_name("ctest"), "--test-dir", build, "--verbose")
    demand("5 passed" in tests and ", 0 failed" in tests, "its own tests did not all run", tests)

    part_prelude(cmake, source, build)
    table = run(slrun, "plugins", "--plugin-path", build / "demo.so", "demo")
    demand("put_note" in table and "with a local half" in table, "it is not listed", table)

    # Where it is installed, it is found without being named.
    run(cmake, "--install", build)
    result = run(slrun, source / "specs")
    demand("5 passed" in result, "the installed plugin does not work", result)
    (prefix / "lib/slrun/plugins/demo.so").unlink()


def pkg_config(prefix, cc, source):
    env = os.environ | {"PKG_CONFIG_PATH": str(prefix / "lib/pkgconfig")}
    flags = run("pkg-config", "--cflags", "slrun", env=env).split()
    run(cc, "-std=c11", "-fsyntax-only", *WARNINGS.split(), *flags, source / "demo.c")
    folder = run("pkg-config", "--variable=plugindir", "slrun", env=env).strip()
    demand(pathlib.Path(folder).resolve() == (prefix / "lib/slrun/plugins").resolve(),
           "plugindir of slrun.pc is wrong", folder)


def main():
    cmake, build, cc, cxx = sys.argv[1:]
    os.environ.pop("SLRUN_PLUGIN_PATH", None)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder).resolve()
        prefix = install(cmake, build, work)
        options = [f"-DCMAKE_C_COMPILER={cc}", f"-DCMAKE_C_FLAGS={WARNINGS}"]
        one_language((cmake, options), prefix, work / "c", [])
        options = [f"-DCMAKE_CXX_COMPILER={cxx}", f"-DCMAKE_CXX_FLAGS={WARNINGS}"]
        one_language((cmake, options), prefix, work / "cpp", ["--cpp"])
        pkg_config(prefix, cc, work / "c/demo")


main()
