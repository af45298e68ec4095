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
    return n && !strncmp(target, prefix, n) && target[n] == '.';
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

const struct cloud_service *route_service(const struct cloud *cloud,
                                          const struct http_exchange *http,
                                          const struct sigv4_authorization *authorization)
{
    const char *target = header(http->headers, http->n_headers, "X-Amz-Target");
    for (size_t i = 0; i < cloud->n_services; i++) {
        if (serves(cloud->services[i].plugin, target, authorization))
            return &cloud->services[i];
    }
    return NULL;
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

bool route_own(struct cloud *cloud, struct slrun_exchange *x)
{
    size_t path = strcspn(x->target, "?");
    bool root = path == 1, ours = !strncmp(x->target, "/_slrun/", 8);
    if (!root && !ours)
        return false;
    if (root && (header(x->headers, x->n_headers, "Authorization") || x->operation))
        return false;
    if (header(x->headers, x->n_headers, "Origin")) {
        exchange_error(x, 403, "AccessDeniedException", "not for web pages");
        return true;
    }
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (!strcmp(x->method, own[i].method) && strlen(own[i].path) == path &&
            !strncmp(x->target, own[i].path, path)) {
            own[i].answer(cloud, x);
            return true;
        }
    if (ours)
        exchange_error(x, 404, "ResourceNotFoundException", "the local cloud has no such address");
    return ours;
}
