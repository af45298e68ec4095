# SPDX-License-Identifier: Apache-2.0
"""AWS's published models of services (botocore's data), and the C that generators make of them:
plugins/generate.py for the plain protocols, client/generate.py of a plugin with a protocol of its own. With --check they write nothing,
and end with exit code 1 where a file is not what they would write."""
import gzip
import json
import pathlib
import re
import subprocess
import sys

MADE = "/* SPDX-License-Identifier: Apache-2.0 */\n/* Made by generate.py from AWS's service model: do not edit. %s */\n"
CHECK = "--check"  # nothing is written


def parts(name):
    """A name with a space before each of its words but the first."""
    return re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1 \2", name))


def snake(name):
    return parts(name).replace(" ", "_").lower()


def quote(text):
    return '"%s"' % text.replace("\\", "\\\\").replace('"', '\\"')


LONGEST = 120  # characters of a text: it is one line of a listing


def hollow(member, text):
    """Whether a text says no more than the member's name: "Last modified.", "The rules.", "Header x-amz-date."."""
    letters = [re.sub("[^a-z0-9]", "", part.lower()) for part in (text, member)]
    return letters[0] in ("", letters[1], "the" + letters[1]) or bool(
        re.fullmatch(r"(The )?(member|elements?|headers?|query parameter) [^ ]+", text, re.IGNORECASE))


class Texts:
    """What members mean, in our words: under "Structure.Member" (the model's names) or, for all the others, "Member"."""

    def __init__(self, texts):
        self.texts, self.used, self.lacking = texts, set(), {}

    def of(self, structure, member):
        own = "%s.%s" % (structure, member)
        key = own if own in self.texts else member
        self.used.add(key)
        if key not in self.texts:
            self.lacking.setdefault(member, set()).add(structure)
        return self.texts.get(key, "")

    def check(self):
        """Ends the program where a member has no text, or a text is of no use; it names them all."""
        told = {key: text for key, text in self.texts.items() if key in self.used}
        wrong = {"has no text": ["%s (of %s)" % (m, ", ".join(sorted(of))) for m, of in sorted(self.lacking.items())],
                 "says no more than its name": [k for k, text in told.items() if hollow(k.rpartition(".")[2], text)],
                 "is longer than %d characters" % LONGEST: [k for k, text in told.items() if len(text) > LONGEST],
                 "ends without a full stop": [k for k, text in told.items() if not text.endswith(".")],
                 "is a text of no member": [k for k in self.texts if k not in self.used]}
        lines = ["%s %s" % (key, what) for what, keys in wrong.items() for key in keys]
        if lines:
            sys.exit("\n".join(lines))


class Model:
    """A model, and the text of the C that is made of it."""

    def __init__(self, document, texts):
        self.operations, self.shapes = document["operations"], document["shapes"]
        self.texts = Texts(texts)
        self.made = {}  # whatever stands in the text already -> its C name
        self.text = []

    def keep(self, key, c_name, declaration):
        """Writes a declaration, once; its C name."""
        if key not in self.made:
            self.made[key] = c_name
            self.text.append(declaration)
        return self.made[key]

    def words(self, name, words=None):
        """The C name of a list of words: the model's, unless they are given."""
        c_name = "words_" + snake(name.strip("_"))
        return self.keep(c_name, c_name, "static const char *const %s[] = {%s, NULL};" % (
            c_name, ", ".join(map(quote, words or self.shapes[name]["enum"]))))


def read(service, file=None):
    """A service's document: from a file, or of the installed botocore (the newest)."""
    if not file:
        import botocore  # pylint: disable=import-outside-toplevel
        file = max(pathlib.Path(botocore.__file__).parent.glob("data/%s/*/service-2.json*" % service))
    with (gzip.open if str(file).endswith(".gz") else open)(file) as stream:
        return json.load(stream)


def argument(number):
    """Of the command line, None where there are fewer; --check is none."""
    return ([word for word in sys.argv if word != CHECK] + [None] * number)[number]


def write(file, what, text):
    """Writes a C file, formatted; `what` is said in its head. With --check ends the program where the file is another."""
    done = subprocess.run(["clang-format-14", "--assume-filename=" + str(file)], input=MADE % what + text,
                          capture_output=True, text=True, check=True)
    if CHECK not in sys.argv:
        file.write_text(done.stdout, encoding="utf-8")
    elif file.read_text(encoding="utf-8") != done.stdout:
        sys.exit("%s is not what its generator makes: run that" % file)
