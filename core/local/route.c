/* SPDX-License-Identifier: Apache-2.0 */
/* Which service a request is for. */
#include "local/route.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "local/clock/jump.h"
#include "local/clock/timer.h"
#include "local/exchange.h"
#include "local/failures.h"
#include "local/iam/judge.h"
#include "local/inject.h"
#include "local/left_out.h"
#include "local/origin.h"
#include "local/page/look.h"
#include "local/page/page.h"
#include "local/warnings.h"
#include "net/http_header.h"

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

/* One of its operations is of a service of its own. */
static bool serves_too(const struct slrun_plugin *plugin, const char *target,
                       const struct sigv4_authorization *authorization)
{
    for (size_t i = 0; i < plugin->n_ops; i++)
        if (plugin->ops[i].service && names(plugin->ops[i].service, target, authorization))
            return true;
    return false;
}

/* The plugins' own services are few, their operations are many. */
static struct cloud_service *find_named(const struct cloud *cloud, const char *target,
                                        const struct sigv4_authorization *authorization)
{
    for (size_t i = 0; i < cloud->n_services; i++)
        if (names(cloud->services[i].plugin->service, target, authorization))
            return &cloud->services[i];
    for (size_t i = 0; i < cloud->n_services; i++)
        if (serves_too(cloud->services[i].plugin, target, authorization))
            return &cloud->services[i];
    return NULL;
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
    const char *target = http_header(x->headers, x->n_headers, "X-Amz-Target");
    if (!target && (!authorization || authorization->version_2))
        return find_claim(cloud, x);
    struct cloud_service *named = find_named(cloud, target, authorization);
    if (named)
        return (struct route){named, SLRUN_CLAIM_NONE};
    struct route claimed = find_claim(cloud, x); /* an API is signed for "execute-api" */
    bool for_none = !authorization || authorization->service.size == 0;
    return claimed.claim >= SLRUN_CLAIM_SURE || for_none ? claimed
                                                         : (struct route){NULL, SLRUN_CLAIM_NONE};
}

/* ---- its own addresses ---- */

static json_t *describe(const struct cloud *cloud, const char *status)
{
    json_t *services = json_array();
    for (size_t i = 0; i < cloud->n_services; i++)
        json_array_append_new(services, json_string(cloud->services[i].plugin->name));
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:o}", "name", "slrun local cloud", "version",
                     cloud->api.host->version, "status", status, "account", cloud->account,
                     "region", CLOUD_REGION, "services", services);
}

static void show(struct cloud *cloud, struct slrun_exchange *x)
{
    exchange_json(x, 200, describe(cloud, "ok"));
}

/* A person is shown the page; to programs it says what it is. */
static void show_root(struct cloud *cloud, struct slrun_exchange *x)
{
    const char *accept = http_header(x->headers, x->n_headers, "Accept");
    if (accept && strstr(accept, "text/html"))
        page_answer(x);
    else
        show(cloud, x);
}

static void reset(struct cloud *cloud, struct slrun_exchange *x)
{
    cloud_reset(cloud);
    exchange_json(x, 200, describe(cloud, "reset"));
}

/* Who asks for this has been written for moto's server, where nothing changes in steps. */
static void reset_as_moto(struct cloud *cloud, struct slrun_exchange *x)
{
    cloud->at_once = true;
    reset(cloud, x);
}

/* ---- what tests ask for ---- */

static void refuse(struct slrun_exchange *x, const struct slrun_error *error)
{
    char text[SLRUN_ERROR_MESSAGE_MAX + SLRUN_ERROR_HINT_MAX + 4];
    snprintf(text, sizeof text, "%s%s%s", error->message, *error->hint ? "; " : "", error->hint);
    exchange_error((struct exchange *)x, &(struct refusal_words){400, "ValidationException", text});
}

static void list_faults(struct cloud *cloud, struct slrun_exchange *x)
{
    exchange_json(x, 200, json_pack("{s:o}", "faults", inject_list(cloud)));
}

static void add_fault(struct cloud *cloud, struct slrun_exchange *x)
{
    struct slrun_error error = {0};
    json_t *rule = json_loadb(x->body, x->size, 0, NULL);
    if (inject_add(cloud, rule, &error))
        refuse(x, &error);
    else
        list_faults(cloud, x);
    json_decref(rule);
    error_clear(&error);
}

static void clear_faults(struct cloud *cloud, struct slrun_exchange *x)
{
    inject_clear(cloud);
    list_faults(cloud, x);
}

static void list_denied(struct cloud *cloud, struct slrun_exchange *x)
{
    exchange_json(x, 200, json_pack("{s:O}", "denied", cloud->judge->told));
}

static void show_clock(struct cloud *cloud, struct slrun_exchange *x)
{
    exchange_json(x, 200, json_pack("{s:I}", "now_ms", (json_int_t)timer_now_ms(&cloud->api)));
}

static void advance(struct cloud *cloud, struct slrun_exchange *x)
{
    struct slrun_error error = {0};
    int64_t ms;
    json_t *json = json_loadb(x->body, x->size, 0, NULL);
    const char *text = json_string_value(json_object_get(json, "advance"));
    bool good = text && duration_parse(text, &ms);
    json_decref(json);
    if (good) {
        jump_advance(cloud, x, (double)ms);
        return;
    }
    error_set(&error, SLRUN_E_USAGE, "'advance' must be a duration such as \"30s\"");
    refuse(x, &error);
    error_clear(&error);
}

/* A path that ends with an asterisk stands for all below it. `body`: it wants the body of the
 * request. */
static const struct own {
    const char *method, *path;
    void (*answer)(struct cloud *cloud, struct slrun_exchange *x);
    bool body;
} own[] = {
    {"GET", "/", show_root, false},
    {"GET", "/_slrun/health", show, false},
    {"POST", "/_slrun/reset", reset, false},
    {"POST", "/moto-api/reset", reset_as_moto, false},
    {"GET", "/_slrun/faults", list_faults, false},
    {"POST", "/_slrun/faults", add_fault, true},
    {"DELETE", "/_slrun/faults", clear_faults, false},
    {"GET", "/_slrun/denied", list_denied, false},
    {"GET", "/_slrun/clock", show_clock, false},
    {"POST", "/_slrun/clock", advance, true},
    {"POST", "/_slrun/settle", jump_settle, true},
    {"GET", "/_slrun/failures", failures_answer, false},
    {"GET", "/_slrun/warnings", warnings_answer, false},
    {"GET", "/_slrun/left-out", left_out_answer, false},
    {"GET", "/_slrun/look", look_answer, false},
    {"GET", "/_slrun/look/*", look_answer, false},
};

static bool fits(const struct own *o, const char *target, size_t size)
{
    size_t n = strlen(o->path);
    bool all = o->path[n - 1] == '*';
    return all ? size >= n - 1 && !strncmp(target, o->path, n - 1)
               : size == n && !strncmp(target, o->path, n);
}

/* The address that it asks for; NULL: there is none. `*known`: there is one, with another method.
 */
static const struct own *find_own(const struct slrun_exchange *x, bool *known)
{
    size_t path = strcspn(x->target, "?");
    *known = false;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        if (!fits(&own[i], x->target, path))
            continue;
        *known = true;
        if (!strcmp(x->method, own[i].method))
            return &own[i];
    }
    return NULL;
}

static enum route_own answer(struct cloud *cloud, struct exchange *e)
{
    bool known;
    const struct own *asked = find_own(&e->x, &known);
    if (!asked)
        return ROUTE_SERVICE;
    if (asked->body) {
        e->own = asked->answer;
        return ROUTE_WAITS;
    }
    asked->answer(cloud, &e->x);
    return ROUTE_ANSWERED;
}

/* The second is of moto's server, which SDKs that moto has patched (mock_aws in its server mode)
 * have forget everything before each test. */
static bool is_own_path(const char *target)
{
    return !strncmp(target, "/_slrun/", 8) || !strncmp(target, "/moto-api/", 10);
}

enum route_own route_own(struct cloud *cloud, struct exchange *e)
{
    static const struct refusal_words none = {404, "ResourceNotFoundException",
                                              "the local cloud has no such address"};
    static const struct refusal_words web = {
        403, "AccessDeniedException", "not for web pages of others, nor under this host name"};
    if (!is_own_path(e->x.target))
        return ROUTE_SERVICE;
    bool own_page = origin_is_own(&e->x);
    enum route_own found = own_page ? answer(cloud, e) : ROUTE_SERVICE;
    if (found != ROUTE_SERVICE)
        return found;
    exchange_error(e, own_page ? &none : &web);
    return ROUTE_ANSWERED;
}

bool route_root(struct cloud *cloud, struct exchange *e)
{
    return strcspn(e->x.target, "?") == 1 && answer(cloud, e) != ROUTE_SERVICE;
}
