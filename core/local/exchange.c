/* SPDX-License-Identifier: Apache-2.0 */
/* One request to the local cloud. */
#include "local/exchange.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "net/sigv4.h"

enum { REPLY_HEADERS_MAX = 64 };

struct exchange {
    struct slrun_exchange x; /* first: what services have */
    struct http_exchange *http;
    void (*gone)(struct slrun_exchange *x);
    char request_id[CLOUD_REQUEST_ID_MAX];
    char region[SIGV4_SCOPE_NAME_MAX + 1];
};

static const char *operation_of(const struct http_exchange *http)
{
    for (size_t i = 0; i < http->n_headers; i++) {
        if (strcasecmp(http->headers[i].name, "X-Amz-Target") != 0)
            continue;
        const char *dot = strrchr(http->headers[i].value, '.');
        return dot ? dot + 1 : NULL;
    }
    return NULL;
}

struct slrun_exchange *exchange_new(struct cloud *cloud, struct http_exchange *http)
{
    struct exchange *e = calloc(1, sizeof *e);
    if (!e) {
        http_server_reply(http, &(struct slrun_reply){.status = 500});
        return NULL;
    }
    cloud_request_id(cloud, e->request_id);
    e->http = http;
    http->data = e;
    e->x.method = http->method;
    e->x.target = http->target;
    e->x.operation = operation_of(http);
    e->x.region = CLOUD_REGION;
    e->x.account = CLOUD_ACCOUNT;
    e->x.request_id = e->request_id;
    e->x.headers = http->headers;
    e->x.n_headers = http->n_headers;
    e->x.body = http->body;
    e->x.size = http->size;
    return &e->x;
}

void exchange_set_region(struct slrun_exchange *x, const char *region, size_t size)
{
    struct exchange *e = (struct exchange *)x;
    if (!size || size >= sizeof e->region)
        return;
    memcpy(e->region, region, size);
    e->region[size] = '\0';
    x->region = e->region;
}

void exchange_reply(struct slrun_exchange *x, const struct slrun_reply *reply)
{
    struct exchange *e = (struct exchange *)x;
    struct slrun_header headers[REPLY_HEADERS_MAX + 1];
    struct slrun_reply with_id = *reply;
    size_t n = reply->n_headers < REPLY_HEADERS_MAX ? reply->n_headers : REPLY_HEADERS_MAX;
    if (n)
        memcpy(headers, reply->headers, n * sizeof *headers);
    headers[n++] = (struct slrun_header){"x-amzn-RequestId", e->request_id};
    with_id.headers = headers;
    with_id.n_headers = n;
    http_server_reply(e->http, &with_id);
    free(e);
}

void exchange_on_gone(struct slrun_exchange *x, void (*gone)(struct slrun_exchange *x))
{
    ((struct exchange *)x)->gone = gone;
}

bool exchange_gone(struct slrun_exchange *x, bool closing)
{
    struct exchange *e = (struct exchange *)x;
    if (!e->gone && !closing)
        return false;
    if (e->gone)
        e->gone(x);
    free(e);
    return true;
}

void exchange_json(struct slrun_exchange *x, int status, json_t *json)
{
    char *text = json ? json_dumps(json, JSON_COMPACT) : NULL;
    struct slrun_reply reply = {.status = text ? status : 500,
                                .content_type = "application/x-amz-json-1.0",
                                .body = text,
                                .size = text ? strlen(text) : 0};
    json_decref(json);
    exchange_reply(x, &reply);
    free(text);
}

void exchange_error(struct slrun_exchange *x, int status, const char *code, const char *text)
{
    exchange_json(
        x, status,
        json_pack("{s:s+, s:s}", "__type", "com.amazon.coral.service#", code, "message", text));
}
