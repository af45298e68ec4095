# SPDX-License-Identifier: Apache-2.0
"""AWS's published models of services (botocore's data), and the C that generators make of them:
plugins/generate.py for the plain protocols, client/generate.py of a plugin with a protocol of its own."""
import gzip
import json
import pathlib
import re
import subprocess
import sys

MADE = "/* SPDX-License-Identifier: Apache-2.0 */\n/* Made by generate.py from AWS's service model: do not edit. %s */\n"


def parts(name):
    """A name with a space before each of its words but the first."""
    return re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1 \2", name))


def snake(name):
    return parts(name).replace(" ", "_").lower()


def spoken(name):
    """LastUpdatedTime, lastUpdatedTime: "Last updated time."."""
    words = parts(name).split()
    return " ".join([words[0][0].upper() + words[0][1:]] + [w if w.isupper() else w.lower() for w in words[1:]]) + "."


def quote(text):
    return '"%s"' % text.replace("\\", "\\\\").replace('"', '\\"')


class Model:
    """A model, and the text of the C that is made of it."""

    def __init__(self, document):
        self.operations, self.shapes = document["operations"], document["shapes"]
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
    return sys.argv[number] if len(sys.argv) > number else None


def write(file, what, text):
    """Writes a C file, formatted; `what` is said in its head."""
    done = subprocess.run(["clang-format-14", "--assume-filename=" + str(file)], input=MADE % what + text,
                          capture_output=True, text=True, check=True)
    file.write_text(done.stdout, encoding="utf-8")
