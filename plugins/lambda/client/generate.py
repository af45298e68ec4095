#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes ops.h, ops.c, shapes.h and shapes.c from AWS's published model of Lambda (botocore's data).

usage: generate.py [--check] [service-2.json[.gz]]   (without a file: of the installed botocore)

The files are committed: who builds slrun needs neither Python nor the model. Texts in them are our
own (those of members stand in docs.json, as model.Texts reads them); from the model come names, types and places.
"""
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parents[1]))
import model  # pylint: disable=wrong-import-position
from model import quote, snake  # pylint: disable=wrong-import-position

OPERATIONS = {
    "AddLayerVersionPermission": "Adds a statement to the policy of a layer version.",
    "AddPermission": "Lets a service or an account invoke a function.",
    "CreateAlias": "Creates a name for a version of a function.",
    "CreateEventSourceMapping": "Has a function invoked with what a queue or a stream brings.",
    "CreateFunction": "Creates a function.",
    "CreateFunctionUrlConfig": "Gives a function a URL of its own.",
    "DeleteAlias": "Deletes an alias.",
    "DeleteEventSourceMapping": "Deletes an event source mapping.",
    "DeleteFunction": "Deletes a function, or one version of it.",
    "DeleteFunctionConcurrency": "Takes back the concurrency reserved for a function.",
    "DeleteFunctionEventInvokeConfig": "Deletes the configuration of asynchronous invocation.",
    "DeleteFunctionUrlConfig": "Deletes the URL of a function.",
    "DeleteLayerVersion": "Deletes a version of a layer.",
    "DeleteProvisionedConcurrencyConfig": "Deletes the provisioned concurrency of a version or alias.",
    "GetAccountSettings": "Tells limits and usage of the account.",
    "GetAlias": "Tells the version that an alias stands for.",
    "GetEventSourceMapping": "Tells about an event source mapping.",
    "GetFunction": "Tells the configuration of a function, where its code is, and its tags.",
    "GetFunctionCodeSigningConfig": "Tells the code signing configuration of a function: there is none here.",
    "GetFunctionConcurrency": "Tells the concurrency reserved for a function.",
    "GetFunctionConfiguration": "Tells the configuration of a function or a version.",
    "GetFunctionEventInvokeConfig": "Tells the configuration of asynchronous invocation.",
    "GetFunctionRecursionConfig": "Tells what becomes of a function that invokes itself over and over.",
    "GetFunctionUrlConfig": "Tells the URL of a function.",
    "GetLayerVersion": "Tells about a version of a layer, and where its content is.",
    "GetLayerVersionByArn": "The same as get_layer_version, by ARN.",
    "GetLayerVersionPolicy": "Tells the policy of a layer version.",
    "GetPolicy": "Tells who may invoke a function, a version or an alias.",
    "GetProvisionedConcurrencyConfig": "Tells the provisioned concurrency of a version or alias.",
    "GetRuntimeManagementConfig": "Tells how the runtime of a function is updated.",
    "Invoke": "Invokes a function, and waits for what it returns unless InvocationType is Event.",
    "ListAliases": "Lists the aliases of a function.",
    "ListEventSourceMappings": "Lists event source mappings, of a function or of a source.",
    "ListFunctionEventInvokeConfigs": "Lists configurations of asynchronous invocation.",
    "ListFunctionUrlConfigs": "Lists the URLs of a function and its aliases.",
    "ListFunctions": "Lists functions.",
    "ListLayerVersions": "Lists the versions of a layer.",
    "ListLayers": "Lists layers with their latest versions.",
    "ListProvisionedConcurrencyConfigs": "Lists provisioned concurrency of a function.",
    "ListTags": "Lists the tags of a function or an event source mapping.",
    "ListVersionsByFunction": "Lists the versions of a function.",
    "PublishLayerVersion": "Creates a version of a layer.",
    "PublishVersion": "Makes a version of the function as it is now.",
    "PutFunctionConcurrency": "Reserves concurrency for a function, which is its limit, too.",
    "PutFunctionEventInvokeConfig": "Configures asynchronous invocation; what is not given is unset.",
    "PutFunctionRecursionConfig": "Says what becomes of a function that invokes itself; it is kept and told.",
    "PutProvisionedConcurrencyConfig": "Provisions concurrency for a version or alias.",
    "PutRuntimeManagementConfig": "Says how the runtime of a function is updated.",
    "RemoveLayerVersionPermission": "Removes a statement from the policy of a layer version.",
    "RemovePermission": "Removes a statement from the policy of a function.",
    "TagResource": "Sets tags of a function or an event source mapping.",
    "UntagResource": "Removes tags of a function or an event source mapping.",
    "UpdateAlias": "Has an alias stand for another version, or for two.",
    "UpdateEventSourceMapping": "Changes an event source mapping.",
    "UpdateFunctionCode": "Changes the code of a function.",
    "UpdateFunctionConfiguration": "Changes the configuration of a function.",
    "UpdateFunctionEventInvokeConfig": "Changes the configuration of asynchronous invocation.",
    "UpdateFunctionUrlConfig": "Changes the URL of a function.",
}

# Sent twice they do something twice, or answer otherwise.
ONCE = {"AddLayerVersionPermission", "AddPermission", "CreateAlias", "CreateEventSourceMapping",
        "CreateFunction", "CreateFunctionUrlConfig", "Invoke", "PublishLayerVersion", "PublishVersion"}

UNDO = {"CreateFunction": "function", "CreateAlias": "alias", "PublishLayerVersion": "layer",
        "CreateEventSourceMapping": "mapping"}
TAG = {"CreateFunction", "CreateEventSourceMapping"}

ITEMS = {"ListAliases": "Aliases", "ListEventSourceMappings": "EventSourceMappings",
         "ListFunctionEventInvokeConfigs": "FunctionEventInvokeConfigs",
         "ListFunctionUrlConfigs": "FunctionUrlConfigs", "ListFunctions": "Functions",
         "ListLayerVersions": "LayerVersions", "ListLayers": "Layers",
         "ListProvisionedConcurrencyConfigs": "ProvisionedConcurrencyConfigs",
         "ListVersionsByFunction": "Versions"}

# AWS adds words to these (runtimes come and go): any is let through, the service judges.
OPEN = {"Runtime"}
SECRET = {"Variables"}

# Structures that have, for the local cloud alone, a Directory: where the code or content is on this machine.
WITH_DIRECTORY = {"FunctionCode", "UpdateFunctionCodeRequest", "LayerVersionContentInput"}

# AWS's own order of words, where errors tell it.
ORDERS = {"EventSourcePosition": ("LATEST", "AT_TIMESTAMP", "TRIM_HORIZON"), "InvokeMode": ("RESPONSE_STREAM", "BUFFERED"),
          "RecursiveLoop": ("Terminate", "Allow")}


class Model(model.Model):
    def type_of(self, name, request):
        shape = self.shapes[name]
        kind = shape["type"]
        if kind == "string":
            return "S_WORD(%s)" % self.words(name, ORDERS.get(name)) if "enum" in shape and request and name not in OPEN else "S_STRING"
        if kind == "structure":
            return "S_STRUCTURE(%s)" % self.structure(name, request)
        if kind in ("list", "map"):
            inner = self.type_of((shape.get("member") or shape.get("value"))["shape"], request)
            return "S_%s(%s)" % (kind.upper(), self.element(inner))
        return {"integer": "S_INTEGER", "long": "S_INTEGER", "boolean": "S_BOOLEAN", "blob": "S_BLOB",
                "double": "S_FLOAT", "timestamp": "S_TIMESTAMP"}[kind]

    def element(self, inner):
        """The C constant that is the shape of a list's or map's elements."""
        c_name = "shape_" + re.sub(r"\W+", "_", inner.removeprefix("S_")).lower().rstrip("_")
        return self.keep(inner, c_name, "static const struct slrun_shape %s = %s;" % (c_name, inner))

    def structure(self, name, request, c_name=None):
        """Writes a structure's members, once; their C name. Those of requests have words and duties."""
        key = (name, request or c_name)
        if key in self.made:
            return self.made[key]
        shape, static = self.shapes[name], "" if c_name else "static "
        c_name = self.made[key] = c_name or snake(name) + ("_members" if request else "_result_members")
        required, lines = shape.get("required", []), []
        for member, ref in shape.get("members", {}).items():
            if member in ("InvokeArgs",):
                continue
            kind = "S_DOCUMENT" if member == "Payload" else (
                "S_STRING" if member == "LogResult" else self.type_of(ref["shape"], request))
            flags = [f for f, has in (("SLRUN_REQUIRED", request and member in required),
                                      ("SLRUN_SECRET", member in SECRET)) if has]
            lines.append("{%s, %s, %s, %s}" % (quote(member), kind, " | ".join(flags) or "0",
                                              quote(self.texts.of(name, member))))
        if name in WITH_DIRECTORY and request:
            lines.append('{"Directory", S_STRING, 0, %s}' % quote(self.texts.of(name, "Directory")))
        self.text.append("%sconst struct slrun_param %s[] = {\n%s};" % (
            static, c_name, "".join(line + ",\n" for line in lines + ["{.name = NULL}"])))
        return c_name

    def places(self, name, shape_name):
        """What travels elsewhere than in path and body."""
        rows = ["{%s, %s, %s}" % (quote(member), "LAMBDA_QUERY" if ref["location"] == "querystring" else "LAMBDA_HEADER",
                                  quote(ref["locationName"]))
                for member, ref in self.shapes[shape_name].get("members", {}).items()
                if ref.get("location") in ("querystring", "header")]
        if not rows:
            return "NULL"
        self.text.append("const struct lambda_place %s[] = {\n%s};" % (
            name, "".join(row + ",\n" for row in rows + ["{.member = NULL}"])))
        return name

    def operation(self, api):
        op, name = self.operations[api], snake(api)
        http = op["http"]
        path, _, query = http["requestUri"].partition("?")
        shape = op["input"]["shape"]
        self.structure(shape, True, name + "_params")
        result = "no_members"
        if "output" in op:
            result = name + "_result"
            self.structure(op["output"]["shape"], False, result)
        places = self.places(name + "_places", shape)
        lines = [".name = %s" % quote(name), ".api = %s" % quote(api), ".doc = %s" % quote(OPERATIONS[api]),
                 ".params = %s_params" % name, ".result = " + result]
        flags = ["SLRUN_OP_IDEMPOTENT"] if api not in ONCE else []
        if flags:
            lines.append(".flags = " + " | ".join(flags))
        lines.append(".retry = retry")
        if api == "GetProvisionedConcurrencyConfig":
            lines.append(".absent = absent")
        if api in ITEMS:
            lines.append(".paging = {%s}" % ", ".join(map(quote, ("Marker", "NextMarker", ITEMS[api], "MaxItems"))))
        lines += [".build = lambda_build", ".parse = lambda_parse"]
        if api in UNDO:
            lines.append(".undo = lambda_undo_" + UNDO[api])
        if api in TAG:
            lines.append(".tag = lambda_tag")
        body = any("location" not in ref for ref in self.shapes[shape].get("members", {}).values())
        kind = "LAMBDA_PAYLOAD" if "payload" in self.shapes[shape] else "LAMBDA_JSON" if body else "LAMBDA_NO_BODY"
        call = [quote(name), quote(http["method"]), quote(path), quote(query) if query else "NULL",
                places, kind, str(http.get("responseCode", 200))]
        return "{%s}" % ",\n".join(lines), "{%s}" % ", ".join(call)


def main():
    made_of = Model(model.read("lambda", model.argument(1)), json.loads((HERE / "docs.json").read_text(encoding="utf-8")))
    names = sorted(OPERATIONS, key=snake)
    made = [made_of.operation(api) for api in names]
    made_of.texts.check()
    declared = sorted(n for n in made_of.made.values() if n.endswith(("_params", "_result")))
    places = sorted(set(re.findall(r"const struct lambda_place (\w+)", "\n".join(made_of.text))))
    model.write(HERE / "ops.h", "The table of operations.", "#ifndef SLRUN_LAMBDA_OPS_H\n#define SLRUN_LAMBDA_OPS_H\n\n"
          "#include <slrun/slrun.h>\n\nenum { LAMBDA_OPS = %d };\nextern const struct slrun_op lambda_ops[LAMBDA_OPS];\n"
          "extern const struct slrun_service lambda_service;\n\n#endif\n" % len(names))
    model.write(HERE / "shapes.h", "Parameters and results.", "#ifndef SLRUN_LAMBDA_SHAPES_H\n#define SLRUN_LAMBDA_SHAPES_H\n\n"
          '#include "client/wire.h"\n\nextern const struct slrun_param no_members[];\n'
          + "".join("extern const struct slrun_param %s[];\n" % n for n in declared)
          + "".join("extern const struct lambda_place %s[];\n" % n for n in places) + "\n#endif\n")
    model.write(HERE / "shapes.c", "Parameters and results.", '#include "client/shapes.h"\n\n'
          "const struct slrun_param no_members[] = {{.name = NULL}};\n" + "\n".join(made_of.text) + "\n")
    model.write(HERE / "ops.c", "The operations.", '#include "client/ops.h"\n\n#include "client/call.h"\n'
          '#include "client/shapes.h"\n\n'
          "/* Lambda API Reference, \"Common errors\" and \"Invoke\": worth another try besides 5xx and throttling. */\n"
          'static const char *const retry[] = {"EC2ThrottledException", "ResourceNotReadyException", NULL};\n'
          'static const char *const absent[] = {"ProvisionedConcurrencyConfigNotFoundException", NULL};\n\n'
          "const struct slrun_op lambda_ops[LAMBDA_OPS] = {\n" + "".join(op + ",\n" for op, _ in made) + "};\n\n"
          "const struct lambda_call lambda_calls[LAMBDA_OPS] = {\n" + "".join(call + ",\n" for _, call in made) + "};\n")


if __name__ == "__main__":
    main()
