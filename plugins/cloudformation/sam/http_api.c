/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::Serverless::HttpApi: the API and its stage. */
#include <string.h>

#include "sam/api.h"
#include "sam/code.h"
#include "sam/id.h"
#include "sam/resolve.h"
#include "sam/value.h"

const struct sam_property sam_http_api_properties[] = {
    {SAM_MANAGED, SAM_BOOL, 0, 0},
    {"Name", 0, 0, 0},
    {"StageName", SAM_STR | SAM_MAP, 0, 0},
    {"Tags", SAM_MAP, 0, 0},
    {"PropagateTags", SAM_BOOL, 0, 0},
    {"DefinitionBody", SAM_MAP, 0, 0},
    {"DefinitionUri", SAM_STR | SAM_MAP, 0, 0},
    {"StageVariables", SAM_MAP, 0, SAM_PASS},
    {"CorsConfiguration", SAM_BOOL | SAM_MAP, 0, 0},
    {"AccessLogSettings", SAM_MAP, 0, SAM_PASS},
    {"DefaultRouteSettings", SAM_MAP, 0, SAM_PASS},
    {"Auth", SAM_MAP, 0, 0},
    {"RouteSettings", SAM_MAP, 0, SAM_PASS},
    {"Domain", SAM_MAP, 0, 0},
    {"FailOnWarnings", SAM_BOOL, 0, 0},
    {"Description", SAM_STR, 0, 0},
    {"DisableExecuteApiEndpoint", SAM_BOOL, 0, 0},
    {NULL, 0, 0, 0},
};

struct cors_key {
    const char *name, *written;
};
static const struct cors_key cors_keys[] = {
    {"AllowMethods", "allowMethods"},   {"AllowHeaders", "allowHeaders"},
    {"AllowOrigins", "allowOrigins"},   {"MaxAge", "maxAge"},
    {"ExposeHeaders", "exposeHeaders"}, {"AllowCredentials", "allowCredentials"}};
enum { N_CORS_KEYS = sizeof cors_keys / sizeof *cors_keys };

static const struct cors_key *find_key(const char *name)
{
    for (size_t i = 0; i < N_CORS_KEYS; i++)
        if (strcmp(cors_keys[i].name, name) == 0)
            return &cors_keys[i];
    return NULL;
}

/* Keys of CorsConfiguration below an intrinsic function, as OpenAPI spells them. */
static json_t *respell(const json_t *value)
{
    json_t *made, *member;
    const char *key;
    size_t i;
    if (json_is_array(value)) {
        made = json_array();
        json_array_foreach (value, i, member)
            json_array_append_new(made, respell(member));
        return made;
    }
    if (!json_is_object(value))
        return json_deep_copy(value);
    made = json_object();
    json_object_foreach ((json_t *)value, key, member) {
        const struct cors_key *known = find_key(key);
        json_object_set_new(made, known == NULL ? key : known->written, respell(member));
    }
    return made;
}

static bool set_cors_members(struct sam *s, json_t *to, const json_t *cors)
{
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)cors, key, value) {
        const struct cors_key *known = find_key(key);
        if (known == NULL)
            return sam_fail(s, s->id, "Invalid key '%s' for 'Cors' property.", key);
        bool zero = strcmp(key, "MaxAge") == 0 && !json_is_null(value);
        bool on = strcmp(key, "AllowCredentials") == 0 ? json_is_true(value) : sam_given(value);
        if (on || zero)
            sam_copy_as(s, to, known->written, value);
    }
    const json_t *origins = json_object_get(to, "allowOrigins");
    return !json_is_true(json_object_get(to, "allowCredentials")) ||
           json_array_size(origins) != 1 || !sam_equals(json_array_get(origins, 0), "*") ||
           sam_fail(s, s->id,
                    "Unable to add Cors configuration because 'AllowCredentials' can not be true "
                    "when 'AllowOrigin' is \"'*'\" or not set.");
}

static bool add_cors(struct sam *s, json_t *body)
{
    const json_t *cors = sam_resolve_at(s, s->properties, "CorsConfiguration");
    if (!sam_given(cors))
        return true;
    if (!sam_given(body)) {
        return sam_fail(
            s, s->id,
            "Cors works only with inline OpenApi specified in 'DefinitionBody' property.");
    }
    if (!sam_body_valid(body, SAM_HTTP)) {
        return sam_fail(
            s, s->id,
            "Unable to add Cors configuration because 'DefinitionBody' does not contain "
            "a valid OpenApi definition.");
    }
    json_t *to = sam_object_at(s, body, "x-amazon-apigateway-cors");
    if (to == NULL) {
        return sam_fail_template(s, "Value of 'x-amazon-apigateway-cors' must be a dictionary "
                                    "according to Swagger spec.");
    }
    if (json_is_boolean(cors)) {
        sam_put(s, to, "allowOrigins", json_pack("[s]", "*"));
        return true;
    }
    if (sam_intrinsic(cors)) {
        json_t *made = respell(cors);
        s->failed = json_object_update(to, made) != 0 || s->failed;
        json_decref(made);
        return true;
    }
    return set_cors_members(s, to, cors);
}

/* Tags are written into the definition, SAM's own last. */
static bool add_tags(struct sam *s, json_t *body)
{
    const json_t *given = sam_get(s->properties, "Tags");
    bool valid = sam_body_valid(body, SAM_HTTP);
    if (sam_given(given) && !valid) {
        return sam_fail(s, s->id, "%s",
                        sam_given(body)
                            ? "Unable to add `Tags` because 'DefinitionBody' does not contain a "
                              "valid OpenApi definition."
                            : "Tags works only with inline OpenApi specified in the "
                              "'DefinitionBody' property.");
    }
    if (!valid)
        return true;
    json_t *tags = sam_object_at(s, s->properties, "Tags"), *value, *other;
    sam_put(s, tags, "httpapi:createdBy", json_string("SAM"));
    json_t *list = sam_list_at(s, body, "tags");
    if (list == NULL)
        return sam_fail_template(s, "Tags in OpenApi DefinitionBody needs to be a list.");
    const char *name;
    json_object_foreach (tags, name, value) {
        json_t *tag = NULL;
        size_t i;
        json_array_foreach (list, i, other)
            tag = sam_equals(sam_get(other, "name"), name) ? other : tag;
        if (tag == NULL) {
            tag = json_pack("{s:s}", "name", name);
            sam_append(s, list, tag);
        }
        sam_put(s, tag, "x-amazon-apigateway-tag-value", json_deep_copy(value));
    }
    return true;
}

static bool set_disabled(struct sam *s, json_t *body)
{
    const json_t *disabled = sam_get(s->properties, "DisableExecuteApiEndpoint");
    if (disabled == NULL)
        return true;
    if (!sam_given(body)) {
        return sam_fail(s, s->id,
                        "DisableExecuteApiEndpoint works only within 'DefinitionBody' property.");
    }
    json_t *servers = sam_list_at(s, body, "servers"), *server;
    size_t i;
    if (json_array_size(servers) == 0)
        sam_append(s, servers, json_object());
    json_array_foreach (servers, i, server) {
        json_t *config = sam_object_at(s, server, "x-amazon-apigateway-endpoint-configuration");
        if (config == NULL) {
            return sam_fail_template(
                s, "Value of 'servers' item must be a dictionary according to Swagger spec.");
        }
        sam_put(s, config, "disableExecuteApiEndpoint", json_deep_copy(disabled));
    }
    return true;
}

/* Name is the title, Description the description, of a definition that has none of its own. */
static bool set_info(struct sam *s, json_t *body, const char *property, const char *key)
{
    const json_t *value = sam_get(s->properties, property);
    if (!sam_given(value))
        return true;
    if (!sam_given(body)) {
        return sam_fail(s, s->id,
                        "%s works only with inline OpenApi specified in the 'DefinitionBody' "
                        "property.",
                        property);
    }
    const json_t *there = sam_get(sam_get(body, "info"), key);
    bool stack = sam_equals(sam_function(there, "Ref"), "AWS::StackName");
    if (strcmp(key, "title") == 0 ? !stack : sam_given(there)) {
        return sam_fail(s, s->id,
                        "Unable to set %s because it is already defined within inline OpenAPI "
                        "specified in the 'DefinitionBody' property.",
                        property);
    }
    sam_copy_as(s, sam_object_at(s, body, "info"), key, value);
    return true;
}

/* API Gateway refuses "$default" as a path where warnings count. */
static void set_default_path(struct sam *s, json_t *body)
{
    json_t *paths = sam_has(s->properties, "FailOnWarnings") ? sam_get(body, "paths") : NULL;
    json_t *item = json_incref(json_object_get(paths, SAM_DEFAULT_ROUTE));
    if (item != NULL) {
        json_object_del(paths, SAM_DEFAULT_ROUTE);
        sam_put(s, paths, "/" SAM_DEFAULT_ROUTE, item);
    }
}

static bool set_definition(struct sam *s, json_t *api, const json_t *body)
{
    const json_t *uri = sam_get(s->properties, "DefinitionUri");
    if (sam_given(uri)) {
        json_t *location = sam_location(s, uri, "DefinitionUri", &sam_body_location);
        if (location == NULL)
            return false;
        sam_put(s, api, "BodyS3Location", location);
        return true;
    }
    if (!sam_given(body)) {
        return sam_fail(
            s, s->id,
            "'DefinitionUri' or 'DefinitionBody' are required properties of an "
            "'AWS::Serverless::HttpApi'. Add a value for one of these properties or add "
            "a 'HttpApi' event to an 'AWS::Serverless::Function'.");
    }
    sam_copy_as(s, api, "Body", body);
    return true;
}

static bool make_api(struct sam *s)
{
    json_t *body = sam_get(s->properties, "DefinitionBody");
    json_t *api = sam_make_main(s, s->id, "AWS::ApiGatewayV2::Api", json_object());
    if (sam_has(s->properties, "DefinitionUri") && sam_given(body)) {
        return sam_fail(
            s, s->id, "Specify either 'DefinitionUri' or 'DefinitionBody' property and not both.");
    }
    if (!add_cors(s, body) || !sam_http_auth(s, body) || !add_tags(s, body) ||
        !set_disabled(s, body) || !set_info(s, body, "Name", "title") ||
        !set_info(s, body, "Description", "description"))
        return false;
    set_default_path(s, body);
    if (sam_has(s->properties, "FailOnWarnings"))
        sam_copy(s, api, s->properties, "FailOnWarnings");
    return set_definition(s, api, body);
}

static void make_stage(struct sam *s)
{
    const json_t *given = sam_get(s->properties, "StageName");
    json_t *name = sam_given(given) ? json_deep_copy(given) : json_string(SAM_DEFAULT_ROUTE);
    const char *text = json_string_value(name);
    char id[SAM_ID_MAX], hex[SAM_DIGEST_HEX] = "";
    if (text != NULL && sam_alphanumeric(text)) {
        sam_id(id, "%s%sStage", s->id, text);
    } else if (text != NULL && strcmp(text, SAM_DEFAULT_ROUTE) == 0) {
        sam_id(id, "%sApiGatewayDefaultStage", s->id);
    } else {
        if (text != NULL)
            sam_digest_text(text, hex);
        sam_id(id, "%sStage%.*s", s->id, SAM_DIGEST_SHORT, hex);
    }
    json_t *stage = sam_make(
        s, id, "AWS::ApiGatewayV2::Stage",
        json_pack("{s:o, s:o, s:b}", "ApiId", sam_ref(s->id), "StageName", name, "AutoDeploy", 1));
    sam_pass(s, stage, s->properties, sam_http_api_properties);
    sam_copy(s, stage, s->properties, "Tags");
}

bool sam_http_api_resource(struct sam *s)
{
    struct sam_checked what = {s->id, "AWS::Serverless::HttpApi", s->properties};
    if (!sam_check(s, &what, sam_http_api_properties) || !make_api(s) || !sam_http_domain(s))
        return false;
    sam_http_permissions(s);
    make_stage(s);
    return true;
}
