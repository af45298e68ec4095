/* SPDX-License-Identifier: Apache-2.0 */
/* Canaries of stages: a second deployment that a share of the requests goes to (API Reference,
 * "CanarySettings"; "Patch operations" of UpdateStage), in AWS's words. */
#include <string.h>

#include "local/service.h"

#define SETTINGS  "/canarySettings"
#define OVERRIDES SETTINGS "/stageVariableOverrides"

/* As AWS writes it, with its own slips. */
#define METHOD "/{resourcePath}/{httpMethod}"
#define PATHS                                                                                      \
    "/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId, " \
    "/accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format, " METHOD    \
    "/metrics/enabled, " METHOD "/logging/dataTrace, " METHOD "/logging/loglevel, " METHOD         \
    "/throttling/burstLimit" METHOD "/throttling/rateLimit" METHOD                                 \
    "/caching/ttlInSeconds, " METHOD "/caching/enabled, " METHOD "/caching/dataEncrypted, " METHOD \
    "/caching/requireAuthorizationForCacheControl, " METHOD                                        \
    "/caching/unauthorizedCacheControlHeaderStrategy, /*/*/metrics/enabled, "                      \
    "/*/*/logging/dataTrace, /*/*/logging/loglevel, /*/*/throttling/burstLimit "                   \
    "/*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, /*/*/caching/enabled, "                  \
    "/*/*/caching/dataEncrypted, /*/*/caching/requireAuthorizationForCacheControl, "               \
    "/*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name}, "            \
    "/tracingEnabled"

/* The two promotions: from the canary to the stage. */
static const struct {
    const char *from, *to;
} copies[] = {{SETTINGS "/deploymentId", "/deploymentId"}, {OVERRIDES, "/variables"}};

static bool copy_ok(struct call *call, const json_t *stage, const json_t *patch)
{
    const char *from = text_get(patch, "from"), *path = text_get(patch, "path");
    for (size_t i = 0; i < sizeof copies / sizeof *copies; i++) {
        if (!word_is(from, copies[i].from) || !word_is(path, copies[i].to))
            continue;
        if (!json_object_get(stage, "canarySettings"))
            call_fail(call, "BadRequestException",
                      "Promotion not available. Canary does not exist.");
        return !call->code;
    }
    call_fail(call, "BadRequestException",
              "Invalid copy operation with path: %s and from %s. Valid copy:path are "
              "[/deploymentId, /variables] and valid copy:from are [%s, %s]",
              path, from ? from : "null", copies[0].from, copies[1].from);
    return false;
}

bool canary_patch_ok(struct call *call, const json_t *stage, const json_t *patch)
{
    const char *op = text_get(patch, "op"), *path = text_get(patch, "path");
    bool one = word_is(path, SETTINGS "/deploymentId") ||
               word_is(path, SETTINGS "/percentTraffic") ||
               word_is(path, SETTINGS "/useStageCache") || word_begins(path, OVERRIDES "/");
    if (word_is(op, "copy"))
        return copy_ok(call, stage, patch);
    if (!word_begins(path, SETTINGS) || (word_is(op, "remove") && word_is(path, SETTINGS)))
        return true;
    if (word_is(op, "add"))
        call_fail(call, "BadRequestException", "Invalid add operation with path: %s", path);
    else if (word_is(op, "remove") && !word_begins(path, OVERRIDES "/"))
        call_fail(call, "BadRequestException",
                  "Cannot remove method setting %s because there is no method setting for this "
                  "method ",
                  path + 1);
    else if (word_is(op, "replace") && !one)
        call_fail(call, "BadRequestException",
                  "Invalid method setting path: %s. Must be one of: [" PATHS "]", path);
    return !call->code;
}

bool canary_promote(json_t *stage, const json_t *patch)
{
    json_t *canary = json_object_get(stage, "canarySettings");
    json_t *overrides = json_object_get(canary, "stageVariableOverrides");
    if (!text_is(patch, "op", "copy"))
        return false;
    if (word_is(text_get(patch, "path"), "/deploymentId")) {
        json_object_set(stage, "deploymentId", json_object_get(canary, "deploymentId"));
    } else if (overrides) {
        if (!json_object_get(stage, "variables"))
            json_object_set_new(stage, "variables", json_object());
        json_object_update(json_object_get(stage, "variables"), overrides);
    }
    return true;
}

void canary_settle(json_t *stage)
{
    json_t *canary = json_object_get(stage, "canarySettings");
    if (canary)
        json_object_update_missing_new(canary,
                                       json_pack("{s:O, s:f, s:b}", "deploymentId",
                                                 json_object_get(stage, "deploymentId"),
                                                 "percentTraffic", 0.0, "useStageCache", 0));
}

bool canary_stage_ok(struct call *call, json_t *doc, const json_t *stage)
{
    const char *own = text_get(stage, "deploymentId"),
               *canary = text_get(json_object_get(stage, "canarySettings"), "deploymentId");
    json_t *deployments = doc_collection(doc, "deployments");
    if (!json_object_get(deployments, own ? own : "") ||
        (canary && !json_object_get(deployments, canary)))
        call_fail(call, "BadRequestException", "Deployment id does not exist");
    return !call->code;
}

bool canary_deployment_ok(struct call *call, json_t *doc)
{
    const char *name = call_arg(call, "stageName");
#define WRONG "Invalid deployment content specified."
    if (!json_object_get(call->args, "canarySettings"))
        return true;
    if (!name || !*name)
        call_fail(call, "BadRequestException",
                  WRONG "Non null and non empty stageName must be provided for canary deployment. "
                        "Provided value is %s",
                  name ? name : "null");
    else if (!json_object_get(doc_collection(doc, "stages"), name))
        call_fail(call, "BadRequestException",
                  WRONG
                  "Stage %s must already be created before making a canary release deployment",
                  name);
#undef WRONG
    return !call->code;
}

bool canary_deploy(struct call *call, json_t *stage, const char *deployment)
{
    const json_t *settings = json_object_get(call->args, "canarySettings");
    if (!settings)
        return false;
    json_t *canary = json_deep_copy(settings);
    json_object_set_new(canary, "deploymentId", json_string(deployment));
    json_object_set_new(stage, "canarySettings", canary);
    canary_settle(stage);
    return true;
}
