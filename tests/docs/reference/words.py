# SPDX-License-Identifier: Apache-2.0
"""The words of the language, from the tables and comments of the sources.

A word is documented where it is made: by a comment that begins with /** in C and with --- in Lua, above
its row of a table or its function.

    `usage(args)` Text. @param name text @default text

The usage may be left out where the word alone is one. `@default` belongs to the @param before it, or to
the word. $(NAME) in a text is a figure of the sources, see figures.py.
"""
import dataclasses
import re

import figures


class Wrong(Exception):
    """Something in the sources or in the template, with its place in front."""


@dataclasses.dataclass
class Param:
    name: str
    text: str
    default: str = ""


@dataclasses.dataclass
class Word:
    group: str
    name: str
    place: str
    value: str = ""  # what it takes, in the words of the code
    cells: tuple = ()  # further columns of its row
    usage: str = ""
    text: str = ""
    default: str = ""
    params: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True)
class Source:
    """Where the words of a group stand: in `file`, from the line that `begin` matches to `end`."""
    group: str
    file: str
    begin: str
    end: str
    word: str  # finds (name) or (name, value...) in a line that is no comment
    documented: bool = True


ROW = r'\{\s*"(\w+)",\s*(?:KEY_\w+[ |]*)+,\s*"((?:[^"\\]|\\.)*)",\s*%s\s*\}'
KEY, MARK = ROW % "false", ROW % "true"
TABLE = r"^\};"

SOURCES = [
    Source("global", "core/lua/language/lang.c", "", "", r"^static int lang_(\w+)\("),
    Source("global", "core/lua/language/declare.c", "", "", r"^static int lang_(\w+)\("),
    Source("global", "core/lua/language/primitive.c", "", "", r"^static int first_(\w+)\("),
    Source("global", "core/lua/language/guard.c", "", "", r"^static int guarded_(\w+)\("),
    Source("pattern", "core/lua/language/lang.c", r"key pattern_keys\[\]", TABLE, KEY),
    Source("case", "core/lua/language/lang.c", r"key case_keys\[\]", TABLE, KEY),
    Source("fixture", "core/lua/language/declare.c", r"key fixture_keys\[\]", TABLE, KEY),
    Source("xfail", "core/lua/language/marks.c", r"key xfail_keys\[\]", TABLE, KEY),
    Source("mark", "core/lua/language/marks.c", r"mark marks_list\[\]", TABLE, r'\{"(\w+)", read_\w+\}'),
    Source("mark key", "core/lua/language/lang.c", r"key case_keys\[\]", TABLE, MARK, documented=False),
    Source("mark key", "core/lua/language/marks.h", r"define MARKS_KEYS", r"^$", MARK, documented=False),
    Source("t", "core/lua/language/names.c", r"names\[\] = \{", TABLE, r'"(\w+)"', documented=False),
    Source("t", "core/lua/parts/methods.lua", "", "", r"^function methods:(\w+)\("),
    Source("wait", "core/lua/parts/methods.lua", r"^local wait_words = \{", r"^\}", r'^\s*(\w+) = "(\w+)"'),
    Source("expect", "core/lua/parts/matchers.lua", "", "", r'^matcher\("(\w+)"'),
    Source("expect", "core/lua/parts/matchers.lua", r"^for name, holds in pairs", r"^\} do",
           r"^\s*(\w+) = function"),
    Source("expect", "core/lua/parts/expect.lua", "", "", r"^function expectation:(\w+)\("),
    Source("listener", "core/lua/parts/listener.lua", "", "", r"^function listener:(\w+)\("),
    Source("event", "core/lua/parts/event.lua", "", "", r"^function event\.(\w+)\("),
    Source("event", "core/lua/parts/event_api.lua", "", "", r"^function event\.(\w+)\("),
    Source("local_cloud", "core/lua/parts/local_cloud.lua", "", "", r"^function module\.(\w+)\("),
    Source("type", "core/lua/parts/matchers.lua", r"^local kinds = \{", r"^$", r'\[?"?(\w+)"?\]? = true',
           documented=False),
    Source("error", "core/lua/operation/operation.c", r"^static int raise_error", r"^\}",
           r'(?:^\s*\{"|lua_setfield\(L, -2, ")(\w+)"'),
    Source("kind", "include/slrun/error.h", r"define SLRUN_ERRORS", r"^$",
           r'X\((?!NONE)\w+, "([\w-]+)", "([^"]+)"\)', documented=False),
    Source("outcome", "core/run/life/result.h", r"define OUTCOMES", r"^$",
           r'X\(\w+, "(\w+)", (\'.\'), "(\w+)"\)'),
    Source("banned", "core/lua/language/guard.c", r"\} banned\[\]", TABLE, r'\{"(\w+", "\w+)", "([^"]*)"\}',
           documented=False),
    Source("unit", "core/base/clock.c", r"\} units\[\]", r"\};", r'\{"(\w+)", [\d.e]+\}',
           documented=False),
    Source("prelude", "core/lua/parts/values.lua", r"^local slrun = \{", r"^\}", r"^\s*(\w+) = core",
           documented=False),
    Source("prelude", "core/lua/parts/values.lua", "", "", r"^function slrun\.(\w+)\(", documented=False),
    Source("prelude", "core/lua/parts/values.lua", r"^local function slrun_for", r"^end",
           r"^\s*(\w+) = function", documented=False),
    Source("prelude", "core/lua/language/prelude.c", r"^static void push_slrun", r"^\}",
           r'lua_setfield\(L, -2, "(\w+)"', documented=False),
]


def parse(word, comment):
    """Fills a word from the text of its comment."""
    text = " ".join(comment.split())
    match = re.match(r"`([^`]+)` (?=[A-Z])", text)
    if match:
        word.usage, text = match[1], text[match.end():]
        if not re.search(rf"\b{word.name}\b", word.usage):
            raise Wrong(f"{word.place}: `{word.usage}` documents something else than '{word.name}'")
    head, *tags = re.split(r"\s*@(param|default) ", text)
    word.text = head.strip()
    for tag, value in zip(tags[::2], tags[1::2]):
        if tag == "param":
            name, _, said = value.partition(" ")
            word.params.append(Param(name, said.strip()))
        elif word.params:
            word.params[-1].default = value.strip()
        else:
            word.default = value.strip()
    if not word.text:
        raise Wrong(f"{word.place}: the comment of '{word.name}' says nothing")


def check_params(word):
    """The arguments of a method's usage are those that its comment describes."""
    match = re.match(r"\w*:\w+\((.*)\)$", word.usage)
    used = [name.strip() for name in match[1].split(",") if name.strip()] if match else []
    told = [param.name for param in word.params]
    if (match or told) and used != told:
        raise Wrong(f"{word.place}: `{word.usage}` has the arguments {used}, its @param lines say {told}")


def pieces(text, word):
    """(place, comment or None, match or None) in order: the comments of words, and the words."""
    doc = r"(?P<doc>/\*\*.*?\*/|^[ \t]*--- [^\n]*(?:\n[ \t]*--[^\n]*)*)"
    for match in re.finditer(rf"{doc}|/\*.*?\*/|--[^\n]*|{word}", text, re.MULTILINE | re.DOTALL):
        if match["doc"]:
            lines = (re.sub(r"^\s*(/\*\*|\*(?!/)|---?)", "", line) for line in match["doc"].split("\n"))
            yield match, " ".join(lines).removesuffix("*/"), None
        elif any(match.groups()):
            yield match, None, match.groups()[1:]


def region(source, text):
    """The part of the text that holds the words, and the number of lines before it."""
    if not source.begin:
        return text, 0
    found = re.search(source.begin, text, re.MULTILINE)
    end = found and re.search(source.end, text[found.end():], re.MULTILINE)
    if not end:
        raise Wrong(f"{source.file}: no {source.begin!r} to {source.end!r}: tests/docs/reference/words.py "
                    f"looks there for the words of '{source.group}'")
    return text[found.start():found.end() + end.start()], text.count("\n", 0, found.start())


def unescaped(text):
    return re.sub(r"\\(.)", r"\1", text)


def make(source, parts, place):
    name, *rest = (unescaped(part) for part in parts)
    name = name.replace('", "', ".")
    return Word(source.group, name, place, value=rest[0] if rest else "", cells=tuple(rest[1:]))


def read(root, source):
    """The words of one source, in its order."""
    body, before = region(source, (root / source.file).read_text(encoding="utf-8"))
    body = body.replace("\\\n", " \n")
    words, said, end = [], None, 0
    for match, comment, parts in pieces(body, source.word):
        place = f"{source.file}:{before + body.count(chr(10), 0, match.start()) + 1}"
        if comment is not None:
            said, end = comment, match.end()
            continue
        if not source.begin and body[end:match.start()].strip():
            said = None  # the comment of a function stands directly above it
        word = make(source, parts, place)
        if said is not None:
            parse(word, said)
            check_params(word)
        elif source.documented:
            raise Wrong(f"{place}: '{word.name}' ({source.group}) has no comment that documents it: write "
                        f"{'---' if source.file.endswith('.lua') else '/**'} above it")
        words.append(word)
        said = None
    if not words:
        raise Wrong(f"{source.file}: no words of '{source.group}' found; see tests/docs/reference/words.py")
    return words


def every_row(root, source):
    """No row of a table of keys escapes the patterns."""
    body, _ = region(source, (root / source.file).read_text(encoding="utf-8"))
    body = re.sub(r"/\*.*?\*/", "", body.replace("\\\n", " "), flags=re.DOTALL)
    rest = re.sub(ROW % r"\w+", "", body)
    if '"' in rest:
        raise Wrong(f"{source.file}: a row of the words of '{source.group}' has a form of its own: {rest}")


def merge_marks(groups):
    """What the marks take stands in the tables of keys, what they mean in the list of marks."""
    keys = groups.pop("mark key")
    if keys.keys() != groups["mark"].keys():
        raise Wrong("core/lua/language/marks.c: the list of marks differs from the keys that are marks (true): "
                    + ", ".join(sorted(keys.keys() ^ groups["mark"].keys())))
    for name, word in groups["mark"].items():
        word.value = keys[name].value


def read_all(root):
    """Group -> name -> word, of all sources."""
    groups = {}
    for source in SOURCES:
        if source.word in (KEY, MARK):
            every_row(root, source)
        for word in read(root, source):
            known = groups.setdefault(source.group, {})
            if word.name in known and known[word.name].text:
                raise Wrong(f"{word.place}: '{word.name}' is documented at {known[word.name].place} too")
            known[word.name] = word
    for word in groups["t"].values():
        if not word.text:
            raise Wrong(f"{word.place}: t.{word.name} is documented neither here nor above a method")
    merge_marks(groups)
    put_figures(root, groups)
    return groups


def put_figures(root, groups):
    known = figures.Figures(root)
    for word in (word for words in groups.values() for word in words.values()):
        word.text, word.default = known.put(word.text, word.place), known.put(word.default, word.place)
        for param in word.params:
            param.text, param.default = (known.put(param.text, word.place),
                                         known.put(param.default, word.place))
