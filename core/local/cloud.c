/* SPDX-License-Identifier: Apache-2.0 */
/* The local cloud as its services see it. */
#include "local/cloud.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/random.h"
#include "local/exchange.h"
#include "local/timer.h"

static int secret_key(const struct slrun_cloud *api, const char *access_key, const char **secret)
{
    const struct cloud *c = (const struct cloud *)api;
    return auth_secret_key(c->auth, (struct sigv4_slice){access_key, strlen(access_key)}, secret);
}

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
                                  .on_gone = exchange_on_gone,
                                  .reply_file = exchange_reply_file,
                                  .form_get = exchange_form_get,
                                  .secret_key = secret_key};
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
