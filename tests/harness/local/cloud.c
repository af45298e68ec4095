/* SPDX-License-Identifier: Apache-2.0 */
/* The local cloud of cloud.h, from its opening to its end. */
#include "cloud_inside.h"

#include <stdio.h>
#include <string.h>

#include "base/pattern/pattern.h"
#include "base/random.h"
#include "local/iam/policy.h"
#include "local/protocol/protocols.h"
#include "local/store/docs_none.h"
#include "plugin/host.h"

/* ---- keys ---- */

static int secret_key(const struct slrun_cloud *base, const char *access_key, const char **secret)
{
    *secret = cloud_of(base)->secret;
    return strcmp(access_key, "known") == 0 ? 0 : strcmp(access_key, "refused") == 0 ? -1 : 1;
}

/* Keys that a service gives out are its own account's here. */
static int key_add(const struct slrun_cloud *base, const char *access_key, const char *account,
                   int64_t expires_ms)
{
    (void)base, (void)access_key, (void)account, (void)expires_ms;
    return 0;
}

/* ---- ids: the same in each run ---- */

static uint64_t next_random(const struct slrun_cloud *base)
{
    return random_next(cloud_of(base)->random);
}

static void next_uuid(const struct slrun_cloud *base, char id[37])
{
    random_next_uuid(cloud_of(base)->random, id);
}

/* ---- the rest ---- */

static int chance(const struct slrun_cloud *cloud, const char *what, const char *arn)
{
    (void)cloud, (void)what, (void)arn;
    return 0;
}

static void count_nothing(const struct slrun_cloud *base, int change)
{
    (void)base, (void)change;
}

static const char *address(const struct slrun_cloud *base)
{
    (void)base;
    return "http://127.0.0.1:4566";
}

/* Types of other plugins' resources are not here. */
static const struct slrun_resource_type *no_type(const struct slrun_cloud *base, const char *type)
{
    (void)base;
    (void)type;
    return NULL;
}

static const struct slrun_resource_type *no_type_at(const struct slrun_cloud *base, size_t i)
{
    (void)base;
    (void)i;
    return NULL;
}

static void left_out(const struct slrun_cloud *base, const struct slrun_left_out *what)
{
    assert_true(what->kind && what->name && what->why);
    assert_true(what->what || cloud_of(base)->half->scarce); /* as in want of memory */
}

/* ---- opening and closing ---- */

static void SLRUN_PRINTF(2, 3) log_line(enum slrun_log_level level, const char *format, ...)
{
    char text[1024];
    va_list args;
    (void)level;
    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    fail_msg("the service logs: %s", text);
}

static void SLRUN_PRINTF(2, 3) log_nothing(enum slrun_log_level level, const char *format, ...)
{
    (void)level, (void)format;
}

/* The core's, but for the log. */
static const struct slrun_host *host(const struct cloud_half *half)
{
    static struct slrun_host table;
    table = *host_table();
    table.log = half->scarce ? log_nothing : log_line;
    return &table;
}

static int open_half(struct cloud *cloud, const struct cloud_half *half, const char *data,
                     struct slrun_error *error)
{
    *error = (struct slrun_error){.kind = SLRUN_E_NONE};
    *cloud = (struct cloud){.base = {.struct_size = sizeof cloud->base,
                                     .host = host(half),
                                     .data = data,
                                     .chance = chance,
                                     .key_add = key_add,
                                     .secret_key = secret_key,
                                     .url = address,
                                     .busy = count_nothing,
                                     .pending = count_nothing,
                                     .pattern_check = pattern_check,
                                     .pattern_match = pattern_match,
                                     .left_out = left_out,
                                     .policy_says = policy_says,
                                     .policy_operator = policy_operator,
                                     .resource_type = no_type,
                                     .resource_type_at = no_type_at,
                                     .random = next_random,
                                     .uuid = next_uuid},
                            .half = half,
                            .now_ms = CLOUD_NOW_MS,
                            .region = "us-east-1",
                            .account = "000000000000",
                            .random = {1, 2},
                            .secret = "secret"};
    cloud_time_fill(&cloud->base);
    cloud_calls_fill(&cloud->base);
    cloud_answers_fill(&cloud->base);
    protocols_fill(&cloud->base);
    docs_none_fill(&cloud->base);
    if (half->stores)
        cloud->base.stores = half->stores;
    cloud->last_call = &cloud->calls;
    return half->local->open(&cloud->base, &cloud->service, error);
}

void cloud_open_half(struct cloud *cloud, const struct cloud_half *half, const char *data)
{
    struct slrun_error error;
    if (open_half(cloud, half, data, &error) != 0)
        fail_msg("open: %s", error.message);
}

void cloud_refuse_half(const struct cloud_half *half, const char *data, struct slrun_error *error)
{
    struct cloud cloud;
    assert_int_equal(open_half(&cloud, half, data, error), -1);
}

/* As the local cloud does: exchanges that wait are ended first. */
void cloud_close(struct cloud *cloud)
{
    for (struct exchange *x = cloud->exchanges; x; x = x->next)
        exchange_leave(x);
    cloud->half->local->close(cloud->service);
    cloud_calls_drop(cloud);
    assert_null(cloud->timers);
    while (cloud->exchanges) {
        struct exchange *x = cloud->exchanges;
        cloud->exchanges = x->next;
        exchange_free(x);
    }
}
