/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests to SQS as the local cloud offers it, as bytes from anywhere. Input: lines, each a
 * request to the same service. "Name {...}" is one of the JSON protocol, any other line a form.
 * Every request must be answered or parked, with JSON or XML that can be read. Needs sqs_local.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "local.h"
#include "local/fault.h"
#include "local/form.h"
#include "local/query.h"
#include "local/store.h"

enum { NAME_MAX_SIZE = 64, PARKED_MAX = 64, TIMERS_MAX = 256, STEP_MS = 700 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct slrun_timer {
    int64_t due_ms;
    void (*fire)(void *arg);
    void *arg;
    bool used;
};

struct exchange {
    struct slrun_exchange base;
    void (*gone)(struct slrun_exchange *x);
    struct form *form;
    bool answered;
};

static struct {
    struct slrun_timer timers[TIMERS_MAX];
    struct exchange *parked[PARKED_MAX];
    int64_t now_ms;
} world;

static uint64_t next_random(const struct slrun_cloud *cloud)
{
    static uint64_t state[2] = {1, 2};
    (void)cloud;
    return random_next(state);
}

static void next_uuid(const struct slrun_cloud *cloud, char id[37])
{
    uint64_t state[2] = {next_random(cloud), 1};
    random_next_uuid(state, id);
}

static int64_t now_ms(const struct slrun_cloud *cloud)
{
    (void)cloud;
    return world.now_ms;
}

static struct slrun_timer *timer_start(const struct slrun_cloud *cloud, int64_t due_ms,
                                       void (*fire)(void *arg), void *arg)
{
    (void)cloud;
    for (size_t i = 0; i < TIMERS_MAX; i++) {
        if (!world.timers[i].used) {
            world.timers[i] = (struct slrun_timer){due_ms, fire, arg, true};
            return &world.timers[i];
        }
    }
    return NULL;
}

static void timer_stop(struct slrun_timer *timer)
{
    timer->used = false;
}

static void reply(struct slrun_exchange *x, const struct slrun_reply *answer)
{
    ((struct exchange *)x)->answered = true;
    if (strcmp(answer->content_type, "text/xml") != 0) {
        json_t *json = json_loadb(answer->body, answer->size, JSON_ALLOW_NUL, NULL);
        if (!json_is_object(json)) {
            abort();
        }
        json_decref(json);
    } else if (answer->size < 2 || ((const char *)answer->body)[answer->size - 1] != '>') {
        abort();
    }
}

static struct form *form(struct slrun_exchange *base)
{
    struct exchange *x = (struct exchange *)base;
    if (x->form == NULL) {
        x->form = form_of(base);
    }
    return x->form;
}

static const char *field(struct slrun_exchange *x, const char *name)
{
    return form(x) == NULL ? NULL : form_get(form(x), name);
}

static const struct slrun_field *field_at(struct slrun_exchange *x, size_t i)
{
    return form(x) == NULL ? NULL : form_at(form(x), i);
}

static void exchange_free(struct exchange *x)
{
    form_free(x->form);
    free(x);
}

static void on_gone(struct slrun_exchange *x, void (*gone)(struct slrun_exchange *x))
{
    ((struct exchange *)x)->gone = gone;
}

static const char *header_get(const struct slrun_header *headers, size_t n, const char *name)
{
    (void)headers, (void)n, (void)name;
    return NULL;
}

static void tick(void)
{
    world.now_ms += STEP_MS;
    for (size_t i = 0; i < TIMERS_MAX; i++) {
        struct slrun_timer timer = world.timers[i];
        if (timer.used && timer.due_ms <= world.now_ms) {
            world.timers[i].used = false;
            timer.fire(timer.arg);
        }
    }
}

static void serve(void *service, char *line)
{
    char *space = line[0] >= 'A' && line[0] <= 'Z' ? strchr(line, ' ') : NULL;
    struct exchange *x = calloc(1, sizeof *x);
    if (x == NULL) {
        return;
    }
    if (space != NULL) {
        *space = '\0';
    }
    const char *body = space != NULL ? space + 1 : line;
    x->base = (struct slrun_exchange){.method = "POST",
                                      .target = "/",
                                      .operation = space != NULL ? line : NULL,
                                      .region = "us-east-1",
                                      .account = "000000000000",
                                      .request_id = "id",
                                      .body = body,
                                      .size = strlen(body)};
    sqs_local.serve(service, &x->base);
    size_t place = 0;
    while (!x->answered && place < PARKED_MAX && world.parked[place] != NULL) {
        place++;
    }
    if (x->answered || place == PARKED_MAX) {
        if (!x->answered) {
            x->gone(&x->base);
        }
        exchange_free(x);
    } else {
        world.parked[place] = x;
    }
}

static void sweep(bool all)
{
    for (size_t i = 0; i < PARKED_MAX; i++) {
        struct exchange *x = world.parked[i];
        if (x != NULL && all && !x->answered) {
            x->gone(&x->base);
        }
        if (x != NULL && (all || x->answered)) {
            exchange_free(x);
            world.parked[i] = NULL;
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct slrun_host host = {.struct_size = sizeof host, .header_get = header_get};
    const struct slrun_cloud cloud = {.struct_size = sizeof cloud,
                                      .host = &host,
                                      .now_ms = now_ms,
                                      .timer_start = timer_start,
                                      .timer_stop = timer_stop,
                                      .reply = reply,
                                      .on_gone = on_gone,
                                      .form_get = field,
                                      .form_at = field_at,
                                      .query_read = query_read,
                                      .query_reply = query_reply,
                                      .fault = fault_reply,
                                      .stores = &store_api,
                                      .random = next_random,
                                      .uuid = next_uuid};
    struct slrun_error error;
    void *service = NULL;
    char *text = malloc(size + 1);
    memset(&world, 0, sizeof world);
    world.now_ms = INT64_C(1700000000000);
    if (text == NULL || sqs_local.open(&cloud, &service, &error) != 0) {
        free(text);
        return 0;
    }
    if (size > 0) {
        memcpy(text, data, size);
    }
    text[size] = '\0';
    for (char *line = text, *next; line != NULL; line = next) {
        next = strchr(line, '\n');
        if (next != NULL) {
            *next++ = '\0';
        }
        serve(service, line);
        tick();
        sweep(false);
    }
    sweep(true);
    sqs_local.close(service);
    free(text);
    return 0;
}
