/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::Serverless::Api: the API, its deployment and its stage. */
#include "sam/api.h"

#include <ctype.h>
#include <string.h>

#include "sam/code.h"
#include "sam/id.h"
#include "sam/resolve.h"
#include "sam/value.h"

enum { TEXT_OR_MAP = SAM_STR | SAM_MAP };

const struct sam_property sam_rest_api_properties[] = {
    {SAM_MANAGED, SAM_BOOL, 0, 0},
    {"Name", TEXT_OR_MAP, 0, SAM_PASS},
    {"StageName", TEXT_OR_MAP, 0, SAM_REQUIRED},
    {"Tags", SAM_MAP, 0, 0},
    {"PropagateTags", SAM_BOOL, 0, 0},
    {"DefinitionBody", SAM_MAP, 0, 0},
    {"DefinitionUri", TEXT_OR_MAP, 0, 0},
    {"MergeDefinitions", SAM_BOOL, 0, SAM_LITERAL},
    {"CacheClusterEnabled", SAM_BOOL, 0, 0},
    {"CacheClusterSize", SAM_STR, 0, 0},
    {"Variables", SAM_MAP, 0, 0},
    {"EndpointConfiguration", TEXT_OR_MAP, 0, 0},
    {"MethodSettings", SAM_LIST, 0, 0},
    {"BinaryMediaTypes", SAM_LIST, 0, 0},
    {"MinimumCompressionSize", SAM_INT, 0, 0},
    {"Cors", TEXT_OR_MAP, 0, 0},
    {"Auth", SAM_MAP, 0, 0},
    {"GatewayResponses", SAM_MAP, 0, 0},
    {"AccessLogSetting", SAM_MAP, 0, 0},
    {"CanarySetting", SAM_MAP, 0, 0},
    {"TracingEnabled", SAM_BOOL, 0, 0},
    {"OpenApiVersion", SAM_STR, 0, 0},
    {"Models", SAM_MAP, 0, 0},
    {"Domain", SAM_MAP, 0, 0},
    {"FailOnWarnings", SAM_BOOL, 0, SAM_PASS},
    {"Description", SAM_STR, 0, SAM_PASS},
    {"Mode", SAM_STR, 0, SAM_PASS},
    {"DisableExecuteApiEndpoint", SAM_BOOL, 0, 0},
    {"ApiKeySourceType", SAM_STR, 0, SAM_PASS},
    {"AlwaysDeploy", SAM_BOOL, 0, SAM_LITERAL},
    {"Policy", TEXT_OR_MAP, 0, SAM_PASS},
    {"SecurityPolicy", SAM_STR, 0, SAM_PASS},
    {"EndpointAccessMode", SAM_STR, 0, SAM_PASS},
    {NULL, 0, 0, 0},
};

/* Of the stage, under their own names. */
static const char *const stage_properties[] = {
    "StageName",        "CacheClusterEnabled", "CacheClusterSize", "Variables", "MethodSettings",
    "AccessLogSetting", "CanarySetting",       "TracingEnabled",   NULL};

static bool version_fits(const json_t *version)
{
    const char *text = json_string_value(version);
    if (text == NULL || (*text != '2' && *text != '3'))
        return false;
    for (text++; *text != '\0'; text += 2)
        if (text[0] != '.' || !isdigit((unsigned char)text[1]))
            return false;
    return true;
}

static bool check(struct sam *s)
{
    const json_t *p = s->properties, *version = sam_get(p, "OpenApiVersion");
    if (sam_has(p, "DefinitionUri") && sam_has(p, "DefinitionBody")) {
        return sam_fail(
            s, s->id, "Specify either 'DefinitionUri' or 'DefinitionBody' property and not both.");
    }
    if (sam_has(p, "DefinitionUri") && sam_has(p, "MergeDefinitions")) {
        return sam_fail(s, s->id,
                        "Cannot set 'MergeDefinitions' to True when using `DefinitionUri`.");
    }
    return !sam_given(version) || version_fits(version) ||
           sam_fail(s, s->id, "The OpenApiVersion value must be of the format '3.0.0'.");
}

static bool set_endpoint(struct sam *s, json_t *api)
{
    const json_t *value = sam_get(s->properties, "EndpointConfiguration");
    if (!sam_given(value))
        return true;
    bool typed = sam_has(value, "Type");
    const json_t *type = typed ? sam_get(value, "Type") : value;
    json_t *made = json_pack("{s:[o]}", "Types", json_deep_copy(type));
    sam_put(s, api, "EndpointConfiguration", made);
    sam_put(s, api, "Parameters",
            json_pack("{s:o}", "endpointConfigurationTypes", json_deep_copy(type)));
    const json_t *old = json_object_get(value, "VPCEndpointIds");
    const json_t *ids = json_object_get(value, "VpcEndpointIds");
    if (typed && old != NULL && ids != NULL) {
        return sam_fail(s, s->id,
                        "'VPCEndpointIds' and 'VpcEndpointIds' cannot be used together in "
                        "EndpointConfiguration.");
    }
    sam_copy_as(s, made, "VpcEndpointIds", typed ? (old == NULL ? ids : old) : NULL);
    sam_copy_as(s, made, "IpAddressType", typed ? sam_get(value, "IpAddressType") : NULL);
    return true;
}

/* BinaryMediaTypes, with "~1" for "/" where the property of the API wants that. */
static void set_media_types(struct sam *s, json_t *api, json_t *body)
{
    json_t *types = sam_resolve_at(s, s->properties, "BinaryMediaTypes"), *type;
    sam_copy_as(s, api, "BinaryMediaTypes", types);
    if (!sam_given(types) || !sam_given(body))
        return;
    json_t *plain = json_array();
    size_t i;
    json_array_foreach (types, i, type) {
        const char *text = json_string_value(type), *mark;
        char name[SAM_ID_MAX];
        if (text == NULL) {
            sam_append(s, plain, json_deep_copy(type));
            continue;
        }
        sam_id(name, "%s", text);
        while ((mark = strstr(name, "~1")) != NULL) {
            name[mark - name] = '/';
            memmove(name + (mark - name) + 1, mark + 2, strlen(mark + 2) + 1);
        }
        sam_append(s, plain, json_string(name));
    }
    sam_put(s, body, "x-amazon-apigateway-binary-media-types", plain);
}

static bool set_disabled(struct sam *s, json_t *body)
{
    const char *const key = "x-amazon-apigateway-endpoint-configuration";
    const json_t *disabled = sam_get(s->properties, "DisableExecuteApiEndpoint");
    if (disabled == NULL)
        return true;
    if (!sam_given(body)) {
        return sam_fail(s, s->id,
                        "DisableExecuteApiEndpoint works only within 'DefinitionBody' property.");
    }
    if (!sam_body_check(s, body, SAM_REST))
        return false;
    if (!sam_version3(sam_get(body, "openapi"))) {
        sam_put(s, sam_object_at(s, body, key), "disableExecuteApiEndpoint",
                json_deep_copy(disabled));
        return true;
    }
    json_t *servers = sam_list_at(s, body, "servers"), *server;
    if (json_array_size(servers) == 0)
        sam_append(s, servers, json_object());
    size_t i;
    json_array_foreach (servers, i, server) {
        sam_put(s, sam_object_at(s, server, key), "disableExecuteApiEndpoint",
                json_deep_copy(disabled));
    }
    return true;
}

static bool set_definition(struct sam *s, json_t *api, json_t *body)
{
    const json_t *uri = sam_get(s->properties, "DefinitionUri");
    if (sam_given(uri)) {
        json_t *location = sam_location(s, uri, "DefinitionUri", &sam_body_location);
        if (location == NULL)
            return false;
        sam_put(s, api, "BodyS3Location", location);
    } else if (sam_given(body)) {
        sam_rest_version(s, body);
        sam_put(s, api, "Body", json_deep_copy(body));
    }
    return true;
}

static bool make_api(struct sam *s, json_t **made)
{
    json_t *body = sam_get(s->properties, "DefinitionBody");
    json_t *api = *made = sam_make_main(s, s->id, "AWS::ApiGateway::RestApi", json_object());
    if (!check(s) || !set_endpoint(s, api) || !sam_rest_cors(s, body) || !sam_rest_auth(s, body) ||
        !sam_rest_responses(s, body))
        return false;
    set_media_types(s, api, body);
    sam_copy(s, api, s->properties, "MinimumCompressionSize");
    if (!sam_rest_models(s, body) || !set_disabled(s, body) || !set_definition(s, api, body))
        return false;
    for (const struct sam_property *p = sam_rest_api_properties; p->name != NULL; p++)
        if ((p->flags & SAM_PASS) != 0 && sam_has(s->properties, p->name))
            sam_copy(s, api, s->properties, p->name);
    return true;
}

/* A deployment for each content of the definition. aws-sam-translator takes the digest of the text
 * that Python 2 made of it; this one is of its JSON. */
static void make_deployment(struct sam *s, const json_t *api, char *id)
{
    const json_t *body = sam_get(api, "Body");
    body = body == NULL ? sam_get(api, "BodyS3Location") : body;
    char hex[SAM_DIGEST_HEX] = "";
    json_t *deployment = json_pack("{s:o}", "RestApiId", sam_ref(s->id));
    if (!sam_has(s->properties, "OpenApiVersion"))
        sam_put(s, deployment, "StageName", json_string("Stage"));
    if (body != NULL) {
        json_t *all = json_pack("[O, O*, O*]", body, sam_get(s->properties, "OpenApiVersion"),
                                sam_get(s->properties, "Domain"));
        s->failed = !sam_digest(all, hex) || s->failed;
        json_decref(all);
        sam_put(s, deployment, "Description", json_sprintf("RestApi deployment id: %s", hex));
    }
    sam_id(id, "%sDeployment%.*s", s->id, SAM_DIGEST_SHORT, hex);
    sam_make(s, id, "AWS::ApiGateway::Deployment", deployment);
}

static void stage_id(const struct sam *s, char *id)
{
    const char *name = sam_text(s->properties, "StageName");
    char hex[SAM_DIGEST_HEX] = "";
    if (name != NULL && sam_alphanumeric(name)) {
        sam_id(id, "%s%sStage", s->id, name);
        return;
    }
    if (name != NULL && *name != '\0')
        sam_digest_text(name, hex);
    sam_id(id, "%sStage%.*s", s->id, SAM_DIGEST_SHORT, hex);
}

static void make_stage(struct sam *s, const char *id, const char *deployment)
{
    json_t *stage = sam_make(
        s, id, "AWS::ApiGateway::Stage",
        json_pack("{s:o, s:o}", "RestApiId", sam_ref(s->id), "DeploymentId", sam_ref(deployment)));
    for (size_t i = 0; stage_properties[i] != NULL; i++)
        sam_copy(s, stage, s->properties, stage_properties[i]);
    const json_t *tags = sam_get(s->properties, "Tags");
    if (tags != NULL)
        sam_put(s, stage, "Tags", sam_tags(NULL, tags));
}

bool sam_rest_api_resource(struct sam *s)
{
    char deployment[SAM_ID_MAX], stage[SAM_ID_MAX];
    struct sam_checked what = {s->id, "AWS::Serverless::Api", s->properties};
    json_t *api;
    sam_resolve_at(s, s->properties, "Domain");
    sam_resolve_at(s, s->properties, "Auth");
    if (!sam_check(s, &what, sam_rest_api_properties) || !make_api(s, &api) || !sam_rest_domain(s))
        return false;
    make_deployment(s, api, deployment);
    stage_id(s, stage);
    make_stage(s, stage, deployment);
    sam_rest_permissions(s);
    return sam_usage_plan(s, stage);
}
