#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes v1.c and v2.c (operations and their shapes) from AWS's published models (botocore's data).

usage: generate.py [--check] [BOTOCORE_DATA_DIRECTORY]

The files are committed: who builds slrun needs neither Python nor the models. Texts in them are our
own: operations.json has what each operation does, docs.json what members mean (as model.Texts reads it), both by model.
From the models come names, types and places.
"""
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parents[1]))
import model  # pylint: disable=wrong-import-position
from model import quote, snake  # pylint: disable=wrong-import-position

# AWS's own order of words, where errors tell it.
ORDERS = {"DocumentationPartType": """RESPONSE_BODY RESPONSE METHOD MODEL AUTHORIZER RESPONSE_HEADER RESOURCE PATH_PARAMETER
REQUEST_BODY QUERY_PARAMETER API REQUEST_HEADER""".split(),
          "IntegrationType": ("HTTP", "MOCK", "AWS_PROXY", "HTTP_PROXY", "AWS"),
          "GatewayResponseType": """REQUEST_TOO_LARGE RESOURCE_NOT_FOUND AUTHORIZER_CONFIGURATION_ERROR MISSING_AUTHENTICATION_TOKEN
BAD_REQUEST_BODY INVALID_SIGNATURE INVALID_API_KEY BAD_REQUEST_PARAMETERS AUTHORIZER_FAILURE UNAUTHORIZED INTEGRATION_TIMEOUT
ACCESS_DENIED DEFAULT_4XX DEFAULT_5XX WAF_FILTERED QUOTA_EXCEEDED THROTTLED API_CONFIGURATION_ERROR UNSUPPORTED_MEDIA_TYPE
INTEGRATION_FAILURE EXPIRED_TOKEN""".split()}

PLACES = {"uri": "AG_LABEL", "querystring": "AG_QUERY"}
LEFT_OUT = {"generateDistinctId"}  # of no use
SECRET = {"value", "certificatePrivateKey"}


class Model(model.Model):
    def __init__(self, document, texts, lower):
        super().__init__(document, texts)
        self.lower = lower

    def type_of(self, ref, request):
        name, shape = ref["shape"], self.shapes[ref["shape"]]
        kind = shape["type"]
        if kind == "string":
            return "S_WORD(%s)" % self.words(name, None if self.lower else ORDERS.get(name)) if "enum" in shape and request else "S_STRING"
        if kind == "structure":
            return "S_STRUCTURE(%s)" % self.structure(name, request)
        if kind in ("list", "map"):
            return "S_%s(%s)" % (kind.upper(), self.element(shape["member" if kind == "list" else "value"], request))
        return {"integer": "S_INTEGER", "long": "S_INTEGER", "boolean": "S_BOOLEAN", "double": "S_FLOAT", "blob": "S_BLOB",
                "timestamp": "S_TIMESTAMP"}[kind]

    def element(self, ref, request):
        """The C constant that is the shape of a list's or map's elements."""
        inner = self.type_of(ref, request)
        c_name = "shape_" + re.sub(r"\W+", "_", inner.removeprefix("S_")).lower().rstrip("_")
        return self.keep(inner, c_name, "static const struct slrun_shape %s = %s;\n" % (c_name, inner))

    def structure(self, name, request, c_name=None):
        key = (name, request)
        if key in self.made:
            return self.made[key]
        c_name = c_name or "%s_%s" % (snake(name), "in" if request else "out")
        self.made[key] = c_name
        shape, lines = self.shapes[name], []
        for member, ref in shape.get("members", {}).items():
            if member in LEFT_OUT:
                continue
            flags = [f for f, has in (("SLRUN_REQUIRED", request and member in shape.get("required", [])),
                                      ("SLRUN_SECRET", member in SECRET),
                                      ("SLRUN_FILE", request and member == shape.get("payload"))) if has]
            lines.append("{%s, %s, %s, %s},\n" % (quote(member), self.type_of(ref, request),
                                                 " | ".join(flags) or "0", quote(self.texts.of(name, member))))
        self.text.append("static const struct slrun_param %s[] = {\n%s{.name = NULL}};\n" % (c_name, "".join(lines)))
        return c_name

    def places(self, name, c_name):
        """Members whose wire name or place is not what the rule says; "NULL" if there are none."""
        lines, shape = [], self.shapes[name]
        for member, ref in shape.get("members", {}).items():
            wire = ref.get("locationName", member)
            place = "AG_PAYLOAD" if member == shape.get("payload") else PLACES.get(ref.get("location"), "AG_BODY")
            rule = member[0].lower() + member[1:] if self.lower else member
            if member not in LEFT_OUT and (place != "AG_BODY" or wire != rule):
                lines.append("{%s, %s, %s}, " % (quote(member), quote(wire), place))
        if not lines:
            return "NULL"
        self.text.append("static const struct ag_place %s[] = {%s{.name = NULL}};\n" % (c_name, "".join(lines)))
        return c_name

    def operation(self, api, doc):
        op, name = self.operations[api], snake(api)
        http = op["http"]
        path, _, query = http["requestUri"].partition("?")
        params = self.structure(op["input"]["shape"], True, name + "_params")
        result = self.structure(op["output"]["shape"], False) if "output" in op else "NULL"
        out_places = self.places(op["output"]["shape"], name + "_out_places") if "output" in op else "NULL"
        fields = [".name = " + quote(name), ".api = " + quote(api), ".doc = " + quote(doc),
                  ".params = " + params]
        if result != "NULL":
            fields.append(".result = " + result)
        if http["method"] != "POST":
            fields.append(".flags = SLRUN_OP_IDEMPOTENT")
        if api.startswith("Get"):
            fields.append(".absent = absent")
        if "limit" in self.shapes[op["input"]["shape"]]["members"] and result != "NULL" and \
                "position" in self.shapes[op["output"]["shape"]]["members"]:
            fields.append('.paging = {"position", "position", "items", "limit"}')
        if "NextToken" in self.shapes[op["input"]["shape"]]["members"]:
            fields.append('.paging = {"NextToken", "NextToken", "Items", NULL}')
        fields += [".build = ag_build", ".parse = ag_parse"]
        if api in ("CreateRestApi", "CreateApi", "CreateApiKey", "CreateUsagePlan"):
            fields += [".undo = ag_undo", ".tag = ag_tag"]
        call = [quote(name), quote(http["method"]), quote(path), quote(query) if query else "NULL",
                str(http.get("responseCode", 200)), self.places(op["input"]["shape"], name + "_places"),
                out_places]
        return "{%s}" % ", ".join(fields), "{%s}" % ", ".join(call)


def own(name, service):
    """What stands of a service in a file of ours."""
    return json.loads((HERE / name).read_text(encoding="utf-8"))[service]


def make(service, prefix, lower):
    given = model.argument(1)
    file = next((pathlib.Path(given) / service).glob("*/service-2.json*")) if given else None
    operations = own("operations.json", service)
    made_of = Model(model.read(service, file), own("docs.json", service), lower)
    made = [made_of.operation(api, operations[api]) for api in sorted(operations, key=snake)]
    made_of.texts.check()
    model.write(HERE / (prefix + ".c"), "Operations of %s." % service, """#include "client/ops.h"

#include <slrun/table.h>

#include "client/wire.h"

static const char *const absent[] = {"NotFoundException", NULL};
""" + "\n".join(made_of.text) + "const struct slrun_op %s_ops[%s_OPS] = {%s};\n" % (
        service, service.upper(), ",\n".join(o for o, _ in made)) + "const struct ag_call %s_calls[%s_OPS] = {%s};\n" % (
        service, service.upper(), ",\n".join(c for _, c in made)))
    print(service, len(made), "operations")


def main():
    make("apigateway", "v1", False)
    make("apigatewayv2", "v2", True)


if __name__ == "__main__":
    main()
