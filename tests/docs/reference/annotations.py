# SPDX-License-Identifier: Apache-2.0
"""The words of the language for the Lua language server (LuaCATS annotations): what `slrun stubs` writes besides the plugins.
All comes from the same comments as docs/spec-language.md; what the phrases there mean as types stands here."""
import re

from words import Wrong

FOLDER = "core/cli/types/"
HEAD = "-- SPDX-License-Identifier: Apache-2.0\n-- Made by script/docs from the comments of the sources; `slrun stubs` writes it for editors.\n---@meta {}\n"

# What a key takes: the beginning of the phrase, and the type.
VALUES = (("a string", "string"), ("string", "string"), ("a duration", "slrun.duration"), ("a path", "string"),
          ("a table of one list", "table"), ("a table", "table<string, any>"), ("a list of names of fixtures", "string[]"),
          ("a list of tables", "table<string, any>[]"), ('"case", "file" or "run"', '"case"|"file"|"run"'), ("true or false", "boolean"),
          ("the name of a target, or a list", "string|string[]"), ("a list of strings", "string[]"), ("true or a reason", "boolean|string"),
          ("a list of targets", '("local"|"endpoint"|"aws")[]'), ("a reason or a table", "string|false|slrun.xfail"),
          ("true or the name of a group", "boolean|string"), ("a whole number", "integer"),
          ('a list of "clock" and "faults"', '("clock"|"faults")[]'))
# What an argument is, in the same way; anything else is any value.
ARGUMENTS = (("a duration", "slrun.duration"), ("a function", "fun(t: slrun.t)"), ("a string is kept", "any"), ("a string", "string"),
             ("a whole number", "integer"), ("how many", "integer"), ("a number or", "number|string"), ("a number", "number"),
             ("a name of the list", "slrun.type"), ("a table, or the path", "table|string"))
PHASES = {"t": "slrun.t", "listener": "any", "found": "any", "value": "any"}
T_FIELDS = {"acted": "any", "id": "string", "parameters": "table<string, any>", "resources": "table<string, string>",
            "stack": "table<string, string>", "target": '"local"|"endpoint"|"aws"'}
RETURNS = {"t.now": "number", "t.own": "any", "listener.records": "any[]", "listener.take": "any[]", "listener.others": "any[]",
           "listener.wait": "any[]", "local_cloud.faults": "table[]"}
ERROR_FIELDS = {"status": "integer", "tries": "integer", "detail": "any"}


def type_of(phrases, text):
    return next((kind for begin, kind in phrases if text.startswith(begin)), None)


def doc(word, indent=""):
    text = word.text + (f" Default: {word.default}." if word.default else "")
    return f"{indent}---{text}"


def phase(word):
    names = re.search(r"\((.*)\)", word.usage)
    return "fun(" + ", ".join(f"{name}: {PHASES[name]}" for name in names[1].split(", ")) + "): any"


def value_type(word):
    if word.value in ("a function", "function"):
        return phase(word)
    kind = "slrun.duration" if word.name in ("within", "every", "stays") else type_of(VALUES, word.value)
    if kind is None:
        raise Wrong(f"{word.place}: tests/docs/reference/annotations.py does not know which type '{word.value}' is")
    return kind


def fields(name, *groups, parents=""):
    lines = [f"---@class {name}{parents}"]
    for group in groups:
        for word in group.values():
            needed = "" if word.default == "required" else "?"
            lines.append(f"---@field {word.name}{needed} {value_type(word)} {word.text.splitlines()[0]}")
    return "\n".join(lines) + "\n"


def arguments(word, shown):
    """(annotations, names) of a function, by its @param lines, else by its usage."""
    lines = [f"---@param {param.name}{'?' if param.default else ''} {type_of(ARGUMENTS, param.text) or 'any'} {param.text}"
             for param in word.params if param.name != "..."]
    names = [param.name for param in word.params]
    if "..." in names:
        lines.append("---@param ... any")
    if not names and "{" in shown:
        lines, names = ["---@param words table"], ["words"]
    elif not names and re.search(r"\((\w+)\)", shown):
        names = [re.search(r"\((\w+)\)", shown)[1]]
        lines = [f"---@param {names[0]} {'slrun.duration' if names[0] == 'duration' else 'any'}"]
    return lines, names


def function(owner, word, separator, returns=None):
    lines, names = arguments(word, word.usage)
    kind = returns or RETURNS.get(f"{word.group}.{word.name}")
    usage = [f"---`{word.usage}`", "---"] if "{" in word.usage else []
    return "\n".join([*usage, doc(word), *lines, *([f"---@return {kind}"] if kind else []),
                      f"function {owner}{separator}{word.name}({', '.join(names)}) end", ""])


def language(groups):
    parts = [HEAD.format("").replace(" \n", "\n")]
    units = ", ".join(groups["unit"])
    parts.append(f"---A number and a unit ({units}), such as \"250ms\" or \"2m\".\n---@alias slrun.duration string\n")
    parts.append("---@alias slrun.type " + "|".join(f'"{name}"' for name in groups["type"]) + "\n")
    marks, case_marks = groups["mark"], {n: w for n, w in groups["mark"].items() if n != "controls"}
    parts += [fields("slrun.xfail", groups["xfail"]), fields("slrun.pattern", groups["pattern"], case_marks),
              fields("slrun.case", groups["case"], marks), fields("slrun.fixture", groups["fixture"]),
              fields("slrun.wait", groups["wait"])]
    parts.append("---@class slrun.error\n" + "\n".join(
        f"---@field {word.name} {ERROR_FIELDS.get(word.name, 'string')} {word.text}" for word in groups["error"].values()) + "\n")
    plain = [word for word in groups["t"].values() if word.usage.startswith("t.")]
    parts.append("---What a case is given. Phases may put fields of their own on it; parameters and fixtures stand there by name.\n"
                 "---@class slrun.t\n" + "\n".join(f"---@field {w.name} {T_FIELDS[w.name]} {w.text}" for w in plain)
                 + "\n---@field [string] any\nlocal t = {}\n")
    for word in groups["t"].values():
        if word.usage.startswith("t:") and word.name == "wait":
            parts.append(f"{doc(word)}\n---@param words slrun.wait\n---@return any\nfunction t:wait(words) end\n")
        elif word.usage.startswith("t:"):
            parts.append(function("t", word, ":"))
    parts.append("---@class slrun.expectation\nlocal expectation = {}\n")
    parts += [function("expectation", word, ":", "slrun.expectation") for word in groups["expect"].values()]
    parts.append("---@class slrun.listener\nlocal listener = {}\n")
    parts += [function("listener", word, ":") for word in groups["listener"].values()]
    parts.append("---Bytes that need not be text.\n---@class slrun.binary\nlocal binary = {}\n\n---The bytes.\n---@return string\nfunction binary:bytes() end\n")
    words = groups["global"]
    parts.append(f"{doc(words['pattern'])}\n---@param words slrun.pattern\nfunction pattern(words) end\n")
    parts.append(f"{doc(words['case'])}\n---@param name string\n---@return fun(words: slrun.case|fun(t: slrun.t))\nfunction case(name) end\n")
    parts.append(f"{doc(words['fixture'])}\n---@param name string\n---@return fun(words: slrun.fixture)\nfunction fixture(name) end\n")
    parts.append(f"{doc(words['expect'])}\n---@param x any\n---@return slrun.expectation\nfunction expect(x) end\n")
    return "\n".join(parts)


def module(name, words, returns=None):
    body = "\n".join(function(name, word, ".", returns) for word in words.values())
    return f"{HEAD.format('slrun.' + name)}\n---@class slrun.{name}\nlocal {name} = {{}}\n\n{body}\nreturn {name}\n"


def make(groups):
    """File -> text."""
    return {FOLDER + "language.lua": language(groups), FOLDER + "event.lua": module("event", groups["event"], "table"),
            FOLDER + "local_cloud.lua": module("local_cloud", groups["local_cloud"])}
