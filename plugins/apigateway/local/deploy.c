/* SPDX-License-Identifier: Apache-2.0 */
/* Deployments and stages, of both versions: a deployment keeps what the API was when it was made.
 */
#include <string.h>

#include "local/service.h"

static const struct kind rest_stage = {"restapis",
                                       "restApiId",
                                       "stages",
                                       "stageName",
                                       "stageName",
                                       "Invalid stage identifier specified",
                                       "Stage already exists"};

/* What a deployment keeps of an API. */
static json_t *doc_snapshot(const json_t *doc)
{
    static const char *const kept[] = {"it",           "resources",         "models",
                                       "routes",       "requestvalidators", "gatewayresponses",
                                       "integrations", "authorizers"};
    json_t *snapshot = json_object();
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (json_object_get(doc, kept[i]))
            json_object_set_new(snapshot, kept[i], json_deep_copy(json_object_get(doc, kept[i])));
    return snapshot;
}

static json_int_t now(const struct call *call)
{
    return call->service->cloud->now_ms(call->service->cloud) / 1000;
}

static json_t *without_snapshot(const json_t *deployment)
{
    json_t *result = json_deep_copy(deployment);
    json_object_del(result, "snapshot");
    return result;
}

/* ---- REST APIs ---- */

static bool is_deployable(struct call *call, json_t *doc)
{
    size_t n = 0;
    const char *id, *name;
    json_t *resource, *method;
    json_object_foreach (doc_collection(doc, "resources"), id, resource) {
        json_object_foreach (json_object_get(resource, "resourceMethods"), name, method) {
            n++;
            if (json_object_get(method, "methodIntegration"))
                continue;
            call_fail(call, "BadRequestException", "No integration defined for method");
            return false;
        }
    }
    if (n == 0)
        call_fail(call, "BadRequestException", "The REST API doesn't contain any methods");
    return n > 0;
}

static json_t *stage_new(const struct call *call, const char *name, const char *deployment)
{
    return json_pack("{s:s, s:s, s:I, s:I, s:b, s:s, s:{}, s:b}", "stageName", name, "deploymentId",
                     deployment, "createdDate", now(call), "lastUpdatedDate", now(call),
                     "cacheClusterEnabled", 0, "cacheClusterStatus", "NOT_AVAILABLE",
                     "methodSettings", "tracingEnabled", 0);
}

static void deploy_to_stage(struct call *call, json_t *doc, const char *deployment)
{
    const char *name = call_arg(call, "stageName");
    json_t *stages = doc_collection(doc, "stages");
    if (!name)
        return;
    if (!json_object_get(stages, name))
        json_object_set_new(stages, name, stage_new(call, name, deployment));
    json_t *stage = json_object_get(stages, name);
    json_object_set_new(stage, "lastUpdatedDate", json_integer(now(call)));
    if (canary_deploy(call, stage, deployment))
        return;
    json_object_set_new(stage, "deploymentId", json_string(deployment));
    if (json_object_get(call->args, "variables"))
        json_object_set(stage, "variables", json_object_get(call->args, "variables"));
    if (call_arg(call, "stageDescription"))
        json_object_set(stage, "description", json_object_get(call->args, "stageDescription"));
}

json_t *op_create_deployment(struct call *call)
{
    char id[ID_SIZE];
    json_t *doc = thing_doc(call, &rest_stage);
    if (!doc || !canary_deployment_ok(call, doc) || !is_deployable(call, doc))
        return NULL;
    doc_id(call->service, id);
    json_t *deployment = json_pack("{s:s, s:I, s:o}", "id", id, "createdDate", now(call),
                                   "snapshot", doc_snapshot(doc));
    if (call_arg(call, "description"))
        json_object_set(deployment, "description", json_object_get(call->args, "description"));
    json_object_set_new(doc_collection(doc, "deployments"), id, deployment);
    deploy_to_stage(call, doc, id);
    doc_save(call->service, doc);
    return without_snapshot(deployment);
}

json_t *op_create_stage(struct call *call)
{
    json_t *doc = thing_doc(call, call->kind), *stage, *members;
    const char *name = call_arg(call, "stageName"), *deployment = call_arg(call, "deploymentId");
    if (!doc)
        return NULL;
    if (json_object_get(doc_collection(doc, "stages"), name))
        return call_fail(call, "ConflictException", "Stage already exists");
    stage = stage_new(call, name, deployment);
    members = thing_members(call);
    json_object_update(stage, members);
    json_decref(members);
    canary_settle(stage);
    if (!canary_stage_ok(call, doc, stage)) {
        json_decref(stage);
        return NULL;
    }
    json_object_set_new(doc_collection(doc, "stages"), name, stage);
    doc_save(call->service, doc);
    return json_deep_copy(stage);
}

static bool stage_uses(json_t *doc, const char *member, const char *deployment)
{
    const char *name;
    json_t *stage;
    json_object_foreach (doc_collection(doc, "stages"), name, stage)
        if (text_is(stage, member, deployment))
            return true;
    return false;
}

json_t *op_delete_deployment(struct call *call)
{
    json_t *doc, *deployment = thing_find(call, call->kind, &doc);
    if (!deployment)
        return NULL;
    bool v2 = call->version->lower;
    const char *id = call_arg(call, v2 ? "DeploymentId" : "deploymentId");
    if (stage_uses(doc, v2 ? "DeploymentId" : "deploymentId", id))
        return call_fail(call, "BadRequestException",
                         "Active stages pointing to this deployment must be moved or deleted");
    json_object_del(doc_collection(doc, "deployments"), id);
    doc_save(call->service, doc);
    return json_null();
}

json_t *op_update_stage(struct call *call)
{
    json_t *doc, *stage = thing_find(call, call->kind, &doc);
    json_t *before = stage ? json_deep_copy(stage) : NULL, *result = NULL;
    if (stage && patch_apply(call, stage)) {
        if (canary_stage_ok(call, doc, stage)) {
            json_object_set_new(stage, "lastUpdatedDate", json_integer(now(call)));
            doc_save(call->service, doc);
            result = json_deep_copy(stage);
        } else {
            json_object_clear(stage);
            json_object_update(stage, before);
        }
    }
    json_decref(before);
    return result;
}

/* ---- HTTP APIs ---- */

json_t *op_create_deployment_v2(struct call *call)
{
    char id[ID_SIZE];
    json_t *doc = thing_doc(call, call->kind);
    const char *name = call_arg(call, "StageName");
    json_t *stage = doc ? json_object_get(doc_collection(doc, "stages"), name ? name : "") : NULL;
    if (!doc)
        return NULL;
    if (name && !stage)
        return call_fail(call, "NotFoundException", "Unable to find Stage by name %s", name);
    doc_id(call->service, id);
    json_t *deployment =
        json_pack("{s:s, s:I, s:s, s:b, s:o}", "DeploymentId", id, "CreatedDate", now(call),
                  "DeploymentStatus", "DEPLOYED", "AutoDeployed", 0, "snapshot", doc_snapshot(doc));
    if (call_arg(call, "Description"))
        json_object_set(deployment, "Description", json_object_get(call->args, "Description"));
    json_object_set_new(doc_collection(doc, "deployments"), id, deployment);
    if (stage)
        json_object_set_new(stage, "DeploymentId", json_string(id));
    doc_save(call->service, doc);
    return without_snapshot(deployment);
}

json_t *op_create_stage_v2(struct call *call)
{
    json_t *doc = thing_doc(call, call->kind), *stage;
    const char *name = call_arg(call, "StageName"), *deployment = call_arg(call, "DeploymentId");
    if (!doc)
        return NULL;
    if (json_object_get(doc_collection(doc, "stages"), name))
        return call_fail(call, "ConflictException", "Stage already exists");
    if (deployment && !json_object_get(doc_collection(doc, "deployments"), deployment))
        return call_fail(call, "NotFoundException", "Unable to find Deployment by name %s",
                         deployment);
    stage =
        json_pack("{s:I, s:I, s:{s:b}, s:{}, s:{}, s:{}, s:b}", "CreatedDate", now(call),
                  "LastUpdatedDate", now(call), "DefaultRouteSettings", "DetailedMetricsEnabled", 0,
                  "RouteSettings", "StageVariables", "Tags", "AutoDeploy", 0);
    json_t *members = thing_members(call);
    json_object_update(stage, members);
    json_decref(members);
    json_object_set_new(stage, "StageName", json_string(name));
    json_object_set_new(doc_collection(doc, "stages"), name, stage);
    doc_save(call->service, doc);
    return json_deep_copy(stage);
}
