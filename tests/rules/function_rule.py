#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How large a function may be: a screen of lines and four parameters, an options struct past that.

usage: function_rule.py ROOT | --self-test

Looks at the functions that core/ and plugins/ define, besides their tests. Prints a line
"FILE:LINE: what is wrong" for each break; exit code 1 if there is one.
"""
import pathlib
import re
import sys
import tempfile

LINES_MAX = 46
PARAMETERS_MAX = 4  # a function and its argument are two; `...` is none

# Functions whose parameters somebody else has chosen: (file, name).
GIVEN = {
    # callbacks of libcurl, libnghttp2, libmicrohttpd and expat
    ("core/net/client/http_multi.c", "watch"), ("core/net/client/http_transfer.c", "on_send"),
    ("core/net/server/http2_answer.c", "read_on"), ("core/net/server/http2_session.c", "on_header"),
    ("core/net/server/http2_session.c", "on_data"), ("core/net/server/http_serving.c", "serving_go_on"),
    ("core/plugin/xml.c", "on_doctype"), ("plugins/s3/local/xml.c", "on_doctype"),
    # functions of slrun_cloud, which plugins of older versions call
    ("core/cli/plugins/plugins_local.c", "reply_file"), ("core/local/exchange.c", "exchange_reply_file"),
    ("core/local/protocol/json_args.c", "json_args_read"), ("core/local/store/docs.c", "docs_each"),
    ("core/local/store/docs_none.c", "no_each"),
}

# Comments, strings and lines of the preprocessor become blanks; line ends stay.
PASSED_OVER = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|/\*.*?\*/|//[^\n]*"
                         r"|^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.DOTALL | re.MULTILINE)


def bare(text):
    return PASSED_OVER.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def before(text, at, passed):
    """The place of the last letter before `at` that is none of those passed."""
    while at > 0 and passed(text[at - 1]):
        at -= 1
    return at - 1


def opening(text, closing):
    """Where the parenthesis begins that ends at `closing`."""
    depth = 0
    for at in range(closing, -1, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if depth == 0:
            return at
    return 0


def count(parameters):
    depth, n = 0, 1
    for letter in parameters:
        depth += (letter in "([") - (letter in ")]")
        n += letter == "," and depth == 0
    return n - (parameters.rstrip().endswith("..."))


def functions(text):
    """(line, name, parameters, lines) of each function that a text defines at its top level."""
    text = bare(text)
    for body in re.finditer(r"^\{", text, re.MULTILINE):
        closing = before(text, body.start(), str.isspace)
        if text[closing] != ")":
            continue
        begin = opening(text, closing)
        last = before(text, begin, str.isspace)
        first = before(text, last + 1, lambda letter: letter.isalnum() or letter == "_") + 1
        end = text.find("\n}", body.start())
        line = text.count("\n", 0, first) + 1
        yield (line, text[first:last + 1], count(text[begin + 1:closing]),
               text.count("\n", 0, end) + 2 - line)


def files_of(root):
    return sorted(file for part in ("core", "plugins") for file in (root / part).rglob("*.[ch]")
                  if "tests" not in file.relative_to(root).parts)


def breaks(root):
    for file in files_of(root):
        path = file.relative_to(root).as_posix()
        for line, name, parameters, lines in functions(file.read_text(encoding="utf-8")):
            if parameters > PARAMETERS_MAX and (path, name) not in GIVEN:
                yield f"{path}:{line}: {name}() has {parameters} parameters; past {PARAMETERS_MAX} take a struct"
            if lines > LINES_MAX:
                yield f"{path}:{line}: {name}() has {lines} lines, of at most {LINES_MAX}"


# What the self-test plants: path, text, whether it breaks the rule.
LONG = "static int f(void)\n{\n" + "    g();\n" * LINES_MAX + "}\n"
PLANTED = [
    ("core/a.c", "int f(int a, int b, int c, int d)\n{\n}\n", False),
    ("core/b.c", "int f(int a, int b, int c, int d, int e)\n{\n}\n", True),
    ("core/c.c", "int f(int a, int b, void (*done)(int, int, int), void *arg)\n{\n}\n", False),
    ("core/d.c", "int f(int a, int b, int c,\n      const char *format, ...)\n{\n}\n", False),
    ("core/e.c", "/* int f(int a, int b, int c, int d, int e)\n{\n} */\n", False),
    ("core/f.c", "#define F(a, b, c, d, e) \\\n    g(a)\nint n = 1;\n", False),
    ("core/g.c", LONG, True),
    ("core/h.c", "static const int all[] =\n{\n" + "    1,\n" * 90 + "};\n", False),
    ("plugins/x/i.c", LONG, True),
    ("plugins/x/tests/j.c", LONG, False),
    ("core/net/client/http_multi.c", "int watch(int a, int b, int c, int d, int e)\n{\n}\n", False),
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
    if not files_of(root):
        sys.exit(f"{root}: no sources")
    found = list(breaks(root))
    print("\n".join(found) or "every function keeps the rule")
    return 1 if found else 0


sys.exit(main())
