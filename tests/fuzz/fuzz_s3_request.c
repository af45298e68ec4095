/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests to S3 as the local cloud offers it, as bytes from anywhere. Input: requests to the same
 * service with a line "%%" between them; each has lines "METHOD TARGET", headers, an empty line,
 * and the body. A header "Access-Key" is who signed it; without it nobody did. "$" and letters in a
 * target stand for the upload or version that was made last. Every request must be answered once;
 * with a header "Gone" its client leaves while it is parked. Of what S3 asks other services for
 * each third is not there. Needs s3_local.
 */
#define _XOPEN_SOURCE 700 /* pread */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/json_read.h"
#include "base/json_text.h"
#include "base/random.h"
#include "kept.h"
#include "local.h"
#include "local/iam/policy.h"
#include "local/store/docs_none.h"

enum {
    HEADERS_MAX = 24,
    STEP_MS = 1000,
    TARGET_MAX = 4096,
    ID_MAX = 33,
    CALLS_MAX = 256,
    MISSING = 3,  /* of so many calls one finds nothing */
    MIDNIGHTS = 3 /* that pass at the end, a month apart */
};

#define MONTH_MS INT64_C(2678400000)

static void left_out(const struct slrun_cloud *cloud, const struct slrun_left_out *what)
{
    (void)cloud, (void)what;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct exchange {
    struct slrun_exchange base;
    void (*gone)(struct slrun_exchange *x);
    int answers;
};

/* Calls of other services that are not answered yet. */
static struct {
    struct slrun_cloud_call list[CALLS_MAX];
    size_t n, made;
} calls;

static int64_t now;
static char last_id[ID_MAX];

/* Midnight's, and those of deliveries that are tried again. */
struct slrun_timer {
    int64_t due_ms;
    void (*fire)(void *arg); /* NULL: it is not set */
    void *arg;
};
static struct slrun_timer timers[CALLS_MAX];

static struct slrun_timer *timer_start(const struct slrun_cloud *cloud, int64_t due_ms,
                                       void (*fire)(void *arg), void *arg)
{
    (void)cloud;
    for (size_t i = 0; i < CALLS_MAX; i++) {
        if (timers[i].fire == NULL) {
            timers[i] = (struct slrun_timer){due_ms, fire, arg};
            return &timers[i];
        }
    }
    return NULL;
}

static void timer_stop(struct slrun_timer *started)
{
    *started = (struct slrun_timer){0, NULL, NULL};
}

static void no_busy(const struct slrun_cloud *cloud, int change)
{
    (void)cloud, (void)change;
}

static struct slrun_timer *next_timer(void)
{
    struct slrun_timer *next = NULL;
    for (size_t i = 0; i < CALLS_MAX; i++)
        if (timers[i].fire != NULL && (next == NULL || timers[i].due_ms < next->due_ms))
            next = &timers[i];
    return next;
}

/* Lifecycles do what is due, in as many slices as they like. */
static void pass_midnights(void)
{
    struct slrun_timer *next;
    for (int i = 0; i < MIDNIGHTS && (next = next_timer()) != NULL;) {
        struct slrun_timer due = *next;
        timer_stop(next);
        bool midnight = due.due_ms > now;
        now += midnight ? MONTH_MS : 0;
        i += midnight;
        due.fire(due.arg);
    }
}

static uint64_t next_random(const struct slrun_cloud *cloud)
{
    static uint64_t state[2] = {1, 2};
    (void)cloud;
    return random_next(state);
}

/* What is so large does not come here. */
static int no_work(const struct slrun_cloud *cloud, void (*run)(void *arg), void (*done)(void *arg),
                   void *arg)
{
    (void)cloud, (void)run, (void)done, (void)arg;
    return -1;
}

static int64_t now_ms(const struct slrun_cloud *cloud)
{
    (void)cloud;
    return now += STEP_MS;
}

static const char *header_get(const struct slrun_header *headers, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcasecmp(headers[i].name, name) == 0)
            return headers[i].value;
    return NULL;
}

static void SLRUN_PRINTF(2, 3) log_line(enum slrun_log_level level, const char *format, ...)
{
    (void)level, (void)format;
}

static void keep_id(const char *text)
{
    if (text != NULL)
        (void)snprintf(last_id, sizeof last_id, "%.*s", (int)strcspn(text, "<"), text);
}

static void check(struct slrun_exchange *x, const struct slrun_reply *answer)
{
    if (++((struct exchange *)x)->answers > 1 || answer->status < 200 || answer->status > 599)
        abort();
    for (size_t i = 0; i < answer->n_headers; i++) {
        if (answer->headers[i].name == NULL || answer->headers[i].value == NULL)
            abort();
        if (strcmp(answer->headers[i].name, "x-amz-version-id") == 0)
            keep_id(answer->headers[i].value);
    }
}

static void reply(struct slrun_exchange *x, const struct slrun_reply *answer)
{
    static const char element[] = "<UploadId>";
    check(x, answer);
    const char *id = answer->body == NULL ? NULL : strstr(answer->body, element);
    keep_id(id == NULL ? NULL : id + sizeof element - 1);
    if (answer->body == NULL && answer->size > 0 && strcmp(x->method, "HEAD") != 0)
        abort();
}

static void reply_file(struct slrun_exchange *x, const struct slrun_reply *answer, int fd,
                       uint64_t offset, uint64_t size)
{
    char last;
    check(x, answer);
    if (size > 0 && pread(fd, &last, 1, (off_t)(offset + size - 1)) != 1)
        abort();
    close(fd);
}

static int secret_key(const struct slrun_cloud *cloud, const char *access_key, const char **secret)
{
    (void)cloud;
    *secret = "test";
    return strcmp(access_key, "test") == 0 ? 0 : 1;
}

static void on_gone(struct slrun_exchange *x, void (*gone)(struct slrun_exchange *x))
{
    ((struct exchange *)x)->gone = gone;
}

static struct slrun_calling *call(const struct slrun_cloud *cloud,
                                  const struct slrun_cloud_call *order)
{
    (void)cloud;
    json_decref(order->args);
    if (calls.n == CALLS_MAX)
        return NULL;
    calls.list[calls.n] = *order;
    return (struct slrun_calling *)&calls.list[calls.n++];
}

static void call_cancel(struct slrun_calling *calling)
{
    ((struct slrun_cloud_call *)calling)->done = NULL;
}

/* "On a later turn of the loop." */
static void answer_calls(void)
{
    const struct slrun_error missing = {.kind = SLRUN_E_SERVICE, .code = "NotFoundException"};
    json_t *result = json_object();
    for (size_t i = 0; i < calls.n; i++) {
        bool there = ++calls.made % MISSING != 0;
        if (calls.list[i].done != NULL)
            calls.list[i].done(calls.list[i].arg, there ? result : NULL, there ? NULL : &missing);
    }
    calls.n = 0;
    json_decref(result);
}

/* Takes the next line off; the text is changed. */
static char *next_line(char **text)
{
    char *line = *text, *end = strchr(line, '\n');
    *text = end == NULL ? line + strlen(line) : end + 1;
    if (end != NULL)
        *end = '\0';
    return line;
}

static void send(void *service, struct exchange *x, const char *body, size_t size)
{
    int taken = s3_local.begin(service, &x->base);
    if (taken > 0) {
        s3_local.data(service, &x->base, body, size / 2);
        s3_local.data(service, &x->base, body + size / 2, size - size / 2);
    } else if (taken == 0) {
        x->base.body = body;
        x->base.size = size;
    }
    if (taken >= 0)
        s3_local.serve(service, &x->base);
    bool leaves = x->answers == 0 && x->gone != NULL &&
                  header_get(x->base.headers, x->base.n_headers, "Gone") != NULL;
    if (leaves)
        x->gone(&x->base);
    answer_calls();
    if (x->answers != (leaves ? 0 : 1))
        abort();
}

/* With the id that was kept in it. */
static const char *fill(const char *target, char filled[TARGET_MAX])
{
    const char *mark = strchr(target, '$');
    if (mark == NULL)
        return target;
    (void)snprintf(filled, TARGET_MAX, "%.*s%s%s", (int)(mark - target), target, last_id,
                   mark + 1 + strspn(mark + 1, "abcdefghijklmnopqrstuvwxyz"));
    return filled;
}

static void serve(void *service, char *text, const char *end)
{
    char filled[TARGET_MAX];
    struct slrun_header headers[HEADERS_MAX];
    struct exchange x = {.base = {.region = "us-east-1",
                                  .account = "000000000000",
                                  .request_id = "id",
                                  .body = "",
                                  .headers = headers}};
    x.base.method = next_line(&text);
    char *target = strchr(x.base.method, ' ');
    if (target == NULL)
        return;
    *target++ = '\0';
    x.base.target = fill(target, filled);
    for (char *line; text < end && *(line = next_line(&text)) != '\0';) {
        char *colon = strchr(line, ':');
        if (colon != NULL && x.base.n_headers < HEADERS_MAX) {
            *colon = '\0';
            headers[x.base.n_headers++] =
                (struct slrun_header){line, colon + 1 + strspn(colon + 1, " ")};
        }
    }
    x.base.access_key = header_get(headers, x.base.n_headers, "Access-Key");
    x.base.trailers = headers;
    x.base.n_trailers = x.base.n_headers;
    (void)s3_local.claims(&x.base);
    send(service, &x, text, text < end ? (size_t)(end - text) : 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct slrun_host host = {.struct_size = sizeof host,
                                           .header_get = header_get,
                                           .log = log_line,
                                           .json_text = json_text,
                                           .json_read = json_read};
    struct slrun_cloud cloud = {.struct_size = sizeof cloud,
                                .host = &host,
                                .now_ms = now_ms,
                                .timer_start = timer_start,
                                .timer_stop = timer_stop,
                                .busy = no_busy,
                                .pending = no_busy,
                                .work = no_work,
                                .reply = reply,
                                .reply_file = reply_file,
                                .on_gone = on_gone,
                                .call = call,
                                .call_cancel = call_cancel,
                                .secret_key = secret_key,
                                .policy_says = policy_says,
                                .policy_operator = policy_operator,
                                .left_out = left_out,
                                .stores = kept_stores(size),
                                .random = next_random};
    struct slrun_error error;
    void *service = NULL;
    char *text = malloc(size + 1);
    now = INT64_C(1700000000000);
    last_id[0] = '\0';
    calls.n = calls.made = 0;
    memset(timers, 0, sizeof timers);
    docs_none_fill(&cloud);
    if (text == NULL || s3_local.open(&cloud, &service, &error) != 0) {
        free(text);
        return 0;
    }
    if (size > 0)
        memcpy(text, data, size);
    text[size] = '\0';
    for (char *at = text, *next; at != NULL; at = next) {
        next = strstr(at, "\n%%\n");
        char *end = next == NULL ? text + size : next;
        *end = '\0';
        next = next == NULL ? NULL : next + 4;
        serve(service, at, end);
    }
    pass_midnights();
    s3_local.close(service);
    free(text);
    return 0;
}
