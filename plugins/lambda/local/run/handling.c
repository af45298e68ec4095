/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What an execution environment does with invocations. One is over when the process has answered
 * and its output has been read to the end: the bootstraps mark that end on both streams, and of a
 * package's own bootstrap it is waited for a moment.
 */
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <slrun/time.h>

#include "local/run/environment_inner.h"
#include "local/run/pool.h"

enum {
    SETTLE_MS = 200, /* for marks that do not come: the handler closed its output */
    SETTLE_OTHER_MS = 5
};

/* ---- what the platform logs ---- */

static double round_up(double ms)
{
    double whole = (double)(int64_t)ms;
    return whole < ms ? whole + 1 : whole;
}

static void report(struct environment *e, const struct invocation *i, double ms)
{
    char init[64] = "", memory[48] = "", status[192] = "";
    if (e->init_ms > 0)
        (void)snprintf(init, sizeof init, "Init Duration: %.2f ms\t", e->init_ms);
    if (e->memory_kb > 0)
        (void)snprintf(memory, sizeof memory, "Max Memory Used: %ld MB\t", e->memory_kb / 1024 + 1);
    if (i->timed_out)
        (void)snprintf(status, sizeof status, "Status: timeout");
    else if (*i->error_type && !i->answered)
        (void)snprintf(status, sizeof status, "Status: error\tError Type: %s", i->error_type);
    output_say(e->output, "END RequestId: %s\n", i->id);
    output_say(e->output,
               "REPORT RequestId: %s\tDuration: %.2f ms\tBilled Duration: %.0f ms\tMemory Size: "
               "%lld MB\t%s%s%s\n",
               i->id, ms, round_up(ms + e->init_ms),
               (long long)json_integer_value(json_object_get(e->pool->config, "MemorySize")),
               memory, init, status);
    e->init_ms = 0;
}

/* ---- invocations ---- */

/* The invocation at hand is over: its result or error stands in it. */
void environment_finish(struct environment *e)
{
    struct invocation *i = e->invocation;
    size_t size;
    environment_stop(e, &e->limit);
    environment_stop(e, &e->settling);
    report(e, i, real_ms() - i->started_ms);
    output_flush(e->output);
    e->invocation = NULL;
    if (e->state == ENVIRONMENT_BUSY)
        e->state = ENVIRONMENT_RETURNING;
    const char *log = output_tail(e->output, &size);
    environment_busy(e, -1);
    invocation_end(i, log, size);
}

static bool has_settled(const struct environment *e)
{
    return e->settled || (e->marks[0] >= e->stage && e->marks[1] >= e->stage);
}

static void become_idle(struct environment *e)
{
    bool first = e->state == ENVIRONMENT_STARTING;
    struct pool *pool = e->pool;
    struct machine *m = e->machine;
    pool->held++;
    e->state = ENVIRONMENT_IDLE;
    e->idle_since = ++e->machine->idles;
    environment_stop(e, &e->settling);
    if (first) {
        environment_stop(e, &e->limit);
        e->init_ms = real_ms() - e->started_ms;
        environment_started(e);
        output_flush(e->output);
        pool_warmed(pool, e->init_ms);
    }
    pool->held--;
    pool_serve(pool);
    if (first)
        pools_grow(m);
}

static void settling_over(void *arg)
{
    struct environment *e = arg;
    e->settling = NULL;
    e->settled = true;
    environment_settle(e);
}

/* Goes on where the process has said what it does next and its output has been read. */
void environment_settle(struct environment *e)
{
    bool over = e->invocation && e->invocation->answered;
    bool ready = e->asking && (e->state == ENVIRONMENT_STARTING || e->state == ENVIRONMENT_BUSY ||
                               e->state == ENVIRONMENT_RETURNING);
    if (!over && !ready)
        return;
    if (!has_settled(e)) {
        if (!e->settling)
            environment_start_timer(e, &e->settling,
                                    environment_is_provided(e) ? SETTLE_OTHER_MS : SETTLE_MS,
                                    settling_over);
        return;
    }
    if (over)
        environment_finish(e); /* may end in other invocations, but not of this environment */
    if (e->asking && e->state != ENVIRONMENT_IDLE && !e->invocation)
        become_idle(e);
}

static void time_is_up(void *arg)
{
    struct environment *e = arg;
    struct invocation *i = e->invocation;
    double timeout = (double)json_integer_value(json_object_get(e->pool->config, "Timeout"));
    double left = i->started_ms + timeout * 1000 - real_ms();
    char now[SLRUN_TIME_SIZE];
    e->limit = NULL;
    if (left > 0) { /* the cloud's clock was advanced; timeouts are real time */
        environment_start_timer(e, &e->limit, left, time_is_up);
        return;
    }
    slrun_time_text(environment_cloud(e)->now_ms(environment_cloud(e)), 1, now);
    output_say(e->output, "%s %s Task timed out after %.2f seconds\n\n", now, i->id, timeout);
    invocation_fail(i, "Sandbox.Timedout", "RequestId: %s Error: Task timed out after %.2f seconds",
                    i->id, timeout);
    i->timed_out = true;
    e->state = ENVIRONMENT_ENDING;
    environment_cloud(e)->process_signal(e->process, SIGKILL);
    environment_finish(e);
}

static void send(struct environment *e, struct invocation *i)
{
    char deadline[32];
    double timeout = (double)json_integer_value(json_object_get(e->pool->config, "Timeout"));
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    (void)snprintf(deadline, sizeof deadline, "%" PRId64,
                   (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000 + (int64_t)timeout * 1000);
    struct slrun_header headers[] = {
        {"Lambda-Runtime-Aws-Request-Id", i->id},
        {"Lambda-Runtime-Deadline-Ms", deadline},
        {"Lambda-Runtime-Invoked-Function-Arn", i->arn},
        {"Lambda-Runtime-Trace-Id", i->trace},
        {"Lambda-Runtime-Client-Context", i->client_context},
    };
    struct slrun_exchange *x = e->asking;
    e->asking = NULL;
    x->service = NULL;
    environment_cloud(e)->reply(x, &(struct slrun_reply){.status = 200,
                                                         .content_type = "application/json",
                                                         .headers = headers,
                                                         .n_headers = i->client_context ? 5 : 4,
                                                         .body = i->payload,
                                                         .size = i->size});
    environment_start_timer(e, &e->limit, timeout * 1000, time_is_up);
}

void environment_invoke(struct environment *e, struct invocation *i)
{
    e->state = ENVIRONMENT_BUSY;
    e->invocation = i;
    e->stage++;
    e->settled = false;
    i->started_ms = real_ms();
    output_invoked(e->output);
    output_mark(e->output);
    output_say(e->output, "START RequestId: %s Version: %s\n", i->id, e->pool->version);
    send(e, i);
}

/* ---- the Runtime API ---- */

static void asker_left(struct slrun_exchange *x)
{
    struct environment *e = x->service;
    if (!e)
        return;
    e->asking = NULL;
    if (e->state == ENVIRONMENT_IDLE)
        e->state = ENVIRONMENT_RETURNING; /* it asks again, or ends */
}

void environment_next(struct environment *e, struct slrun_exchange *x)
{
    if (e->asking || e->state == ENVIRONMENT_ENDING) {
        environment_cloud(e)->reply(x, &(struct slrun_reply){.status = 403, .body = "", .size = 0});
        return;
    }
    if (e->invocation && !e->invocation->answered) { /* its answer was too long to be read */
        invocation_fail(e->invocation, "Function.ResponseSizeTooLarge",
                        "Response payload size exceeded maximum allowed payload size (%d bytes).",
                        RESPONSE_MAX);
        e->invocation->answered = true;
    }
    e->asking = x;
    x->service = e;
    environment_cloud(e)->on_gone(x, asker_left);
    environment_settle(e);
}

void environment_init_error(struct environment *e, const void *data, size_t size)
{
    json_t *document = json_loadb(data, size, 0, NULL);
    if (!json_is_object(document)) {
        json_decref(document);
        document = json_pack("{s:s, s:s}", "errorType", "Runtime.Unknown", "errorMessage",
                             "Error: the runtime could not begin");
    }
    json_decref(e->init_error);
    e->init_error = document;
}

void environment_answered(struct environment *e, const void *data, size_t size, const char *error)
{
    struct invocation *i = e->invocation;
    i->answered = true;
    (void)snprintf(i->error_type, sizeof i->error_type, "%s", error ? error : "");
    invocation_answer(i, data, size);
    environment_settle(e);
}

void environment_piece(struct environment *e, const struct invoke_piece *piece)
{
    invocation_piece(e->invocation, piece);
}

void environment_stream_end(struct environment *e, const char *type)
{
    struct invocation *i = e->invocation;
    if (!i->streamed)
        invocation_piece(i, &(struct invoke_piece){.type = type, .data = ""});
    i->answered = true;
    if (!i->piece)
        invocation_collected(i, type);
    environment_settle(e);
}
