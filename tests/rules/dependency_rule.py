#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The one direction of dependency (docs/architecture.md), held against every #include.

    include/slrun  <-  libraries of plugins/  <-  plugins/*
    base < net < plugin < lua < run < report < cli        local beside lua

usage: dependency_rule.py ROOT | --self-test

Prints a line "FILE:LINE: what is wrong" for each break; exit code 1 if there is one.
"""
import pathlib
import re
import sys
import tempfile

# What each part of core/ may include besides <slrun/...> and itself.
BASE = {"base"}
NET = BASE | {"net"}
PLUGIN = NET | {"plugin"}
PARTS = {
    "base": set(),
    "net": BASE,
    "plugin": NET,
    "lua": PLUGIN,
    "local": PLUGIN,
    "run": PLUGIN | {"lua", "local"},
    "report": PLUGIN | {"lua", "run"},
    "cli": PLUGIN | {"lua", "local", "run", "report"},
}

# Folders of plugins/ that are libraries of several plugins, which include them as "NAME/file.h".
LIBRARIES = {"deliveries", "inputs", "jsonata", "readers"}

# Headers and functions that belong to one place: pattern, the files that may, why.
OWNED = [
    (r"#\s*include\s*[<\"](lua|lauxlib|lualib)\.h(pp)?[>\"]", r"core/lua/", "only core/lua includes Lua"),
    (r"\blua_resume\s*\(", r"core/lua/coro\.c$", "only core/lua/coro.c calls lua_resume"),
    (r"#\s*include\s*<curl/", r"core/net/", "only core/net includes libcurl"),
    (r"#\s*include\s*<microhttpd\.h>", r"core/net/", "only core/net includes libmicrohttpd"),
    (r"#\s*include\s*<nghttp2/", r"core/net/", "only core/net includes libnghttp2"),
    (r"\bdlclose\s*\(", r"$^", "plugins are never unloaded"),
]

INCLUDE = re.compile(r"#\s*include\s*([<\"])([^>\"]+)[>\"]")
# Comments keep their line ends, so that line numbers stay; a string is not taken for a comment.
COMMENT = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|/\*.*?\*/|//[^\n]*", re.DOTALL)
SOURCES = {".c", ".h", ".y", ".cpp", ".hpp", ".cc"}


def without_comments(text):
    def keep(match):
        return match[0] if match[0].startswith('"') else "\n" * match[0].count("\n")
    return COMMENT.sub(keep, text)


def core_break(root, file, part, quote, name):
    """What is wrong with this include of a file of core/<part>, or None."""
    head = name.split("/")[0]
    if quote == "<":
        return "core is included with quotes" if head in PARTS else None
    if ".." in name.split("/"):
        return "includes are written \"part/file.h\""
    if head not in PARTS:
        return "includes are written \"part/file.h\""
    if not (root / "core" / name).is_file():
        return f"there is no core/{name}"
    if head != part and head not in PARTS[part]:
        return f"core/{part} must not include core/{head}"
    return None


def plugin_break(root, file, plugin, quote, name):
    """A plugin includes <slrun/...>, libraries (also those of plugins/), and files of its own folder."""
    if quote == "<":
        return "a plugin must not include core" if name.split("/")[0] in PARTS and (
            root / "core" / name).is_file() else None
    own = root / "plugins" / plugin
    if name.split("/")[0] in LIBRARIES and (root / "plugins" / name).is_file():
        return None
    for folder in (file.parent, own, *(d for d in own.rglob("*") if d.is_dir())):
        target = (folder / name).resolve()
        if target.is_file():
            return None if own.resolve() in target.parents else "a plugin must not include this"
    if (root / "core" / name).is_file():
        return "a plugin must not include core"
    return None if generated(file) else f"no file '{name}' in the plugin's folder"


def generated(file):
    """A grammar's header is made by the build."""
    return any(file.parent.glob("*.y"))


def abi_break(root, file, _, quote, name):
    if quote == '"':
        return "headers of the ABI include with <>"
    if name.startswith("slrun/"):
        return None if (root / "include" / name).is_file() else f"there is no include/{name}"
    allowed = {"jansson.h", "stddef.h", "stdint.h", "stdbool.h", "stdlib.h", "string.h"}
    return None if name in allowed else "headers of the ABI include the ABI, jansson, types, stdlib.h and string.h"


def files_below(root, folder):
    return sorted(f for f in (root / folder).rglob("*") if f.suffix in SOURCES and f.is_file())


def areas(root):
    """(file, part or plugin, rule) of all that is held to a rule."""
    for file in files_below(root, "include/slrun"):
        yield file, "", abi_break
    for file in files_below(root, "core"):
        yield file, file.relative_to(root / "core").parts[0], core_break
    for file in files_below(root, "plugins"):
        parts = file.relative_to(root / "plugins").parts
        if "tests" not in parts:
            yield file, parts[0], plugin_break


def breaks(root):
    for file, part, rule in areas(root):
        path = file.relative_to(root).as_posix()
        if rule is core_break and part not in PARTS:
            yield f"{path}:1: core/{part} is no part (tests/rules/dependency_rule.py lists them)"
            continue
        text = without_comments(file.read_text(encoding="utf-8"))
        for number, line in enumerate(text.splitlines(), 1):
            match = INCLUDE.match(line.strip())
            why = rule(root, file, part, match[1], match[2]) if match else None
            if why:
                yield f"{path}:{number}: {why}: {line.strip()}"
            for pattern, owner, rule_text in OWNED:
                if re.search(pattern, line) and not re.match(owner, path):
                    yield f"{path}:{number}: {rule_text}: {line.strip()}"


# What the self-test plants: path, text, whether it breaks the rule.
PLANTED = [
    ("core/base/a.h", "", False),
    ("core/net/b.h", '#include "base/a.h"\n', False),
    ("core/base/up.c", '#include "net/b.h"\n', True),
    ("core/lua/c.h", "#include <lua.h>\n", False),
    ("core/local/beside.c", '#include "lua/c.h"\n', True),
    ("core/lua/local.c", '#include "local/d.h"\n', True),
    ("core/local/d.h", '#include "net/b.h"\n', False),
    ("core/run/ok.c", '#include "local/d.h"\n#include "lua/c.h"\n', False),
    ("core/run/lua.c", "#  include <lauxlib.h>\n", True),
    ("core/lua/resume.c", "int f(void) { return lua_resume (L); }\n", True),
    ("core/lua/coro.c", "int f(void) { return lua_resume(L); }\n", False),
    ("core/lua/talk.c", '/* only coro.c may call\n   lua_resume() */\nint n; // lua_resume(\n', False),
    ("core/report/cli.c", '#include "cli/e.h"\n', True),
    ("core/cli/e.h", '#include "local/d.h"\n', False),
    ("core/cli/relative.c", '#include "../lua/c.h"\n', True),
    ("core/cli/angle.c", "#include <base/a.h>\n", True),
    ("core/cli/commented.c", '/* #include "nothing/x.h" */\n', False),
    ("core/extra/part.c", "", True),
    ("include/slrun/f.h", "#include <jansson.h>\n#include <slrun/f.h>\n", False),
    ("include/slrun/core.h", '#include "base/a.h"\n', True),
    ("include/slrun/uv.h", "#include <uv.h>\n", True),
    ("plugins/x/own.h", "#include <slrun/f.h>\n#include <sqlite3.h>\n", False),
    ("plugins/x/client/g.c", '#include "own.h"\n', False),
    ("plugins/readers/r.h", "#include <slrun/f.h>\n", False),
    ("plugins/readers/r.c", '#include "readers/r.h"\n', False),
    ("plugins/x/reads.c", '#include "readers/r.h"\n', False),
    ("plugins/readers/x.c", '#include "x/own.h"\n', True),
    ("plugins/x/core.c", '#include "base/a.h"\n', True),
    ("plugins/x/up.c", '#include "../../core/base/a.h"\n', True),
    ("plugins/y/other.c", '#include "../x/own.h"\n', True),
    ("plugins/y/unload.c", "void f(void) { dlclose(h); }\n", True),
]


def self_test():
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for path, text, _ in PLANTED:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        found = {line.split(":")[0] for line in breaks(root)}
    wrong = [f"{path}: {'not found' if bad else 'found, and it is right'}"
             for path, _, bad in PLANTED if bad != (path in found)]
    print("\n".join(wrong) or f"{len(PLANTED)} planted files judged right")
    return 1 if wrong else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = pathlib.Path(sys.argv[1]).resolve()
    if not any(areas(root)):
        sys.exit(f"{root}: no sources")
    found = list(breaks(root))
    print("\n".join(found) or "every include keeps the rule")
    return 1 if found else 0


sys.exit(main())
