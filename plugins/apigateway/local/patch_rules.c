/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which paths patch operations may name, with which word, and with which values (API Gateway API
 * Reference, "Patch operations"), in AWS's words.
 */
#include <stdlib.h>
#include <string.h>

#include "local/service.h"

enum { COMPRESSION_MAX = 10485760 };

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
    if (!word_is(op, "replace"))
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

/* ---- what operations have of their own ---- */

/* Private APIs have both kinds of addresses. */
static void settle_endpoint(json_t *it)
{
    json_t *endpoint = json_object_get(it, "endpointConfiguration");
    const json_t *types = json_object_get(endpoint, "types");
    if (word_is(json_string_value(json_array_get(types, 0)), "PRIVATE"))
        json_object_set_new(endpoint, "ipAddressType", json_string("dualstack"));
}

static const struct patch_kind kinds[] = {
    {"UpdateResource", .paths = "/parentId, /pathPart"},
    {"UpdateModel", .paths = "/description, /schema"},
    {"UpdateDocumentationPart", .paths = "/properties"},
    {"UpdateApiKey", .paths = "/description, /enabled, /name, /customerId"},
    {"UpdateRequestValidator", .paths = "/name, /validateRequestParameters, /validateRequestBody"},
    {"UpdateStage", .ok = canary_patch_ok, .carry_out = canary_promote, .settle = canary_settle},
    {"UpdateRestApi", .settle = settle_endpoint},
    {"UpdateDomainName", .settle = settle_endpoint},
};

const struct patch_kind *patch_kind(const struct slrun_op *op)
{
    static const struct patch_kind plain;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (word_is(op->api, kinds[i].api))
            return &kinds[i];
    return &plain;
}

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
        if (!word_is(call->op->api, singles[i].api) || !word_is(path, singles[i].path))
            continue;
        if (!singles[i].replaced)
            return invalid(call, path);
        if (!word_is(op, "replace"))
            call_fail(call, "BadRequestException",
                      "Invalid patch operation specified. Must be one of: [replace]");
    }
    if (word_is(call->op->api, "UpdateGatewayResponse") && word_is(path, "/statusCode") &&
        !word_is(op, "replace"))
        return invalid(call, path);
    return !call->code;
}

/* ---- values ---- */

static bool compression_ok(struct call *call, const json_t *it, const json_t *patch)
{
    const char *value = text_get(patch, "value");
    char *end = NULL;
    (void)it;
    long size = value ? strtol(value, &end, 10) : 0;
    if (!value || !*value || (!*end && size >= 0 && size <= COMPRESSION_MAX))
        return true;
    call_fail(call, "BadRequestException",
              "Invalid minimum compression size, must be between 0 and 10485760");
    return false;
}

static bool address_ok(struct call *call, const json_t *it, const json_t *patch)
{
    const char *value = text_get(patch, "value");
    const json_t *types = json_object_get(json_object_get(it, "endpointConfiguration"), "types");
    bool private = word_is(json_string_value(json_array_get(types, 0)), "PRIVATE");
    if (!word_is(value, "ipv4") && !word_is(value, "dualstack"))
        call_fail(call, "BadRequestException", "ipAddressType must be either ipv4 or dualstack.");
    else if (private && word_is(value, "ipv4"))
        call_fail(call, "BadRequestException",
                  "Only dualstack ipAddressType is supported for Private APIs.");
    return !call->code;
}

static bool endpoint_ok(struct call *call, const json_t *it, const json_t *patch)
{
    const char *value = text_get(patch, "value");
    (void)it;
    if (text_is(patch, "op", "remove"))
        call_fail(call, "BadRequestException",
                  "Invalid patch operation specified. Must be 'add'|'remove'|'replace'");
    else if (!word_is(value, "REGIONAL") && !word_is(value, "EDGE") && !word_is(value, "PRIVATE"))
        call_fail(call, "BadRequestException",
                  "Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE");
    return !call->code;
}

static bool schema_ok(struct call *call, const json_t *it, const json_t *patch)
{
    const char *value = text_get(patch, "value");
    (void)it;
    if (!value || !*value)
        call_fail(call, "BadRequestException",
                  "Model schema must have at least 1 property or array items defined");
    return !call->code;
}

static bool validator_name_ok(struct call *call, const json_t *it, const json_t *patch)
{
    const char *value = text_get(patch, "value");
    (void)it;
    if (!value || !*value)
        call_fail(call, "BadRequestException", "Request Validator name cannot be blank");
    return !call->code;
}

static const struct {
    const char *api, *path; /* one that ends with a slash: all below it */
    bool (*ok)(struct call *call, const json_t *it, const json_t *patch);
} values[] = {
    {"UpdateRestApi", "/minimumCompressionSize", compression_ok},
    {"UpdateRestApi", "/endpointConfiguration/ipAddressType", address_ok},
    {"UpdateRestApi", "/endpointConfiguration/types/", endpoint_ok},
    {"UpdateModel", "/schema", schema_ok},
    {"UpdateRequestValidator", "/name", validator_name_ok},
};

static bool value_ok(struct call *call, const json_t *it, const json_t *patch)
{
    const char *path = text_get(patch, "path");
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        const char *of = values[i].path;
        bool below = of[strlen(of) - 1] == '/';
        if (word_is(call->op->api, values[i].api) &&
            (below ? word_begins(path, of) : word_is(path, of)))
            return values[i].ok(call, it, patch);
    }
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
    bool method = word_begins(call->op->api, "UpdateMethod");
    bool response = word_is(call->op->api, "UpdateGatewayResponse");
    bool null = !entry->value && word_is(entry->op, "replace");
    for (size_t i = 0; (method || response) && i < sizeof maps / sizeof *maps; i++) {
        if (!word_is(entry->map, maps[i].map))
            continue;
        if (response && null)
            call_fail(call, "BadRequestException", "Invalid null or empty value in %s", entry->map);
        else if (!word_is(entry->op, "add") &&
                 !json_object_get(json_object_get(it, entry->map), entry->name))
            call_fail(call, "NotFoundException", "%s", maps[i].missing);
    }
    return !call->code;
}

bool patch_ok(struct call *call, const json_t *it, const json_t *patch)
{
    const struct patch_kind *kind = patch_kind(call->op);
    const char *op = text_get(patch, "op"), *path = text_get(patch, "path");
    if (!op || !path)
        return invalid(call, path);
    if (kind->ok && !kind->ok(call, it, patch))
        return false;
    bool good = kind->paths ? listed_ok(call, kind->paths, patch) : single_ok(call, op, path);
    return good && value_ok(call, it, patch);
}
