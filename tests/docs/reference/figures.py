# SPDX-License-Identifier: Apache-2.0
"""Figures of the sources in a text: $(NAME) is a constant of an enum of core/, $(part.NAME) a local of
core/lua/parts/part.lua. $(NAME:ms) writes milliseconds as a duration, $(NAME:bytes) a size."""
import re

UNITS = (("h", 3600000), ("m", 60000), ("s", 1000))
SIZES = (("MiB", 1 << 20), ("KiB", 1 << 10))


def duration(value):
    """120000 is "120s", as a person writes it: minutes only from three of them."""
    for unit, size in UNITS:
        if value % size == 0 and value >= (3 * size if unit == "m" else size):
            return f"{value // size}{unit}"
    return f"{value}ms"


def size(value):
    for unit, factor in SIZES:
        if value % factor == 0:
            return f"{value // factor} {unit}"
    return f"{value} bytes"


FORMS = {"": lambda value: f"{value:,}", "ms": duration, "bytes": size,
         "%": lambda value: f"{value * 100:g} %", "s": lambda value: f"{value / 1000:g}"}


class Figures:
    def __init__(self, root):
        self.root = root
        self.constants = {}
        for path in sorted((root / "core").rglob("*.[hc]")):
            for body in re.findall(r"\benum(?: \w+)? \{(.*?)\}", path.read_text("utf-8"), re.DOTALL):
                for name, value in re.findall(r"\b([A-Z][A-Z0-9_]*) = ([-\d *<+()]+)(?:,|\s*/|\s*$)",
                                              body, re.MULTILINE):
                    self.constants.setdefault(name, set()).add(value.strip())

    def lua(self, part, name):
        path = self.root / f"core/lua/parts/{part}.lua"
        text = path.read_text("utf-8") if path.exists() else ""
        for names, values in re.findall(r"^local ([A-Z_, ]+?)\s*= ([\d., ]+)", text, re.MULTILINE):
            found = dict(zip(names.split(", "), values.split(", "), strict=True))
            if name in found:
                return found[name]
        return None

    def value(self, name, place):
        part, _, constant = name.rpartition(".")
        values = [self.lua(part, constant)] if part else sorted(self.constants.get(name, [None]), key=str)
        if values[0] is None or len(values) > 1:
            raise LookupError(f"{place}: $({name}) is {'ambiguous' if values[0] else 'no figure of the sources'}")
        text = values[0]
        return eval(text, {"__builtins__": {}})  # digits and operators: see the patterns above

    def put(self, text, place):
        def one(match):
            name, _, form = match[1].partition(":")
            return FORMS[form](self.value(name, place))
        return re.sub(r"\$\(([\w.]+(?::[\w%]+)?)\)", one, text)
