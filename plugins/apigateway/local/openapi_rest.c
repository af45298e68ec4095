/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Definitions of REST APIs with API Gateway's extensions (developer guide, "OpenAPI extensions for
 * API Gateway").
 */
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "local/openapi.h"

/* ---- models ---- */

/* References to schemas of the definition become references to models. */
static void point_to_models(json_t *schema)
{
    size_t i;
    const char *name, *to = text_get(schema, "$ref");
    json_t *value;
    if (to && *to == '#')
        json_object_set_new(schema, "$ref",
                            json_sprintf("https://apigateway.amazonaws.com/restapis/models/%s",
                                         strrchr(to, '/') ? strrchr(to, '/') + 1 : to));
    json_object_foreach (schema, name, value) {
        point_to_models(value);
    }
    json_array_foreach (schema, i, value) {
        point_to_models(value);
    }
}

static void add_model(const struct definition *d, const char *name, const json_t *schema)
{
    char id[ID_SIZE];
    json_t *copy = json_deep_copy(schema);
    struct text t = TEXT_INIT;
    doc_id(d->call->service, id);
    point_to_models(copy);
    text_add_json(&t, copy);
    json_object_set_new(doc_collection(d->doc, "models"), name,
                        json_pack("{s:s, s:s, s:s, s:o}", "id", id, "name", name, "contentType",
                                  "application/json", "schema", text_json(&t)));
    json_decref(copy);
}

static void add_models(const struct definition *d)
{
    const char *name;
    json_t *schema;
    json_object_foreach ((json_t *)(uintptr_t)definition_components(d, "schemas", "definitions"),
                         name, schema) {
        add_model(d, name, schema);
    }
}

/* The model of a schema: the one it refers to, or a new one. */
static json_t *model_of(const struct definition *d, const json_t *schema)
{
    const char *to = text_get(schema, "$ref");
    char id[ID_SIZE];
    if (to && strrchr(to, '/'))
        return json_string(strrchr(to, '/') + 1);
    doc_id(d->call->service, id);
    json_t *name = json_sprintf("MODEL%s", id);
    add_model(d, json_string_value(name), schema);
    return name;
}

/* ---- parameters and bodies ---- */

static void add_parameter(const struct definition *d, json_t *method, const json_t *parameter)
{
    static const struct {
        const char *in, *place;
    } places[] = {{"path", "path"}, {"query", "querystring"}, {"header", "header"}};
    const char *in = text_get(parameter, "in"), *name = text_get(parameter, "name");
    const json_t *required = json_object_get(parameter, "required");
    for (size_t i = 0; in && name && i < sizeof places / sizeof *places; i++) {
        if (strcmp(places[i].in, in) != 0)
            continue;
        json_t *key = json_sprintf("method.request.%s.%s", places[i].place, name);
        json_object_set_new(doc_collection(method, "requestParameters"), json_string_value(key),
                            json_boolean(json_is_true(required)));
        json_decref(key);
    }
    if (in && strcmp(in, "body") == 0 && json_object_get(parameter, "schema"))
        json_object_set_new(doc_collection(method, "requestModels"), "application/json",
                            model_of(d, json_object_get(parameter, "schema")));
}

static void add_parameters(const struct definition *d, json_t *method, const json_t *list)
{
    size_t i;
    json_t *parameter;
    json_array_foreach (list, i, parameter) {
        add_parameter(d, method, definition_deref(d, parameter));
    }
}

static void add_body(const struct definition *d, json_t *method)
{
    const char *type;
    json_t *media;
    const json_t *body = definition_deref(d, json_object_get(d->operation, "requestBody"));
    json_object_foreach (json_object_get(body, "content"), type, media) {
        if (json_object_get(media, "schema"))
            json_object_set_new(doc_collection(method, "requestModels"), type,
                                model_of(d, json_object_get(media, "schema")));
    }
}

/* The models of a response, by content type; inline schemas have none. */
static void add_response_models(const struct definition *d, const json_t *given, json_t *response)
{
    const json_t *schema = json_object_get(given, "schema"); /* Swagger 2 */
    const json_t *produces = json_object_get(d->operation, "produces");
    const char *type;
    json_t *media;
    size_t i;
    if (!produces)
        produces = json_object_get(d->root, "produces");
    if (text_get(schema, "$ref") && !json_array_size(produces))
        json_object_set_new(doc_collection(response, "responseModels"), "application/json",
                            model_of(d, schema));
    json_array_foreach (text_get(schema, "$ref") ? produces : NULL, i, media) {
        if (json_is_string(media))
            json_object_set_new(doc_collection(response, "responseModels"),
                                json_string_value(media), model_of(d, schema));
    }
    json_object_foreach (json_object_get(given, "content"), type, media) {
        if (text_get(json_object_get(media, "schema"), "$ref"))
            json_object_set_new(doc_collection(response, "responseModels"), type,
                                model_of(d, json_object_get(media, "schema")));
    }
}

static void add_responses(const struct definition *d, json_t *method)
{
    const char *code, *header;
    json_t *value, *type, *response;
    json_object_foreach (json_object_get(d->operation, "responses"), code, value) {
        const json_t *given = definition_deref(d, value);
        if (!isdigit((unsigned char)*code))
            continue;
        response = json_pack("{s:s}", "statusCode", code);
        json_object_foreach (json_object_get(given, "headers"), header, type) {
            json_t *key = json_sprintf("method.response.header.%s", header);
            json_object_set_new(doc_collection(response, "responseParameters"),
                                json_string_value(key), json_false());
            json_decref(key);
        }
        add_response_models(d, given, response);
        json_object_set_new(doc_collection(method, "methodResponses"), code, response);
    }
}

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
    json_object_foreach (all, known, it) {
        if (text_is(it, "name", name))
            return it;
    }
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
    json_object_foreach (doc_collection(d->doc, "requestvalidators"), id, it) {
        if (name && text_is(it, "name", name))
            json_object_set_new(method, "requestValidatorId", json_string(id));
    }
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
        json_object_foreach (all, id, one) {
            if (part && text_is(one, "parentId", text_get(at, "id")) &&
                text_is(one, "pathPart", part))
                next = one;
        }
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
    add_parameters(d, method, json_object_get(d->item, "parameters"));
    add_parameters(d, method, json_object_get(d->operation, "parameters"));
    add_body(d, method);
    add_responses(d, method);
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
    add_models(&d);
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
