# SPDX-License-Identifier: Apache-2.0
"""The examples of a page.

    ```lua run exit=1 out="2 failed"     passes, or does what is demanded
    ```lua error                         each part fails with the message behind it:
    expect(1):eqals(1)
    --> expect(...) has no 'eqals'; did you mean 'equals'?
    ```lua file=conftest.lua             stands beside the next example
    ```yaml file=stacks/a/template.yaml  stands beside all that follow
    ```console run exit=1                its commands print what stands below them (session.py)
    ```console shown="on AWS"            nobody runs it, and why

What has no case, pattern or fixture is the inside of a case, or some of its phases. `args` are put before the file. `with=docs/orders:specs` has
the example run beside a copy of that folder of tests/, called specs; without a name the copy is the folder that it runs in,
and its before.lua, if any, is put in front of Lua code.
"""
import dataclasses
import re
import shlex

FENCED = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN = re.compile(r"((?:^ *--> [^\n]*\n)+)", re.MULTILINE)


@dataclasses.dataclass
class Example:
    line: int  # of the page
    code: str
    demands: dict
    shown: list  # lines of the message that it fails with
    files: dict  # name -> text
    session: bool = False  # commands of a shell, and not Lua


def whole(code):
    if re.search(r"^ *(case|pattern|fixture)\b", code, re.MULTILINE):
        return code
    if re.match(r"(seed|listen|act|poll|check) = function", code):
        return f'case "the example" {{ {code.rstrip()}\n}}\n'
    return f'case "the example" (function(t) {code.rstrip()}\nend)\n'


def parts_of_errors(line, code, demands, files):
    pieces = SHOWN.split(code)
    for part, shown in zip(pieces[::2], pieces[1::2]):
        skipped = len(part) - len(part.lstrip("\n"))
        lines = [one.strip().removeprefix("--> ") for one in shown.strip().split("\n")]
        yield Example(line + skipped, whole(part[skipped:]), demands, lines, files)
        line += part.count("\n") + shown.count("\n")
    if pieces[-1].strip():
        raise ValueError(f"line {line}: no message (-->) behind the last part of these errors")


def console(line, words, code, demands, files):
    """A session that is run; none where the page says why it is not."""
    if words[1:2] == ["run"]:
        yield Example(line, code, demands, [], files, True)
    elif not demands.get("shown"):
        raise ValueError(f"line {line}: ```console run, or shown=REASON")


def examples(text):
    """Each example of the page, in order."""
    files = {}
    for match in FENCED.finditer(text):
        words = shlex.split(match[1])
        demands = dict(word.split("=", 1) for word in words[1:] if "=" in word)
        line = text.count("\n", 0, match.start()) + 2
        if "file" in demands:
            files[demands["file"]] = match[2]
            continue
        if words[:1] != ["console"] and re.search(r"^\$ ", match[2], re.MULTILINE):
            raise ValueError(f"line {line}: commands with what they print are ```console")
        if words[:1] == ["console"]:
            yield from console(line, words, match[2], demands, files)
        elif words[:1] != ["lua"] or len(words) < 2:
            continue
        elif words[1] == "error":
            yield from parts_of_errors(line, match[2], demands, files)
        elif words[1] == "run":
            yield Example(line, whole(match[2]), demands, [], files)
        else:
            raise ValueError(f"line {line}: ```{match[1]}: run, error or file=NAME is known")
        files = {name: text for name, text in files.items() if not name.endswith(".lua")}
