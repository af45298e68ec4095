/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Group commit: what the cases of one turn of the loop note is written with one write and one
 * fdatasync, on a thread of libuv's pool; what comes meanwhile makes the next batch.
 */
#include "run/ledger/ledger.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/log.h"
#include "run/ledger/ledger_file.h"
#include "run/ledger/ledger_line.h"

struct ledger {
    struct lua_journal journal; /* first: the language knows only this */
    uv_loop_t *loop;
    json_t *header; /* until it is in a file */
    struct ledger_file file;
    struct buf pending, writing;
    uint64_t batch; /* number of the batch that is being gathered */
    bool durable;   /* somebody waits for that batch */
    bool writing_durable;
    struct lua_journal_wait *first, *last;
    int64_t numbers; /* given out */
    size_t outstanding;
    uv_idle_t soon;
    bool has_soon, working, over, warned;
    uv_work_t work;
    uv_sem_t written;         /* posted by the thread when the batch is in the file */
    struct slrun_error error; /* of the batch that was written last */
};

static struct ledger *of_journal(struct lua_journal *journal)
{
    return (struct ledger *)(void *)journal;
}

/* One batch into the file: on a thread of the pool, or at the very end on the loop's. */
static void commit(struct ledger *l)
{
    error_clear(&l->error);
    if (l->file.fd >= 0) {
        ledger_file_append(&l->file, &l->writing, l->writing_durable, &l->error);
        return;
    }
    struct buf lines = BUF_INIT(LEDGER_PENDING_MAX + LEDGER_LINE_MAX);
    if (!ledger_line_add(&lines, l->header) || !buf_add(&lines, l->writing.data, l->writing.len))
        error_set(&l->error, SLRUN_E_MEMORY, "no memory to write the ledger");
    else
        ledger_file_make(&l->file, &lines, &l->error);
    buf_free(&lines);
}

static void take_batch(struct ledger *l)
{
    struct buf taken = l->pending;
    l->pending = l->writing;
    l->writing = taken;
    buf_clear(&l->pending);
    l->writing_durable = l->durable;
    l->durable = false;
    l->batch++;
}

/* Marks that are lost cost a sweep some needless calls, nothing else: one warning will do. */
static void warn(struct ledger *l)
{
    if (l->error.kind != SLRUN_E_NONE && !l->warned)
        log_line(SLRUN_LOG_WARNING, "%s", l->error.message);
    l->warned = l->warned || l->error.kind != SLRUN_E_NONE;
}

static void free_now(struct ledger *l)
{
    buf_free(&l->pending);
    buf_free(&l->writing);
    json_decref(l->header);
    error_clear(&l->error);
    uv_sem_destroy(&l->written);
    free(l);
}

static void closed(uv_handle_t *handle)
{
    struct ledger *l = handle->data;
    l->has_soon = false;
    if (!l->working)
        free_now(l);
}

/* What is left to write when the run is over, and the end of the file. */
static void finish(struct ledger *l)
{
    bool left = l->outstanding > 0;
    if (l->file.fd >= 0 && left) {
        json_t *end = json_pack("{s:s}", "type", "end");
        ledger_line_add(&l->pending, end);
        json_decref(end);
        l->durable = true;
        take_batch(l);
        commit(l);
        warn(l);
    }
    ledger_file_close(&l->file, !left);
}

static void unlink_wait(struct ledger *l, struct lua_journal_wait *w)
{
    *(w->previous ? &w->previous->next : &l->first) = w->next;
    *(w->next ? &w->next->previous : &l->last) = w->previous;
}

static void start_soon(struct ledger *l);

static void in_thread(uv_work_t *work)
{
    struct ledger *l = work->data;
    commit(l);
    uv_sem_post(&l->written);
}

/* A callback may note more, wait again, and end the waits of others. */
static void wake(struct ledger *l, uint64_t batch)
{
    struct slrun_error error = l->error;
    while (l->first && l->first->batch <= batch) {
        struct lua_journal_wait *w = l->first;
        unlink_wait(l, w);
        w->ready(w, error.kind == SLRUN_E_NONE ? NULL : &error);
    }
}

static void written(uv_work_t *work, int status)
{
    struct ledger *l = work->data;
    (void)status; /* never cancelled */
    l->working = false;
    if (l->over) {
        if (!l->has_soon)
            free_now(l);
        return;
    }
    uv_sem_wait(&l->written);
    if (!l->writing_durable)
        warn(l);
    wake(l, l->batch - 1);
    if (l->pending.len > 0 || l->durable)
        start_soon(l);
}

/* One turn later: all that this turn's cases had to note is in the batch. */
static void on_soon(uv_idle_t *handle)
{
    struct ledger *l = handle->data;
    uv_idle_stop(handle);
    take_batch(l);
    l->working = true;
    l->work.data = l;
    if (uv_queue_work(l->loop, &l->work, in_thread, written) != 0) {
        in_thread(&l->work); /* no thread to be had: then here */
        written(&l->work, 0);
    }
}

static void start_soon(struct ledger *l)
{
    if (l->working)
        return; /* written() goes on */
    if (!l->has_soon) {
        uv_idle_init(l->loop, &l->soon);
        l->soon.data = l;
        l->has_soon = true;
    }
    uv_idle_start(&l->soon, on_soon);
}

/* Adds an entry to the batch; takes over the reference. */
static bool add(struct ledger *l, const char *type, int64_t number, json_t *fields)
{
    if (!fields)
        fields = json_object();
    bool added = fields && json_object_set_new(fields, "type", json_string(type)) == 0 &&
                 json_object_set_new(fields, "n", json_integer(number)) == 0 &&
                 ledger_line_add(&l->pending, fields);
    json_decref(fields);
    return added;
}

static int64_t note(struct lua_journal *journal, const char *type, json_t *fields,
                    struct slrun_error *error)
{
    struct ledger *l = of_journal(journal);
    if (!add(l, type, l->numbers + 1, fields)) {
        error_set(error, SLRUN_E_TOO_LARGE, "no room in the ledger for this %s", type);
        return error_hint(error, "the arguments of one entry may have %d bytes at most",
                          LEDGER_LINE_MAX);
    }
    l->outstanding++;
    start_soon(l);
    return ++l->numbers;
}

static void mark(struct lua_journal *journal, int64_t number, const char *what, json_t *fields)
{
    struct ledger *l = of_journal(journal);
    if (strcmp(what, "made") != 0 && l->outstanding > 0)
        l->outstanding--;
    if (!add(l, what, number, fields))
        log_line(SLRUN_LOG_WARNING, "no memory for the ledger: `slrun sweep` will look again for "
                                    "what is gone already");
    else
        start_soon(l);
}

static void wait_for(struct lua_journal *journal, struct lua_journal_wait *w)
{
    struct ledger *l = of_journal(journal);
    w->batch = l->batch;
    w->next = NULL;
    w->previous = l->last;
    *(l->last ? &l->last->next : &l->first) = w;
    l->last = w;
    l->durable = true;
    start_soon(l);
}

static void forget(struct lua_journal *journal, struct lua_journal_wait *w)
{
    unlink_wait(of_journal(journal), w);
}

static json_t *header_of(const char *run_id, const struct identity *id)
{
    return json_pack("{s:s, s:i, s:s, s:s, s:s, s:s?, s:s, s:s, s:s, s:I, s:I}", "type", "run",
                     "format", LEDGER_FORMAT, "version", SLRUN_VERSION, "run", run_id, "target",
                     id->target, "endpoint", id->endpoint, "region", id->region, "account",
                     id->account, "key", id->key, "time", (json_int_t)(clock_wall_ms() / 1000),
                     "pid", (json_int_t)getpid());
}

struct ledger *ledger_new(uv_loop_t *loop, const struct ledger_options *o)
{
    struct ledger *l = calloc(1, sizeof *l);
    if (!l)
        return NULL;
    l->journal =
        (struct lua_journal){.note = note, .wait = wait_for, .forget = forget, .mark = mark};
    l->loop = loop;
    l->pending = l->writing = BUF_INIT(LEDGER_PENDING_MAX);
    l->header = header_of(o->run_id, o->identity);
    if (!l->header || !ledger_file_init(&l->file, o->directory, o->name ? o->name : o->run_id) ||
        uv_sem_init(&l->written, 0) != 0) {
        json_decref(l->header);
        free(l);
        return NULL;
    }
    return l;
}

struct lua_journal *ledger_journal(struct ledger *l)
{
    return &l->journal;
}

size_t ledger_outstanding(const struct ledger *l)
{
    return l ? l->outstanding : 0;
}

void ledger_free(struct ledger *l)
{
    if (!l)
        return;
    l->over = true;
    if (l->working) /* nobody may turn the loop any more */
        uv_sem_wait(&l->written);
    finish(l);
    if (l->has_soon)
        uv_close((uv_handle_t *)&l->soon, closed);
    else
        free_now(l);
}
