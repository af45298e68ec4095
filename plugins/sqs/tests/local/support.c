/* SPDX-License-Identifier: Apache-2.0 */
/* The local cloud of support.h. */
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <cmocka.h>

#include "local.h"

struct slrun_timer {
    struct cloud *cloud;
    struct slrun_timer *next;
    int64_t due_ms;
    void (*fire)(void *arg);
    void *arg;
};

static int64_t now_ms(const struct slrun_cloud *base)
{
    return ((const struct cloud *)base)->now_ms;
}

static struct slrun_timer *timer_start(const struct slrun_cloud *base, int64_t due_ms,
                                       void (*fire)(void *arg), void *arg)
{
    struct cloud *cloud = (struct cloud *)(uintptr_t)base;
    struct slrun_timer *timer = malloc(sizeof *timer);
    assert_non_null(timer);
    *timer = (struct slrun_timer){cloud, cloud->timers, due_ms, fire, arg};
    cloud->timers = timer;
    return timer;
}

static void timer_stop(struct slrun_timer *timer)
{
    struct slrun_timer **at = &timer->cloud->timers;
    while (*at != timer) {
        assert_non_null(*at);
        at = &(*at)->next;
    }
    *at = timer->next;
    free(timer);
}

static const char *header_get(const struct slrun_header *headers, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++) {
        if (strcasecmp(headers[i].name, name) == 0) {
            return headers[i].value;
        }
    }
    return NULL;
}

static void reply(struct slrun_exchange *base, const struct slrun_reply *answer)
{
    struct exchange *x = (struct exchange *)base;
    const char *error = header_get(answer->headers, answer->n_headers, "x-amzn-query-error");
    assert_int_equal(x->status, 0); /* exactly once */
    x->status = answer->status;
    x->body = calloc(1, answer->size + 1);
    assert_non_null(x->body);
    memcpy(x->body, answer->body, answer->size);
    snprintf(x->query_error, sizeof x->query_error, "%s", error == NULL ? "" : error);
    snprintf(x->content_type, sizeof x->content_type, "%s", answer->content_type);
}

static void on_gone(struct slrun_exchange *base, void (*gone)(struct slrun_exchange *x))
{
    ((struct exchange *)base)->gone = gone;
}

static void SLRUN_PRINTF(2, 3) log_line(enum slrun_log_level level, const char *format, ...)
{
    (void)level;
    fail_msg("the service logs: %s", format);
}

static const struct slrun_host host = {
    .struct_size = sizeof host, .version = "0", .header_get = header_get, .log = log_line};

void cloud_open(struct cloud *cloud, const char *data)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    *cloud = (struct cloud){.base = {.struct_size = sizeof cloud->base,
                                     .host = &host,
                                     .data = data,
                                     .now_ms = now_ms,
                                     .timer_start = timer_start,
                                     .timer_stop = timer_stop,
                                     .reply = reply,
                                     .on_gone = on_gone},
                            .now_ms = CLOUD_NOW_MS * INT64_C(1000),
                            .region = "us-east-1"};
    if (sqs_local.open(&cloud->base, &cloud->service, &error) != 0) {
        fail_msg("open: %s", error.message);
    }
}

/* As the local cloud does: exchanges that wait are ended first. */
void cloud_close(struct cloud *cloud)
{
    for (struct exchange *x = cloud->exchanges; x != NULL; x = x->next) {
        exchange_leave(x);
    }
    sqs_local.close(cloud->service);
    assert_null(cloud->timers);
    while (cloud->exchanges != NULL) {
        struct exchange *x = cloud->exchanges;
        cloud->exchanges = x->next;
        free(x->request);
        free(x->body);
        free(x);
    }
}

struct exchange *cloud_send(struct cloud *cloud, const char *operation, const char *body)
{
    static struct slrun_header headers[] = {{"host", "localhost:4566"}};
    struct exchange *x = calloc(1, sizeof *x);
    assert_non_null(x);
    x->cloud = cloud;
    x->next = cloud->exchanges;
    cloud->exchanges = x;
    x->request = strdup(body);
    x->base = (struct slrun_exchange){.method = "POST",
                                      .target = "/",
                                      .operation = operation,
                                      .region = cloud->region,
                                      .account = "000000000000",
                                      .request_id = "request",
                                      .headers = headers,
                                      .n_headers = 1,
                                      .body = x->request,
                                      .size = strlen(body)};
    sqs_local.serve(cloud->service, &x->base);
    return x;
}

struct exchange *cloud_exchange(const struct cloud *cloud, const char *name)
{
    for (struct exchange *x = cloud->exchanges; x != NULL; x = x->next) {
        if (strcmp(x->name, name) == 0) {
            return x;
        }
    }
    fail_msg("no exchange is called %s", name);
    return NULL;
}

void cloud_advance(struct cloud *cloud, int64_t ms)
{
    int64_t end = cloud->now_ms + ms;
    for (;;) {
        struct slrun_timer *next = NULL;
        for (struct slrun_timer *t = cloud->timers; t != NULL; t = t->next) {
            if (t->due_ms <= end && (next == NULL || t->due_ms < next->due_ms)) {
                next = t;
            }
        }
        if (next == NULL) {
            break;
        }
        struct slrun_timer timer = *next;
        timer_stop(next); /* gone before it fires */
        cloud->now_ms = timer.due_ms > cloud->now_ms ? timer.due_ms : cloud->now_ms;
        timer.fire(timer.arg);
    }
    cloud->now_ms = end;
}

void exchange_leave(struct exchange *x)
{
    if (x->status == 0 && x->gone != NULL) {
        x->gone(&x->base);
        x->gone = NULL;
    }
}
