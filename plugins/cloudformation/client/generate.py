#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes ops.h, ops.c, shapes.h and shapes.c from AWS's published model of CloudFormation (botocore's data).

usage: generate.py [service-2.json[.gz]]   (without a file: of the installed botocore)

The files are committed: who builds slrun needs neither Python nor the model. Texts in them are our
own; from the model come names, types and words.
"""
import gzip
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
MADE = "/* SPDX-License-Identifier: Apache-2.0 */\n/* Made by generate.py from AWS's service model: do not edit. %s */\n"

# What each does; those that begin with "+" change something when they are sent twice.
OPERATIONS = {
    "CreateChangeSet": "+Finds out what a template would change; execute_change_set does it.",
    "CreateStack": "+Begins to create a stack: stack_create_complete waits for it.",
    "DeleteChangeSet": "Deletes a change set.",
    "DeleteStack": "Begins to delete a stack: stack_delete_complete waits for it.",
    "DescribeChangeSet": "Tells what a change set would change.",
    "DescribeStackEvents": "Lists what happened to a stack, the latest first.",
    "DescribeStackResource": "Tells about one resource of a stack.",
    "DescribeStackResources": "Tells about the resources of a stack.",
    "DescribeStacks": "Tells about stacks: status, parameters, outputs.",
    "ExecuteChangeSet": "+Begins to change a stack as a change set says.",
    "GetTemplate": "Tells the template of a stack or a change set.",
    "GetTemplateSummary": "Tells about a template: parameters, types of resources, capabilities.",
    "ListChangeSets": "Lists the change sets of a stack.",
    "ListExports": "Lists the exported outputs of all stacks.",
    "ListImports": "Lists the stacks that import an exported output.",
    "ListStackResources": "Lists the resources of a stack.",
    "ListStacks": "Lists stacks, also deleted ones.",
    "UpdateStack": "+Begins to update a stack: stack_update_complete waits for it.",
    "UpdateTerminationProtection": "Protects a stack from deletion, or not.",
    "ValidateTemplate": "Tells whether a template is well-formed.",
}
PAGED = {  # the list that grows
    "DescribeChangeSet": "Changes", "DescribeStackEvents": "StackEvents", "DescribeStacks": "Stacks",
    "ListChangeSets": "Summaries", "ListExports": "Exports", "ListImports": "Imports",
    "ListStackResources": "StackResourceSummaries", "ListStacks": "StackSummaries",
}
ABSENT = {"DescribeChangeSet": "ChangeSetNotFound", "GetTemplate": "ChangeSetNotFound"}
UNDO = {"CreateStack": "create_stack", "CreateChangeSet": "create_change_set"}
DOCS = {
    "StackName": "Name or id of the stack.",
    "StackId": "The stack's ARN.",
    "ChangeSetName": "Name or ARN of the change set.",
    "TemplateBody": "The template, JSON or YAML; 51,200 bytes at most.",
    "TemplateURL": "Where the template is: in S3, or file:///... on the local cloud.",
    "Parameters": "Parameters of the template.",
    "ParameterKey": "The parameter's name.",
    "ParameterValue": "The parameter's value.",
    "UsePreviousValue": "Whether the value stays as it is.",
    "UsePreviousTemplate": "Whether the template stays as it is.",
    "Capabilities": "What the template may do: CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND.",
    "OnFailure": "What becomes of a stack whose creation fails.",
    "Tags": "Tags of the stack.",
    "NextToken": "Where the page before ended.",
    "LogicalResourceId": "Name of the resource in the template.",
    "PhysicalResourceId": "Name or id of the resource itself.",
    "ResourceType": "Type of the resource.",
    "StackStatus": "Status of the stack.",
    "ResourceStatus": "Status of the resource.",
    "ClientRequestToken": "Names this request.",
    "RetainResources": "Resources that stay, of a stack whose deletion failed.",
    "Outputs": "Outputs of the stack.",
    "OutputKey": "The output's name.",
    "OutputValue": "The output's value.",
    "ExportName": "Under which other stacks import it.",
}


def snake(name):
    name = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", name))
    return name.lower()


def quote(text):
    return '"%s"' % text.replace("\\", "\\\\").replace('"', '\\"')


def spoken(name):
    """LastUpdatedTime: "Last updated time."."""
    words = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1 \2", name)).split()
    return " ".join([words[0]] + [w if w.isupper() else w.lower() for w in words[1:]]) + "."


class Model:
    def __init__(self, document):
        self.operations, self.shapes = document["operations"], document["shapes"]
        self.made, self.text = {}, []

    def words(self, name):
        if name not in self.made:
            self.made[name] = "words_" + snake(name)
            self.text.append("static const char *const %s[] = {%s, NULL};" % (
                self.made[name], ", ".join(map(quote, self.shapes[name]["enum"]))))
        return self.made[name]

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
        return {"integer": "S_INTEGER", "boolean": "S_BOOLEAN", "timestamp": "S_TIMESTAMP"}[kind]

    def element(self, inner):
        """The C constant that is the shape of a list's elements."""
        if inner == "S_STRING":
            return "shape_string"
        if inner not in self.made:
            self.made[inner] = "shape_" + re.sub(r".*\((.*)\)", r"\1", inner)
            self.text.append("static const struct slrun_shape %s = %s;" % (self.made[inner], inner))
        return self.made[inner]

    def structure(self, name, request, c_name=None):
        """Writes a list of members, once; its C name."""
        key = (name, request, c_name)
        if key in self.made:
            return self.made[key]
        shape = self.shapes[name]
        inner = c_name is None
        c_name = self.made[key] = c_name or snake(name) + ("_given" if request else "_members")
        rows = []
        for member, ref in shape["members"].items():
            type_text = self.type_of(ref["shape"], request)
            flags = "SLRUN_REQUIRED" if request and member in shape.get("required", []) else "0"
            rows.append("{%s, %s, %s, %s},\n" % (quote(member), type_text, flags,
                                                quote(DOCS.get(member, spoken(member)))))
        self.text.append("%sconst struct slrun_param %s[] = {\n%s{.name = NULL},\n};\n" % (
            "static " if inner else "", c_name, "".join(rows)))
        return c_name

    def operation(self, api):
        op, name = self.operations[api], snake(api)
        result = "cloudformation_%s_result" % name
        params = self.structure(op["input"]["shape"], True, "cloudformation_%s_params" % name)
        has_result = "output" in op and self.shapes[op["output"]["shape"]].get("members")
        if has_result:
            self.structure(op["output"]["shape"], False, result)
        doc = OPERATIONS[api]
        lines = [".name = %s" % quote(name), ".api = %s" % quote(api), ".doc = %s" % quote(doc.lstrip("+")),
                 ".params = " + params]
        if has_result:
            lines.append(".result = " + result)
        if not doc.startswith("+"):
            lines.append(".flags = SLRUN_OP_IDEMPOTENT")
        if api in ABSENT:
            lines.append(".absent = (const char *const[]){%s, NULL}" % quote(ABSENT[api]))
        if api in PAGED:
            lines.append('.paging = {"NextToken", "NextToken", %s, NULL}' % quote(PAGED[api]))
        lines += [".build = cloudformation_build", ".parse = cloudformation_parse"]
        if api in UNDO:
            lines += [".undo = cloudformation_undo_" + UNDO[api], ".tag = cloudformation_tag"]
        return "{%s}" % ",\n".join(lines), [params] + ([result] if has_result else [])


def write(name, text):
    done = subprocess.run(["clang-format-14", "--assume-filename=" + str(HERE / name)], input=text,
                          capture_output=True, text=True, check=True)
    (HERE / name).write_text(done.stdout, encoding="utf-8")


def main():
    if len(sys.argv) > 1:
        file = pathlib.Path(sys.argv[1])
    else:
        import botocore  # pylint: disable=import-outside-toplevel
        file = next(pathlib.Path(botocore.__file__).parent.glob("data/cloudformation/*/service-2.json*"))
    with (gzip.open if file.suffix == ".gz" else open)(file) as stream:
        model = Model(json.load(stream))
    made = [model.operation(api) for api in sorted(OPERATIONS)]
    write("ops.h", MADE % "The table of operations." + "#ifndef SLRUN_CLOUDFORMATION_OPS_H\n"
          "#define SLRUN_CLOUDFORMATION_OPS_H\n\n#include <slrun/op.h>\n\nenum { CLOUDFORMATION_OPS = %d };\n\n"
          "extern const struct slrun_service cloudformation_service;\n"
          "extern const struct slrun_op cloudformation_ops[CLOUDFORMATION_OPS];\n\n#endif\n" % len(made))
    write("shapes.h", MADE % "Parameters and results." + "#ifndef SLRUN_CLOUDFORMATION_SHAPES_H\n"
          "#define SLRUN_CLOUDFORMATION_SHAPES_H\n\n#include <slrun/shape.h>\n\n"
          + "".join("extern const struct slrun_param %s[];\n" % n for _, names in made for n in names) + "\n#endif\n")
    write("shapes.c", MADE % "Parameters and results." + '#include "client/shapes.h"\n\n#include <stddef.h>\n\n'
          "/* clang-format off */\n"
          "#define S_STRING              {.type = SLRUN_STRING}\n"
          "#define S_WORD(words_)        {.type = SLRUN_STRING, .values = (words_)}\n"
          "#define S_INTEGER             {.type = SLRUN_INTEGER}\n"
          "#define S_BOOLEAN             {.type = SLRUN_BOOLEAN}\n"
          "#define S_TIMESTAMP           {.type = SLRUN_TIMESTAMP}\n"
          "#define S_LIST(of_)           {.type = SLRUN_LIST, .of = &(of_)}\n"
          "#define S_MAP(of_)            {.type = SLRUN_MAP, .of = &(of_)}\n"
          "#define S_STRUCTURE(members_) {.type = SLRUN_STRUCTURE, .members = (members_)}\n"
          "/* clang-format on */\n\nstatic const struct slrun_shape shape_string = S_STRING;\n\n"
          + "\n".join(model.text))
    write("ops.c", MADE % "The operations." + '#include "client/ops.h"\n\n#include "client/call.h"\n'
          '#include "client/shapes.h"\n\n'
          "const struct slrun_op cloudformation_ops[CLOUDFORMATION_OPS] = {\n"
          + "".join(op + ",\n" for op, _ in made) + "};\n")


if __name__ == "__main__":
    main()
