/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lambda authorizers (developer guide, "Use API Gateway Lambda authorizers" and "Control access to
 * HTTP APIs with Lambda authorizers"). Their answers are kept as long as they say.
 */
#include <stdlib.h>
#include <string.h>

#include <slrun/wild.h>

#include "exec/exec.h"
#include "vtl/run.h"

enum { TTL_DEFAULT = 300 };

static json_t *authorizer_of(const struct exec *e)
{
    const char *id = text_get(e->method, e->v2 ? "AuthorizerId" : "authorizerId");
    return json_object_get(json_object_get(e->config, "authorizers"), id);
}

static bool is_simple(const struct exec *e)
{
    return e->v2 && json_is_true(json_object_get(authorizer_of(e), "EnableSimpleResponses"));
}

/* ---- the policy ---- */

static bool glob(const char *pattern, const char *text)
{
    return slrun_wild(pattern, text, SLRUN_WILD_ONE);
}

static bool any(const json_t *patterns, const char *text)
{
    size_t i;
    json_t *one;
    if (json_is_string(patterns))
        return glob(json_string_value(patterns), text);
    json_array_foreach (patterns, i, one)
        if (json_is_string(one) && glob(json_string_value(one), text))
            return true;
    return false;
}

enum verdict { SILENT, ALLOWED, DENIED };

static enum verdict judge_one(const json_t *statement, const char *arn)
{
    if (!any(json_object_get(statement, "Action"), "execute-api:Invoke") ||
        !any(json_object_get(statement, "Resource"), arn))
        return SILENT;
    return text_is(statement, "Effect", "Allow") ? ALLOWED : DENIED;
}

static enum verdict judge(const json_t *policy, const char *arn)
{
    size_t i;
    json_t *statement, *statements = json_object_get(policy, "Statement");
    enum verdict verdict = SILENT;
    if (json_is_object(statements))
        return judge_one(statements, arn);
    json_array_foreach (statements, i, statement) {
        enum verdict one = judge_one(statement, arn);
        if (one == DENIED)
            return DENIED;
        verdict = one == ALLOWED ? one : verdict;
    }
    return verdict;
}

/* ---- the answer ---- */

/* $context.authorizer, and authorizer in events: values are text for REST APIs. */
static void keep_context(struct exec *e, const json_t *answer)
{
    const char *name;
    json_t *value, *given = json_object_get(answer, "context"), *context = json_object();
    json_object_foreach (given, name, value)
        if (e->v2)
            json_object_set(context, name, value);
        else if (!json_is_null(value))
            json_object_set_new(context, name, vtl_to_string(value));
    if (!e->v2) {
        json_object_set(context, "principalId", json_object_get(answer, "principalId"));
        json_object_set_new(context, "integrationLatency", json_integer(0));
    }
    json_object_set(e->context, "authorizer", context);
    e->authorizer = e->v2 && !text_is(authorizer_of(e), "AuthorizerPayloadFormatVersion", "1.0")
                        ? json_pack("{s:o}", "lambda", context)
                        : context;
}

static void go_on(struct exec *e, const json_t *answer)
{
    json_t *arn = exec_method_arn(e);
    enum verdict verdict = judge(json_object_get(answer, "policyDocument"), json_string_value(arn));
    if (is_simple(e))
        verdict = json_is_true(json_object_get(answer, "isAuthorized")) ? ALLOWED : SILENT;
    json_decref(arn);
    keep_context(e, answer);
    if (e->test)
        exec_test_authorized(e, answer, verdict == ALLOWED);
    else if (verdict == ALLOWED)
        e->authorized(e);
    else if (verdict == DENIED && !e->v2)
        exec_fail(e, "ACCESS_DENIED",
                  "User is not authorized to access this resource with an explicit deny");
    else
        exec_fail(e, "ACCESS_DENIED", NULL);
}

/* ---- what was answered before ---- */

static json_int_t ttl_of(const struct exec *e)
{
    json_t *ttl = json_object_get(authorizer_of(e), e->v2 ? "AuthorizerResultTtlInSeconds"
                                                          : "authorizerResultTtlInSeconds");
    return ttl ? json_integer_value(ttl) : e->v2 ? 0 : TTL_DEFAULT;
}

static json_t *recall(const struct exec *e)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    json_t *kept = e->cache_key ? json_object_get(e->service->cache, e->cache_key) : NULL;
    if (!kept || json_integer_value(json_object_get(kept, "until")) <= cloud->now_ms(cloud))
        return NULL;
    return json_object_get(kept, "answer");
}

static void remember(const struct exec *e, json_t *answer)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    if (e->cache_key && ttl_of(e) > 0)
        json_object_set_new(e->service->cache, e->cache_key,
                            json_pack("{s:I, s:O}", "until",
                                      (json_int_t)cloud->now_ms(cloud) + 1000 * ttl_of(e), "answer",
                                      answer));
}

/* ---- asking ---- */

static void refuse(struct exec *e, const json_t *answer)
{
    const char *message = text_get(answer, "errorMessage");
    exec_fail(
        e, message && strcmp(message, "Unauthorized") == 0 ? "UNAUTHORIZED" : "AUTHORIZER_FAILURE",
        NULL);
}

static void answered(struct exec *e, const json_t *result, const struct slrun_error *error)
{
    size_t size;
    e->asked = NULL;
    if (error) {
        e->service->cloud->host->log(SLRUN_LOG_WARNING, "apigateway: authorizer: %s",
                                     error->message);
        exec_fail(e, "AUTHORIZER_FAILURE", NULL);
        return;
    }
    char *payload = lambda_payload(e, result, &size);
    json_t *answer = payload ? json_loadb(payload, size, 0, NULL) : NULL;
    bool good = json_is_object(answer) && !json_object_get(result, "FunctionError") &&
                json_object_get(answer, is_simple(e) ? "isAuthorized" : "policyDocument");
    if (good) {
        remember(e, answer);
        go_on(e, answer);
    } else {
        refuse(e, answer);
    }
    json_decref(answer);
    free(payload);
}

/* REQUEST: all of the request; TOKEN: the token alone. */
static json_t *event_of(const struct exec *e, const json_t *authorizer, const char *token)
{
    json_t *arn = exec_method_arn(e), *event;
    if (token) {
        event = json_pack("{s:s, s:O, s:s}", "type", "TOKEN", "methodArn", arn,
                          "authorizationToken", token);
    } else if (e->v2 && !text_is(authorizer, "AuthorizerPayloadFormatVersion", "1.0")) {
        event = event_v2(e);
        json_object_set_new(event, "type", json_string("REQUEST"));
        json_object_set(event, "routeArn", arn);
    } else {
        event = event_v1(e);
        json_object_set_new(event, "type", json_string("REQUEST"));
        json_object_set(event, "methodArn", arn);
    }
    json_object_del(event, token ? "" : "body");
    json_object_del(event, token ? "" : "isBase64Encoded");
    json_decref(arn);
    return event;
}

/* The identity sources of REST APIs stand in one string, apart by commas; NULL: one is missing. */
static char *identity_of(struct exec *e, const json_t *authorizer)
{
    size_t i;
    json_t *source, *list = json_object_get(authorizer, "IdentitySource");
    const char *at = text_get(authorizer, "identitySource");
    struct text t = TEXT_INIT, name = TEXT_INIT;
    bool all = true;
    json_array_foreach (list, i, source)
        text_addf(&name, "%s%s", i ? "," : "", json_string_value(source));
    for (at = at ? at : text_str(&name); *at && all;) {
        at += strspn(at, ", ");
        size_t n = strcspn(at, ", ");
        char *one = strndup(at, n);
        json_t *value = one && n ? map_value(e, one, NULL) : NULL;
        all = n == 0 || json_string_length(value) > 0;
        text_addf(&t, "%s\n", all && value ? json_string_value(value) : "");
        json_decref(value);
        free(one);
        at += n;
    }
    char *identity = all && !t.failed ? strdup(text_str(&t)) : NULL;
    text_free(&t);
    text_free(&name);
    return identity;
}

static bool is_expected(const json_t *authorizer, const char *token)
{
    const char *pattern = text_get(authorizer, "identityValidationExpression");
    return !pattern || !*pattern || vtl_regex_find(token, pattern, true) != 0;
}

static void ask(struct exec *e, const json_t *authorizer, const char *token)
{
    const char *uri = text_get(authorizer, e->v2 ? "AuthorizerUri" : "authorizerUri");
    char *mapped = uri ? map_uri(e, uri, NULL) : NULL, *arn = mapped ? lambda_arn(mapped) : NULL;
    struct text t = TEXT_INIT;
    if (arn) {
        json_t *event = event_of(e, authorizer, token);
        text_add_json(&t, event);
        json_decref(event);
        e->called = answered;
        e->asked = authorizer;
        lambda_invoke(e, arn, text_json(&t), false);
    } else {
        exec_fail(e, "AUTHORIZER_CONFIGURATION_ERROR", NULL);
    }
    free(arn);
    free(mapped);
}

void exec_ask_authorizer(struct exec *e, json_t *authorizer)
{
    char *identity = identity_of(e, authorizer);
    bool by_token = !e->v2 && text_is(authorizer, "type", "TOKEN");
    if (identity && by_token)
        identity[strcspn(identity, "\n")] = '\0';
    if (!identity || (by_token && !is_expected(authorizer, identity))) {
        exec_fail(e, "UNAUTHORIZED", NULL);
        free(identity);
        return;
    }
    struct text key = TEXT_INIT;
    const char *id = text_get(authorizer, e->v2 ? "AuthorizerId" : "id");
    text_addf(&key, "%s/%s\n%s", text_get(e->doc, "id"), id ? id : "", identity);
    e->cache_key = *identity ? key.at : NULL;
    json_t *known = e->test ? NULL : recall(e);
    if (known)
        go_on(e, known);
    else
        ask(e, authorizer, by_token ? identity : NULL);
    if (!*identity)
        text_free(&key);
    free(identity);
}
