/* SPDX-License-Identifier: Apache-2.0 */
/* Which API and stage a request is for, and the path behind them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exec/exec.h"

#define OLDER "/restapis/"
#define USER  "/_user_request_"

enum { NAME_SIZE = 160 };

static const char *host_of(const struct slrun_exchange *x)
{
    for (size_t i = 0; i < x->n_headers; i++)
        if (strcasecmp(x->headers[i].name, "Host") == 0)
            return x->headers[i].value;
    return "";
}

/* "/_user_request_" behind the id and the stage of an older address, or NULL. */
static const char *user_part(const char *target)
{
    const char *at = target + strlen(OLDER);
    at += strcspn(at, "/?");
    at += *at == '/' ? 1 + strcspn(at + 1, "/?") : 0;
    size_t n = strlen(USER);
    return strncmp(at, USER, n) == 0 && strchr("/?", at[n]) ? at : NULL;
}

static bool is_host(const char *host)
{
    const char *dot = strchr(host, '.');
    return dot && strncasecmp(dot, ".execute-api.", 13) == 0;
}

/*
 * Addresses by path, of other emulators, too, so that what was written for them finds its API:
 *   /_api/ID/STAGE/PATH                         ours
 *   /_aws/execute-api/ID/STAGE/PATH             LocalStack's
 *   /restapis/ID/STAGE/_user_request_/PATH      LocalStack's and moto's older ones
 * The id behind the prefix, or NULL.
 */
static const char *by_path(const char *target)
{
    static const char *const prefixes[] = {"/_api/", "/_aws/execute-api/"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (strncmp(target, prefixes[i], strlen(prefixes[i])) == 0)
            return target + strlen(prefixes[i]);
    return strncmp(target, OLDER, strlen(OLDER)) == 0 && user_part(target) ? target + strlen(OLDER)
                                                                           : NULL;
}

bool exec_is_ours(const struct slrun_exchange *x)
{
    return by_path(x->target) || is_host(host_of(x));
}

/* The API's id, and what stands behind it. */
static const char *split_id(const struct slrun_exchange *x, char id[NAME_SIZE])
{
    const char *host = host_of(x), *at = by_path(x->target);
    size_t n;
    if (at) {
        n = strcspn(at, "/?");
        snprintf(id, NAME_SIZE, "%.*s", (int)n, at);
        return at + n;
    }
    n = strcspn(host, ".");
    snprintf(id, NAME_SIZE, "%.*s", (int)n, host);
    return x->target;
}

/* A stage as the canary sees it, for as many requests as its share of a hundred says. */
static json_t *with_canary(const struct exec *e, json_t *stage)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    const json_t *canary = json_object_get(stage, "canarySettings");
    double percent = json_number_value(json_object_get(canary, "percentTraffic"));
    if (!canary || (double)(cloud->random(cloud) % 10000) >= percent * 100)
        return json_incref(stage);
    json_t *own = json_deep_copy(stage), *variables = json_object_get(own, "variables");
    if (!variables)
        json_object_set_new(own, "variables", variables = json_object());
    json_object_update(variables, json_object_get(canary, "stageVariableOverrides"));
    json_object_set(own, "deploymentId", json_object_get(canary, "deploymentId"));
    json_object_set_new(own, IS_CANARY, json_true());
    return own;
}

/* The stage that the first segment names; an HTTP API's $default stage stands in no path. */
static const char *split_stage(struct exec *e, const char *at)
{
    char name[NAME_SIZE];
    struct text decoded = TEXT_INIT;
    json_t *stages = json_object_get(e->doc, "stages");
    size_t n = *at == '/' ? strcspn(at + 1, "/?") : 0;
    text_add_decoded(&decoded, at + (*at == '/'), n, false);
    snprintf(name, sizeof name, "%s", text_str(&decoded));
    text_free(&decoded);
    e->stage = json_object_get(stages, name);
    if (e->stage)
        at += 1 + n;
    else if (e->v2)
        e->stage = json_object_get(stages, "$default");
    e->stage = with_canary(e, e->stage);
    e->stage_name = text_get(e->stage, e->v2 ? "StageName" : "stageName");
    return at;
}

static json_t *deployed(const struct exec *e)
{
    const char *id = text_get(e->stage, e->v2 ? "DeploymentId" : "deploymentId");
    if (e->v2 && json_is_true(json_object_get(e->stage, "AutoDeploy")))
        return e->doc;
    json_t *deployment = json_object_get(json_object_get(e->doc, "deployments"), id ? id : "");
    return json_object_get(deployment, "snapshot");
}

static bool refuse(struct exec *e, int status, json_t *message)
{
    struct text t = TEXT_INIT;
    json_t *body = json_pack("{s:o}", "message", message);
    const char *type = status == 403 ? "ForbiddenException" : NULL; /* only REST APIs name one */
    json_t *headers =
        json_pack("{s:s, s:s*}", "Content-Type", "application/json", "x-amzn-ErrorType", type);
    text_add_json(&t, body);
    exec_reply(e, &(struct exec_reply){status, headers, text_str(&t), t.n});
    json_decref(headers);
    json_decref(body);
    text_free(&t);
    return false;
}

/* Leaves out all of the slashes that a path begins with but one; *n: how many. */
static const char *past_slashes(const char *at, size_t *n)
{
    size_t more = strspn(at, "/");
    more = more > 1 ? more - 1 : 0;
    if (n)
        *n = more;
    return at + more;
}

bool exec_find(struct exec *e)
{
    char id[NAME_SIZE];
    const char *at = past_slashes(split_id(e->x, id), NULL);
    e->doc = json_incref(json_object_get(e->service->docs, id));
    e->v2 = text_is(e->doc, "kind", "apis");
    if (!e->v2 && !text_is(e->doc, "kind", "restapis"))
        return refuse(e, 404, json_sprintf("The local cloud has no API '%s'", id));
    at = split_stage(e, at);
    if (strncmp(e->x->target, OLDER, strlen(OLDER)) == 0 && by_path(e->x->target))
        at += strlen(USER);
    e->config = json_incref(deployed(e));
    if (!e->stage || !e->config)
        return e->v2 ? refuse(e, 404, json_string("Not Found"))
                     : refuse(e, 403, json_string("Forbidden"));
    if (!e->v2)
        at = past_slashes(at, &e->slashes);
    size_t n = strcspn(at, "?");
    e->raw_query = at[n] == '?' ? at + n + 1 : "";
    e->path = n ? strndup(at, n) : strdup("/");
    e->variables = json_incref(json_object_get(e->stage, e->v2 ? "StageVariables" : "variables"));
    if (!e->variables)
        e->variables = json_object();
    return e->path ? true : refuse(e, 500, json_string("out of memory"));
}
