#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes v1.c and v2.c (operations and their shapes) from AWS's published models (botocore's data).

usage: generate.py [BOTOCORE_DATA_DIRECTORY]

The files are committed: who builds slrun needs neither Python nor the models. Texts in them are our
own (those of members stand in docs.json by model, each as model.Texts reads it); from the models come names, types and places.
"""
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parents[1]))
import model  # pylint: disable=wrong-import-position
from model import quote, snake  # pylint: disable=wrong-import-position

# What operations do, by verb; what they do it with follows from the name.
VERBS = {"Create": "Creates %s.", "Delete": "Deletes %s.", "Get": "Tells %s.", "Update": "Changes %s.",
         "Put": "Sets %s.", "Import": "Imports %s.", "Reimport": "Replaces %s by a definition.",
         "Tag": "Adds tags to %s.", "Untag": "Removes tags from %s."}
THINGS = {"RestApi": "a REST API", "Api": "an HTTP API", "ApiKey": "an API key", "Account": "the account's settings",
          "Tags": "the tags of a resource", "Resource": "a resource", "Deployment": "a deployment",
          "Stage": "a stage", "Method": "a method of a resource", "Authorizer": "an authorizer",
          "Integration": "an integration", "Model": "a model", "UsagePlan": "a usage plan",
          "UsagePlanKey": "a key of a usage plan", "RequestValidator": "a request validator",
          "GatewayResponse": "a gateway response", "IntegrationResponse": "an integration response",
          "MethodResponse": "a method response", "Route": "a route", "DomainName": "a custom domain name",
          "BasePathMapping": "a base path mapping", "ApiMapping": "an API mapping",
          "DocumentationPart": "a part of an API's documentation", "CorsConfiguration": "the CORS configuration", "RouteSettings": "settings of a route"}

V1 = """CreateApiKey CreateAuthorizer CreateBasePathMapping CreateDeployment CreateDocumentationPart CreateDomainName CreateModel
CreateRequestValidator CreateResource CreateRestApi CreateStage CreateUsagePlan CreateUsagePlanKey
DeleteApiKey DeleteAuthorizer DeleteBasePathMapping DeleteDeployment DeleteDocumentationPart DeleteDomainName
DeleteGatewayResponse DeleteIntegration DeleteIntegrationResponse DeleteMethod DeleteMethodResponse
DeleteModel DeleteRequestValidator DeleteResource DeleteRestApi DeleteStage DeleteUsagePlan
DeleteUsagePlanKey GetAccount GetApiKey GetApiKeys GetAuthorizer GetAuthorizers GetBasePathMapping
GetBasePathMappings GetDeployment GetDeployments GetDocumentationPart GetDocumentationParts GetDomainName GetDomainNames GetGatewayResponse
GetGatewayResponses GetIntegration GetIntegrationResponse GetMethod GetMethodResponse GetModel GetModels
GetRequestValidator GetRequestValidators GetResource GetResources GetRestApi GetRestApis GetStage
GetStages GetTags GetUsagePlan GetUsagePlanKey GetUsagePlanKeys GetUsagePlans ImportRestApi
PutGatewayResponse PutIntegration PutIntegrationResponse PutMethod PutMethodResponse PutRestApi
TagResource UntagResource UpdateAccount UpdateApiKey UpdateAuthorizer UpdateDeployment UpdateDocumentationPart
UpdateGatewayResponse UpdateIntegration UpdateIntegrationResponse UpdateMethod UpdateMethodResponse
UpdateModel UpdateRequestValidator UpdateResource UpdateRestApi UpdateStage UpdateUsagePlan""".split()
V2 = """CreateApi CreateApiMapping CreateAuthorizer CreateDeployment CreateDomainName CreateIntegration
CreateRoute CreateStage DeleteApi DeleteApiMapping DeleteAuthorizer DeleteCorsConfiguration
DeleteDeployment DeleteDomainName DeleteIntegration DeleteRoute DeleteRouteSettings DeleteStage GetApi
GetApiMapping GetApiMappings GetApis GetAuthorizer GetAuthorizers GetDeployment GetDeployments
GetDomainName GetDomainNames GetIntegration GetIntegrations GetRoute GetRoutes GetStage GetStages GetTags
ImportApi ReimportApi TagResource UntagResource UpdateApi UpdateAuthorizer UpdateDeployment
UpdateIntegration UpdateRoute UpdateStage""".split()

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


def words(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).replace("_", " ").lower()


class Model(model.Model):
    def __init__(self, document, texts, lower):
        super().__init__(document, texts)
        self.lower = lower

    def type_of(self, ref, request):
        name, shape = ref["shape"], self.shapes[ref["shape"]]
        kind = shape["type"]
        if kind == "string":
            return "{.type = SLRUN_STRING%s}" % (
                ", .values = " + self.words(name, None if self.lower else ORDERS.get(name)) if "enum" in shape and request else "")
        if kind == "structure":
            return "{.type = SLRUN_STRUCTURE, .members = %s}" % self.structure(name, request)
        if kind in ("list", "map"):
            inner = self.element(shape["member" if kind == "list" else "value"], request)
            return "{.type = SLRUN_%s, .of = &%s}" % (kind.upper(), inner)
        return "{.type = SLRUN_%s}" % {"integer": "INTEGER", "long": "INTEGER", "boolean": "BOOLEAN",
                                       "double": "FLOAT", "blob": "BLOB", "timestamp": "TIMESTAMP"}[kind]

    def element(self, ref, request):
        inner = self.type_of(ref, request)
        return self.keep(inner, "shape_%d" % len(self.made),
                         "static const struct slrun_shape shape_%d = %s;\n" % (len(self.made), inner))

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

    def doc(self, api):
        verb = re.match("[A-Z][a-z]+", api).group()
        thing = api[len(verb):]
        plural = verb == "Get" and thing not in THINGS
        if plural:
            return "Lists %s." % words(thing)
        return VERBS[verb] % THINGS[thing]

    def operation(self, api):
        op, name = self.operations[api], snake(api)
        http = op["http"]
        path, _, query = http["requestUri"].partition("?")
        params = self.structure(op["input"]["shape"], True, name + "_params")
        result = self.structure(op["output"]["shape"], False) if "output" in op else "NULL"
        out_places = self.places(op["output"]["shape"], name + "_out_places") if "output" in op else "NULL"
        fields = [".name = " + quote(name), ".api = " + quote(api), ".doc = " + quote(self.doc(api)),
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


def make(service, prefix, operations, lower):
    given = model.argument(1)
    file = next((pathlib.Path(given) / service).glob("*/service-2.json*")) if given else None
    texts = json.loads((HERE / "docs.json").read_text(encoding="utf-8"))[service]
    made_of = Model(model.read(service, file), texts, lower)
    made = [made_of.operation(api) for api in sorted(operations, key=snake)]
    made_of.texts.check()
    model.write(HERE / (prefix + ".c"), "Operations of %s." % service, """#include "client/ops.h"

#include "client/wire.h"

static const char *const absent[] = {"NotFoundException", NULL};
""" + "\n".join(made_of.text) + "const struct slrun_op %s_ops[%s_OPS] = {%s};\n" % (
        service, service.upper(), ",\n".join(o for o, _ in made)) + "const struct ag_call %s_calls[%s_OPS] = {%s};\n" % (
        service, service.upper(), ",\n".join(c for _, c in made)))
    print(service, len(made), "operations")


def main():
    make("apigateway", "v1", V1, False)
    make("apigatewayv2", "v2", V2, True)


if __name__ == "__main__":
    main()
