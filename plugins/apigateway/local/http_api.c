/* SPDX-License-Identifier: Apache-2.0 */
/* HTTP APIs. Stages with AutoDeploy serve the API as it is (exec/find.c). */
#include <string.h>

#include "local/service.h"

static const struct kind api_kind = {
    "apis", NULL, NULL, "ApiId", "ApiId", "Invalid API identifier specified", NULL};

void api_changed(json_t *doc)
{
    const char *name;
    json_t *stage;
    if (!text_is(doc, "kind", "apis"))
        return;
    json_object_foreach (doc_collection(doc, "stages"), name, stage) {
        if (json_is_true(json_object_get(stage, "AutoDeploy")))
            json_object_set_new(stage, "LastDeploymentStatusMessage",
                                json_string("Successfully deployed stage"));
    }
}

static void set_default(json_t *it, const char *name, json_t *value)
{
    if (json_object_get(it, name))
        json_decref(value);
    else
        json_object_set_new(it, name, value);
}

/* A new HTTP API; borrowed. */
static json_t *api_new(struct call *call, json_t *it)
{
    char id[ID_SIZE];
    const struct slrun_cloud *cloud = call->service->cloud;
    const char *url = cloud->url(cloud);
    doc_id(call->service, id);
    json_object_set_new(it, "ApiId", json_string(id));
    json_object_set_new(it, "ApiEndpoint", json_sprintf("%s/_api/%s", url ? url : "", id));
    json_object_set_new(it, "CreatedDate", json_integer(cloud->now_ms(cloud) / 1000));
    set_default(it, "ProtocolType", json_string("HTTP"));
    set_default(it, "ApiKeySelectionExpression", json_string("$request.header.x-api-key"));
    set_default(it, "RouteSelectionExpression", json_string("$request.method $request.path"));
    set_default(it, "DisableExecuteApiEndpoint", json_false());
    set_default(it, "Tags", json_object());
    return doc_new(call, "apis", it, id);
}

/* Quick create: an integration with the target, a route to it, a stage that deploys itself. */
static void quick_create(struct call *call, json_t *doc)
{
    char integration[ID_SIZE], route[ID_SIZE];
    const char *target = call_arg(call, "Target"), *key = call_arg(call, "RouteKey");
    bool function = strncmp(target, "arn:", 4) == 0;
    json_t *now = json_object_get(doc_it(doc), "CreatedDate");
    doc_id(call->service, integration);
    doc_id(call->service, route);
    json_object_set_new(doc_collection(doc, "integrations"), integration,
                        json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:b}", "IntegrationId",
                                  integration, "IntegrationType",
                                  function ? "AWS_PROXY" : "HTTP_PROXY", "IntegrationUri", target,
                                  "PayloadFormatVersion", function ? "2.0" : "1.0",
                                  "ConnectionType", "INTERNET", "IntegrationMethod",
                                  function ? "POST" : "ANY", "ApiGatewayManaged", 1));
    json_object_set_new(doc_collection(doc, "routes"), route,
                        json_pack("{s:s, s:s, s:o, s:s, s:b, s:b}", "RouteId", route, "RouteKey",
                                  key ? key : "$default", "Target",
                                  json_sprintf("integrations/%s", integration), "AuthorizationType",
                                  "NONE", "ApiKeyRequired", 0, "ApiGatewayManaged", 1));
    json_object_set_new(doc_collection(doc, "stages"), "$default",
                        json_pack("{s:s, s:b, s:O, s:b, s:{}, s:{}}", "StageName", "$default",
                                  "AutoDeploy", 1, "CreatedDate", now, "ApiGatewayManaged", 1,
                                  "RouteSettings", "StageVariables"));
}

json_t *op_create_api(struct call *call)
{
    if (strcmp(call_arg(call, "ProtocolType"), "HTTP") != 0)
        return call_fail(call, "BadRequestException",
                         "The local cloud has no WebSocket APIs: ProtocolType is HTTP");
    json_t *it = thing_members(call);
    json_object_del(it, "Target");
    json_object_del(it, "RouteKey");
    json_object_del(it, "CredentialsArn");
    json_t *doc = api_new(call, it);
    if (call_arg(call, "Target"))
        quick_create(call, doc);
    doc_save(call->service, doc);
    return json_deep_copy(it);
}

json_t *op_delete_cors(struct call *call)
{
    json_t *doc, *it = thing_find(call, &api_kind, &doc);
    if (!it)
        return NULL;
    json_object_del(it, "CorsConfiguration");
    doc_save(call->service, doc);
    return json_null();
}

json_t *op_delete_route_settings(struct call *call)
{
    json_t *doc, *stage = thing_find(call, call->kind, &doc);
    if (!stage)
        return NULL;
    json_object_del(json_object_get(stage, "RouteSettings"), call_arg(call, "RouteKey"));
    doc_save(call->service, doc);
    return json_null();
}

/* ---- definitions ---- */

json_t *op_import_api(struct call *call)
{
    static const struct openapi_import http = {"Body", api_new, openapi_http};
    return openapi_import(call, &http, NULL);
}

json_t *op_reimport_api(struct call *call)
{
    static const struct openapi_import http = {"Body", NULL, openapi_http};
    json_t *doc;
    return thing_find(call, &api_kind, &doc) ? openapi_import(call, &http, doc) : NULL;
}

/* ---- tags, of both versions ---- */

/* What an ARN names: "arn:aws:apigateway:REGION::/restapis/ID[/stages/NAME]". */
static json_t *tagged(struct call *call, json_t **doc)
{
    char id[FAULT_MESSAGE_MAX] = "", stage[FAULT_MESSAGE_MAX] = "";
    const char *arn = call_arg(call, call->version->lower ? "ResourceArn" : "resourceArn");
    const char *path = strstr(arn, "::/");
    path = path ? strchr(path + 3, '/') : NULL;
    if (path) {
        size_t n = strcspn(path + 1, "/");
        const char *rest = path + 1 + n;
        if (n < sizeof id)
            memcpy(id, path + 1, n);
        if (strncmp(rest, "/stages/", 8) == 0 && strlen(rest + 8) < sizeof stage)
            strcpy(stage, rest + 8);
    }
    *doc = json_object_get(call->service->docs, id);
    json_t *it = *stage ? json_object_get(json_object_get(*doc, "stages"), stage) : doc_it(*doc);
    if (!it)
        call_fail(call, "NotFoundException", "Invalid API identifier specified %s:%s",
                  call->account, id);
    return it;
}

static const char *tags_of(const struct call *call)
{
    return call->version->lower ? "Tags" : "tags";
}

json_t *op_get_tags(struct call *call)
{
    json_t *doc, *it = tagged(call, &doc);
    if (!it)
        return NULL;
    json_t *tags = json_object_get(it, tags_of(call));
    return json_pack("{s:o}", tags_of(call), tags ? json_deep_copy(tags) : json_object());
}

json_t *op_tag_resource(struct call *call)
{
    json_t *doc, *it = tagged(call, &doc);
    if (!it)
        return NULL;
    set_default(it, tags_of(call), json_object());
    json_object_update(json_object_get(it, tags_of(call)),
                       json_object_get(call->args, tags_of(call)));
    doc_save(call->service, doc);
    return json_null();
}

json_t *op_untag_resource(struct call *call)
{
    size_t i;
    json_t *key, *doc, *it = tagged(call, &doc);
    if (!it)
        return NULL;
    json_array_foreach (json_object_get(call->args, call->version->lower ? "TagKeys" : "tagKeys"),
                        i, key)
        json_object_del(json_object_get(it, tags_of(call)), json_string_value(key));
    doc_save(call->service, doc);
    return json_null();
}
