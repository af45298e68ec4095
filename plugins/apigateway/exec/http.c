/* SPDX-License-Identifier: Apache-2.0 */
/*
 * HTTP and HTTP_PROXY integrations. They reach the local cloud itself (another API, a function's
 * URL) and other servers on this machine: a test must not send requests into the world by accident.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exec/exec.h"

enum { HEADERS_MAX = 100 };

static bool is_proxy(const struct exec *e)
{
    return text_is(e->integration, e->v2 ? "IntegrationType" : "type", "HTTP_PROXY");
}

/* What stands behind the local cloud's own address in a URL, or NULL. */
static const char *own_target(const struct exec *e, const char *uri)
{
    const char *url = e->service->cloud->url(e->service->cloud);
    const char *port = url ? strrchr(url, ':') : NULL;
    static const char *const hosts[] = {"http://127.0.0.1", "http://localhost"};
    for (size_t i = 0; port && i < sizeof hosts / sizeof *hosts; i++) {
        size_t n = strlen(hosts[i]), m = strlen(port);
        if (strncmp(uri, hosts[i], n) == 0 && strncmp(uri + n, port, m) == 0 &&
            (uri[n + m] == '/' || !uri[n + m]))
            return uri[n + m] ? uri + n + m : "/";
    }
    return NULL;
}

static void came(struct exec *e, const struct exec_answer *answer, const struct slrun_error *error)
{
    if (error) {
        bool abroad = error->kind == SLRUN_E_USAGE;
        if (abroad)
            e->service->cloud->host->log(
                SLRUN_LOG_WARNING,
                "apigateway: API %s: HTTP integrations reach only this machine: %s",
                text_get(e->doc, "id"), error->message);
        exec_fail(e, "INTEGRATION_FAILURE",
                  abroad ? "HTTP integrations reach only this machine" : NULL);
        return;
    }
    if (!is_proxy(e)) {
        exec_integration_response(e, answer, NULL);
        return;
    }
    struct exec_body body = {.text = TEXT_INIT};
    bool good = e->v2 || exec_content_response(e, answer, NULL, &body);
    json_t *headers = json_object();
    for (size_t i = 0; i < answer->n_headers; i++)
        json_object_set_new(
            headers, answer->headers[i].name,
            text_json_bytes(answer->headers[i].value, strlen(answer->headers[i].value)));
    if (!good)
        exec_fail(e, "API_CONFIGURATION_ERROR", NULL);
    else if (e->v2)
        exec_reply(e, &(struct exec_reply){answer->status, headers,
                                           answer->body ? answer->body : "", answer->size});
    else
        exec_reply(
            e, &(struct exec_reply){answer->status, headers, text_str(&body.text), body.text.n});
    text_free(&body.text);
    json_decref(headers);
}

/* ---- the request ---- */

static void set(json_t *headers, const char *name, const char *value)
{
    const char *have;
    json_t *old;
    void *next;
    json_object_foreach_safe (headers, next, have, old)
        if (strcasecmp(have, name) == 0)
            json_object_del(headers, have);
    json_object_set_new(headers, name, text_json_bytes(value, strlen(value)));
}

/* What a proxy hands on of the request's. Its signature is no business of the local cloud, to which
 * the request goes on. */
static void add_own(const struct exec *e, json_t *headers, bool inside)
{
    static const char *const dropped[] = {"Host", "Connection", "Content-Length",
                                          "Transfer-Encoding", "Authorization"};
    for (size_t i = 0; i < e->x->n_headers; i++) {
        size_t n = sizeof dropped / sizeof *dropped - !inside;
        bool keep = true;
        for (size_t d = 0; d < n; d++)
            keep = keep && strcasecmp(dropped[d], e->x->headers[i].name) != 0;
        if (keep)
            set(headers, e->x->headers[i].name, e->x->headers[i].value);
    }
}

/* The request's, those of API Gateway, and what the mapping says. */
static json_t *headers_of(struct exec *e, const char *target, const struct text *body)
{
    const char *id = text_get(e->doc, "id"), *name;
    json_t *headers = json_object(), *mapped = exec_parameters(e, "header"), *value;
    if (is_proxy(e)) {
        add_own(e, headers, *target == '/');
    } else {
        json_t *agent = json_sprintf("AmazonAPIGateway_%s", id);
        set(headers, "Accept", "application/json");
        set(headers, "User-Agent", json_string_value(agent));
        if (body->n)
            set(headers, "Content-Type", "application/json");
        json_decref(agent);
    }
    set(headers, "X-Amzn-Apigateway-Api-Id", id);
    json_object_foreach (mapped, name, value)
        if (json_is_string(value))
            set(headers, name, json_string_value(value));
    json_decref(mapped);
    return headers;
}

static void add_queries(struct exec *e, struct text *target)
{
    json_t *mapped = exec_parameters(e, "querystring");
    if (is_proxy(e) && *e->raw_query)
        text_addf(target, "%c%s", strchr(text_str(target), '?') ? '&' : '?', e->raw_query);
    exec_add_query(target, mapped, strchr(text_str(target), '?') ? "&" : "?");
    json_decref(mapped);
}

static void send_request(struct exec *e, const char *target, const struct text *body)
{
    struct slrun_header headers[HEADERS_MAX];
    const char *method = text_get(e->integration, e->v2 ? "IntegrationMethod" : "httpMethod");
    const char *name;
    json_t *all = headers_of(e, target, body), *value;
    size_t n = 0;
    struct text with_query = TEXT_INIT;
    text_adds(&with_query, target);
    add_queries(e, &with_query);
    json_object_foreach (all, name, value)
        if (n < HEADERS_MAX)
            headers[n++] = (struct slrun_header){name, json_string_value(value)};
    if (!method || strcmp(method, "ANY") == 0)
        method = e->x->method;
    e->requested = came;
    exec_log(e, "Endpoint request URI: %s", text_str(&with_query));
    exec_log(e, "Endpoint request body after transformations: %s", text_str(body));
    exec_request(e, &(struct slrun_cloud_request){.method = method,
                                                  .region = text_get(e->doc, "region"),
                                                  .target = text_str(&with_query),
                                                  .headers = headers,
                                                  .n_headers = n,
                                                  .body = text_str(body),
                                                  .size = body->n});
    text_free(&with_query);
    json_decref(all);
}

/* The body as it came; of REST APIs as text unless it is of a binary type. */
static void send_proxied(struct exec *e, const char *target)
{
    struct exec_body body = {.text = TEXT_INIT};
    bool good = true;
    if (e->v2)
        text_add(&body.text, e->x->body, e->x->size);
    else
        good = exec_content_request(e, &body);
    if (good)
        send_request(e, target, &body.text);
    else
        exec_fail(e, "API_CONFIGURATION_ERROR", NULL);
    text_free(&body.text);
}

void exec_http(struct exec *e)
{
    struct text body = TEXT_INIT;
    const char *given = text_get(e->integration, e->v2 ? "IntegrationUri" : "uri");
    json_t *params = json_deep_copy(e->path_params);
    json_t *mapped = exec_parameters(e, "path");
    json_object_update(params, mapped);
    char *uri = given ? map_uri(e, given, params) : NULL;
    const char *target = uri ? own_target(e, uri) : NULL;
    json_decref(mapped);
    json_decref(params);
    if (!target)
        target = uri && strncmp(uri, "http", 4) == 0 ? uri : NULL; /* judged where it is sent */
    if (!target)
        exec_fail(e, "API_CONFIGURATION_ERROR", NULL);
    else if (is_proxy(e))
        send_proxied(e, target);
    else if (exec_request_body(e, &body))
        send_request(e, target, &body);
    free(uri);
    text_free(&body);
}
