/* SPDX-License-Identifier: Apache-2.0 */
/* A local cloud of the least. */
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "local.h"

static int64_t now_ms(const struct slrun_cloud *cloud)
{
    return ((const struct cloud *)cloud)->now_ms;
}

static struct slrun_timer *timer_start(const struct slrun_cloud *base, int64_t due_ms,
                                       void (*fire)(void *arg), void *arg)
{
    struct cloud *cloud = (struct cloud *)(uintptr_t)base;
    for (size_t i = 0; i < CLOUD_TIMERS_MAX; i++) {
        if (cloud->timers[i].fire == NULL) {
            cloud->timers[i] = (struct slrun_timer){due_ms, fire, arg};
            return &cloud->timers[i];
        }
    }
    fail_msg("more than %d timers", CLOUD_TIMERS_MAX);
    return NULL;
}

static void timer_stop(struct slrun_timer *timer)
{
    timer->fire = NULL;
}

/* The timer that is due first, up to now. */
static struct slrun_timer *next_timer(struct cloud *cloud, int64_t until_ms)
{
    struct slrun_timer *next = NULL;
    for (size_t i = 0; i < CLOUD_TIMERS_MAX; i++) {
        struct slrun_timer *timer = &cloud->timers[i];
        if (timer->fire != NULL && timer->due_ms <= until_ms &&
            (next == NULL || timer->due_ms < next->due_ms)) {
            next = timer;
        }
    }
    return next;
}

void cloud_advance(struct cloud *cloud, int64_t ms)
{
    int64_t until_ms = cloud->now_ms + ms;
    struct slrun_timer *timer;
    while ((timer = next_timer(cloud, until_ms)) != NULL) {
        struct slrun_timer fired = *timer;
        timer->fire = NULL;
        cloud->now_ms = fired.due_ms > cloud->now_ms ? fired.due_ms : cloud->now_ms;
        fired.fire(fired.arg);
    }
    cloud->now_ms = until_ms;
}

static const char *header_get(const struct slrun_header *headers, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++) {
        if (strcmp(headers[i].name, name) == 0) {
            return headers[i].value;
        }
    }
    return NULL;
}

static const struct slrun_host host = {
    .struct_size = sizeof host, .version = "0", .header_get = header_get};

/* An exchange that knows where its reply is wanted. */
struct exchange {
    struct slrun_exchange base;
    struct cloud *cloud;
};

static void reply(struct slrun_exchange *x, const struct slrun_reply *answer)
{
    struct cloud *cloud = ((struct exchange *)x)->cloud;
    const char *crc32 = header_get(answer->headers, answer->n_headers, "x-amz-crc32");
    free(cloud->body);
    cloud->body = malloc(answer->size + 1);
    assert_non_null(cloud->body);
    memcpy(cloud->body, answer->body, answer->size);
    cloud->body[answer->size] = '\0';
    cloud->size = answer->size;
    cloud->status = answer->status;
    cloud->replies++;
    snprintf(cloud->crc32, sizeof cloud->crc32, "%s", crc32 == NULL ? "" : crc32);
    snprintf(cloud->content_type, sizeof cloud->content_type, "%s", answer->content_type);
}

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
                            .now_ms = CLOUD_NOW_MS,
                            .region = "us-east-1",
                            .account = "000000000000"};
    if (dynamodb_local.open(&cloud->base, &cloud->service, &error) != 0) {
        fail_msg("open: %s", error.message);
    }
}

void cloud_close(struct cloud *cloud)
{
    dynamodb_local.close(cloud->service);
    free(cloud->body);
}

json_t *cloud_call(struct cloud *cloud, const char *operation, const char *body, size_t size)
{
    static const char *const of_streams[] = {"ListStreams", "DescribeStream", "GetShardIterator",
                                             "GetRecords"};
    char target[128];
    const char *service = "DynamoDB_20120810";
    for (size_t i = 0; operation != NULL && i < sizeof of_streams / sizeof *of_streams; i++) {
        service = strcmp(operation, of_streams[i]) == 0 ? "DynamoDBStreams_20120810" : service;
    }
    snprintf(target, sizeof target, "%s.%s", service, operation == NULL ? "" : operation);
    struct slrun_header headers[] = {{"host", "localhost:4566"}, {"x-amz-target", target}};
    struct exchange x = {.base = {.method = "POST",
                                  .target = "/",
                                  .operation = operation,
                                  .region = cloud->region,
                                  .account = cloud->account,
                                  .request_id = "request",
                                  .headers = headers,
                                  .n_headers = 2,
                                  .body = body,
                                  .size = size},
                         .cloud = cloud};
    int before = cloud->replies;
    dynamodb_local.serve(cloud->service, &x.base);
    assert_int_equal(cloud->replies, before + 1);
    return json_loadb(cloud->body, cloud->size, JSON_ALLOW_NUL, NULL);
}

json_t *cloud_request(struct cloud *cloud, const char *operation, json_t *request)
{
    char *body = json_dumps(request, JSON_COMPACT);
    assert_non_null(body);
    json_t *answer = cloud_call(cloud, operation, body, strlen(body));
    free(body);
    json_decref(request);
    return answer;
}
