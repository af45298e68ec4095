/* SPDX-License-Identifier: Apache-2.0 */
/*
 * HTTP and HTTP_PROXY integrations. They reach the local cloud itself (another API, a function's
 * URL) and nothing else: a test must not send requests into the world by accident.
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
        exec_fail(e, "INTEGRATION_FAILURE", NULL);
        return;
    }
    if (!is_proxy(e)) {
        exec_integration_response(e, answer, NULL);
        return;
    }
    json_t *headers = json_object();
    for (size_t i = 0; i < answer->n_headers; i++)
        json_object_set_new(
            headers, answer->headers[i].name,
            text_json_bytes(answer->headers[i].value, strlen(answer->headers[i].value)));
    exec_reply(e, answer->status, headers, answer->body, answer->size);
    json_decref(headers);
}

static size_t copy_headers(const struct exec *e, struct slrun_header headers[HEADERS_MAX])
{
    static const char *const dropped[] = {"Host", "Connection", "Content-Length", "Authorization",
                                          "Transfer-Encoding"};
    size_t n = 0;
    for (size_t i = 0; i < e->x->n_headers && n < HEADERS_MAX; i++) {
        bool keep = true;
        for (size_t d = 0; d < sizeof dropped / sizeof *dropped; d++)
            keep = keep && strcasecmp(dropped[d], e->x->headers[i].name) != 0;
        if (keep)
            headers[n++] = e->x->headers[i];
    }
    return n;
}

static void send_request(struct exec *e, const char *target, const struct text *body)
{
    struct slrun_header headers[HEADERS_MAX];
    const char *method = text_get(e->integration, e->v2 ? "IntegrationMethod" : "httpMethod");
    struct text with_query = TEXT_INIT;
    text_adds(&with_query, target);
    if (is_proxy(e) && *e->raw_query)
        text_addf(&with_query, "%c%s", strchr(target, '?') ? '&' : '?', e->raw_query);
    if (!method || strcmp(method, "ANY") == 0)
        method = e->x->method;
    e->requested = came;
    exec_request(e, &(struct slrun_cloud_request){.method = method,
                                                  .region = text_get(e->doc, "region"),
                                                  .target = text_str(&with_query),
                                                  .headers = headers,
                                                  .n_headers = copy_headers(e, headers),
                                                  .body = text_str(body),
                                                  .size = body->n});
    text_free(&with_query);
}

void exec_http(struct exec *e)
{
    struct text body = TEXT_INIT;
    const char *given = text_get(e->integration, e->v2 ? "IntegrationUri" : "uri");
    json_t *params = json_deep_copy(e->path_params);
    json_t *mapped = map_all(e, json_object_get(e->integration, "requestParameters"),
                             "integration.request.path.", NULL);
    json_object_update(params, mapped);
    char *uri = given ? map_uri(e, given, params) : NULL;
    const char *target = uri ? own_target(e, uri) : NULL;
    json_decref(mapped);
    json_decref(params);
    if (!target) {
        e->service->cloud->host->log(SLRUN_LOG_WARNING,
                                     "apigateway: API %s: HTTP integrations reach only the local "
                                     "cloud itself, not %s",
                                     text_get(e->doc, "id"), uri ? uri : "");
        exec_fail(e, "INTEGRATION_FAILURE", "HTTP integrations reach only the local cloud itself");
    } else if (is_proxy(e)) {
        text_add(&body, e->x->body, e->x->size);
        send_request(e, target, &body);
    } else if (exec_request_body(e, &body)) {
        send_request(e, target, &body);
    }
    free(uri);
    text_free(&body);
}
