/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which paths patch operations may name, with which word, and with which values (API Gateway API
 * Reference, "Patch operations"), in AWS's words.
 */
#include <stdlib.h>
#include <string.h>

#include "local/service.h"

enum { COMPRESSION_MAX = 10485760 };

static bool is(const char *text, const char *other)
{
    return text && strcmp(text, other) == 0;
}

static bool begins(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

static bool invalid(struct call *call, const char *path)
{
    call_fail(call, "BadRequestException", "Invalid patch path %s", path ? path : "null");
    return false;
}

/* ---- operations with a short list of paths, all replaced ---- */

static bool listed(const char *paths, const char *path)
{
    size_t n = strlen(path);
    const char *at = strstr(paths, path);
    return at && (at[n] == ',' || !at[n]);
}

static bool listed_ok(struct call *call, const char *paths, const json_t *patch)
{
    const char *op = text_get(patch, "op"), *path = text_get(patch, "path");
    if (!is(op, "replace"))
        call_fail(call, "BadRequestException",
                  "Invalid patch path  '%.400s' specified for op '%.20s'. Please choose supported "
                  "operations",
                  path, op);
    else if (!listed(paths, path))
        call_fail(call, "BadRequestException",
                  "Invalid patch path  '%.400s' specified for op '%.20s'. Must be one of: [%s]",
                  path, op, paths);
    return !call->code;
}

static const struct {
    const char *api, *paths;
} lists[] = {
    {"UpdateResource", "/parentId, /pathPart"},
    {"UpdateModel", "/description, /schema"},
    {"UpdateDocumentationPart", "/properties"},
    {"UpdateApiKey", "/description, /enabled, /name, /customerId"},
    {"UpdateRequestValidator", "/name, /validateRequestParameters, /validateRequestBody"},
};

/* ---- single paths ---- */

static const struct {
    const char *api, *path;
    bool replaced; /* else it cannot be named */
} singles[] = {
    {"UpdateRestApi", "/minimumCompressionSize", true},
    {"UpdateRestApi", "/endpointConfiguration/ipAddressType", true},
    {"UpdateRestApi", "/binaryMediaTypes", false},
    {"UpdateMethod", "/operationName", true},
    {"UpdateMethod", "/requestValidatorId", true},
    {"UpdateMethod", "/apiKeyRequired", true},
    {"UpdateMethod", "/authorizationType", true},
    {"UpdateMethod", "/authorizerId", true},
    {"UpdateMethod", "/httpMethod", false},
    {"UpdateMethod", "/requestParameters", false},
    {"UpdateMethod", "/requestModels", false},
};

static bool single_ok(struct call *call, const char *op, const char *path)
{
    for (size_t i = 0; i < sizeof singles / sizeof *singles; i++) {
        if (!is(call->op->api, singles[i].api) || !is(path, singles[i].path))
            continue;
        if (!singles[i].replaced)
            return invalid(call, path);
        if (!is(op, "replace"))
            call_fail(call, "BadRequestException",
                      "Invalid patch operation specified. Must be one of: [replace]");
    }
    if (is(call->op->api, "UpdateGatewayResponse") && is(path, "/statusCode") && !is(op, "replace"))
        return invalid(call, path);
    return !call->code;
}

/* ---- values ---- */

static bool compression_ok(struct call *call, const char *value)
{
    char *end = NULL;
    long size = value ? strtol(value, &end, 10) : 0;
    if (!value || !*value || (!*end && size >= 0 && size <= COMPRESSION_MAX))
        return true;
    call_fail(call, "BadRequestException",
              "Invalid minimum compression size, must be between 0 and 10485760");
    return false;
}

static bool address_ok(struct call *call, const json_t *it, const char *value)
{
    const json_t *types = json_object_get(json_object_get(it, "endpointConfiguration"), "types");
    bool private = is(json_string_value(json_array_get(types, 0)), "PRIVATE");
    if (!is(value, "ipv4") && !is(value, "dualstack"))
        call_fail(call, "BadRequestException", "ipAddressType must be either ipv4 or dualstack.");
    else if (private && is(value, "ipv4"))
        call_fail(call, "BadRequestException",
                  "Only dualstack ipAddressType is supported for Private APIs.");
    return !call->code;
}

static bool endpoint_ok(struct call *call, const char *op, const char *value)
{
    if (is(op, "remove"))
        call_fail(call, "BadRequestException",
                  "Invalid patch operation specified. Must be 'add'|'remove'|'replace'");
    else if (!is(value, "REGIONAL") && !is(value, "EDGE") && !is(value, "PRIVATE"))
        call_fail(call, "BadRequestException",
                  "Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE");
    return !call->code;
}

static bool value_ok(struct call *call, const json_t *it, const json_t *patch)
{
    const char *path = text_get(patch, "path"), *value = text_get(patch, "value");
    const char *api = call->op->api;
    if (is(api, "UpdateRestApi") && is(path, "/minimumCompressionSize"))
        return compression_ok(call, value);
    if (is(api, "UpdateRestApi") && is(path, "/endpointConfiguration/ipAddressType"))
        return address_ok(call, it, value);
    if (is(api, "UpdateRestApi") && begins(path, "/endpointConfiguration/types/"))
        return endpoint_ok(call, text_get(patch, "op"), value);
    if (is(api, "UpdateModel") && is(path, "/schema") && !(value && *value))
        call_fail(call, "BadRequestException",
                  "Model schema must have at least 1 property or array items defined");
    if (is(api, "UpdateRequestValidator") && is(path, "/name") && !(value && *value))
        call_fail(call, "BadRequestException", "Request Validator name cannot be blank");
    return !call->code;
}

/* ---- entries of maps: only what is there is replaced or removed ---- */

static const struct {
    const char *map, *missing;
} maps[] = {
    {"requestParameters", "Invalid parameter name specified"},
    {"responseParameters", "Invalid parameter name specified"},
    {"requestModels", "Content-Type specified was not found"},
    {"responseModels", "Content-Type specified was not found"},
    {"responseTemplates", "Content-Type specified was not found"},
};

bool patch_entry_ok(struct call *call, const json_t *it, const struct patch_entry *entry)
{
    bool method = begins(call->op->api, "UpdateMethod");
    bool response = is(call->op->api, "UpdateGatewayResponse");
    bool null = !entry->value && is(entry->op, "replace");
    for (size_t i = 0; (method || response) && i < sizeof maps / sizeof *maps; i++) {
        if (!is(entry->map, maps[i].map))
            continue;
        if (response && null)
            call_fail(call, "BadRequestException", "Invalid null or empty value in %s", entry->map);
        else if (!is(entry->op, "add") &&
                 !json_object_get(json_object_get(it, entry->map), entry->name))
            call_fail(call, "NotFoundException", "%s", maps[i].missing);
    }
    return !call->code;
}

bool patch_ok(struct call *call, const json_t *it, const json_t *patch)
{
    const char *op = text_get(patch, "op"), *path = text_get(patch, "path");
    if (!op || !path)
        return invalid(call, path);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (is(call->op->api, lists[i].api))
            return listed_ok(call, lists[i].paths, patch) && value_ok(call, it, patch);
    if (is(call->op->api, "UpdateStage") && !canary_patch_ok(call, it, patch))
        return false;
    return single_ok(call, op, path) && value_ok(call, it, patch);
}
