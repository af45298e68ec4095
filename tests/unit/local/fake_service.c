/* SPDX-License-Identifier: Apache-2.0 */
/* Two services for tests of the local cloud. */
#include "fake_service.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fake_counts fake_counts;

struct fake {
    const struct slrun_cloud *cloud;
    const char *name;
};

static int open_as(const struct slrun_cloud *cloud, void **service, const char *name)
{
    struct fake *f = calloc(1, sizeof *f);
    f->cloud = cloud;
    f->name = name;
    *service = f;
    fake_counts.opened++;
    return 0;
}

static int open_json(const struct slrun_cloud *cloud, void **service, struct slrun_error *error)
{
    (void)error;
    return open_as(cloud, service, "json");
}

static int open_query(const struct slrun_cloud *cloud, void **service, struct slrun_error *error)
{
    (void)error;
    return open_as(cloud, service, "query");
}

static void close_fake(void *service)
{
    free(service);
    fake_counts.closed++;
}

static void answer(struct fake *f, struct slrun_exchange *x)
{
    json_t *json = json_pack("{s:s, s:s?, s:s, s:s, s:i, s:s}", "service", f->name, "operation",
                             x->operation, "region", x->region, "account", x->account, "pid",
                             (int)getpid(), "body", x->body);
    char *text = json_dumps(json, JSON_COMPACT);
    struct slrun_reply reply = {.status = 200, .body = text, .size = strlen(text)};
    json_decref(json);
    f->cloud->reply(x, &reply);
    free(text);
}

static void fire(void *arg)
{
    struct slrun_exchange *x = arg;
    answer(x->service, x);
}

static void gone(struct slrun_exchange *x)
{
    (void)x;
    fake_counts.gone++;
}

static void serve(void *service, struct slrun_exchange *x)
{
    struct fake *f = service;
    x->service = f;
    if (x->operation && !strcmp(x->operation, "Later"))
        f->cloud->timer_start(f->cloud, f->cloud->now_ms(f->cloud) + 20, fire, x);
    else if (x->operation && !strcmp(x->operation, "Wait"))
        f->cloud->on_gone(x, gone);
    else
        answer(f, x);
}

static void reset(void *service)
{
    (void)service;
    fake_counts.resets++;
}

static const struct slrun_local json_half = {open_json, close_fake, serve, reset};
static const struct slrun_local query_half = {open_query, close_fake, serve, reset};
static const struct slrun_service json_service = {.signing_name = "fake",
                                                  .endpoint_prefix = "fake",
                                                  .target = "Fake_2020",
                                                  .json_version = "1.0"};
static const struct slrun_service query_service = {.signing_name = "other",
                                                   .endpoint_prefix = "other"};

const struct slrun_plugin fake_json = {
    .name = "fake", .version = "1", .doc = "", .service = &json_service, .local = &json_half};
const struct slrun_plugin fake_query = {
    .name = "other", .version = "1", .doc = "", .service = &query_service, .local = &query_half};
const struct slrun_plugin fake_client = {
    .name = "client", .version = "1", .doc = "", .service = &query_service};
const struct slrun_host fake_host = {.struct_size = sizeof fake_host, .version = "0.0.0-test"};
