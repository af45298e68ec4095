#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes ops.h, ops.c, shapes.h and shapes.c of a plugin's client half from AWS's published model
(botocore's data) and the plugin's client/operations.json, which names the operations.

usage: generate.py [--check] PLUGIN [service-2.json[.gz]]   (without a file: of the installed botocore)

The files are committed: who builds slrun needs neither Python nor the model. Texts in them are our
own; from the model come names, types and words. operations.json has

  "operations"  what each does; those that begin with "+" change something when they are sent twice
  "paged"       the list that grows, and the argument that bounds a page (or null)
  "absent"      the error that says that the item asked for is not there
  "undo"        operations with PLUGIN_undo_NAME(); "tag": those with PLUGIN_tag()
  "docs"        what each member means: under "Structure.Member", or "Member" for all the others
and may have
  "model"       botocore's name of the service, where it is not the plugin's
  "secret"      shapes whose values no report may show
  "service"     the service of single operations: PLUGIN_NAME_service
  "shared"      structures of requests whose members others use: PLUGIN_NAME
"""
import json
import pathlib
import re
import sys

import model
from model import quote, snake

PLUGINS = pathlib.Path(__file__).parent


class Model(model.Model):
    def __init__(self, plugin, wanted, document):
        super().__init__(document, wanted["docs"])
        self.plugin, self.wanted = plugin, wanted
        self.shared = []  # lists of members that others than the operations use
        self.rest = document["metadata"]["protocol"] == "rest-json"

    def type_of(self, name, request):
        """The C initialiser of a shape."""
        shape = self.shapes[name]
        kind = shape["type"]
        if kind == "string":
            return "S_WORD(%s)" % self.words(name) if "enum" in shape and request else "S_STRING"
        if kind == "structure":
            return "S_STRUCTURE(%s)" % self.structure(name, request)
        if kind == "map":
            return "S_MAP(%s)" % self.element(self.type_of(shape["value"]["shape"], request))
        if kind == "list":
            return "S_LIST(%s)" % self.element(self.type_of(shape["member"]["shape"], request))
        return {"integer": "S_INTEGER", "long": "S_INTEGER", "double": "S_FLOAT", "float": "S_FLOAT", "boolean": "S_BOOLEAN", "blob": "S_BLOB",
                "timestamp": "S_TIMESTAMP"}[kind]

    def element(self, inner):
        """The C constant that is the shape of a list's elements."""
        if inner == "S_STRING":
            return "shape_string"
        c_name = "shape_" + re.sub(r".*\((.*)\)", r"\1", inner)
        return self.keep(inner, c_name, "static const struct slrun_shape %s = %s;" % (c_name, inner))

    def structure(self, name, request, c_name=None):
        """Writes a list of members, once; its C name."""
        key = (name, request, c_name)
        if key in self.made:
            return self.made[key]
        shape = self.shapes[name]
        shared = request and name in self.wanted.get("shared", [])
        inner = c_name is None and not shared
        if shared:
            c_name = "%s_%s" % (self.plugin, snake(name))
            self.shared.append(c_name)
        c_name = self.made[key] = c_name or snake(name) + ("_given" if request else "_members")
        rows = []
        for member, ref in shape["members"].items():
            type_text = self.type_of(ref["shape"], request)
            flags = ["SLRUN_REQUIRED"] if request and member in shape.get("required", []) else []
            if self.shapes[ref["shape"]].get("key", {}).get("locationName") == "Name":
                flags.append("SLRUN_NAME_VALUE")
            if ref["shape"] in self.wanted.get("secret", []):
                flags.append("SLRUN_SECRET")
            flags = " | ".join(flags) or "0"
            rows.append("{%s, %s, %s, %s},\n" % (quote(member), type_text, flags,
                                                quote(self.texts.of(name, member))))
        self.text.append("%sconst struct slrun_param %s[] = {\n%s{.name = NULL},\n};\n" % (
            "static " if inner else "", c_name, "".join(rows)))
        return c_name

    def members(self, ref):
        return self.shapes[ref["shape"]].get("members", {})

    def how(self, op):
        """Method, path and queries of a REST service, as slrun_op.rest has them."""
        path, queries, labels = op["http"]["requestUri"], [], {}
        for member, ref in self.members(op["input"]).items():
            wire = ref.get("locationName", member)
            if ref.get("location") == "querystring":
                queries.append(member if wire == member else "%s=%s" % (member, wire))
            elif ref.get("location") == "uri":
                labels[wire] = member
            elif "location" in ref or wire != member:
                sys.exit("%s of %s stands where no generated client puts it" % (member, op["name"]))
        path = re.sub(r"{(\w+)", lambda label: "{" + labels[label[1]], path)
        return " ".join([op["http"]["method"], "?".join([path] + (["&".join(queries)] if queries else []))])

    def operation(self, api):
        op, name = self.operations[api], snake(api)
        result = "%s_%s_result" % (self.plugin, name)
        params = self.structure(op["input"]["shape"], True, "%s_%s_params" % (self.plugin, name))
        has_result = "output" in op and self.shapes[op["output"]["shape"]].get("members")
        if has_result:
            self.structure(op["output"]["shape"], False, result)
        doc = self.wanted["operations"][api]
        lines = [".name = %s" % quote(name), ".api = %s" % quote(api), ".doc = %s" % quote(doc.lstrip("+")),
                 ".params = " + params]
        if has_result:
            lines.append(".result = " + result)
        if not doc.startswith("+"):
            lines.append(".flags = SLRUN_OP_IDEMPOTENT")
        if api in self.wanted["absent"]:
            lines.append(".absent = (const char *const[]){%s, NULL}" % quote(self.wanted["absent"][api]))
        if api in self.wanted["paged"]:
            items, limit = self.wanted["paged"][api]
            token = quote(next(m for m in self.members(op["input"]) if m.lower() == "nexttoken"))
            lines.append('.paging = {%s, %s, %s, %s}' % (token, token, quote(items), quote(limit) if limit else "NULL"))
        lines += [".token = " + quote(member) for member, ref in self.members(op["input"]).items() if ref.get("idempotencyToken")]
        if self.rest:
            lines.append(".rest = %s" % quote(self.how(op)))
        lines += [".build = %s_build" % self.plugin, ".parse = %s_parse" % self.plugin]
        if api in self.wanted["undo"]:
            lines.append(".undo = %s_undo_%s" % (self.plugin, name))
        if api in self.wanted["tag"]:
            lines.append(".tag = %s_tag" % self.plugin)
        if api in self.wanted.get("service", {}):
            lines.append(".service = &%s_%s_service" % (self.plugin, self.wanted["service"][api]))
        return "{%s}" % ",\n".join(lines), [params] + ([result] if has_result else [])


SHAPES = """#include "client/shapes.h"

#include <stddef.h>

#include <slrun/table.h>

static const struct slrun_shape shape_string = S_STRING;

%s"""


def main():
    plugin = model.argument(1)
    client = PLUGINS / plugin / "client"
    wanted = json.loads((client / "operations.json").read_text(encoding="utf-8"))
    made_of = Model(plugin, wanted, model.read(wanted.get("model", plugin), model.argument(2)))
    made = [made_of.operation(api) for api in sorted(wanted["operations"])]
    made_of.texts.check()
    services = sorted(set(wanted.get("service", {}).values()))
    shapes, upper = "\n".join(made_of.text), plugin.upper()
    model.write(client / "ops.h", "The table of operations.", "#ifndef SLRUN_%s_OPS_H\n#define SLRUN_%s_OPS_H\n\n"
          "#include <slrun/op.h>\n\nenum { %s_OPS = %d };\n\nextern const struct slrun_service %s;\n"
          "extern const struct slrun_op %s_ops[%s_OPS];\n\n#endif\n" % (
              upper, upper, upper, len(made), ", ".join(
                  "%s_service" % name for name in [plugin] + ["%s_%s" % (plugin, n) for n in services]), plugin, upper))
    model.write(client / "shapes.h", "Parameters and results.", "#ifndef SLRUN_%s_SHAPES_H\n"
          "#define SLRUN_%s_SHAPES_H\n\n#include <slrun/shape.h>\n\n%s\n#endif\n" % (upper, upper, "".join(
              "extern const struct slrun_param %s[];\n" % n for n in [name for _, names in made for name in names] + made_of.shared)))
    model.write(client / "shapes.c", "Parameters and results.", SHAPES % shapes)
    model.write(client / "ops.c", "The operations.", '#include "client/ops.h"\n\n#include "client/call.h"\n'
          '#include "client/shapes.h"\n\nconst struct slrun_op %s_ops[%s_OPS] = {\n%s};\n' % (
              plugin, upper, "".join(op + ",\n" for op, _ in made)))


if __name__ == "__main__":
    main()
