/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Definitions of REST APIs with API Gateway's extensions (developer guide, "OpenAPI extensions for
 * API Gateway").
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "local/openapi.h"

/* ---- integrations ---- */

static json_t *integration_responses(const json_t *given)
{
    const char *pattern;
    json_t *response, *all = json_object();
    json_object_foreach ((json_t *)(uintptr_t)given, pattern, response) {
        json_t *copy = json_deep_copy(response), *code = json_object_get(copy, "statusCode");
        if (json_is_integer(code))
            json_object_set_new(copy, "statusCode",
                                json_sprintf("%d", (int)json_integer_value(code)));
        if (strcmp(pattern, "default") != 0)
            json_object_set_new(copy, "selectionPattern", json_string(pattern));
        const char *name = text_get(copy, "statusCode");
        /* several patterns may give one status: names in the map are of no meaning then */
        json_object_set_new(all, name && !json_object_get(all, name) ? name : pattern, copy);
    }
    return all;
}

static bool add_integration(const struct definition *d, json_t *method)
{
    static const struct rename names[] = {{"type", "type", true},
                                          {"httpMethod", "httpMethod", true},
                                          {"uri", "uri", false},
                                          {"credentials", "credentials", false},
                                          {"requestParameters", "requestParameters", false},
                                          {"requestTemplates", "requestTemplates", false},
                                          {"passthroughBehavior", "passthroughBehavior", true},
                                          {"contentHandling", "contentHandling", true},
                                          {"timeoutInMillis", "timeoutInMillis", false},
                                          {"cacheNamespace", "cacheNamespace", false},
                                          {"cacheKeyParameters", "cacheKeyParameters", false},
                                          {"connectionType", "connectionType", true}};
    const json_t *given = definition_deref(d, json_object_get(d->operation, X "integration"));
    if (!given)
        return true;
    if (!text_get(given, "type")) {
        call_fail(d->call, "BadRequestException",
                  "Invalid OpenAPI input: the integration of %s %s has no type", d->method,
                  d->path);
        return false;
    }
    json_t *it = definition_renamed(given, names, sizeof names / sizeof *names);
    if (text_is(it, "type", "HTTP") || text_is(it, "type", "AWS") || text_is(it, "type", "MOCK"))
        json_object_set_new(it, "integrationResponses",
                            integration_responses(json_object_get(given, "responses")));
    integration_defaults(it, d->resource);
    json_object_set_new(method, "methodIntegration", it);
    return true;
}

/* ---- who may call, and what is validated ---- */

static const json_t *scheme_of(const struct definition *d, const char *name)
{
    return json_object_get(definition_components(d, "securitySchemes", "securityDefinitions"),
                           name);
}

/* The authorizer of a scheme, made when it is first met. */
static json_t *authorizer_of(const struct definition *d, const char *name, const json_t *scheme)
{
    static const struct rename names[] = {
        {"type", "type", true},
        {"authorizerUri", "authorizerUri", false},
        {"authorizerCredentials", "authorizerCredentials", false},
        {"identitySource", "identitySource", false},
        {"identityValidationExpression", "identityValidationExpression", false},
        {"authorizerResultTtlInSeconds", "authorizerResultTtlInSeconds", false},
        {"providerARNs", "providerARNs", false}};
    char id[ID_SIZE];
    const char *known;
    json_t *it, *all = doc_collection(d->doc, "authorizers");
    json_object_foreach (all, known, it)
        if (text_is(it, "name", name))
            return it;
    it = definition_renamed(json_object_get(scheme, X "authorizer"), names,
                            sizeof names / sizeof *names);
    if (!json_object_get(it, "identitySource") && text_get(scheme, "name"))
        json_object_set_new(it, "identitySource",
                            json_sprintf("method.request.header.%s", text_get(scheme, "name")));
    doc_id(d->call->service, id);
    json_object_set_new(it, "id", json_string(id));
    json_object_set_new(it, "name", json_string(name));
    json_object_set_new(all, id, it);
    return it;
}

static void add_security(const struct definition *d, json_t *method)
{
    const json_t *scopes = NULL;
    const char *name = definition_security(d, &scopes);
    const json_t *scheme = name ? scheme_of(d, name) : NULL;
    const json_t *auth = json_object_get(d->operation, X "auth");
    const char *type = text_get(scheme, X "authtype");
    json_object_set_new(method, "authorizationType", json_string("NONE"));
    if (json_object_get(scheme, X "authorizer")) {
        json_t *it = authorizer_of(d, name, scheme);
        bool cognito = text_is(it, "type", "COGNITO_USER_POOLS");
        json_object_set_new(method, "authorizationType",
                            json_string(cognito ? "COGNITO_USER_POOLS" : "CUSTOM"));
        json_object_set(method, "authorizerId", json_object_get(it, "id"));
    } else if ((type && strcmp(type, "awsSigv4") == 0) || text_is(auth, "type", "AWS_IAM")) {
        json_object_set_new(method, "authorizationType", json_string("AWS_IAM"));
    }
    const char *header = text_get(scheme, "name");
    bool key = header && !json_object_get(scheme, X "authorizer") &&
               text_is(scheme, "type", "apiKey") && strcmp(header, "x-api-key") == 0;
    json_object_set_new(method, "apiKeyRequired", json_boolean(key));
}

static void add_validators(const struct definition *d)
{
    const char *name;
    json_t *given;
    json_object_foreach (json_object_get(d->root, X "request-validators"), name, given) {
        char id[ID_SIZE];
        json_t *it = json_deep_copy(given);
        doc_id(d->call->service, id);
        json_object_set_new(it, "id", json_string(id));
        json_object_set_new(it, "name", json_string(name));
        json_object_set_new(doc_collection(d->doc, "requestvalidators"), id, it);
    }
}

static void set_validator(const struct definition *d, json_t *method)
{
    const char *id, *name = text_get(d->operation, X "request-validator");
    json_t *it;
    if (!name)
        name = text_get(d->root, X "request-validator");
    json_object_foreach (doc_collection(d->doc, "requestvalidators"), id, it)
        if (name && text_is(it, "name", name))
            json_object_set_new(method, "requestValidatorId", json_string(id));
}

/* ---- all of it ---- */

/* The resource of a path, made with all above it. */
static json_t *resource_of(const struct definition *d)
{
    json_t *at = resource_root(d->doc), *all = doc_collection(d->doc, "resources");
    for (const char *path = d->path; at && *path == '/' && path[1];) {
        size_t n = strcspn(++path, "/");
        char *part = strndup(path, n);
        const char *id;
        json_t *one, *next = NULL;
        json_object_foreach (all, id, one)
            if (part && text_is(one, "parentId", text_get(at, "id")) &&
                text_is(one, "pathPart", part))
                next = one;
        at = next ? next : resource_add(d->call, d->doc, at, part ? part : "");
        free(part);
        path += n;
    }
    return at;
}

static bool add_method(struct definition *d)
{
    json_t *resource = resource_of(d);
    if (!resource)
        return false;
    d->resource = text_get(resource, "id");
    json_t *method = json_pack("{s:s}", "httpMethod", d->method);
    json_object_set_new(doc_collection(resource, "resourceMethods"), d->method, method);
    if (text_get(d->operation, "operationId"))
        json_object_set(method, "operationName", json_object_get(d->operation, "operationId"));
    add_security(d, method);
    set_validator(d, method);
    openapi_data(d, method);
    return add_integration(d, method);
}

static void set_api(const struct definition *d)
{
    static const struct {
        const char *from, *to;
    } members[] = {{X "binary-media-types", "binaryMediaTypes"},
                   {X "api-key-source", "apiKeySource"},
                   {X "minimum-compression-size", "minimumCompressionSize"},
                   {X "policy", "policy"}};
    const json_t *info = json_object_get(d->root, "info");
    json_t *it = doc_it(d->doc);
    const char *type;
    json_t *response;
    if (text_get(info, "title") && !json_object_get(it, "name"))
        json_object_set(it, "name", json_object_get(info, "title"));
    if (text_get(info, "version"))
        json_object_set(it, "version", json_object_get(info, "version"));
    if (text_get(info, "description") && !json_object_get(it, "description"))
        json_object_set(it, "description", json_object_get(info, "description"));
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (json_object_get(d->root, members[i].from))
            json_object_set(it, members[i].to, json_object_get(d->root, members[i].from));
    json_object_foreach (json_object_get(d->root, X "gateway-responses"), type, response) {
        json_t *copy = json_deep_copy(response), *code = json_object_get(copy, "statusCode");
        if (json_is_integer(code))
            json_object_set_new(copy, "statusCode",
                                json_sprintf("%d", (int)json_integer_value(code)));
        json_object_set_new(copy, "responseType", json_string(type));
        json_object_set_new(doc_collection(d->doc, "gatewayresponses"), type, copy);
    }
}

/* "overwrite" begins anew, but with the same root. */
static void clear(json_t *doc)
{
    static const char *const gone[] = {"models", "requestvalidators", "gatewayresponses",
                                       "authorizers"};
    json_t *root = json_incref(resource_root(doc)), *all = doc_collection(doc, "resources");
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
        json_object_del(doc, gone[i]);
    json_object_clear(all);
    json_object_del(root, "resourceMethods");
    json_object_set_new(all, text_get(root, "id"), root);
}

bool openapi_rest(struct call *call, json_t *doc, const json_t *definition, bool merge)
{
    struct definition d = {.call = call, .doc = doc, .root = definition};
    if (!merge)
        clear(doc);
    set_api(&d);
    openapi_models(&d);
    add_validators(&d);
    return definition_each(&d, add_method);
}

/* As `mode` says, which only put_rest_api has. */
static bool apply(struct call *call, json_t *doc, const json_t *definition)
{
    const char *mode = call_arg(call, "mode");
    return openapi_rest(call, doc, definition, !mode || strcmp(mode, "overwrite") != 0);
}

json_t *op_import_rest_api(struct call *call)
{
    static const struct openapi_import rest = {"body", rest_api_new, apply};
    return openapi_import(call, &rest, NULL);
}

json_t *op_put_rest_api(struct call *call)
{
    static const struct openapi_import rest = {"body", NULL, apply};
    json_t *doc;
    json_t *it = thing_find(call, call->kind, &doc) ? openapi_import(call, &rest, doc) : NULL;
    if (it && !json_object_get(it, "tags"))
        json_object_set_new(it, "tags", json_object());
    return it;
}
