# SPDX-License-Identifier: Apache-2.0
"""A page from its template: <!-- words GROUP: name... --> becomes what the sources say about the words,
and <!-- index --> a table of all of them. The examples of words stand behind them, before the next
words or chapter."""
import re

from words import Wrong

DIRECTIVE = re.compile(r"^<!-- words (\w+)(?:: ([\w. ]+?))? -->$")
HEADING = re.compile(r"^(#{2,4}) (.*)$")

# group: what the index calls it, how its words are shown, how a word looks where it is used
KEYED = r"\b{}\s*="
GROUPS = {
    "global": ("Words that are always there", "rows", r"\b{}\b"),
    "pattern": ("Keys of `pattern`", "keys", KEYED),
    "case": ("Keys of `case`", "keys", KEYED),
    "mark": ("Marks", "keys", KEYED),
    "xfail": ("Keys of `xfail`", "keys", KEYED),
    "fixture": ("Keys of `fixture`", "keys", KEYED),
    "t": ("`t`", "entries", r"\bt[.:]{}\b"),
    "wait": ("Keys of `t:wait`", "keys", KEYED),
    "expect": ("`expect(x)`", "entries", r":{}\b"),
    "listener": ("Listeners", "entries", r":{}\b"),
    "event": ("`slrun.event`", "rows", r"\bevent\.{}\b"),
    "local_cloud": ("The local cloud", "entries", r"local_cloud\.{}\b"),
    "type": ("Types of `is_a`", "list", r"is_a\W+{}\b"),
    "error": ("Fields of an error", "rows", r"\b{}\b"),
    "kind": ("Kinds of errors", "rows", None),  # most cannot be provoked
    "outcome": ("Outcomes", "outcomes", r"\b{}\b"),
    "unit": ("Units of durations", "list", r'"[\d.]+{}"'),
    "banned": ("Not for specs", "rows", r"\b{}\b"),
}


def cell(text):
    return text.replace("|", "\\|")


def table(*rows):
    head, *body = [[cell(text) for text in row] for row in rows]
    lines = [head, ["---"] * len(head), *body]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def as_keys(words):
    return table(["key", "value", "default", "meaning"],
                 *[[f"`{w.usage or w.name}`", value_of(w), w.default, w.text] for w in words])


def value_of(word):
    article = "a " if word.value in ("function", "string") else ""
    return article + word.value


def as_rows(words):
    return table(["word", "meaning"], *[[f"`{w.usage or w.name}`", w.value or sentence(w)] for w in words])


def as_outcomes(words):
    return table(["outcome", "letter", "with `-v`", "meaning"],
                 *[[w.name, f"`{w.value[1]}`", f"`{w.cells[0]}`", w.text] for w in words])


def with_default(text, default):
    return text + (f" Default: {default}." if default else "")


def arguments(word):
    return [with_default(f"`{param.name}`: {param.text}.", param.default) for param in word.params]


def sentence(word):
    return with_default(word.text, word.default)


def as_entries(words):
    """One word has a heading of its own, several are a table below that of the template."""
    if len(words) > 1 and not any(word.params for word in words):
        return as_rows(words)
    if len(words) > 1:
        return table(["word", "meaning", "arguments"],
                     *[[f"`{w.usage}`", sentence(w), " ".join(arguments(w))] for w in words])
    said = [f"### `{words[0].usage}`", "", sentence(words[0])]
    if words[0].params:
        said += ["", *(f"* {one}" for one in arguments(words[0]))]
    return "\n".join(said)


def as_list(words):
    return ", ".join(f"`{word.name}`" for word in words)


SHAPES = {"keys": as_keys, "rows": as_rows, "outcomes": as_outcomes, "entries": as_entries,
          "list": as_list}


class Anchors:
    """Those that GitHub gives the headings of a page, in their order."""

    def __init__(self):
        self.seen, self.last, self.all = {}, "", set()

    def heading(self, text):
        name = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
        self.seen[name] = self.seen.get(name, -1) + 1
        self.last = f"{name}-{self.seen[name]}" if self.seen[name] else name
        self.all.add(self.last)


class Page:
    def __init__(self, name, template, groups):
        self.name, self.groups = name, groups
        self.lines = template.split("\n")
        self.links = {}  # (group, name) -> anchor where it is explained
        self.segments = []  # (words, lines behind them); a chapter begins one without words
        self.anchors = Anchors()

    def words_of(self, line, group, names):
        if group not in GROUPS:
            raise Wrong(f"{self.name}:{line}: there is no group of words '{group}'")
        known = self.groups[group]
        names = names.split() if names else list(known)
        for name in names:
            if name not in known:
                raise Wrong(f"{self.name}:{line}: '{name}' ({group}) is no word of the sources any more")
            if (group, name) in self.links:
                raise Wrong(f"{self.name}:{line}: '{name}' ({group}) stands further up already")
            if GROUPS[group][1] == "entries" and len(names) == 1:
                self.anchors.heading(known[name].usage)
            self.links[group, name] = self.anchors.last
        return [known[name] for name in names]

    def expand(self):
        """The lines of the page, but for its index."""
        out, fenced = [], False
        for number, line in enumerate(self.lines, 1):
            fenced ^= line.startswith("```")
            directive = None if fenced else DIRECTIVE.match(line)
            heading = None if fenced else HEADING.match(line)
            if heading:
                self.anchors.heading(heading[2])
            if directive:
                words = self.words_of(number, directive[1], directive[2])
                self.segments.append((words, []))
                out.append(SHAPES[GROUPS[directive[1]][1]](words))
                continue
            if heading and heading[1] == "##":
                self.segments.append(([], []))
            if self.segments:
                self.segments[-1][1].append(line)
            out.append(line)
        return out

    def check_placed(self):
        for group in GROUPS:
            for name, word in self.groups[group].items():
                if (group, name) not in self.links:
                    raise Wrong(f"{word.place}: '{name}' ({group}) stands nowhere on the page: put it into "
                                f"{self.name} as <!-- words {group}: {name} -->, with an example behind it")

    def check_used(self, words, examples):
        for word in words:
            used = (GROUPS[word.group][2] or "").format(re.escape(word.name))
            if not any(re.search(used, example) for example in examples):
                raise Wrong(f"{self.name}: no example (```lua run) behind '{word.name}' "
                            f"({word.group}) uses it, before other words or the next chapter")

    def check_examples(self):
        """Words in a row share the examples behind the last of them."""
        waiting = []
        for words, lines in [*self.segments, ([], [])]:
            examples = re.findall(r"^```(lua (?:run|error|file=)[^\n]*\n.*?)^```$",
                                  "\n".join(lines) + "\n", re.MULTILINE | re.DOTALL) if words else []
            waiting += words
            if examples or not words:
                self.check_used(waiting, examples)
                waiting = []

    def index(self):
        rows = [["", "words"]]
        for group, (title, shape, used) in GROUPS.items():
            if shape != "list" and used:
                rows.append([title, ", ".join(f"[`{name}`](#{anchor})"
                                              for (of, name), anchor in self.links.items() if of == group)])
        return table(*rows)

    def check_links(self, text):
        for target in re.findall(r"\]\(#([^)]+)\)", text):
            if target not in self.anchors.all:
                raise Wrong(f"{self.name}: there is no heading behind the link #{target}")

    def text(self):
        lines = self.expand()
        self.check_placed()
        self.check_examples()
        text = "\n".join(self.index() if line == "<!-- index -->" else line for line in lines)
        self.check_links(text)
        return text
