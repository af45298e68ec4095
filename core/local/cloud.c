/* SPDX-License-Identifier: Apache-2.0 */
/* The local cloud as its services see it. */
#include "local/cloud.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/random.h"
#include "local/exchange.h"
#include "local/route.h"
#include "local/timer.h"

struct cloud *cloud_new(struct uv_loop_s *loop, const struct slrun_host *host, const char *data,
                        struct auth *auth)
{
    struct cloud *c = calloc(1, sizeof *c);
    if (!c)
        return NULL;
    c->api = (struct slrun_cloud){.struct_size = sizeof c->api,
                                  .host = host,
                                  .data = data,
                                  .now_ms = timer_now_ms,
                                  .timer_start = timer_start,
                                  .timer_stop = timer_stop,
                                  .reply = exchange_reply,
                                  .on_gone = exchange_on_gone};
    c->loop = loop;
    c->auth = auth;
    c->wall_ms = clock_wall_ms();
    c->mono_ns = clock_mono_ns();
    struct slrun_error error = {0};
    if (!random_bytes(c->random, sizeof c->random, &error))
        return c;
    error_clear(&error);
    free(c);
    return NULL;
}

int cloud_add(struct cloud *cloud, const struct slrun_plugin *plugin, struct slrun_error *error)
{
    if (!plugin->local)
        return 0;
    struct cloud_service *services =
        realloc(cloud->services, (cloud->n_services + 1) * sizeof *services);
    if (!services)
        return error_set(error, SLRUN_E_MEMORY, "out of memory for the local cloud");
    cloud->services = services;
    struct cloud_service *service = &services[cloud->n_services];
    *service = (struct cloud_service){.plugin = plugin};
    if (plugin->local->open(&cloud->api, &service->state, error))
        return -1;
    cloud->n_services++;
    return 0;
}

void cloud_reset(struct cloud *cloud)
{
    for (size_t i = 0; i < cloud->n_services; i++)
        cloud->services[i].plugin->local->reset(cloud->services[i].state);
}

void cloud_free(struct cloud *cloud)
{
    if (!cloud)
        return;
    while (cloud->n_services) {
        struct cloud_service *service = &cloud->services[--cloud->n_services];
        service->plugin->local->close(service->state);
    }
    while (cloud->timers)
        timer_stop(cloud->timers);
    free(cloud->services);
    free(cloud);
}

/* xorshift128+: ids need to differ, not to be secret. */
static uint64_t next_random(uint64_t state[2])
{
    uint64_t a = state[0], b = state[1];
    state[0] = b;
    a ^= a << 23;
    state[1] = a ^ b ^ (a >> 17) ^ (b >> 26);
    return state[1] + b;
}

void cloud_request_id(struct cloud *cloud, char id[CLOUD_REQUEST_ID_MAX])
{
    static const char digits[] = "0123456789abcdef";
    static const char form[] = "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx";
    uint64_t bits = 0;
    for (size_t i = 0, n = 0; i < sizeof form; i++) {
        if (form[i] != 'x') {
            id[i] = form[i];
            continue;
        }
        if (n++ % 16 == 0)
            bits = next_random(cloud->random);
        id[i] = digits[bits & 15];
        bits >>= 4;
    }
}

static void refuse_unknown(struct cloud *cloud, struct slrun_exchange *x)
{
    char text[512];
    int n = snprintf(text, sizeof text, "The local cloud has no service for this request; it has:");
    for (size_t i = 0; i < cloud->n_services && n < (int)sizeof text; i++)
        n += snprintf(text + n, sizeof text - (size_t)n, " %s", cloud->services[i].plugin->name);
    exchange_error(x, x->operation ? 400 : 501, "UnknownOperationException", text);
}

void cloud_serve(void *arg, struct http_exchange *http)
{
    struct cloud *c = arg;
    struct slrun_exchange *x = exchange_new(c, http);
    struct sigv4_authorization authorization;
    struct auth_verdict verdict;
    if (!x || route_own(c, x))
        return;
    if (!auth_read(http, &authorization, &verdict)) {
        exchange_error(x, verdict.status, verdict.code, verdict.message);
        return;
    }
    exchange_set_region(x, authorization.region.at, authorization.region.size);
    const struct cloud_service *service = route_service(c, http, &authorization);
    if (!service) {
        refuse_unknown(c, x);
        return;
    }
    const struct auth_request request = {.http = http,
                                         .authorization = &authorization,
                                         .service = service->plugin->service->signing_name,
                                         .now = clock_wall_ms() / 1000};
    auth_check(c->auth, &request, &verdict);
    if (verdict.status)
        exchange_error(x, verdict.status, verdict.code, verdict.message);
    else
        service->plugin->local->serve(service->state, x);
}

bool cloud_gone(void *arg, struct http_exchange *http, bool closing)
{
    (void)arg;
    return exchange_gone(http->data, closing);
}
