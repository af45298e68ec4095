#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Debian package: what is in it, what it depends on, and that what is unpacked runs.

usage: deb.py CPACK BUILD_DIR
"""
import pathlib
import subprocess
import sys
import tempfile

# Linked (dpkg-shlibdeps finds them), and loaded when first needed (named by hand).
DEPENDS = {"libc6", "libjansson4", "liblua5.4-0", "libsqlite3-0", "libssl3", "libuv1",
           "libcurl4", "libexpat1", "libmicrohttpd12", "libnghttp2-14", "zlib1g", "lua-cjson"}

FILES = ["usr/bin/slrun", "usr/include/slrun/slrun.h", "usr/lib/slrun/plugins/dynamodb.so",
         "usr/lib/cmake/slrun/slrunConfig.cmake", "usr/lib/cmake/slrun/slrunConfigVersion.cmake",
         "usr/lib/cmake/slrun/SlrunAddPlugin.cmake", "usr/lib/cmake/slrun/SlrunEmbed.cmake",
         "usr/lib/cmake/slrun/Embed.cmake",
         "usr/lib/cmake/slrun/plugin.map", "usr/lib/pkgconfig/slrun.pc",
         "usr/share/doc/slrun/copyright", "usr/share/doc/slrun/writing-plugins.md",
         "usr/share/man/man1/slrun.1", "usr/share/bash-completion/completions/slrun",
         "usr/share/zsh/vendor-completions/_slrun", "usr/share/fish/vendor_completions.d/slrun.fish"]


def run(*command):
    process = subprocess.run([str(word) for word in command], text=True, stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=500,
                             check=False)
    if process.returncode != 0:
        sys.exit(f"exit code {process.returncode}: {' '.join(map(str, command))}\n{process.stdout}")
    return process.stdout


def contents(deb):
    """Path -> its line of `dpkg-deb -c`, of all that is no folder."""
    lines = [line for line in run("dpkg-deb", "-c", deb).splitlines() if not line.startswith("d")]
    return {line.split()[5].removeprefix("./"): line for line in lines}


def judge(deb):
    held = contents(deb)
    yield from (f"is not in it: {file}" for file in FILES if file not in held)
    yield from (f"should not be in it: {file}" for file in held
                if not file.startswith(("usr/bin/", "usr/include/slrun/", "usr/lib/slrun/plugins/",
                                        "usr/lib/cmake/slrun/", "usr/lib/pkgconfig/",
                                        "usr/share/doc/slrun/", "usr/share/man/man1/slrun.1",
                                        "usr/share/bash-completion/", "usr/share/zsh/", "usr/share/fish/")))
    yield from (f"not root's: {line}" for line in held.values() if line.split()[1] != "root/root")
    depends = run("dpkg-deb", "-f", deb, "Depends")
    names = {word.split()[0] for word in depends.split(",")}
    yield from (f"does not depend on {name} ({depends.strip()})" for name in sorted(DEPENDS - names))


def main():
    cpack, build = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        run(cpack, "--config", pathlib.Path(build) / "CPackConfig.cmake", "-G", "DEB", "-B", work)
        debs = list(work.glob("slrun_*.deb"))
        if len(debs) != 1:
            sys.exit(f"{len(debs)} packages were made, not 1")
        problems = list(judge(debs[0]))
        run("dpkg-deb", "-x", debs[0], work / "root")
        table = run(work / "root/usr/bin/slrun", "plugins")
        if not any(line.startswith("dynamodb ") for line in table.splitlines()):
            problems.append("what is unpacked does not find its plugins:\n" + table)
        if problems:
            sys.exit("\n".join(problems))


main()
