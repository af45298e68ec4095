/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The method or route of a path. REST APIs: at each segment a resource with that very name goes
 * before one with a variable, that before a greedy one. HTTP APIs (developer guide, "Routing API
 * requests"): a full match, then a greedy variable, then $default; the method before ANY.
 */
#include <string.h>

#include "exec/exec.h"

/* Exactness by segment: later ones count less. */
enum { EXACT = 3, VARIABLE = 2, GREEDY = 1, SEGMENTS_MAX = 30 };

/* A part of a path or a pattern. */
struct part {
    const char *at;
    size_t n;
};

static void keep(json_t *params, struct part label, struct part value)
{
    struct text t = TEXT_INIT;
    if (!params)
        return;
    text_add_decoded(&t, value.at, value.n, false);
    json_object_setn_new(params, label.at, label.n, text_json(&t));
}

/* One segment of the pattern against one of the path; its exactness, or 0. */
static long match_segment(struct part pattern, struct part path, json_t *params)
{
    if (pattern.n > 2 && *pattern.at == '{' && pattern.at[pattern.n - 1] == '}') {
        if (path.n == 0)
            return 0;
        keep(params, (struct part){pattern.at + 1, pattern.n - 2}, path);
        return VARIABLE;
    }
    struct text t = TEXT_INIT;
    text_add_decoded(&t, path.at, path.n, false);
    bool same = t.n == pattern.n && memcmp(text_str(&t), pattern.at, t.n) == 0;
    text_free(&t);
    return same ? EXACT : 0;
}

/* Whether a path is of a pattern ("/a/{b}/{c+}"): how exact it is (more is better), or 0. `params`
 * may be NULL. */
static long match_path(const char *pattern, const char *path, json_t *params)
{
    long score = 1;
    int segments = 0;
    while (*pattern == '/' && *path == '/' && segments < SEGMENTS_MAX) {
        size_t n = strcspn(++pattern, "/"), m = strcspn(++path, "/");
        if (n > 3 && *pattern == '{' && pattern[n - 2] == '+') {
            size_t rest = strlen(path);
            if (rest == 0)
                return 0;
            keep(params, (struct part){pattern + 1, n - 3}, (struct part){path, rest});
            score = score * 4 + GREEDY;
            path += rest;
            pattern += n;
            segments++;
            break;
        }
        long one = match_segment((struct part){pattern, n}, (struct part){path, m}, params);
        if (one == 0)
            return 0;
        score = score * 4 + one;
        pattern += n;
        path += m;
        segments++;
    }
    if (*pattern || (*path && strcmp(path, "/") != 0))
        return 0;
    for (; segments < SEGMENTS_MAX; segments++)
        score *= 4;
    return score;
}

/* ---- REST APIs ---- */

/* The method of a resource that serves the request, or NULL. */
static json_t *method_in(const struct exec *e, const json_t *resource)
{
    const json_t *methods = json_object_get(resource, "resourceMethods");
    json_t *method = json_object_get(methods, e->x->method);
    return method ? method : json_object_get(methods, "ANY");
}

/* A resource without the method leaves the request to a less exact one: OPTIONS of /{proxy+}. */
static bool match_rest(struct exec *e)
{
    const char *id;
    json_t *resource;
    long best = 0;
    json_object_foreach (json_object_get(e->config, "resources"), id, resource) {
        long score = match_path(text_get(resource, "path"), e->path, NULL);
        if (score > best && method_in(e, resource)) {
            best = score;
            e->resource = resource;
        }
    }
    e->method = method_in(e, e->resource);
    if (!e->method)
        return false;
    match_path(text_get(e->resource, "path"), e->path, e->path_params);
    e->integration = json_object_get(e->method, "methodIntegration");
    return true;
}

void exec_match_params(struct exec *e)
{
    if (e->resource && !match_path(text_get(e->resource, "path"), e->path, e->path_params))
        json_object_clear(e->path_params);
}

/* ---- HTTP APIs ---- */

/* How well a route key ("GET /a/{b}", "$default") is the request's; 0: not at all. */
static long score_route(const struct exec *e, const char *key, json_t *params)
{
    if (strcmp(key, "$default") == 0)
        return 1;
    const char *path = strchr(key, ' ');
    size_t n = path ? (size_t)(path - key) : 0;
    bool any = n == 3 && strncmp(key, "ANY", 3) == 0;
    bool same = n == strlen(e->x->method) && strncmp(key, e->x->method, n) == 0;
    long score = any || same ? match_path(path + 1, e->path, params) : 0;
    return score ? 2 * score + same : 0;
}

static bool match_http(struct exec *e)
{
    const char *id;
    json_t *route;
    long best = 0;
    json_object_foreach (json_object_get(e->config, "routes"), id, route) {
        long score = score_route(e, text_get(route, "RouteKey"), NULL);
        if (score > best) {
            best = score;
            e->method = route;
        }
    }
    if (!e->method)
        return false;
    score_route(e, text_get(e->method, "RouteKey"), e->path_params);
    if (strcmp(text_get(e->method, "RouteKey"), "$default") == 0)
        json_object_clear(e->path_params);
    const char *target = text_get(e->method, "Target");
    e->integration = target && strncmp(target, "integrations/", 13) == 0
                         ? json_object_get(json_object_get(e->config, "integrations"), target + 13)
                         : NULL;
    return true;
}

/* A method that the API has and its deployment has not is mostly one that the deployment does not
 * wait for (DependsOn), or that came after it. */
static void warn_of_deployment(struct exec *e)
{
    json_t *deployed = e->config;
    e->config = e->doc;
    if (match_rest(e))
        e->service->cloud->host->log(
            SLRUN_LOG_WARNING,
            "apigateway: API %s: %s %s was made after deployment %s of stage %s, which has to be "
            "made "
            "anew: in a template, the deployment depends on its methods (DependsOn)",
            text_get(e->doc, "id"), e->x->method, text_get(e->resource, "path"),
            text_get(e->stage, "deploymentId"), e->stage_name);
    e->config = deployed;
    e->resource = e->method = e->integration = NULL;
    json_object_clear(e->path_params);
}

bool exec_match(struct exec *e)
{
    if (e->v2 && cors_preflight(e))
        return false;
    if (e->v2 ? match_http(e) : match_rest(e))
        return true;
    if (!e->v2)
        warn_of_deployment(e);
    exec_fail(e, "MISSING_AUTHENTICATION_TOKEN", e->v2 ? "Not Found" : NULL);
    return false;
}
