/* SPDX-License-Identifier: Apache-2.0 */
/* The local cloud of support.h. */
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "local/local.h"

struct slrun_timer {
    struct cloud *cloud;
    int64_t due_ms;
    void (*fire)(void *arg);
    void *arg;
};

struct exchange {
    struct slrun_exchange base;
    struct cloud *cloud;
};

static int64_t now_ms(const struct slrun_cloud *base)
{
    return ((const struct cloud *)base)->now_ms;
}

static struct slrun_timer *timer_start(const struct slrun_cloud *base, int64_t due_ms,
                                       void (*fire)(void *arg), void *arg)
{
    struct cloud *cloud = (struct cloud *)(uintptr_t)base;
    assert_null(cloud->timer);
    cloud->timer = malloc(sizeof *cloud->timer);
    assert_non_null(cloud->timer);
    *cloud->timer = (struct slrun_timer){cloud, due_ms, fire, arg};
    return cloud->timer;
}

static void timer_stop(struct slrun_timer *timer)
{
    timer->cloud->timer = NULL;
    free(timer);
}

static void reply(struct slrun_exchange *base, const struct slrun_reply *answer)
{
    struct cloud *cloud = ((struct exchange *)base)->cloud;
    assert_int_equal(cloud->status, 0); /* exactly once */
    assert_string_equal(answer->content_type, "application/x-amz-json-1.1");
    cloud->status = answer->status;
    free(cloud->body);
    cloud->body = calloc(1, answer->size + 1);
    assert_non_null(cloud->body);
    memcpy(cloud->body, answer->body, answer->size);
}

static void SLRUN_PRINTF(2, 3) log_line(enum slrun_log_level level, const char *format, ...)
{
    (void)level;
    fail_msg("the service logs: %s", format);
}

static const struct slrun_host host = {.struct_size = sizeof host, .log = log_line};

void cloud_open(struct cloud *cloud, const char *data)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    *cloud = (struct cloud){.base = {.struct_size = sizeof cloud->base,
                                     .host = &host,
                                     .data = data,
                                     .now_ms = now_ms,
                                     .timer_start = timer_start,
                                     .timer_stop = timer_stop,
                                     .reply = reply},
                            .now_ms = CLOUD_NOW_MS};
    if (logs_local.open(&cloud->base, &cloud->service, &error) != 0)
        fail_msg("open: %s", error.message);
}

void cloud_close(struct cloud *cloud)
{
    logs_local.close(cloud->service);
    assert_null(cloud->timer);
    free(cloud->body);
    cloud->body = NULL;
}

json_t *cloud_call(struct cloud *cloud, const char *operation, const char *body)
{
    struct exchange x = {.base = {.method = "POST",
                                  .target = "/",
                                  .operation = operation,
                                  .region = "us-east-1",
                                  .account = "000000000000",
                                  .request_id = "request",
                                  .body = body,
                                  .size = strlen(body)},
                         .cloud = cloud};
    cloud->status = 0;
    logs_local.serve(cloud->service, &x.base);
    assert_int_not_equal(cloud->status, 0);
    json_t *answer = *cloud->body ? json_loads(cloud->body, 0, NULL) : json_null();
    assert_non_null(answer);
    return answer;
}

void cloud_advance(struct cloud *cloud, int64_t ms)
{
    int64_t end = cloud->now_ms + ms;
    while (cloud->timer && cloud->timer->due_ms <= end) {
        struct slrun_timer due = *cloud->timer;
        timer_stop(cloud->timer); /* gone before it fires */
        cloud->now_ms = due.due_ms;
        due.fire(due.arg);
    }
    cloud->now_ms = end;
}
