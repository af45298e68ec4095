/* SPDX-License-Identifier: Apache-2.0 */
/* The definition of a REST API: Cors, GatewayResponses, Models, OpenAPI 3. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "sam/api.h"
#include "sam/value.h"

enum { METHODS_MAX = 16 };

/* ---- Cors ---- */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The path's methods and OPTIONS, in order: "'GET,OPTIONS'". */
static json_t *allowed_methods(const json_t *item)
{
    static const char *const all = "'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT'";
    char names[METHODS_MAX][SAM_METHOD_MAX], text[METHODS_MAX * SAM_METHOD_MAX] = "'";
    const char *order[METHODS_MAX];
    size_t n = 0;
    const char *key;
    json_t *value;
    if (json_object_get(item, SAM_ANY_METHOD) != NULL)
        return json_string(all);
    strcpy(names[n++], "OPTIONS");
    json_object_foreach ((json_t *)item, key, value) {
        if (n < METHODS_MAX) {
            size_t i = 0;
            for (; key[i] != '\0' && i + 1 < SAM_METHOD_MAX; i++)
                names[n][i] = (char)toupper((unsigned char)key[i]);
            names[n++][i] = '\0';
        }
    }
    for (size_t i = 0; i < n; i++)
        order[i] = names[i];
    qsort(order, n, sizeof *order, by_text);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || strcmp(order[i], order[i - 1]) != 0)
            strcat(strcat(text, i == 0 ? "" : ","), order[i]);
    return json_string(strcat(text, "'"));
}

/* What Cors says, as property names have it; `methods` is owned. */
struct cors {
    const json_t *origin, *headers, *max_age;
    json_t *methods;
    bool credentials;
};

static void add_header(struct sam *s, json_t *const to[2], const char *name, json_t *value)
{
    char parameter[SAM_METHOD_MAX * 2];
    bool number = strcmp(name, "Max-Age") == 0;
    json_t *key = json_sprintf("Access-Control-%s", name);
    sam_id(parameter, "method.response.header.%.60s", json_string_value(key));
    sam_put(s, to[0], parameter, value);
    sam_put(s, to[1], json_string_value(key),
            json_pack("{s:s}", "type", number ? "integer" : "string"));
    json_decref(key);
}

/* The mock method OPTIONS that answers a browser's preflight. */
static json_t *options_method(struct sam *s, const struct cors *cors)
{
    json_t *to[2] = {json_object(), json_object()}; /* parameters, headers */
    add_header(s, to, "Allow-Origin", json_deep_copy(cors->origin));
    if (sam_given(cors->headers))
        add_header(s, to, "Allow-Headers", json_deep_copy(cors->headers));
    if (sam_given(cors->methods))
        add_header(s, to, "Allow-Methods", json_deep_copy(cors->methods));
    if (cors->max_age != NULL)
        add_header(s, to, "Max-Age", json_deep_copy(cors->max_age));
    if (cors->credentials)
        add_header(s, to, "Allow-Credentials", json_string("'true'"));
    json_t *integration = json_pack(
        "{s:s, s:{s:s}, s:{s:{s:s, s:o, s:{s:s}}}}", "type", "mock", "requestTemplates",
        "application/json", "{\n  \"statusCode\" : 200\n}\n", "responses", "default", "statusCode",
        "200", "responseParameters", to[0], "responseTemplates", "application/json", "{}\n");
    return json_pack("{s:s, s:[s], s:[s], s:o, s:{s:{s:s, s:o}}}", "summary", "CORS support",
                     "consumes", "application/json", "produces", "application/json",
                     SAM_INTEGRATION, integration, "responses", "200", "description",
                     "Default response for CORS method", "headers", to[1]);
}

static bool read_cors(struct sam *s, struct cors *cors, const json_t *value)
{
    static const char *const keys[] = {"AllowMethods", "AllowHeaders", "AllowOrigin", "MaxAge",
                                       "AllowCredentials"};
    const char *key;
    json_t *member;
    if (json_is_string(value) || sam_intrinsic(value)) {
        cors->origin = value;
        return true;
    }
    json_object_foreach ((json_t *)value, key, member) {
        size_t i = 0;
        while (i < 5 && strcmp(keys[i], key) != 0)
            i++;
        if (i == 5)
            return sam_fail(s, s->id, "Invalid key '%s' for 'Cors' property.", key);
    }
    cors->origin = sam_get(value, "AllowOrigin");
    cors->headers = sam_get(value, "AllowHeaders");
    cors->max_age = sam_get(value, "MaxAge");
    cors->credentials = json_is_true(sam_get(value, "AllowCredentials"));
    return json_is_object(value) || sam_fail(s, s->id, "Invalid value for 'Cors' property");
}

/* One path's items get OPTIONS, if they have none. */
static void add_options(struct sam *s, json_t *item, struct cors *cors, const json_t *methods)
{
    json_t *branches[SAM_BRANCHES];
    size_t n = sam_contents(item, branches);
    cors->methods = sam_given(methods) ? json_deep_copy(methods) : NULL;
    for (size_t i = 0; i < n; i++) {
        if (json_object_get(branches[i], "options") != NULL)
            continue;
        if (cors->methods == NULL)
            cors->methods = allowed_methods(branches[i]);
        sam_put(s, branches[i], "options", options_method(s, cors));
    }
    json_decref(cors->methods);
}

/* Whether the same path with other slashes at its end came before. */
static bool seen(const json_t *paths, const char *path)
{
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    const char *other;
    json_t *item;
    json_object_foreach ((json_t *)paths, other, item) {
        if (strcmp(other, path) == 0)
            return false;
        if (strncmp(other, path, length) == 0 &&
            strspn(other + length, "/") == strlen(other + length))
            return true;
    }
    return false;
}

bool sam_rest_cors(struct sam *s, json_t *body)
{
    const json_t *value = sam_get(s->properties, "Cors");
    if (!sam_given(value))
        return true;
    if (!sam_given(body)) {
        return sam_fail(
            s, s->id,
            "Cors works only with inline Swagger specified in 'DefinitionBody' property.");
    }
    json_t *anyone = json_string("'*'");
    struct cors cors = {.origin = NULL};
    bool well = read_cors(s, &cors, value);
    cors.origin = cors.origin == NULL ? anyone : cors.origin;
    if (well && !sam_body_valid(body, SAM_REST)) {
        well =
            sam_fail(s, s->id,
                     "Unable to add Cors configuration because 'DefinitionBody' does not contain "
                     "a valid Swagger definition.");
    }
    if (well && cors.credentials && sam_equals(cors.origin, "'*'")) {
        well = sam_fail(s, s->id,
                        "Unable to add Cors configuration because 'AllowCredentials' can not be "
                        "true when 'AllowOrigin' is \"'*'\" or not set");
    }
    json_t *paths = json_object_get(body, "paths"), *item;
    const char *path;
    well = well && sam_body_check(s, body, SAM_REST);
    json_object_foreach (well ? paths : NULL, path, item)
        if (!seen(paths, path))
            add_options(s, item, &cors, sam_get(value, "AllowMethods"));
    json_decref(anyone);
    return well;
}

/* ---- GatewayResponses ---- */

static bool check_response(struct sam *s, const char *type, const json_t *response)
{
    static const char *const keys[] = {"ResponseParameters", "ResponseTemplates", "StatusCode"};
    const char *key;
    json_t *value;
    if (sam_intrinsic(response)) {
        return sam_fail(s, s->id,
                        "Unable to set GatewayResponses attribute because intrinsic functions are "
                        "not supported for this field.");
    }
    if (!json_is_object(response)) {
        return sam_fail(s, s->id,
                        "Invalid property type for GatewayResponses. Expected an object of type "
                        "'GatewayResponse'.");
    }
    json_object_foreach ((json_t *)response, key, value) {
        if (strcmp(key, keys[0]) != 0 && strcmp(key, keys[1]) != 0 && strcmp(key, keys[2]) != 0) {
            return sam_fail(s, s->id, "Invalid property '%s' in 'GatewayResponses' property '%s'.",
                            key, type);
        }
    }
    return true;
}

/* {"gatewayresponse.header.NAME": value} of Headers, Paths and QueryStrings. */
static bool add_parameters(struct sam *s, json_t *to, const json_t *parameters)
{
    static const struct {
        const char *key, *place;
    } kinds[] = {{"Headers", "header"}, {"Paths", "path"}, {"QueryStrings", "querystring"}};
    const char *key, *name;
    json_t *group, *value;
    json_object_foreach ((json_t *)parameters, key, group) {
        size_t i = 0;
        while (i < 3 && strcmp(kinds[i].key, key) != 0)
            i++;
        if (i == 3)
            return sam_fail(s, s->id, "Invalid gateway response parameter '%s'", key);
        json_object_foreach (group, name, value) {
            char whole[SAM_ID_MAX];
            sam_put(s, to, sam_id(whole, "gatewayresponse.%s.%s", kinds[i].place, name),
                    json_deep_copy(value));
        }
    }
    return true;
}

static bool add_response(struct sam *s, json_t *to, const char *type, const json_t *response)
{
    const json_t *status = sam_get(response, "StatusCode");
    const json_t *templates = sam_get(response, "ResponseTemplates");
    json_t *made = json_pack("{s:{}, s:o}", "responseParameters", "responseTemplates",
                             templates == NULL ? json_object() : json_deep_copy(templates));
    sam_put(s, to, type, made);
    if (sam_given(status)) {
        sam_put(s, made, "statusCode",
                json_is_integer(status)
                    ? json_sprintf("%" JSON_INTEGER_FORMAT, json_integer_value(status))
                    : json_deep_copy(status));
        const char *text = sam_text(made, "statusCode");
        size_t length = text == NULL ? 0 : strlen(text);
        if (length == 0 || length > 3 || strspn(text, "0123456789") != length)
            return sam_fail(s, s->id, "Property 'StatusCode' must be numeric");
    }
    const json_t *parameters = sam_get(response, "ResponseParameters");
    char path[SAM_ID_MAX];
    sam_id(path, "GatewayResponses.%.200s.ResponseParameters", type);
    return (!sam_given(parameters) || sam_expect(s, parameters, SAM_MAP, path)) &&
           add_parameters(s, json_object_get(made, "responseParameters"), parameters);
}

bool sam_rest_responses(struct sam *s, json_t *body)
{
    const json_t *responses = sam_get(s->properties, "GatewayResponses");
    const char *type;
    json_t *response;
    if (!sam_given(responses))
        return true;
    if (!sam_given(body)) {
        return sam_fail(s, s->id,
                        "GatewayResponses works only with inline Swagger specified in "
                        "'DefinitionBody' property.");
    }
    json_object_foreach ((json_t *)responses, type, response)
        if (!check_response(s, type, response))
            return false;
    if (!sam_body_valid(body, SAM_REST)) {
        return sam_fail(
            s, s->id,
            "Unable to add Auth configuration because 'DefinitionBody' does not contain "
            "a valid Swagger definition.");
    }
    json_t *to = sam_object_at(s, body, "x-amazon-apigateway-gateway-responses");
    json_object_foreach ((json_t *)responses, type, response)
        if (!add_response(s, to, type, response))
            return false;
    return true;
}

/* ---- Models ---- */

bool sam_rest_models(struct sam *s, json_t *body)
{
    const json_t *models = sam_get(s->properties, "Models");
    const char *name;
    json_t *model;
    if (!sam_given(models))
        return true;
    if (!sam_given(body)) {
        return sam_fail(
            s, s->id,
            "Models works only with inline Swagger specified in 'DefinitionBody' property.");
    }
    if (!sam_body_valid(body, SAM_REST)) {
        return sam_fail(
            s, s->id,
            "Unable to add Models definitions because 'DefinitionBody' does not contain "
            "a valid Swagger definition.");
    }
    json_t *to = sam_object_at(s, body, "definitions");
    json_object_foreach ((json_t *)models, name, model) {
        char lower[SAM_ID_MAX];
        size_t length = strlen(sam_id(lower, "%s", name));
        for (size_t i = 0; i < length; i++)
            lower[i] = (char)tolower((unsigned char)lower[i]);
        if (!json_is_object(model))
            return sam_fail(s, s->id, "Invalid value for 'Models' property");
        if (!sam_has(model, "type"))
            return sam_fail_template(s, "'Models' schema is missing 'type'.");
        sam_put(s, to, lower, json_deep_copy(model));
    }
    return true;
}

/* ---- OpenAPI 3 ---- */

static void move_to_components(struct sam *s, json_t *body, const char *from, const char *to)
{
    if (sam_has(body, from)) {
        json_t *components = sam_object_at(s, body, "components");
        sam_put(s, components, to, json_incref(json_object_get(body, from)));
        json_object_del(body, from);
    }
}

static void version_options(struct sam *s, json_t *options)
{
    json_t *ok = sam_get(sam_get(options, "responses"), "200"), *header;
    const char *name;
    json_object_del(options, "consumes");
    json_object_del(options, "produces");
    json_t *headers = sam_get(ok, "headers");
    json_object_foreach (headers, name, header)
        sam_put(s, headers, name, json_pack("{s:O}", "schema", header));
}

void sam_rest_version(struct sam *s, json_t *body)
{
    const json_t *wanted = sam_get(s->properties, "OpenApiVersion");
    const json_t *version = wanted == NULL ? sam_get(body, "openapi") : wanted;
    if (sam_get(body, "swagger") != NULL || !sam_version3(version))
        return;
    move_to_components(s, body, "securityDefinitions", "securitySchemes");
    move_to_components(s, body, "definitions", "schemas");
    const char *path;
    json_t *item;
    json_object_foreach (sam_get(body, "paths"), path, item)
        version_options(s, sam_get(item, "options"));
}
