/* SPDX-License-Identifier: Apache-2.0 */
/*
 * slrun plugins check: the local half, in a cloud that only counts. It is opened, asked what its
 * client half asks and what nobody should ask, reset, asked again, and closed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/random.h"
#include "cli/plugins/plugins_judge.h"
#include "cli/plugins/plugins_quiet.h"
#include "cli/plugins/plugins_samples.h"
#include "local/page/look.h"
#include "local/protocol/form.h"
#include "local/protocol/json_serve.h"
#include "local/protocol/protocols.h"
#include "local/store/docs_none.h"
#include "plugin/host.h"

enum { TIMERS_MAX = 1024, TIMERS_FIRED_MAX = 10000 };

/* A request that is being asked; the exchange comes first, so that a reply finds its question. */
struct question {
    struct slrun_exchange x;
    struct question *next;
    void (*gone)(struct slrun_exchange *x);
    struct verdict *v;
    const char *what;
    char *body;
    struct form *form; /* the body as one, once it was asked for */
    unsigned replies;
    bool open; /* its answer is being fed */
};

struct slrun_timer {
    int64_t due_ms;
    void (*fire)(void *arg);
    void *arg;
    struct slrun_timer **place; /* in the cloud's table */
};

struct counting_cloud {
    struct slrun_cloud api; /* first */
    struct slrun_timer *timers[TIMERS_MAX];
    int64_t now_ms;
    uint64_t random[2]; /* state of ids */
};

static int64_t now_ms(const struct slrun_cloud *cloud)
{
    return ((const struct counting_cloud *)(const void *)cloud)->now_ms;
}

static struct slrun_timer *timer_start(const struct slrun_cloud *cloud, int64_t due_ms,
                                       void (*fire)(void *arg), void *arg)
{
    struct counting_cloud *c = (struct counting_cloud *)(uintptr_t)cloud;
    size_t i = 0;
    while (i < TIMERS_MAX && c->timers[i])
        i++;
    struct slrun_timer *timer = i < TIMERS_MAX ? malloc(sizeof *timer) : NULL;
    if (timer) {
        *timer = (struct slrun_timer){due_ms, fire, arg, &c->timers[i]};
        c->timers[i] = timer;
    }
    return timer;
}

static void timer_stop(struct slrun_timer *timer)
{
    if (timer)
        *timer->place = NULL;
    free(timer);
}

/* The clock jumps past everything that is due, as the local cloud's may. */
static void fire_timers(struct counting_cloud *c)
{
    for (int fired = 0; fired < TIMERS_FIRED_MAX; fired++) {
        struct slrun_timer *first = NULL;
        for (size_t i = 0; i < TIMERS_MAX; i++)
            if (c->timers[i] && (!first || c->timers[i]->due_ms < first->due_ms))
                first = c->timers[i];
        if (!first)
            return;
        struct slrun_timer timer = *first;
        timer_stop(first);
        c->now_ms = timer.due_ms > c->now_ms ? timer.due_ms : c->now_ms;
        timer.fire(timer.arg);
    }
}

static void reply(struct slrun_exchange *x, const struct slrun_reply *r)
{
    struct question *q = (struct question *)(void *)x;
    if (q->replies++ > 0)
        verdict_add(q->v, "%s: it answered twice", q->what);
    if (r->status < 200 || r->status > 599)
        verdict_add(q->v, "%s: it answered with status %d", q->what, r->status);
    if (r->size > 0 && !r->body)
        verdict_add(q->v, "%s: its answer has a size and no body", q->what);
}

static void reply_file(struct slrun_exchange *x, const struct slrun_reply *r, int fd,
                       uint64_t offset, uint64_t size)
{
    struct question *q = (struct question *)(void *)x;
    struct slrun_reply headers = *r;
    headers.size = 0;
    reply(x, &headers);
    if (offset + size < offset)
        verdict_add(q->v, "%s: it answered with a part of a file that cannot be", q->what);
    if (fd >= 0)
        close(fd);
}

static void reply_open(struct slrun_exchange *x, const struct slrun_reply *r,
                       void (*room)(struct slrun_exchange *x))
{
    struct question *q = (struct question *)(void *)x;
    struct slrun_reply headers = *r;
    (void)room;
    headers.size = 0;
    reply(x, &headers);
    if (!q->gone)
        verdict_add(q->v, "%s: it opened an answer without on_gone()", q->what);
    q->open = true;
}

static int feed(struct slrun_exchange *x, const void *data, size_t size)
{
    struct question *q = (struct question *)(void *)x;
    (void)data, (void)size;
    if (!q->open)
        verdict_add(q->v, "%s: it fed an answer that is not open", q->what);
    return 1;
}

static int feed_event(struct slrun_exchange *x, const struct slrun_event *event)
{
    return feed(x, event->payload, event->size);
}

static void feed_end(struct slrun_exchange *x, int whole)
{
    (void)whole;
    feed(x, "", 0);
    ((struct question *)(void *)x)->open = false;
}

static uint64_t next_random(const struct slrun_cloud *cloud)
{
    return random_next(((struct counting_cloud *)(uintptr_t)cloud)->random);
}

static void next_uuid(const struct slrun_cloud *cloud, char id[37])
{
    random_next_uuid(((struct counting_cloud *)(uintptr_t)cloud)->random, id);
}

static int secret_key(const struct slrun_cloud *cloud, const char *access_key, const char **secret)
{
    (void)cloud, (void)access_key;
    *secret = NULL;
    return 1;
}

static const struct form *form(struct slrun_exchange *x)
{
    struct question *q = (struct question *)(void *)x;
    if (!q->form)
        q->form = form_of(x);
    return q->form;
}

static const char *field(struct slrun_exchange *x, const char *name)
{
    const struct form *f = form(x);
    return f ? form_get(f, name) : NULL;
}

static const struct slrun_field *field_at(struct slrun_exchange *x, size_t i)
{
    const struct form *f = form(x);
    return f ? form_at(f, i) : NULL;
}

static void on_gone(struct slrun_exchange *x, void (*gone)(struct slrun_exchange *x))
{
    ((struct question *)(void *)x)->gone = gone;
}

/* What is asked, without the parts that the local cloud fills alike for all. */
struct asked {
    const char *what, *method, *target, *operation;
    const struct slrun_header *headers;
    size_t n_headers;
    const void *body;
    size_t size;
};

struct asker {
    struct verdict *v;
    const struct plugin *plugin;
    const struct slrun_cloud *cloud;
    void *service;
    struct question *parked;
};

/* As the local cloud does: the head first, and the body in two pieces to who wants it so. */
static void give(struct asker *a, struct question *q)
{
    const struct slrun_local *half = &a->plugin->local;
    size_t size = q->x.size;
    q->x.size = 0;
    q->x.body = "";
    int wanted = half->begin ? half->begin(a->service, &q->x) : 0;
    if (wanted < 0 && !q->replies)
        verdict_add(q->v, "%s: begin() returned -1 without an answer", q->what);
    if (wanted > 0 && !q->replies) {
        half->data(a->service, &q->x, q->body, size / 2);
        half->data(a->service, &q->x, q->body + size / 2, size - size / 2);
    }
    if (wanted == 0) {
        q->x.body = q->body;
        q->x.size = size;
    }
    if (wanted >= 0)
        json_serve_half(a->cloud, &q->x, half, a->service);
}

static void ask(struct asker *a, const struct asked *asked)
{
    struct question *q = calloc(1, sizeof *q);
    char *body = malloc(asked->size + 1);
    if (!q || !body) {
        free(q);
        free(body);
        return;
    }
    if (asked->size)
        memcpy(body, asked->body, asked->size);
    body[asked->size] = '\0';
    *q = (struct question){.v = a->v, .what = asked->what, .body = body, .next = a->parked};
    q->x = (struct slrun_exchange){
        .method = asked->method ? asked->method : "POST",
        .target = asked->target ? asked->target : "/",
        .operation = asked->operation,
        .region = "us-east-1",
        .account = "000000000000",
        .request_id = "00000000-0000-4000-8000-000000000000",
        .headers = asked->headers,
        .n_headers = asked->n_headers,
        .body = body,
        .size = asked->size,
    };
    a->parked = q;
    verdict_at(a->v, "%s", asked->what);
    give(a, q);
}

static const char *operation_of(const struct slrun_request *r)
{
    const char *target = host_table()->header_get(r->headers, r->n_headers, "X-Amz-Target");
    const char *dot = target ? strrchr(target, '.') : NULL;
    return dot ? dot + 1 : NULL;
}

/* What build() makes of an operation's shapes, and the same with broken bodies. */
static void ask_operation(struct asker *a, const struct slrun_op *op, enum sample sample)
{
    static const char *const broken[] = {"", "{", "[]", "null", "\xff\xfe", "{\"a\": null}"};
    struct judged j = {a->plugin, op};
    struct judged_call call;
    struct slrun_request r = {0};
    json_t *args = sample_args(op->params, sample);
    judged_open(&call, &j, JUDGED_ARENA);
    if (op->build(&call.ctx, args, &r) == 0 && r.body.kind != SLRUN_BODY_FILE) {
        struct asked asked = {op->name,  r.method,    r.target,    operation_of(&r),
                              r.headers, r.n_headers, r.body.data, (size_t)r.body.size};
        ask(a, &asked);
        for (size_t i = 0; sample == SAMPLE_ALL && i < sizeof broken / sizeof *broken; i++) {
            asked.body = broken[i];
            asked.size = strlen(broken[i]);
            ask(a, &asked);
        }
    }
    /* parked questions keep the headers: the arena stays, this child ends soon */
    json_decref(args);
}

static void ask_all(struct asker *a)
{
    for (size_t i = 0; i < a->plugin->entry.n_ops; i++)
        for (int sample = 0; sample < SAMPLE_COUNT; sample++)
            ask_operation(a, &a->plugin->ops[i], (enum sample)sample);
    ask(a, &(struct asked){.what = "an unknown operation",
                           .operation = "NoSuchOperation",
                           .body = "{}",
                           .size = 2});
    ask(a, &(struct asked){.what = "a request without an operation",
                           .method = "GET",
                           .target = "/no/such/path?%zz"});
}

/* Clients leave: what is not answered yet is over. */
static void leave(struct asker *a)
{
    for (struct question *q = a->parked; q; q = q->next)
        if ((q->replies == 0 || q->open) && q->gone)
            q->gone(&q->x);
        else if (q->replies == 0)
            verdict_add(a->v, "%s: it neither answered nor waits to hear that the client left",
                        q->what);
    a->parked = NULL;
}

static int key_add(const struct slrun_cloud *cloud, const char *access_key, const char *account,
                   int64_t expires_ms)
{
    (void)cloud, (void)access_key, (void)account, (void)expires_ms;
    return 0;
}

static const char *some_url(const struct slrun_cloud *cloud)
{
    (void)cloud;
    return "http://127.0.0.1:1";
}

/* What this cloud has of its own; cloud_begin() adds what is the core's. */
static const struct slrun_cloud counting_api = {
    .struct_size = sizeof counting_api,
    .now_ms = now_ms,
    .timer_start = timer_start,
    .timer_stop = timer_stop,
    .reply = reply,
    .on_gone = on_gone,
    .reply_file = reply_file,
    .secret_key = secret_key,
    .form_get = field,
    .form_at = field_at,
    .random = next_random,
    .uuid = next_uuid,
    .url = some_url,
    .key_add = key_add,
    .looks = &look_api,
    .reply_open = reply_open,
    .feed = feed,
    .feed_event = feed_event,
    .feed_end = feed_end,
};

static void cloud_begin(struct counting_cloud *cloud)
{
    *cloud =
        (struct counting_cloud){.api = counting_api, .now_ms = clock_wall_ms(), .random = {1, 2}};
    cloud->api.host = host_table();
    protocols_fill(&cloud->api);
    docs_none_fill(&cloud->api);
    quiet_fill(&cloud->api);
}

void judge_local(struct verdict *v, void *plugin)
{
    struct counting_cloud cloud;
    struct asker a = {.v = v, .plugin = plugin, .cloud = &cloud.api};
    struct slrun_error error = {0};
    cloud_begin(&cloud);
    verdict_at(v, "open()");
    if (a.plugin->local.open(&cloud.api, &a.service, &error) != 0) {
        judge_error(v, "open()", &error);
        verdict_add(v, "open(): %.200s", error.message);
        return;
    }
    for (int round = 0; round < 2; round++) {
        ask_all(&a);
        judge_looks(v, plugin, a.service);
        verdict_at(v, "timers");
        fire_timers(&cloud);
        leave(&a);
        verdict_at(v, "reset()");
        a.plugin->local.reset(a.service);
    }
    verdict_at(v, "close()");
    a.plugin->local.close(a.service);
}
