/* SPDX-License-Identifier: Apache-2.0 */
/*
 * slrun --worker ...: a worker process of a run (run/worker/workers.h), which has started it with
 * its own command line. It reads the options as the run did, and learns from the wire what it
 * cannot know.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/error.h"
#include "base/interrupts.h"
#include "cli/command.h"
#include "cli/runner.h"
#include "lua/operation/tags.h"
#include "lua/waiting/clock.h"
#include "net/loop.h"
#include "run/iam/iam.h"
#include "run/ledger/ledger_book.h"
#include "run/worker/worker.h"
#include "run/worker/workers_clock.h"

struct hand {
    struct runner r;
    struct wire wire;
    json_t *hello;
    struct call_env calls; /* where the target is the run's local cloud */
    bool joined;           /* it is */
    char *note;
    struct worker_process *process;
};

static const char *told(const struct hand *h, const char *key)
{
    return json_string_value(json_object_get(h->hello, key));
}

static json_int_t told_number(const struct hand *h, const char *key)
{
    return json_integer_value(json_object_get(h->hello, key));
}

static void fail(struct hand *h, const struct slrun_error *error)
{
    char text[4096];
    snprintf(text, sizeof text, "a worker process could not begin: %s", error->message);
    wire_say(&h->wire, json_pack("{s:s}", "failed", text), true);
    h->r.failed = true;
    loop_stop(h->r.loop);
}

/* What it says is about the clock, or for the cases. */
static void on_heard(struct wire *wire, json_t *message)
{
    struct hand *h = wire->owner;
    if (json_object_get(message, "interrupt"))
        interrupts_heard();
    if (!worker_clock_hear(&h->r.env, wire, message))
        worker_process_hear(h->process, message);
}

/* The run is gone: what it had to undo stands in the ledgers. */
static void on_ended(struct wire *wire)
{
    (void)wire;
    _exit(EXITCODE_INTERNAL);
}

static void on_over(void *arg)
{
    struct hand *h = arg;
    loop_stop(h->r.loop);
}

static int open_ledger(struct hand *h)
{
    struct identity identity = target_identity(h->r.target);
    struct ledger_options options = {.directory = LEDGER_DIRECTORY,
                                     .run_id = h->r.env.run_id,
                                     .name = told(h, "ledger"),
                                     .identity = &identity};
    if (!options.name)
        return 0;
    h->r.ledger = ledger_new(h->r.loop, &options);
    if (!h->r.ledger)
        return -1;
    h->r.env.journal = ledger_journal(h->r.ledger);
    return 0;
}

static void on_ready(void *arg, struct call_env *calls, const struct slrun_error *error)
{
    struct hand *h = arg;
    struct slrun_error memory = {0};
    if (error) {
        fail(h, error);
        return;
    }
    const struct identity identity = target_identity(h->r.target);
    const json_t *tells = json_object_get(h->hello, "tells");
    h->r.env.calls = calls;
    h->r.uses = iam_new(&identity, h->r.env.run_id, calls);
    const struct worker_process_options options = {.env = &h->r.env,
                                                   .wire = &h->wire,
                                                   .root = told(h, "root"),
                                                   .note = h->note,
                                                   .serial = (unsigned)told_number(h, "serial"),
                                                   .keep = h->r.o.keep,
                                                   .tells = worker_tells_from_json(tells),
                                                   .uses = h->r.uses,
                                                   .over = on_over,
                                                   .arg = h};
    if (open_ledger(h) == 0)
        h->process = worker_process_new(&options, h->r.ledger);
    if (h->process) {
        wire_listen(&h->wire);
        return;
    }
    error_set(&memory, SLRUN_E_MEMORY, "out of memory");
    fail(h, &memory);
    error_clear(&memory);
}

static void on_lost(void *arg, const struct slrun_error *error)
{
    (void)arg;
    (void)error;
}

/* The local cloud is the run's: there is nothing to start. */
static int join(struct hand *h, struct slrun_error *error)
{
    struct quiet_options quiet;
    struct http_client_options options = {.cap = TARGET_LOOPBACK_CONNECTIONS,
                                          .user_agent = "slrun/" SLRUN_VERSION};
    h->calls = (struct call_env){
        .loop = h->r.loop,
        .endpoint = told(h, "endpoint"),
        .region = told(h, "region"),
        .credentials = {.access_key = told(h, "access_key"), .secret_key = told(h, "secret_key")},
        .counts = {.numbered = true, .number = (uint64_t)told_number(h, "serial") << 40}};
    h->joined = true;
    h->calls.signer = sigv4_new();
    h->calls.client = h->calls.signer ? http_client_new(h->r.loop, &options, error) : NULL;
    worker_clock_options(&h->wire, &quiet);
    quiet.real = h->r.o.clock && strcmp(h->r.o.clock, "real") == 0;
    if (!h->calls.client || quiet_start(&h->r.env, &quiet) != 0)
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    /* one that comes later finds a clock that has jumped */
    alarms_jump(clock_of(&h->r.env)->virtual,
                json_number_value(json_object_get(h->hello, "jumped")));
    on_ready(h, &h->calls, NULL);
    return 0;
}

static int open_wire(struct hand *h)
{
    void *note = mmap(NULL, NOTED_MAX, PROT_READ | PROT_WRITE, MAP_SHARED, WORKERS_FD_NOTE, 0);
    h->wire.heard = on_heard;
    h->wire.ended = on_ended;
    h->wire.owner = h;
    wire_init(&h->wire, h->r.loop);
    if (note == MAP_FAILED || uv_pipe_open(&h->wire.pipe, WORKERS_FD_WIRE) != 0)
        return error_set(&h->r.error, SLRUN_E_USAGE,
                         WORKERS_WORD ": a run starts its workers itself: slrun -n N");
    h->note = note;
    json_t *message = wire_await(&h->wire, "hello");
    h->hello = json_incref(json_object_get(message, "hello"));
    json_decref(message);
    return h->hello ? 0 : error_set(&h->r.error, SLRUN_E_IO, "the run is gone");
}

/* As the run has it, but for what differs from process to process. */
static int begin(struct hand *h)
{
    struct runner *r = &h->r;
    struct target_events events = {.ready = on_ready, .lost = on_lost, .arg = h};
    r->env.run_id = told(h, "run");
    json_decref(r->tags);
    r->env.tags = r->tags = tags_of_run(r->env.run_id, (int64_t)told_number(h, "began_s"));
    if (told(h, "access_key"))
        return join(h, &r->error);
    return target_open(r->target, &events, &r->error);
}

static void on_wire_closed(struct wire *wire)
{
    (void)wire;
}

static void close_hand(struct hand *h)
{
    struct runner *r = &h->r;
    if (h->joined)
        http_client_free(h->calls.client);
    if (SLRUN_FREE_AT_EXIT) {
        worker_process_free(h->process);
        if (h->wire.open > 0)
            wire_close(&h->wire, on_wire_closed);
        if (h->joined)
            sigv4_free(h->calls.signer);
        retry_free(&h->calls.retry);
    }
    runner_close(r);
    json_decref(h->hello);
}

static enum exitcode command_worker_main(const struct command *self, int argc, char **argv)
{
    struct hand h = {0};
    struct runner *r = &h.r;
    (void)self;
    signal(SIGINT, SIG_IGN); /* the run is told, and tells its workers, by a SIGINT at last */
    interrupts_notice(SIGINT);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    bool opened = runner_read(r, argc, argv) == 0 && runner_open_here(r) == 0 && open_wire(&h) == 0;
    if (!opened) {
        command_fail(&r->error);
        close_hand(&h);
        return EXITCODE_USAGE;
    }
    if (begin(&h) != 0)
        fail(&h, &r->error);
    else if (!r->failed)
        loop_run(r->loop);
    bool failed = r->failed;
    close_hand(&h);
    return failed ? EXITCODE_INTERNAL : EXITCODE_OK;
}

const struct command command_worker = {.name = WORKERS_WORD, .run = command_worker_main};
