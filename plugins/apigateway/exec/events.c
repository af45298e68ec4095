/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a function gets: payload 1.0 (REST APIs, and HTTP APIs that ask for it) and payload 2.0
 * (developer guide, "Lambda proxy integrations" of both).
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "exec/exec.h"

static json_t *or_null(json_t *map)
{
    return json_object_size(map) ? json_incref(map) : json_null();
}

/* Bodies that are no text travel in base64: REST APIs say which by binaryMediaTypes, HTTP APIs by
 * the media type alone. */
static bool is_text_v2(const char *type)
{
    static const char *const texts[] = {"text/", "application/json", "application/javascript",
                                        "application/xml", "application/x-www-form-urlencoded"};
    if (!type)
        return true;
    size_t n = strcspn(type, "; ");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (strncasecmp(type, texts[i], strlen(texts[i])) == 0)
            /* a posted form is binary to HTTP APIs */
            return i + 1 < sizeof texts / sizeof *texts;
    return (n > 5 && strncasecmp(type + n - 5, "+json", 5) == 0) ||
           (n > 4 && strncasecmp(type + n - 4, "+xml", 4) == 0);
}

static json_t *body_of(const struct exec *e, bool *base64)
{
    const char *type = exec_header(e, "Content-Type");
    struct text t = TEXT_INIT;
    *base64 = e->x->size && (e->v2 ? !is_text_v2(type) : exec_is_binary(e, type));
    if (!*base64)
        return exec_body_text(e);
    text_add_base64(&t, e->x->body, e->x->size);
    return text_json(&t);
}

json_t *event_v1(const struct exec *e)
{
    bool base64;
    json_t *body = body_of(e, &base64), *event;
    const char *key = e->v2 ? text_get(e->method, "RouteKey") : NULL;
    const char *resource =
        e->v2 ? (strchr(key, ' ') ? strchr(key, ' ') + 1 : key) : text_get(e->resource, "path");
    event = json_pack(
        "{s:s, s:o, s:s, s:O, s:O, s:o, s:o, s:o, s:o, s:o}", "resource", resource, "path",
        e->v2 ? json_incref(json_object_get(e->context, "path")) : json_string(e->path),
        "httpMethod", e->x->method, "headers", e->headers, "multiValueHeaders", e->multi_headers,
        "queryStringParameters", or_null(e->query), "multiValueQueryStringParameters",
        or_null(e->multi_query), "pathParameters", or_null(e->path_params), "stageVariables",
        or_null(e->variables), "requestContext", exec_request_context(e, false));
    json_object_set_new(event, "body", e->x->size ? body : json_null());
    if (!e->x->size)
        json_decref(body);
    json_object_set_new(event, "isBase64Encoded", json_boolean(base64));
    if (e->v2)
        json_object_set_new(event, "version", json_string("1.0"));
    return event;
}

/* ---- payload 2.0 ---- */

/* Values of one name joined by commas. */
static json_t *joined(const json_t *multi, bool lower)
{
    size_t i;
    const char *name;
    json_t *values, *value, *result = json_object();
    json_object_foreach ((json_t *)(size_t)multi, name, values) {
        struct text key = TEXT_INIT, all = TEXT_INIT;
        for (const char *at = name; *at; at++)
            text_addc(&key, lower ? (char)tolower((unsigned char)*at) : *at);
        json_t *before = json_object_get(result, text_str(&key));
        if (before)
            text_adds(&all, json_string_value(before));
        json_array_foreach (values, i, value)
            text_addf(&all, "%s%s", all.n ? "," : "", json_string_value(value));
        if (!(lower && strcmp(text_str(&key), "cookie") == 0))
            json_object_set_new(result, text_str(&key), text_json(&all));
        text_free(&all);
        text_free(&key);
    }
    return result;
}

static json_t *cookies(const struct exec *e)
{
    json_t *list = json_array();
    for (size_t i = 0; i < e->x->n_headers; i++) {
        const char *at = e->x->headers[i].value;
        if (strcasecmp(e->x->headers[i].name, "Cookie") != 0)
            continue;
        while (*at) {
            at += strspn(at, "; ");
            size_t n = strcspn(at, ";");
            if (n)
                json_array_append_new(list, text_json_bytes(at, n));
            at += n;
        }
    }
    return list;
}

static void set_if(json_t *event, const char *name, json_t *value)
{
    if (json_object_size(value) || json_array_size(value))
        json_object_set(event, name, value);
    json_decref(value);
}

json_t *event_v2(const struct exec *e)
{
    bool base64;
    json_t *body = body_of(e, &base64);
    json_t *event =
        json_pack("{s:s, s:s, s:O, s:s, s:o, s:o}", "version", "2.0", "routeKey",
                  text_get(e->method, "RouteKey"), "rawPath", json_object_get(e->context, "path"),
                  "rawQueryString", e->raw_query, "headers", joined(e->multi_headers, true),
                  "requestContext", exec_request_context(e, true));
    set_if(event, "cookies", cookies(e));
    set_if(event, "queryStringParameters", joined(e->multi_query, false));
    set_if(event, "pathParameters", json_incref(e->path_params));
    set_if(event, "stageVariables", json_incref(e->variables));
    if (e->x->size)
        json_object_set(event, "body", body);
    json_decref(body);
    json_object_set_new(event, "isBase64Encoded", json_boolean(base64));
    return event;
}
