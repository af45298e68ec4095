/* SPDX-License-Identifier: Apache-2.0 */
/* The local cloud as its services see it. */
#include "local/cloud.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/pattern/pattern.h"
#include "base/random.h"
#include "local/calling.h"
#include "local/clock/jump.h"
#include "local/clock/timer.h"
#include "local/exchange.h"
#include "local/failures.h"
#include "local/feed.h"
#include "local/iam/judge.h"
#include "local/inject.h"
#include "local/left_out.h"
#include "local/page/look.h"
#include "local/process/process.h"
#include "local/protocol/protocols.h"
#include "local/stack/provision.h"
#include "local/stack/steps.h"
#include "local/store/docs.h"
#include "local/turn.h"
#include "local/warnings.h"
#include "local/watch.h"
#include "local/work.h"
#include "net/alarm.h"
#include "net/client/http_client.h"

static uint64_t cloud_random(const struct slrun_cloud *api)
{
    return random_next(((struct cloud *)api)->random);
}

static void cloud_uuid(const struct slrun_cloud *api, char id[37])
{
    random_next_uuid(((struct cloud *)api)->random, id);
}

static int secret_key(const struct slrun_cloud *api, const char *access_key, const char **secret)
{
    const struct cloud *c = (const struct cloud *)api;
    return auth_secret_key(c->auth, (struct sigv4_slice){access_key, strlen(access_key)}, secret);
}

static int key_add(const struct slrun_cloud *api, const char *access_key, const char *account,
                   int64_t expires_ms)
{
    struct cloud *c = (struct cloud *)api;
    struct account_key key = {.expires_ms = expires_ms};
    if (strlen(access_key) >= sizeof key.key || strlen(account) >= sizeof key.account)
        return -1;
    memcpy(key.key, access_key, strlen(access_key));
    memcpy(key.account, account, strlen(account));
    return accounts_add(&c->accounts, &key, api->now_ms(api));
}

static const char *url(const struct slrun_cloud *api)
{
    const struct cloud *c = (const struct cloud *)api;
    return *c->url ? c->url : NULL;
}

static void pending(const struct slrun_cloud *api, int change)
{
    ((struct cloud *)api)->pending += (unsigned)change;
}

static void busy(const struct slrun_cloud *api, int change)
{
    ((struct cloud *)api)->busy += (unsigned)change;
}

/* What does not differ from one local cloud to another. */
static const struct slrun_cloud functions = {
    .struct_size = sizeof functions,
    .now_ms = timer_now_ms,
    .timer_start = timer_start,
    .timer_stop = timer_stop,
    .reply = exchange_reply,
    .on_gone = exchange_on_gone,
    .reply_file = exchange_reply_file,
    .form_get = exchange_form_get,
    .secret_key = secret_key,
    .url = url,
    .call = calling_start,
    .call_cancel = calling_cancel,
    .request = calling_request,
    .notify = watch_notify,
    .watch = watch_start,
    .watch_stop = watch_stop,
    .busy = busy,
    .pending = pending,
    .chance = inject_chance,
    .process_start = process_start,
    .process_signal = process_signal,
    .process_close = process_close,
    .process_zygote = process_zygote,
    .process_copy = process_copy,
    .resource_type = provision_type,
    .resource_type_at = provision_type_at,
    .provision = provision_start,
    .resource_done = provision_done,
    .resource_run = steps_run,
    .pattern_check = pattern_check,
    .pattern_match = pattern_match,
    .doc_put = docs_put,
    .doc_get = docs_get,
    .doc_remove = docs_remove,
    .doc_each = docs_each,
    .doc_load = docs_load,
    .doc_keep = docs_keep,
    .doc_add = docs_add,
    .form_at = exchange_form_at,
    .random = cloud_random,
    .uuid = cloud_uuid,
    .key_add = key_add,
    .watched = watch_is_on,
    .looks = &look_api,
    .iam = &judge_api,
    .left_out = left_out_note,
    .policy_says = policy_says,
    .policy_operator = policy_operator,
    .work = work_start,
    .reply_open = feed_open,
    .feed = feed_add,
    .feed_event = feed_event,
    .feed_end = feed_end,
};

struct cloud *cloud_new(struct uv_loop_s *loop, const struct slrun_host *host, const char *data,
                        struct auth *auth)
{
    struct cloud *c = calloc(1, sizeof *c);
    if (!c)
        return NULL;
    c->api = functions;
    c->api.host = host;
    c->api.data = data;
    protocols_fill(&c->api);
    memcpy(c->account, CLOUD_ACCOUNT, sizeof c->account);
    c->loop = loop;
    c->auth = auth;
    c->clock = alarms_new(loop);
    double ahead_ms = clock_wall_offset_ms();
    c->wall_ms = c->clock ? (int64_t)(alarms_now(c->clock) + ahead_ms) : 0;
    c->began = (double)c->wall_ms - ahead_ms;
    c->turn = turn_new(loop);
    c->judge = judge_new(c);
    struct slrun_error error = {0};
    if (c->clock && c->turn && c->judge && !random_bytes(c->random, sizeof c->random, &error))
        return c;
    error_clear(&error);
    judge_free(c->judge);
    turn_free(c->turn);
    alarms_free(c->clock);
    free(c);
    return NULL;
}

/* Handlers and tools on this machine reach what listens at all addresses by loopback. */
void cloud_set_address(struct cloud *cloud, const char *host, unsigned port)
{
    bool six = host && strchr(host, ':');
    if (!host || !strcmp(host, "0.0.0.0") || !strcmp(host, "::"))
        host = six ? "::1" : "127.0.0.1";
    (void)snprintf(cloud->url, sizeof cloud->url, "http://%s%s%s:%u", six ? "[" : "", host,
                   six ? "]" : "", port);
}

bool cloud_is_account(const char *text)
{
    return strlen(text) == CLOUD_ACCOUNT_SIZE - 1 &&
           strspn(text, "0123456789") == CLOUD_ACCOUNT_SIZE - 1;
}

int cloud_add(struct cloud *cloud, const struct cloud_plugin *plugin, struct slrun_error *error)
{
    const struct slrun_local *half = plugin->entry->local;
    if (!half)
        return 0;
    struct cloud_service *services =
        realloc(cloud->services, (cloud->n_services + 1) * sizeof *services);
    if (!services)
        return error_set(error, SLRUN_E_MEMORY, "out of memory for the local cloud");
    cloud->services = services;
    struct cloud_service *service = &services[cloud->n_services];
    *service = (struct cloud_service){.plugin = plugin->entry, .client = plugin->state};
    if (half->open(&cloud->api, &service->state, error))
        return -1;
    cloud->n_services++;
    return 0;
}

void cloud_reset(struct cloud *cloud)
{
    for (size_t i = 0; i < cloud->n_services; i++)
        cloud->services[i].plugin->local->reset(cloud->services[i].state);
    docs_reset(cloud);
    inject_clear(cloud);
    failures_clear(cloud);
    left_out_clear(cloud);
    warnings_clear(cloud->warnings);
    accounts_clear(&cloud->accounts);
    judge_reset(cloud->judge);
}

void cloud_free(struct cloud *cloud)
{
    if (!cloud)
        return;
    calling_end_all(cloud);
    work_forget(cloud);
    while (cloud->n_services) {
        struct cloud_service *service = &cloud->services[--cloud->n_services];
        service->plugin->local->close(service->state);
    }
    accounts_clear(&cloud->accounts);
    judge_free(cloud->judge);
    while (cloud->timers)
        timer_stop(cloud->timers);
    while (cloud->watches)
        watch_stop(cloud->watches);
    while (cloud->processes)
        process_close(cloud->processes);
    inject_clear(cloud);
    failures_clear(cloud);
    left_out_clear(cloud);
    warnings_free(cloud->warnings);
    jump_free(cloud->jump);
    calling_forget(cloud); /* what services began as they closed */
    http_client_free(cloud->client);
    provision_forget(cloud);
    alarms_free(cloud->clock);
    turn_free(cloud->turn);
    docs_close(cloud);
    free(cloud->services);
    free(cloud);
}

void cloud_request_id(struct cloud *cloud, char id[CLOUD_REQUEST_ID_MAX])
{
    cloud_uuid(&cloud->api, id);
}
