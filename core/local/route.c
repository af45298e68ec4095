/* SPDX-License-Identifier: Apache-2.0 */
/* Which service a request is for. */
#include "local/route.h"

#include <string.h>
#include <strings.h>

#include "local/exchange.h"

static const char *header(const struct slrun_header *headers, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (!strcasecmp(headers[i].name, name))
            return headers[i].value;
    return NULL;
}

/* `target` is "PREFIX.Operation". */
static bool has_prefix(const char *target, const char *prefix)
{
    size_t n = prefix ? strlen(prefix) : 0;
    return n && !strncmp(target, prefix, n) && strrchr(target, '.') == target + n;
}

static bool is(struct sigv4_slice slice, const char *text)
{
    return slice.size == strlen(text) && !memcmp(slice.at, text, slice.size);
}

static bool names(const struct slrun_service *service, const char *target,
                  const struct sigv4_authorization *authorization)
{
    return target ? has_prefix(target, service->target)
                  : authorization && is(authorization->service, service->signing_name);
}

/* Its own service, or one of its operations'. */
static bool serves(const struct slrun_plugin *plugin, const char *target,
                   const struct sigv4_authorization *authorization)
{
    if (names(plugin->service, target, authorization))
        return true;
    for (size_t i = 0; i < plugin->n_ops; i++)
        if (plugin->ops[i].service && names(plugin->ops[i].service, target, authorization))
            return true;
    return false;
}

static struct route find_claim(const struct cloud *cloud, const struct slrun_exchange *x)
{
    struct route best = {NULL, SLRUN_CLAIM_NONE};
    for (size_t i = 0; i < cloud->n_services; i++) {
        const struct slrun_local *half = cloud->services[i].plugin->local;
        int claim = half->claims ? half->claims(x) : SLRUN_CLAIM_NONE;
        if (claim > best.claim)
            best = (struct route){&cloud->services[i], claim};
    }
    return best;
}

struct route route_find(const struct cloud *cloud, const struct slrun_exchange *x,
                        const struct sigv4_authorization *authorization)
{
    const char *target = header(x->headers, x->n_headers, "X-Amz-Target");
    if (!target && (!authorization || authorization->version_2))
        return find_claim(cloud, x);
    for (size_t i = 0; i < cloud->n_services; i++)
        if (serves(cloud->services[i].plugin, target, authorization))
            return (struct route){&cloud->services[i], SLRUN_CLAIM_NONE};
    struct route claimed = find_claim(cloud, x); /* an API is signed for "execute-api" */
    return claimed.claim == SLRUN_CLAIM_SURE ? claimed : (struct route){NULL, SLRUN_CLAIM_NONE};
}

/* ---- its own addresses ---- */

static json_t *describe(const struct cloud *cloud, const char *status)
{
    json_t *services = json_array();
    for (size_t i = 0; i < cloud->n_services; i++)
        json_array_append_new(services, json_string(cloud->services[i].plugin->name));
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:o}", "name", "slrun local cloud", "version",
                     cloud->api.host->version, "status", status, "account", CLOUD_ACCOUNT, "region",
                     CLOUD_REGION, "services", services);
}

static void show(struct cloud *cloud, struct slrun_exchange *x)
{
    exchange_json(x, 200, describe(cloud, "ok"));
}

static void reset(struct cloud *cloud, struct slrun_exchange *x)
{
    cloud_reset(cloud);
    exchange_json(x, 200, describe(cloud, "reset"));
}

static const struct {
    const char *method, *path;
    void (*answer)(struct cloud *cloud, struct slrun_exchange *x);
} own[] = {
    {"GET", "/", show},
    {"GET", "/_slrun/health", show},
    {"POST", "/_slrun/reset", reset},
};

static bool answer(struct cloud *cloud, struct exchange *e)
{
    static const struct refusal_words web = {403, "AccessDeniedException", "not for web pages"};
    const struct slrun_exchange *x = &e->x;
    size_t path = strcspn(x->target, "?");
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        if (strlen(own[i].path) != path || strncmp(x->target, own[i].path, path) != 0)
            continue;
        if (header(x->headers, x->n_headers, "Origin")) {
            exchange_error(e, &web);
            return true;
        }
        if (!strcmp(x->method, own[i].method)) {
            own[i].answer(cloud, &e->x);
            return true;
        }
    }
    return false;
}

bool route_own(struct cloud *cloud, struct exchange *e)
{
    static const struct refusal_words none = {404, "ResourceNotFoundException",
                                              "the local cloud has no such address"};
    if (strncmp(e->x.target, "/_slrun/", 8) != 0)
        return false;
    if (!answer(cloud, e))
        exchange_error(e, &none);
    return true;
}

bool route_root(struct cloud *cloud, struct exchange *e)
{
    return strcspn(e->x.target, "?") == 1 && answer(cloud, e);
}
