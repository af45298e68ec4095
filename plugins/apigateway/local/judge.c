/* SPDX-License-Identifier: Apache-2.0 */
/* What arguments of single operations (of REST APIs) may be, in AWS's words. */
#include <string.h>

#include <slrun/arn.h>

#include "local/service.h"

static void bad(struct call *call, const char *message)
{
    call_fail(call, "BadRequestException", "%s", message);
}

static json_t *collection(const struct call *call, const char *name)
{
    json_t *doc = doc_find(call, "restapis", call_arg(call, "restApiId"));
    return json_object_get(doc, name);
}

/* ---- APIs, models, validators ---- */

static void judge_endpoint(struct call *call)
{
    const json_t *endpoint = json_object_get(call->args, "endpointConfiguration");
    const json_t *types = json_object_get(endpoint, "types");
    const char *first = json_string_value(json_array_get(types, 0));
    if (json_is_array(types) && !first)
        bad(call, "REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.");
    else if (json_array_size(types) > 1)
        bad(call, "Cannot create an api with multiple Endpoint Types.");
    else if (word_is(first, "PRIVATE") && word_is(text_get(endpoint, "ipAddressType"), "ipv4"))
        bad(call, "Only dualstack ipAddressType is supported for Private APIs.");
}

static void judge_rest_api(struct call *call)
{
    const json_t *size = json_object_get(call->args, "minimumCompressionSize");
    json_int_t bytes = json_integer_value(size);
    if (word_is(call_arg(call, "description"), ""))
        bad(call, "Description cannot be an empty string");
    else if (size && (bytes < 0 || bytes > 10485760))
        bad(call, "Invalid minimum compression size, must be between 0 and 10485760");
    else
        judge_endpoint(call);
    if (json_array_size(json_object_get(call->args, "binaryMediaTypes")) == 0)
        json_object_del(call->args, "binaryMediaTypes");
}

static void judge_model(struct call *call)
{
    const char *schema = call_arg(call, "schema");
    if (word_is(call_arg(call, "name"), ""))
        bad(call, "Model name must be non-empty");
    else if (collection(call, "resources") && !(schema && *schema))
        bad(call, "Model schema must have at least 1 property or array items defined");
}

static void judge_validator(struct call *call)
{
    if (!doc_find(call, "restapis", call_arg(call, "restApiId")))
        bad(call, "Invalid REST API identifier specified");
}

/* A model that a method's request names stays. */
static void judge_model_unused(struct call *call)
{
    const char *name = call_arg(call, "modelName"), *id, *verb, *type;
    json_t *resource, *method, *model;
    json_object_foreach (collection(call, "resources"), id, resource)
        json_object_foreach (json_object_get(resource, "resourceMethods"), verb, method)
            json_object_foreach (json_object_get(method, "requestModels"), type, model)
                if (word_is(json_string_value(model), name))
                    call_fail(call, "ConflictException",
                              "Cannot delete model '%s', is referenced in method request: %s/%s",
                              name, text_get(resource, "path"), verb);
}

/* ---- methods ---- */

void judge_authorization(struct call *call, const json_t *method)
{
    const char *kind = text_get(method, "authorizationType"),
               *id = text_get(method, "authorizerId");
    bool needs = word_is(kind, "CUSTOM") || word_is(kind, "COGNITO_USER_POOLS");
    const char *validator = text_get(method, "requestValidatorId");
    if (needs && !(id && json_object_get(collection(call, "authorizers"), id)))
        bad(call, "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or "
                  "COGNITO_USER_POOLS requires a valid authorizer.");
    else if (validator && *validator &&
             !json_object_get(collection(call, "requestvalidators"), validator))
        bad(call, "Invalid Request Validator identifier specified");
}

/* "method.request.header.NAME": the names differ, wherever they are. */
static void judge_parameters(struct call *call)
{
    const char *key, *other;
    json_t *a, *b, *all = json_object_get(call->args, "requestParameters");
    json_object_foreach (all, key, a)
        json_object_foreach (all, other, b) {
            const char *name = strrchr(key, '.'), *same = strrchr(other, '.');
            if (key != other && name && same && strcmp(name, same) == 0)
                bad(call, "Parameter names must be unique across querystring, header and path");
        }
}

static void judge_method(struct call *call)
{
    static const char *const verbs[] = {"GET",   "PUT",     "POST", "DELETE",
                                        "PATCH", "OPTIONS", "HEAD", "ANY"};
    const char *verb = call_arg(call, "httpMethod"), *type;
    const char *resource = call_arg(call, "resourceId");
    json_t *model;
    size_t i = 0;
    if (!resource || !json_object_get(collection(call, "resources"), resource))
        return; /* which is told later */
    while (i < sizeof verbs / sizeof *verbs && !word_is(verb, verbs[i]))
        i++;
    if (i == sizeof verbs / sizeof *verbs)
        bad(call, "Invalid HttpMethod specified. Valid options are "
                  "GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY");
    judge_authorization(call, call->args);
    json_object_foreach (json_object_get(call->args, "requestModels"), type, model)
        if (json_is_string(model) &&
            !json_object_get(collection(call, "models"), json_string_value(model)))
            call_fail(call, "BadRequestException", "Invalid model identifier specified: %s",
                      json_string_value(model));
    judge_parameters(call);
}

/* ---- integrations ---- */

void judge_uri(struct call *call, const json_t *integration)
{
    const char *type = text_get(integration, "type"), *uri = text_get(integration, "uri");
    bool http = word_is(type, "HTTP") || word_is(type, "HTTP_PROXY"),
         proxy = word_is(type, "AWS_PROXY");
    if (!uri || word_is(type, "MOCK"))
        return;
    const char *service = slrun_arn_behind(uri, 4), *what = slrun_arn_behind(service, 1);
    if (http && strncmp(uri, "http://", 7) != 0 && strncmp(uri, "https://", 8) != 0)
        bad(call, "Invalid HTTP endpoint specified for URI");
    else if (!http && strncmp(uri, "arn:", 4) != 0)
        bad(call, "Invalid ARN specified in the request");
    else if (!http &&
             !(what && (strncmp(what, "path/", 5) == 0 || strncmp(what, "action/", 7) == 0)))
        bad(call, "AWS ARN for integration must contain path or action");
    else if (proxy &&
             !(strncmp(service, "lambda:path/20", 14) == 0 && strstr(what, "/functions/")) &&
             strncmp(service, "firehose:action/", 16) != 0)
        bad(call, "Integrations of type 'AWS_PROXY' currently only supports Lambda function and "
                  "Firehose stream invocations.");
}

/* ---- all of them ---- */

bool judge_call(struct call *call)
{
    static const struct {
        const char *api;
        void (*judge)(struct call *call);
    } judges[] = {{"CreateRestApi", judge_rest_api},
                  {"CreateModel", judge_model},
                  {"DeleteModel", judge_model_unused},
                  {"CreateRequestValidator", judge_validator},
                  {"PutMethod", judge_method}};
    for (size_t i = 0; i < sizeof judges / sizeof *judges; i++)
        if (word_is(call->op->api, judges[i].api))
            judges[i].judge(call);
    return !call->code;
}
