/* SPDX-License-Identifier: Apache-2.0 */
/* The local cloud of cloud.h. */
#include "cloud.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/random.h"
#include "local/iam/policy.h"
#include "local/pattern/pattern.h"
#include "local/protocol/form.h"
#include "local/protocol/json_serve.h"
#include "local/protocol/protocols.h"
#include "local/store/docs_none.h"
#include "plugin/host.h"

static struct cloud *cloud_of(const struct slrun_cloud *base)
{
    return (struct cloud *)(uintptr_t)base;
}

/* ---- clock ---- */

struct slrun_timer {
    struct cloud *cloud;
    struct slrun_timer *next;
    int64_t due_ms;
    void (*fire)(void *arg);
    void *arg;
};

static int64_t now_ms(const struct slrun_cloud *base)
{
    return cloud_of(base)->now_ms;
}

static struct slrun_timer *timer_start(const struct slrun_cloud *base, int64_t due_ms,
                                       void (*fire)(void *arg), void *arg)
{
    struct cloud *cloud = cloud_of(base);
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

/* What is due first until then, or NULL. */
static struct slrun_timer *first_due(const struct cloud *cloud, int64_t until_ms)
{
    struct slrun_timer *first = NULL;
    for (struct slrun_timer *t = cloud->timers; t; t = t->next)
        if (t->due_ms <= until_ms && (!first || t->due_ms < first->due_ms))
            first = t;
    return first;
}

static void tell_news(const struct cloud *cloud);

void cloud_advance(struct cloud *cloud, int64_t ms)
{
    int64_t end = cloud->now_ms + ms;
    tell_news(cloud);
    for (struct slrun_timer *t; (t = first_due(cloud, end));) {
        struct slrun_timer timer = *t;
        timer_stop(t); /* gone before it fires */
        cloud->now_ms = timer.due_ms > cloud->now_ms ? timer.due_ms : cloud->now_ms;
        timer.fire(timer.arg);
        tell_news(cloud);
    }
    cloud->now_ms = end;
}

/* ---- news ---- */

struct slrun_watch {
    struct cloud *cloud;
    struct slrun_watch *next;
    char *arn;
    void (*fire)(void *arg);
    void *arg;
    bool told; /* there is news that it has not heard */
};

static int watched(const struct slrun_cloud *base, const char *arn)
{
    const char *watch = cloud_of(base)->watch;
    return watch && strcmp(watch, arn) == 0;
}

static void notify(const struct slrun_cloud *base, const char *arn)
{
    if (watched(base, arn))
        cloud_of(base)->news++;
    for (struct slrun_watch *w = cloud_of(base)->watches; w; w = w->next)
        w->told |= !strcmp(w->arn, arn);
}

static struct slrun_watch *watch_start(const struct slrun_cloud *base, const char *arn,
                                       void (*fire)(void *arg), void *arg)
{
    struct cloud *cloud = cloud_of(base);
    struct slrun_watch *w = malloc(sizeof *w);
    assert_non_null(w);
    *w = (struct slrun_watch){cloud, cloud->watches, strdup(arn), fire, arg, false};
    cloud->watches = w;
    return w;
}

static void watch_stop(struct slrun_watch *watch)
{
    struct slrun_watch **at = &watch->cloud->watches;
    while (*at != watch) {
        assert_non_null(*at);
        at = &(*at)->next;
    }
    *at = watch->next;
    free(watch->arn);
    free(watch);
}

static struct slrun_watch *first_told(const struct cloud *cloud)
{
    struct slrun_watch *w = cloud->watches;
    while (w && !w->told)
        w = w->next;
    return w;
}

static void tell_news(const struct cloud *cloud)
{
    for (struct slrun_watch *w; (w = first_told(cloud));) {
        w->told = false;
        w->fire(w->arg);
    }
}

/* ---- calls ---- */

static struct slrun_calling *call_other(const struct slrun_cloud *base,
                                        const struct slrun_cloud_call *order)
{
    struct cloud *cloud = cloud_of(base);
    struct called *call = calloc(1, sizeof *call);
    assert_non_null(call);
    *call = (struct called){.cloud = cloud,
                            .service = strdup(order->service),
                            .operation = strdup(order->operation),
                            .args = order->args,
                            .done = order->done,
                            .arg = order->arg};
    *cloud->last_call = call;
    cloud->last_call = &call->next;
    return (struct slrun_calling *)call; /* opaque to the service */
}

static struct called take_call(struct cloud *cloud)
{
    struct called *first = cloud->calls, call;
    assert_non_null(first);
    call = *first;
    cloud->calls = call.next;
    if (!cloud->calls)
        cloud->last_call = &cloud->calls;
    free(first);
    free(call.service);
    free(call.operation);
    json_decref(call.args);
    return call;
}

/* Given up: it is answered no more. */
static void call_cancel(struct slrun_calling *calling)
{
    struct called *call = (struct called *)calling;
    struct cloud *cloud = call->cloud;
    struct called **at = &cloud->calls;
    while (*at != call) {
        assert_non_null(*at);
        at = &(*at)->next;
    }
    *at = call->next;
    if (!*at)
        cloud->last_call = at;
    free(call->service);
    free(call->operation);
    json_decref(call->args);
    free(call);
}

void cloud_answer_call(struct cloud *cloud, const json_t *result, const char *error_code)
{
    struct slrun_error error = {.kind = SLRUN_E_SERVICE};
    struct called call = take_call(cloud);
    snprintf(error.code, sizeof error.code, "%s", error_code ? error_code : "");
    call.done(call.arg, error_code ? NULL : result, error_code ? &error : NULL);
}

/* ---- answers ---- */

static void add_header(struct exchange *x, const char *name, const char *value)
{
    assert_true(x->n_headers < ANSWER_HEADERS_MAX);
    x->headers[x->n_headers++] = (struct slrun_header){strdup(name), strdup(value)};
}

static struct exchange *keep(struct slrun_exchange *base, const struct slrun_reply *answer,
                             size_t size)
{
    struct exchange *x = (struct exchange *)base;
    assert_int_equal(x->status, 0); /* exactly once */
    x->status = answer->status;
    for (size_t i = 0; i < answer->n_headers; i++)
        add_header(x, answer->headers[i].name, answer->headers[i].value);
    if (answer->content_type)
        add_header(x, "Content-Type", answer->content_type);
    x->size = size;
    x->body = calloc(1, size + 1);
    assert_non_null(x->body);
    x->cloud->status = x->status;
    x->cloud->body = x->body;
    x->cloud->size = size;
    x->cloud->content_type = answer->content_type ? exchange_header(x, "Content-Type") : "";
    return x;
}

static void reply(struct slrun_exchange *base, const struct slrun_reply *answer)
{
    struct exchange *x = keep(base, answer, answer->size);
    if (answer->body)
        memcpy(x->body, answer->body, answer->size);
}

static void reply_file(struct slrun_exchange *base, const struct slrun_reply *answer, int fd,
                       uint64_t offset, uint64_t size)
{
    struct exchange *x = keep(base, answer, (size_t)size);
    x->from_file = true;
    assert_int_equal(pread(fd, x->body, x->size, (off_t)offset), size);
    close(fd);
}

/* ---- open answers ---- */

static void reply_open(struct slrun_exchange *base, const struct slrun_reply *answer,
                       void (*room)(struct slrun_exchange *x))
{
    struct exchange *x = (struct exchange *)base;
    assert_non_null(x->gone); /* required */
    keep(base, answer, 0);
    x->open = true;
    x->room = room;
}

static int feed(struct slrun_exchange *base, const void *data, size_t size)
{
    struct exchange *x = (struct exchange *)base;
    assert_true(x->open);
    x->body = realloc(x->body, x->size + size + 1);
    assert_non_null(x->body);
    memcpy(x->body + x->size, data, size);
    x->size += size;
    x->body[x->size] = '\0';
    return !x->full;
}

static int feed_event(struct slrun_exchange *x, const struct slrun_event *event)
{
    feed(x, event->exception ? "!" : "", event->exception != 0);
    feed(x, event->name, strlen(event->name));
    feed(x, " ", 1);
    feed(x, event->payload ? event->payload : "", event->payload ? event->size : 0);
    return feed(x, "\n", 1);
}

static void feed_end(struct slrun_exchange *base, int whole)
{
    struct exchange *x = (struct exchange *)base;
    assert_true(x->open);
    x->open = false;
    x->cut = !whole;
}

void exchange_read(struct exchange *x)
{
    x->full = false;
    x->room(&x->base);
}

static int chance(const struct slrun_cloud *cloud, const char *what, const char *arn)
{
    (void)cloud, (void)what, (void)arn;
    return 0;
}

static void on_gone(struct slrun_exchange *x, void (*gone)(struct slrun_exchange *x))
{
    ((struct exchange *)x)->gone = gone;
}

void exchange_leave(struct exchange *x)
{
    if ((x->status == 0 || x->open) && x->gone) {
        x->open = false;
        x->gone(&x->base);
        x->gone = NULL;
    }
}

const char *exchange_header(const struct exchange *x, const char *name)
{
    return host_table()->header_get(x->headers, x->n_headers, name);
}

/* ---- forms and keys ---- */

static struct form *form(struct slrun_exchange *base)
{
    struct exchange *x = (struct exchange *)base;
    if (!x->form)
        x->form = form_of(base);
    return x->form;
}

static const char *field(struct slrun_exchange *x, const char *name)
{
    return form(x) ? form_get(form(x), name) : NULL;
}

static const struct slrun_field *field_at(struct slrun_exchange *x, size_t i)
{
    return form(x) ? form_at(form(x), i) : NULL;
}

static int secret_key(const struct slrun_cloud *base, const char *access_key, const char **secret)
{
    *secret = cloud_of(base)->secret;
    return strcmp(access_key, "known") == 0 ? 0 : strcmp(access_key, "refused") == 0 ? -1 : 1;
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

static void count_nothing(const struct slrun_cloud *base, int change)
{
    (void)base, (void)change;
}

static const char *address(const struct slrun_cloud *base)
{
    (void)base;
    return "http://127.0.0.1:4566";
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

/* The core's, but a line in the log fails the test. */
static const struct slrun_host *host(void)
{
    static struct slrun_host table;
    table = *host_table();
    table.log = log_line;
    return &table;
}

/* Keys that a service gives out are its own account's here. */
static struct slrun_calling *no_request(const struct slrun_cloud *base,
                                        const struct slrun_cloud_request *request)
{
    (void)base, (void)request;
    return NULL;
}

/* Without a thread: after the request that it is for. */
static int work(const struct slrun_cloud *base, void (*run)(void *arg), void (*done)(void *arg),
                void *arg)
{
    struct cloud *cloud = cloud_of(base);
    assert_null(cloud->work.run); /* one at a time */
    cloud->work.run = run;
    cloud->work.done = done;
    cloud->work.arg = arg;
    return 0;
}

static void do_work(struct cloud *cloud)
{
    while (cloud->work.run) {
        void (*done)(void *arg) = cloud->work.done;
        void *arg = cloud->work.arg;
        cloud->work.run(arg);
        cloud->work.run = NULL;
        done(arg);
    }
}

static int key_add(const struct slrun_cloud *base, const char *access_key, const char *account,
                   int64_t expires_ms)
{
    (void)base, (void)access_key, (void)account, (void)expires_ms;
    return 0;
}

static void left_out(const struct slrun_cloud *base, const struct slrun_left_out *what)
{
    (void)base;
    assert_true(what->kind && what->name && what->why && what->what);
}

static int open_half(struct cloud *cloud, const struct cloud_half *half, const char *data,
                     struct slrun_error *error)
{
    *error = (struct slrun_error){.kind = SLRUN_E_NONE};
    *cloud = (struct cloud){.base = {.struct_size = sizeof cloud->base,
                                     .host = host(),
                                     .data = data,
                                     .now_ms = now_ms,
                                     .timer_start = timer_start,
                                     .timer_stop = timer_stop,
                                     .reply = reply,
                                     .on_gone = on_gone,
                                     .chance = chance,
                                     .key_add = key_add,
                                     .work = work,
                                     .reply_file = reply_file,
                                     .secret_key = secret_key,
                                     .form_get = field,
                                     .call = call_other,
                                     .call_cancel = call_cancel,
                                     .request = no_request,
                                     .url = address,
                                     .busy = count_nothing,
                                     .pending = count_nothing,
                                     .pattern_check = pattern_check,
                                     .pattern_match = pattern_match,
                                     .left_out = left_out,
                                     .policy_says = policy_says,
                                     .policy_operator = policy_operator,
                                     .notify = notify,
                                     .watch = watch_start,
                                     .watch_stop = watch_stop,
                                     .reply_open = reply_open,
                                     .feed = feed,
                                     .feed_event = feed_event,
                                     .feed_end = feed_end,
                                     .watched = watched,
                                     .form_at = field_at,
                                     .random = next_random,
                                     .uuid = next_uuid},
                            .half = half,
                            .now_ms = CLOUD_NOW_MS,
                            .region = "us-east-1",
                            .account = "000000000000",
                            .random = {1, 2},
                            .secret = "secret"};
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

static void exchange_free(struct exchange *x)
{
    for (size_t i = 0; i < x->n_headers; i++) {
        free((char *)(uintptr_t)x->headers[i].name);
        free((char *)(uintptr_t)x->headers[i].value);
    }
    form_free(x->form);
    free(x->request);
    free(x->target);
    free(x->operation);
    free(x->body);
    free(x);
}

/* As the local cloud does: exchanges that wait are ended first. */
void cloud_close(struct cloud *cloud)
{
    for (struct exchange *x = cloud->exchanges; x; x = x->next)
        exchange_leave(x);
    cloud->half->local->close(cloud->service);
    while (cloud->calls)
        (void)take_call(cloud);
    assert_null(cloud->timers);
    while (cloud->exchanges) {
        struct exchange *x = cloud->exchanges;
        cloud->exchanges = x->next;
        exchange_free(x);
    }
}

/* ---- requests ---- */

static void add_request_header(struct exchange *x, const char *name, const char *value)
{
    x->request_headers[x->base.n_headers++] = (struct slrun_header){name, value};
}

/* As the client half would: some operations are of another service than the plugin's. */
static void add_json_headers(struct exchange *x, const struct message *m)
{
    const struct cloud_half *half = x->cloud->half;
    const struct slrun_service *service = half->service;
    for (size_t i = 0; m->operation && i < half->n_ops; i++)
        if (strcmp(half->ops[i].api, m->operation) == 0 && half->ops[i].service)
            service = half->ops[i].service;
    if (m->operation && service->target) {
        snprintf(x->json_target, sizeof x->json_target, "%s.%s", service->target, m->operation);
        add_request_header(x, "X-Amz-Target", x->json_target);
    }
    snprintf(x->json_type, sizeof x->json_type, "application/x-amz-json-%s",
             service->json_version ? service->json_version : "");
    if (m->type ? *m->type : m->operation && service->json_version)
        add_request_header(x, "Content-Type", m->type ? m->type : x->json_type);
}

static struct exchange *exchange_new(struct cloud *cloud, const struct message *m)
{
    const char *key = m->access_key;
    struct exchange *x = calloc(1, sizeof *x);
    assert_non_null(x);
    x->cloud = cloud;
    x->next = cloud->exchanges;
    cloud->exchanges = x;
    x->request = calloc(1, m->size + 1);
    x->target = strdup(m->target ? m->target : "/");
    x->operation = m->operation ? strdup(m->operation) : NULL;
    assert_true(x->request && x->target && m->n_headers <= MESSAGE_HEADERS_MAX);
    if (m->size)
        memcpy(x->request, m->body, m->size);
    x->base = (struct slrun_exchange){.method = m->method ? m->method : "POST",
                                      .target = x->target,
                                      .operation = x->operation,
                                      .region = cloud->region,
                                      .account = key && strlen(key) == 12 ? key : cloud->account,
                                      .request_id = "request",
                                      .headers = x->request_headers,
                                      .body = "",
                                      .access_key = key};
    for (size_t i = 0; i < m->n_headers; i++)
        add_request_header(x, m->headers[i].name, m->headers[i].value);
    add_json_headers(x, m);
    return x;
}

static void give_body(struct exchange *x, const struct message *m)
{
    const struct cloud *cloud = x->cloud;
    const char *at = m->body;
    size_t left = m->leaves ? m->size / 2 : m->size;
    while (left > 0) {
        size_t n = left < PIECE_SIZE ? left : PIECE_SIZE;
        char *piece = malloc(n); /* its own: what reads past it is found */
        assert_non_null(piece);
        memcpy(piece, at, n);
        cloud->half->local->data(cloud->service, &x->base, piece, n);
        free(piece);
        at += n;
        left -= n;
    }
}

struct exchange *cloud_send(struct cloud *cloud, const struct message *m)
{
    const struct slrun_local *local = cloud->half->local;
    struct exchange *x = exchange_new(cloud, m);
    int taken = local->begin ? local->begin(cloud->service, &x->base) : 0;
    if (taken < 0)
        return x;
    if (taken > 0) {
        give_body(x, m);
    } else {
        x->base.body = x->request;
        x->base.size = m->size;
    }
    if (m->leaves) {
        assert_int_equal(taken, 1);
        local->dropped(cloud->service, &x->base);
        return x;
    }
    if (m->meanwhile)
        m->meanwhile(cloud);
    x->base.trailers = &m->trailer;
    x->base.n_trailers = m->trailer.name != NULL;
    json_serve_half(&cloud->base, &x->base, local, cloud->service);
    do_work(cloud);
    x->base.n_trailers = 0;
    return x;
}

struct exchange *cloud_post(struct cloud *cloud, const char *operation, const char *body)
{
    struct message m = {.operation = operation,
                        .body = body,
                        .size = strlen(body),
                        .access_key = "test",
                        .headers = {{"Host", "localhost:4566"}},
                        .n_headers = 1};
    if (!operation)
        m.type = "application/x-www-form-urlencoded";
    return cloud_send(cloud, &m);
}

json_t *cloud_call_bytes(struct cloud *cloud, const char *operation, const void *body, size_t size)
{
    const struct exchange *x = cloud_send(
        cloud, &(struct message){
                   .operation = operation, .body = body, .size = size, .access_key = "test"});
    assert_int_not_equal(x->status, 0);
    return x->size ? json_loadb(x->body, x->size, JSON_ALLOW_NUL | JSON_DECODE_ANY, NULL)
                   : json_null();
}

json_t *cloud_call(struct cloud *cloud, const char *operation, const char *body)
{
    return cloud_call_bytes(cloud, operation, body, strlen(body));
}

json_t *cloud_request(struct cloud *cloud, const char *operation, json_t *request)
{
    char *body = json_dumps(request, JSON_COMPACT | JSON_ENCODE_ANY);
    assert_non_null(body);
    json_t *answer = cloud_call(cloud, operation, body);
    free(body);
    json_decref(request);
    return answer;
}

struct exchange *cloud_exchange(const struct cloud *cloud, const char *name)
{
    for (struct exchange *x = cloud->exchanges; x; x = x->next)
        if (strcmp(x->name, name) == 0)
            return x;
    fail_msg("no exchange is called %s", name);
    return NULL;
}
