/* SPDX-License-Identifier: Apache-2.0 */
/* Lambda proxy integrations: the function's answer is the response. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exec/exec.h"

char *lambda_arn(const char *uri)
{
    const char *at = strstr(uri, "/functions/");
    if (!at)
        return strstr(uri, ":lambda:") && strstr(uri, ":function:") ? strdup(uri) : NULL;
    at += strlen("/functions/");
    const char *end = strstr(at, "/invocations");
    return strndup(at, end ? (size_t)(end - at) : strlen(at));
}

#define INVOCATIONS "2015-03-31/functions/%s/invocations"

void lambda_invoke(struct exec *e, const char *arn, json_t *payload, bool async)
{
    const char *region = text_get(e->doc, "region");
    exec_log(e, "Endpoint request URI: https://lambda.%s.amazonaws.com/" INVOCATIONS, region, arn);
    exec_log(e, "Endpoint request body after transformations: %s",
             payload ? json_string_value(payload) : "");
    exec_log(e, "Sending request to https://lambda.%s.amazonaws.com/" INVOCATIONS, region, arn);
    exec_call(e, "lambda", "invoke",
              json_pack("{s:s, s:s, s:o}", "FunctionName", arn, "InvocationType",
                        async ? "Event" : "RequestResponse", "Payload", payload));
}

char *lambda_payload(struct exec *e, const json_t *result, size_t *size)
{
    json_t *inner = NULL, *payload = json_object_get(result, "Payload");
    const char *tag = payload ? e->service->cloud->host->tagged_get(payload, &inner) : NULL;
    struct text t = TEXT_INIT;
    if (tag && strcmp(tag, SLRUN_TAG_BINARY) == 0)
        text_add_unbase64(&t, json_string_value(inner));
    else if (payload) /* it was JSON */
        text_add_json(&t, payload);
    text_adds(&t, "");
    *size = t.n;
    exec_log(e, "Endpoint response body before transformations: %s", text_str(&t));
    return t.failed ? NULL : t.at;
}

static void log_error(struct exec *e, const char *what)
{
    exec_log(e, "Execution failed due to configuration error: %s", what);
    e->service->cloud->host->log(SLRUN_LOG_WARNING, "apigateway: API %s, %s %s: %s",
                                 text_get(e->doc, "id"), e->x->method, e->path, what);
}

/* ---- answers ---- */

/* Booleans and numbers become text; anything else is no header. false: it is wrong. */
static bool header_value(json_t *headers, const char *name, const json_t *value)
{
    struct text t = TEXT_INIT;
    if (json_is_null(value))
        return true;
    if (json_is_string(value))
        return json_object_set(headers, name, (json_t *)(uintptr_t)value) == 0;
    if (!json_is_boolean(value) && !json_is_number(value))
        return false;
    text_add_json(&t, value);
    return json_object_set_new(headers, name, text_json(&t)) == 0;
}

static bool single_headers(json_t *headers, const json_t *given)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)given, name, value)
        if (!header_value(headers, name, value))
            return false;
    return !given || json_is_null(given) || json_is_object(given);
}

/* Moves the value that `headers` has of that name, in any case, to the end of the list. */
static void take_single(json_t *headers, const char *name, json_t *list)
{
    const char *have;
    json_t *value;
    void *next;
    json_object_foreach_safe (headers, next, have, value)
        if (strcasecmp(have, name) == 0) {
            json_array_append(list, value);
            json_object_del(headers, have);
        }
}

/* Those of multiValueHeaders go before those of headers; what is no list is none. */
static bool multi_headers(json_t *headers, const json_t *given)
{
    size_t i;
    const char *name;
    json_t *values, *value;
    json_object_foreach ((json_t *)(uintptr_t)given, name, values) {
        json_t *list = json_array();
        if (!json_is_array(values)) {
            json_decref(list);
            return false;
        }
        json_array_foreach (values, i, value)
            if (json_is_string(value))
                json_array_append(list, value);
        take_single(headers, name, list);
        json_object_set_new(headers, name, list);
    }
    return !given || json_is_null(given) || json_is_object(given);
}

static bool status_of(const json_t *answer, int *status)
{
    json_t *value = json_object_get(answer, "statusCode");
    const char *text = json_string_value(value);
    char *end = NULL;
    *status = text ? (int)strtol(text, &end, 10) : (int)json_number_value(value);
    if (!value)
        *status = 200;
    return (!text || !*end) && (!value || text || json_is_number(value)) && *status >= 100 &&
           *status <= 599;
}

/* REST APIs take no other members than these; HTTP APIs ignore others. */
static bool has_known_members(const json_t *answer)
{
    static const char *const known[] = {"statusCode", "headers",         "multiValueHeaders",
                                        "body",       "isBase64Encoded", "cookies"};
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)answer, name, value) {
        bool is = false;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            is = is || strcmp(known[i], name) == 0;
        if (!is)
            return false;
    }
    return json_is_object(answer);
}

/* REST APIs decode only what the client accepts as one of the binary types. */
static bool decodes(const struct exec *e, const json_t *answer)
{
    const char *accept = exec_header(e, "Accept");
    return json_is_true(json_object_get(answer, "isBase64Encoded")) &&
           (e->v2 || exec_is_binary(e, accept ? accept : "*/*") || exec_is_binary(e, "*/*"));
}

static bool has_type(const json_t *headers)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)headers, name, value)
        if (strcasecmp(name, "Content-Type") == 0)
            return true;
    return false;
}

/* "cookies" of payload 2.0 are Set-Cookie headers. */
static void set_cookies(const struct exec *e, json_t *headers, const json_t *answer)
{
    json_t *cookies = json_object_get(answer, "cookies");
    if (e->v2 && json_array_size(cookies))
        json_object_set(headers, "Set-Cookie", cookies);
}

static bool write_body(const struct exec *e, const json_t *answer, struct text *out)
{
    json_t *body = json_object_get(answer, "body");
    if (!body || json_is_null(body))
        return true;
    if (!json_is_string(body)) {
        text_add_json(out, body);
        return e->v2 || !(json_is_object(body) || json_is_array(body));
    }
    if (decodes(e, answer))
        return text_add_unbase64(out, json_string_value(body));
    text_add(out, json_string_value(body), json_string_length(body));
    return true;
}

static bool reply_with(struct exec *e, const json_t *answer)
{
    int status;
    struct text body = TEXT_INIT;
    json_t *headers = json_object();
    bool good = (e->v2 || has_known_members(answer)) && status_of(answer, &status) &&
                single_headers(headers, json_object_get(answer, "headers")) &&
                multi_headers(headers, json_object_get(answer, "multiValueHeaders")) &&
                write_body(e, answer, &body);
    if (good) {
        e->function_status = status;
        if (!has_type(headers))
            json_object_set_new(
                headers, "Content-Type",
                json_string(e->v2 ? "text/plain;charset=UTF-8" : "application/json"));
        set_cookies(e, headers, answer);
        exec_reply(e, &(struct exec_reply){status, headers, text_str(&body), body.n});
    }
    json_decref(headers);
    text_free(&body);
    return good;
}

/* Payload 2.0: what has no statusCode is the body of a 200. */
static bool reply_inferred(struct exec *e, const json_t *answer)
{
    struct text body = TEXT_INIT;
    json_t *headers = json_pack("{s:s}", "Content-Type", "application/json");
    if (json_is_string(answer))
        text_adds(&body, json_string_value(answer));
    else
        text_add_json(&body, answer);
    exec_reply(e, &(struct exec_reply){200, headers, text_str(&body), body.n});
    json_decref(headers);
    text_free(&body);
    return true;
}

static bool payload_is_2(const struct exec *e)
{
    return e->v2 && !text_is(e->integration, "PayloadFormatVersion", "1.0");
}

/* What says that it is base64 and is none fails in API Gateway, not in the function. */
static bool is_undecodable(const struct exec *e, const json_t *answer)
{
    struct text body = TEXT_INIT;
    const char *text = text_get(answer, "body");
    bool is = text && decodes(e, answer) && !text_add_unbase64(&body, text);
    text_free(&body);
    return is;
}

static void proxied(struct exec *e, const json_t *result, const struct slrun_error *error)
{
    size_t size;
    if (error) {
        log_error(e, error->message);
        exec_fail(e, "API_CONFIGURATION_ERROR", NULL);
        return;
    }
    char *payload = lambda_payload(e, result, &size);
    json_t *answer =
        payload ? json_loadb(payload, size, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL) : NULL;
    bool failed = json_object_get(result, "FunctionError") != NULL;
    bool inferred = payload_is_2(e) && answer && !json_object_get(answer, "statusCode");
    bool good = answer && !failed && (inferred ? reply_inferred(e, answer) : reply_with(e, answer));
    if (!good) {
        bool no_base64 = !failed && is_undecodable(e, answer);
        log_error(e, failed ? "the function failed" : "Malformed Lambda proxy response");
        exec_fail(e, no_base64 ? "API_CONFIGURATION_ERROR" : "DEFAULT_5XX", NULL);
    }
    json_decref(answer);
    free(payload);
}

/* Functions are invoked by POST, whatever the method's own is. */
static bool is_post(const struct exec *e)
{
    const char *method = e->v2 ? NULL : text_get(e->integration, "httpMethod");
    return !method || strcmp(strcmp(method, "ANY") == 0 ? e->x->method : method, "POST") == 0;
}

void exec_lambda(struct exec *e)
{
    if (!is_post(e)) {
        log_error(e, "the integration of a function must have the httpMethod POST");
        exec_fail(e, "API_CONFIGURATION_ERROR", NULL);
        return;
    }
    const char *uri = text_get(e->integration, e->v2 ? "IntegrationUri" : "uri");
    char *mapped = uri ? map_uri(e, uri, NULL) : NULL, *arn = mapped ? lambda_arn(mapped) : NULL;
    struct text t = TEXT_INIT;
    if (arn) {
        json_t *event = payload_is_2(e) ? event_v2(e) : event_v1(e);
        text_add_json(&t, event);
        json_decref(event);
        e->called = proxied;
        lambda_invoke(e, arn, text_json(&t), false);
    } else {
        exec_fail(e, "API_CONFIGURATION_ERROR", NULL);
    }
    free(arn);
    free(mapped);
}
