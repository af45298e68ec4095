# SPDX-License-Identifier: Apache-2.0
"""The error messages of the language in the sources; each must be shown by an example of the page."""
import fnmatch
import re

from words import unescaped

FILES = ("core/lua/**/*.c", "core/lua/parts/*.lua")

# Messages that no example can show: (file, beginning): why.
UNSHOWN = {
    ("stack.c", "pattern: on the target"): "not on the local cloud; tests/runner/stack_unnamed.lua",
    ("bytes.c", ""): "OpenSSL has MD5",
    ("stack.lua", "%s"): "what AWS CloudFormation says; tests/runner/stack_broken.lua",
    ("stack.lua", "stack %s"): "a stack that fails; tests/python",
    ("chunk.c", ""): "slrun's own Lua does not compile",
    ("*", "out of memory"): "there is memory",
    ("state.c", "slrun has no part"): "slrun's own Lua names a part that is not there",
    ("lang.c", "more than %d cases"): "a million cases",
    ("coro_thread.c", "the time of the case is over"): "pcall() sees it, a report never",
    ("spec.c", "interrupted while"): "Ctrl-C; tests/python/test_workers_interrupted.py",
    ("journal.c", "t:own: %s"): "the ledger cannot be written; tests/python/test_ledger.py",
    ("journal.c", "t:own: a claim is written"): "there is no ledger on the local cloud; tests/python/test_ledger.py",
    ("cleanup.lua", "%s is not empty after"): "somebody writes while the claim is emptied; tests/runner/cleanup.lua",
    ("cleanup.lua", "%s has no claim"): "a sweep with another plugin than the run had",
    ("values.lua", ""): "what preludes give to slrun, and constructors of values: docs/writing-plugins.md",
    ("listen*", ""): "what preludes give to slrun.source and slrun.listen: docs/writing-plugins.md",
    ("reader.lua", ""): "what preludes give to slrun.source: docs/writing-plugins.md",
    ("autopsy*", ""): "what preludes give to slrun.autopsy: docs/writing-plugins.md",
    ("ready.lua", ""): "a stack that is there already; tests/python/test_ready.py",
    ("guard.lua", ""): "not on the local cloud; tests/python/test_patterns_aws.py",
    ("presign.c", ""): "what preludes give to slrun.presign: docs/writing-plugins.md",
    ("takes.lua", ""): "what functions of preludes take: the tours in specs/services",
    ("prelude.c", "slrun.part"): "slrun.part, of preludes: docs/writing-plugins.md",
    ("waiter.lua", ""): "what preludes give to slrun.wait: docs/writing-plugins.md",
    ("pages.lua", ""): "functions of services' modules: the tours in specs/services",
    ("sleep.c", "sleep takes"): "slrun.sleep, of preludes: docs/writing-plugins.md",
}

CALL = re.compile(r"\b(luaL_error|keys_error|state_error|misuse|wrong|error)\(")
FORMAT_AT = {"luaL_error": 1, "keys_error": 2, "state_error": 1, "misuse": 0, "wrong": 1, "error": 0}
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')


def arguments(text):
    """The arguments of a call, split at its commas; `text` begins behind the open parenthesis."""
    parts, depth, at, begin = [], 0, 0, 0
    while at < len(text):
        literal = LITERAL.match(text, at)
        if literal:
            at = literal.end()
            continue
        char = text[at]
        if char in ")]}" and depth == 0 or char == "," and depth == 0:
            parts.append(text[begin:at])
            begin = at + 1
            if char != ",":
                break
        depth += (char in "([{") - (char in ")]}")
        at += 1
    return parts


def format_of(name, parts):
    """The message as a format; None where it is not written there."""
    if len(parts) <= FORMAT_AT[name]:
        return None
    text = parts[FORMAT_AT[name]].strip().removeprefix("(")
    if not LITERAL.match(text):
        return None
    lua = name in ("misuse", "wrong", "error")
    literals = "".join(LITERAL.findall(text) if not lua else LITERAL.findall(text)[:1])
    tail = "%s" if lua and re.match(LITERAL.pattern + r"\s*\.\.", text) else ""
    if name == "wrong":
        literals = "takes " + literals
    return unescaped(literals) + tail


def pattern(text):
    """What a message of this format looks like."""
    parts = re.split(r"%[-\d.]*l*[sdqfg]", text)
    return re.compile(".*".join(re.escape(part) for part in parts), re.DOTALL)


def why_unshown(file, text):
    return next((why for (name, begin), why in UNSHOWN.items()
                 if fnmatch.fnmatch(file, name) and text.startswith(begin)), None)


def read(root):
    """(place, format) of each message."""
    for path in sorted(path for glob in FILES for path in root.glob(glob)):
        text = path.read_text(encoding="utf-8")
        for match in CALL.finditer(text):
            parts = arguments(text[match.end():])
            message = format_of(match[1], parts)
            if message is None or not re.search(r"[a-z]", re.sub(r"%\w", "", message)):
                continue
            if not why_unshown(path.name, message):
                line = text.count("\n", 0, match.start()) + 1
                yield f"{path.relative_to(root)}:{line}", message


def missing(root, shown):
    """(place, format) of those that are not among the texts shown."""
    return [(place, text) for place, text in read(root)
            if not any(pattern(text).search(one) for one in shown)]
