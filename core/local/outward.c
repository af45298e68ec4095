/* SPDX-License-Identifier: Apache-2.0 */
#include "local/outward.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

#include "base/arena.h"
#include "base/error.h"
#include "net/client/http_proxy.h"

bool outward_is(const char *target)
{
    return !strncmp(target, "http://", 7) || !strncmp(target, "https://", 8);
}

static void busy(const struct slrun_calling *c, int change)
{
    c->cloud->api.busy(&c->cloud->api, change);
}

static void done(struct http_call *call, const struct slrun_response *response,
                 const struct slrun_error *error)
{
    struct slrun_calling *c = call->data;
    c->outward = false;
    busy(c, -1);
    c->responded(c->arg, response, error);
    calling_free(c);
}

/* "user:password" before the @ of a URL. */
static int add_user(struct slrun_calling *c, const char *user, size_t size)
{
    char *text = slrun_base64_text(user, size, NULL);
    char *value = text ? arena_format(c->arena, "Basic %s", text) : NULL;
    free(text);
    return value ? c->ctx.host->header(&c->ctx, &c->request, "Authorization", value)
                 : error_set(&c->error, SLRUN_E_MEMORY, "out of memory");
}

/* Parts the URL: scheme, host and port; who is there; the target is what follows. */
static int part(struct slrun_calling *c)
{
    const char *url = c->request.target, *host = strstr(url, "://") + 3;
    const char *end = host + strcspn(host, "/?#"), *at = memchr(host, '@', (size_t)(end - host));
    const char *rest = *end == '/' ? end : "/";
    if (at && add_user(c, host, (size_t)(at - host)))
        return -1;
    host = at ? at + 1 : host;
    char *base = arena_format(c->arena, "%.*s%.*s", (int)(strstr(url, "://") + 3 - url), url,
                              (int)(end - host), host);
    if (!base)
        return error_set(&c->error, SLRUN_E_MEMORY, "out of memory");
    if (!http_is_loopback(base))
        return error_set(&c->error, SLRUN_E_USAGE,
                         "%s: the local cloud sends nothing to other machines", base);
    c->http.base = base;
    c->request.target = rest;
    return 0;
}

int outward_send(struct slrun_calling *c)
{
    struct cloud *cloud = c->cloud;
    if (part(c))
        return -1;
    if (!cloud->client && !(cloud->client = http_client_new(cloud->loop, NULL, &c->error)))
        return -1;
    c->http.request = &c->request;
    c->http.direct = true;
    c->http.timeout_ms = OUTWARD_MS;
    c->http.max_body = OUTWARD_BODY_MAX;
    c->http.done = done;
    c->http.data = c;
    c->outward = true;
    busy(c, 1);
    return http_client_submit(cloud->client, &c->http);
}

void outward_end(struct slrun_calling *c)
{
    if (!c->outward)
        return;
    http_client_cancel(c->cloud->client, &c->http);
    c->outward = false;
    busy(c, -1);
}
