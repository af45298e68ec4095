/* SPDX-License-Identifier: Apache-2.0 */
/* Requests, as the local cloud brings them to the service. */
#include "cloud_inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/protocol/json_serve.h"
#include "plugin/host.h"

static void add_request_header(struct exchange *x, const char *name, const char *value)
{
    x->request_headers[x->base.n_headers++] = (struct slrun_header){name, value};
}

/* As the client half would: some operations are of another service than the plugin's. */
static void add_json_headers(struct exchange *x, const struct message *m)
{
    const struct cloud_half *half = x->cloud->half;
    const struct slrun_service *service = half->service;
    for (size_t i = 0; m->operation && i < half->n_ops; i++)
        if (strcmp(half->ops[i].api, m->operation) == 0 && half->ops[i].service)
            service = half->ops[i].service;
    if (m->operation && service->target) {
        snprintf(x->json_target, sizeof x->json_target, "%s.%s", service->target, m->operation);
        add_request_header(x, "X-Amz-Target", x->json_target);
    }
    snprintf(x->json_type, sizeof x->json_type, "application/x-amz-json-%s",
             service->json_version ? service->json_version : "");
    if (m->type ? *m->type : m->operation && service->json_version)
        add_request_header(x, "Content-Type", m->type ? m->type : x->json_type);
}

/* As HTTP clients do; of other methods nobody asks for it. */
static void add_length(struct exchange *x, const struct message *m)
{
    const struct slrun_header *headers = x->request_headers;
    size_t n = x->base.n_headers;
    if (strcmp(x->base.method, "PUT") != 0 ||
        host_table()->header_get(headers, n, "Content-Length") ||
        host_table()->header_get(headers, n, "Transfer-Encoding"))
        return;
    snprintf(x->length, sizeof x->length, "%zu", m->size);
    add_request_header(x, "Content-Length", x->length);
}

static struct exchange *exchange_new(struct cloud *cloud, const struct message *m)
{
    const char *key = m->access_key;
    struct exchange *x = calloc(1, sizeof *x);
    assert_non_null(x);
    x->cloud = cloud;
    x->next = cloud->exchanges;
    cloud->exchanges = x;
    x->request = calloc(1, m->size + 1);
    x->target = strdup(m->target ? m->target : "/");
    x->operation = m->operation ? strdup(m->operation) : NULL;
    assert_true(x->request && x->target && m->n_headers <= MESSAGE_HEADERS_MAX);
    if (m->size)
        memcpy(x->request, m->body, m->size);
    x->base = (struct slrun_exchange){.method = m->method ? m->method : "POST",
                                      .target = x->target,
                                      .operation = x->operation,
                                      .region = cloud->region,
                                      .account = key && strlen(key) == 12 ? key : cloud->account,
                                      .request_id = "request",
                                      .headers = x->request_headers,
                                      .body = "",
                                      .access_key = key};
    for (size_t i = 0; i < m->n_headers; i++)
        add_request_header(x, m->headers[i].name, m->headers[i].value);
    add_json_headers(x, m);
    add_length(x, m);
    return x;
}

static void give_body(struct exchange *x, const struct message *m)
{
    const struct cloud *cloud = x->cloud;
    const char *at = m->body;
    size_t left = m->leaves ? m->size / 2 : m->size;
    while (left > 0) {
        size_t n = left < PIECE_SIZE ? left : PIECE_SIZE;
        char *piece = malloc(n); /* its own: what reads past it is found */
        assert_non_null(piece);
        memcpy(piece, at, n);
        cloud->half->local->data(cloud->service, &x->base, piece, n);
        free(piece);
        at += n;
        left -= n;
    }
}

/* Head, body, end. */
static void serve(struct cloud *cloud, struct exchange *x, const struct message *m)
{
    const struct slrun_local *local = cloud->half->local;
    int taken = local->begin ? local->begin(cloud->service, &x->base) : 0;
    if (taken < 0)
        return;
    if (taken > 0) {
        give_body(x, m);
    } else {
        x->base.body = x->request;
        x->base.size = m->size;
    }
    if (m->leaves) {
        assert_int_equal(taken, 1);
        local->dropped(cloud->service, &x->base);
        return;
    }
    if (m->meanwhile)
        m->meanwhile(cloud);
    x->base.trailers = &m->trailer;
    x->base.n_trailers = m->trailer.name != NULL;
    json_serve_half(&cloud->base, &x->base, local, cloud->service);
    cloud_work(cloud);
    x->base.n_trailers = 0;
}

struct exchange *cloud_send(struct cloud *cloud, const struct message *m)
{
    struct exchange *x = exchange_new(cloud, m);
    if (cloud->serving)
        cloud->serving(true);
    serve(cloud, x, m);
    if (cloud->serving)
        cloud->serving(false);
    return x;
}

struct exchange *cloud_post(struct cloud *cloud, const char *operation, const char *body)
{
    struct message m = {.operation = operation,
                        .body = body,
                        .size = strlen(body),
                        .access_key = "test",
                        .headers = {{"Host", "localhost:4566"}},
                        .n_headers = 1};
    if (!operation)
        m.type = "application/x-www-form-urlencoded";
    return cloud_send(cloud, &m);
}

json_t *cloud_call_bytes(struct cloud *cloud, const char *operation, const void *body, size_t size)
{
    const struct exchange *x = cloud_send(
        cloud, &(struct message){
                   .operation = operation, .body = body, .size = size, .access_key = "test"});
    assert_int_not_equal(x->status, 0);
    return x->size ? json_loadb(x->body, x->size, JSON_ALLOW_NUL | JSON_DECODE_ANY, NULL)
                   : json_null();
}

json_t *cloud_call(struct cloud *cloud, const char *operation, const char *body)
{
    return cloud_call_bytes(cloud, operation, body, strlen(body));
}

json_t *cloud_request(struct cloud *cloud, const char *operation, json_t *request)
{
    char *body = json_dumps(request, JSON_COMPACT | JSON_ENCODE_ANY);
    assert_non_null(body);
    json_t *answer = cloud_call(cloud, operation, body);
    free(body);
    json_decref(request);
    return answer;
}

struct exchange *cloud_exchange(const struct cloud *cloud, const char *name)
{
    for (struct exchange *x = cloud->exchanges; x; x = x->next)
        if (strcmp(x->name, name) == 0)
            return x;
    fail_msg("no exchange is called %s", name);
    return NULL;
}
