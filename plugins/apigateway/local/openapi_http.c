/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Definitions of HTTP APIs (developer guide, "Work with OpenAPI definitions for HTTP APIs"):
 * routes, integrations, authorizers, CORS.
 */
#include <stdint.h>
#include <string.h>

#include "local/openapi.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static json_t *add_integration(const struct definition *d, const json_t *given)
{
    static const struct rename names[] = {{"type", "IntegrationType", true},
                                          {"httpMethod", "IntegrationMethod", true},
                                          {"uri", "IntegrationUri", false},
                                          {"credentials", "CredentialsArn", false},
                                          {"requestParameters", "RequestParameters", false},
                                          {"responseParameters", "ResponseParameters", false},
                                          {"payloadFormatVersion", "PayloadFormatVersion", false},
                                          {"timeoutInMillis", "TimeoutInMillis", false},
                                          {"integrationSubtype", "IntegrationSubtype", false},
                                          {"connectionType", "ConnectionType", true}};
    char id[ID_SIZE];
    json_t *it = definition_renamed(given, names, COUNT(names));
    json_t *version = json_object_get(it, "PayloadFormatVersion");
    if (json_is_number(version)) /* YAML's 2.0 */
        json_object_set_new(it, "PayloadFormatVersion",
                            json_sprintf("%.1f", json_number_value(version)));
    else if (!version)
        json_object_set_new(it, "PayloadFormatVersion", json_string("1.0"));
    doc_id(d->call->service, id);
    json_object_set_new(it, "IntegrationId", json_string(id));
    json_object_set_new(doc_collection(d->doc, "integrations"), id, it);
    return it;
}

/* ---- who may call ---- */

static json_t *authorizer_new(const struct definition *d, const char *name, const json_t *given)
{
    static const struct rename names[] = {
        {"type", "AuthorizerType", true},
        {"authorizerUri", "AuthorizerUri", false},
        {"authorizerCredentials", "AuthorizerCredentialsArn", false},
        {"authorizerResultTtlInSeconds", "AuthorizerResultTtlInSeconds", false},
        {"authorizerPayloadFormatVersion", "AuthorizerPayloadFormatVersion", false},
        {"enableSimpleResponses", "EnableSimpleResponses", false}};
    static const struct rename jwt[] = {{"issuer", "Issuer", false},
                                        {"audience", "Audience", false}};
    char id[ID_SIZE];
    json_t *it = definition_renamed(given, names, COUNT(names));
    json_t *source = json_object_get(given, "identitySource");
    doc_id(d->call->service, id);
    if (json_is_string(source))
        json_object_set_new(it, "IdentitySource", json_pack("[O]", source));
    else if (source)
        json_object_set(it, "IdentitySource", source);
    if (json_object_get(given, "jwtConfiguration"))
        json_object_set_new(
            it, "JwtConfiguration",
            definition_renamed(json_object_get(given, "jwtConfiguration"), jwt, COUNT(jwt)));
    json_object_set_new(it, "Name", json_string(name));
    json_object_set_new(it, "AuthorizerId", json_string(id));
    json_object_set_new(doc_collection(d->doc, "authorizers"), id, it);
    return it;
}

static json_t *authorizer_of(const struct definition *d, const char *name)
{
    const char *id;
    json_t *it;
    const json_t *scheme =
        json_object_get(definition_components(d, "securitySchemes", "securityDefinitions"), name);
    const json_t *given = json_object_get(scheme, X "authorizer");
    json_object_foreach (doc_collection(d->doc, "authorizers"), id, it)
        if (text_is(it, "Name", name))
            return it;
    return given ? authorizer_new(d, name, given) : NULL;
}

static void add_security(const struct definition *d, json_t *route)
{
    const json_t *scopes = NULL;
    const char *name = definition_security(d, &scopes);
    json_t *it = name ? authorizer_of(d, name) : NULL;
    bool jwt = text_is(it, "AuthorizerType", "JWT");
    const json_t *auth = json_object_get(d->operation, X "auth");
    json_object_set_new(route, "AuthorizationType",
                        json_string(it                                 ? (jwt ? "JWT" : "CUSTOM")
                                    : text_is(auth, "type", "AWS_IAM") ? "AWS_IAM"
                                                                       : "NONE"));
    if (it)
        json_object_set(route, "AuthorizerId", json_object_get(it, "AuthorizerId"));
    if (jwt && json_array_size(scopes))
        json_object_set(route, "AuthorizationScopes", (json_t *)(uintptr_t)scopes);
}

/* ---- routes ---- */

static bool add_route(struct definition *d)
{
    char id[ID_SIZE];
    bool all = strcmp(d->path, "/$default") == 0 || strcmp(d->path, "$default") == 0;
    const json_t *given = definition_deref(d, json_object_get(d->operation, X "integration"));
    doc_id(d->call->service, id);
    json_t *route =
        json_pack("{s:s, s:o, s:b}", "RouteId", id, "RouteKey",
                  all ? json_string("$default") : json_sprintf("%s %s", d->method, d->path),
                  "ApiKeyRequired", 0);
    if (text_get(d->operation, "operationId"))
        json_object_set(route, "OperationName", json_object_get(d->operation, "operationId"));
    add_security(d, route);
    if (given) {
        json_t *integration = add_integration(d, given);
        json_object_set_new(
            route, "Target",
            json_sprintf("integrations/%s", text_get(integration, "IntegrationId")));
    }
    json_object_set_new(doc_collection(d->doc, "routes"), id, route);
    return true;
}

static void set_api(const struct definition *d)
{
    static const struct rename cors[] = {{"allowOrigins", "AllowOrigins", false},
                                         {"allowMethods", "AllowMethods", false},
                                         {"allowHeaders", "AllowHeaders", false},
                                         {"exposeHeaders", "ExposeHeaders", false},
                                         {"maxAge", "MaxAge", false},
                                         {"allowCredentials", "AllowCredentials", false}};
    const json_t *info = json_object_get(d->root, "info");
    json_t *it = doc_it(d->doc);
    if (text_get(info, "title") && !json_object_get(it, "Name"))
        json_object_set(it, "Name", json_object_get(info, "title"));
    if (text_get(info, "version"))
        json_object_set(it, "Version", json_object_get(info, "version"));
    if (text_get(info, "description"))
        json_object_set(it, "Description", json_object_get(info, "description"));
    if (json_object_get(d->root, X "cors"))
        json_object_set_new(
            it, "CorsConfiguration",
            definition_renamed(json_object_get(d->root, X "cors"), cors, COUNT(cors)));
}

bool openapi_http(struct call *call, json_t *doc, const json_t *definition)
{
    struct definition d = {.call = call, .doc = doc, .root = definition};
    json_object_del(doc, "routes");
    json_object_del(doc, "integrations");
    json_object_del(doc, "authorizers");
    set_api(&d);
    if (!json_object_get(doc_it(doc), "Name"))
        json_object_set_new(doc_it(doc), "Name", json_string("api"));
    return definition_each(&d, add_route);
}
