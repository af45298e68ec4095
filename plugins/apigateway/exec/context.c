/* SPDX-License-Identifier: Apache-2.0 */
/* What is known of a request: $context of templates, requestContext of events. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "exec/exec.h"

/* "09/Apr/2015:12:34:56 +0000" */
static json_t *common_log_time(int64_t ms)
{
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    struct tm tm = {0};
    time_t t = (time_t)(ms / 1000);
    gmtime_r(&t, &tm);
    return json_sprintf("%02d/%s/%d:%02d:%02d:%02d +0000", tm.tm_mday, months[tm.tm_mon],
                        tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

/* As it came, with slashes that the path of the event is without. */
static json_t *full_path(const struct exec *e)
{
    static const char SLASHES[] = "////////";
    if (e->v2 && strcmp(e->stage_name, "$default") == 0)
        return json_string(e->path);
    return json_sprintf("/%s%.*s%s", e->stage_name, (int)e->slashes, SLASHES, e->path);
}

static json_t *identity(const struct exec *e)
{
    static const char *const unknown[] = {"cognitoIdentityPoolId",
                                          "accountId",
                                          "cognitoIdentityId",
                                          "caller",
                                          "principalOrgId",
                                          "accessKey",
                                          "cognitoAuthenticationType",
                                          "cognitoAuthenticationProvider",
                                          "userArn",
                                          "user"};
    json_t *object = json_object();
    const char *agent = exec_header(e, "User-Agent"), *key = exec_header(e, "x-api-key");
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        json_object_set_new(object, unknown[i], json_null());
    json_object_set_new(object, "sourceIp", json_string("127.0.0.1"));
    json_object_set_new(object, "userAgent",
                        agent ? text_json_bytes(agent, strlen(agent)) : json_null());
    if (key && json_is_true(json_object_get(e->method, "apiKeyRequired")))
        json_object_set_new(object, "apiKey", text_json_bytes(key, strlen(key)));
    return object;
}

static const char *route_key(const struct exec *e)
{
    const char *key = text_get(e->method, "RouteKey");
    return key ? key : "";
}

/* The path of what was matched, as it was declared. */
static const char *declared_path(const struct exec *e)
{
    const char *path = e->v2 ? strchr(route_key(e), ' ') : text_get(e->resource, "path");
    return e->v2 ? (path ? path + 1 : "$default") : e->resource ? path : NULL;
}

/* 15 letters and digits and a "=", another one than the id. */
static json_t *extended(const char *request_id)
{
    char id[17] = "AAAAAAAAAAAAAAA=";
    size_t n = 0;
    for (const char *c = request_id; *c && n < 15; c++)
        if (*c != '-') {
            bool digit = isdigit((unsigned char)*c);
            id[n] = (char)(digit ? 'A' + (*c - '0') + (int)n : *c);
            n++;
        }
    return json_string(id);
}

void exec_context(struct exec *e)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    const char *id = text_get(e->doc, "id");
    int64_t now = cloud->now_ms(cloud);
    e->context = json_pack(
        "{s:s, s:s, s:o, s:s, s:o, s:s, s:o, s:o, s:s, s:s, s:o, s:I, s:s?, s:s}", "accountId",
        text_get(e->doc, "account"), "apiId", id, "domainName",
        json_sprintf("%s.execute-api.%s.amazonaws.com", id, text_get(e->doc, "region")),
        "domainPrefix", id, "extendedRequestId", extended(e->x->request_id), "httpMethod",
        e->x->method, "identity", identity(e), "path", full_path(e), "protocol", "HTTP/1.1",
        "requestId", e->x->request_id, "requestTime", common_log_time(now), "requestTimeEpoch",
        (json_int_t)now, "resourcePath", declared_path(e), "stage", e->stage_name);
    json_object_update_new(e->context, json_pack("{s:{s:{}, s:{}, s:{}}, s:{s:{}}}",
                                                 "requestOverride", "header", "path", "querystring",
                                                 "responseOverride", "header"));
    if (e->v2)
        json_object_set_new(e->context, "routeKey", json_string(route_key(e)));
    else if (e->resource)
        json_object_set(e->context, "resourceId", json_object_get(e->resource, "id"));
    if (json_object_get(e->stage, "canarySettings"))
        json_object_set_new(e->context, "isCanaryRequest",
                            json_string(json_object_get(e->stage, IS_CANARY) ? "true" : "false"));
    const char *deployment = text_get(e->stage, "deploymentId");
    if (deployment)
        json_object_set_new(e->context, "deploymentId", json_string(deployment));
}

static json_t *context_v2(const struct exec *e)
{
    const json_t *c = e->context;
    json_t *who = json_object_get(c, "identity");
    json_t *agent = json_object_get(who, "userAgent");
    json_t *result = json_pack(
        "{s:O, s:O, s:O, s:O, s:{s:O, s:O, s:O, s:O, s:O}, s:O, s:O, s:O, s:O, s:O}", "accountId",
        json_object_get(c, "accountId"), "apiId", json_object_get(c, "apiId"), "domainName",
        json_object_get(c, "domainName"), "domainPrefix", json_object_get(c, "domainPrefix"),
        "http", "method", json_object_get(c, "httpMethod"), "path", json_object_get(c, "path"),
        "protocol", json_object_get(c, "protocol"), "sourceIp", json_object_get(who, "sourceIp"),
        "userAgent", agent, "requestId", json_object_get(c, "requestId"), "routeKey",
        json_object_get(c, "routeKey"), "stage", json_object_get(c, "stage"), "time",
        json_object_get(c, "requestTime"), "timeEpoch", json_object_get(c, "requestTimeEpoch"));
    if (json_is_null(agent))
        json_object_set_new(json_object_get(result, "http"), "userAgent", json_string(""));
    return result;
}

json_t *exec_request_context(const struct exec *e, bool v2)
{
    static const char *const inner[] = {"requestOverride", "responseOverride", "error", "routeKey",
                                        "authorizer"};
    json_t *result = v2 ? context_v2(e) : json_copy(e->context);
    if (!v2)
        for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
            json_object_del(result, inner[i]);
    if (e->authorizer)
        json_object_set(result, "authorizer", e->authorizer);
    return result;
}

json_t *exec_method_arn(const struct exec *e)
{
    return json_sprintf("arn:aws:execute-api:%s:%s:%s/%s/%s%s", text_get(e->doc, "region"),
                        text_get(e->doc, "account"), text_get(e->doc, "id"), e->stage_name,
                        e->x->method, e->path);
}
