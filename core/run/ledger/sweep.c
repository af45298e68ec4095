/* SPDX-License-Identifier: Apache-2.0 */
#include "run/ledger/sweep.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/error.h"

struct sweep {
    struct sweep_options o;
    struct sweep_summary summary;
    char **run_ids;
    size_t n_run_ids, next;
    const char *last; /* of run_ids: the last that was worked on; "": none */
    struct book book;
    bool open; /* the book */
    struct sweep_work *work;
    uv_idle_t step;
};

static void say(const struct sweep *s, const char *run_id, const char *text, const char *more)
{
    fprintf(s->o.out, "run %s: %s%s\n", run_id, text, more);
}

static void headline(const struct sweep *s)
{
    const struct book *b = &s->book;
    char where[512], when[32] = "?";
    time_t began = (time_t)b->began_s;
    struct tm tm;
    if (gmtime_r(&began, &tm))
        strftime(when, sizeof when, "%Y-%m-%d %H:%M:%S", &tm);
    identity_text(&b->identity, where, sizeof where);
    size_t n = book_outstanding(b);
    fprintf(s->o.out, "run %s (%s; began %s UTC): %zu thing%s to undo\n", b->run_id, where, when, n,
            n == 1 ? "" : "s");
}

static void dry_run(struct sweep *s)
{
    char label[512];
    for (size_t i = 0; i < s->book.n_entries; i++) {
        const struct book_entry *e = &s->book.entries[i];
        if (e->state != BOOK_OPEN)
            continue;
        bool owns = sweep_owns(&s->book, e);
        fprintf(s->o.out, "  would %-6s %s\n",
                !owns      ? "keep"
                : e->claim ? "empty"
                           : "remove",
                book_label(e, label, sizeof label));
        *(owns ? &s->summary.counts.undone : &s->summary.counts.kept) += 1;
    }
}

/* Whether this book is to be swept; says why not. */
static bool chosen(struct sweep *s)
{
    const struct book *b = &s->book;
    char where[512], options[512];
    if (s->o.older_than_ms && clock_wall_ms() - b->began_s * 1000 < s->o.older_than_ms) {
        say(s, b->run_id, "is not old enough", "");
        s->summary.young++;
        return false;
    }
    if (identity_same(&b->identity, s->o.identity))
        return true;
    identity_text(&b->identity, where, sizeof where);
    identity_options(&b->identity, options, sizeof options);
    fprintf(s->o.out, "run %s: not touched, it was made on %s\n  hint: slrun sweep --run %s%s\n",
            b->run_id, where, b->run_id, options);
    s->summary.other++;
    return false;
}

static void on_step(uv_idle_t *handle);

static void close_book(struct sweep *s)
{
    bool whole = s->book.n_bad == 0;
    if (!whole) {
        fprintf(s->o.out,
                "  FAILED   %zu line%s of %s cannot be read, so more may be left; delete "
                "the file when you have looked\n",
                s->book.n_bad, s->book.n_bad == 1 ? "" : "s", s->book.file.path);
        s->summary.broken++;
    }
    book_close(&s->book, whole && !s->o.dry_run && book_outstanding(&s->book) == 0);
    s->open = false;
    uv_idle_start(&s->step, on_step);
}

static void on_work_done(void *arg)
{
    struct sweep *s = arg;
    sweep_work_free(s->work);
    s->work = NULL;
    close_book(s);
}

static void work_on(struct sweep *s)
{
    struct sweep_work_options options = {.loop = s->o.loop,
                                         .registry = s->o.registry,
                                         .calls = s->o.calls,
                                         .out = s->o.out,
                                         .counts = &s->summary.counts,
                                         .done = on_work_done,
                                         .arg = s};
    const char *run_id = s->run_ids[s->next - 1];
    s->summary.swept += !book_same_run(s->last, run_id);
    s->last = run_id;
    headline(s);
    if (s->o.dry_run) {
        dry_run(s);
        close_book(s);
        return;
    }
    s->work = sweep_work_start(&options, &s->book);
    if (!s->work) {
        say(s, s->book.run_id, "out of memory", "");
        s->summary.counts.failed += book_outstanding(&s->book);
        close_book(s);
    }
}

static void open_book(struct sweep *s, const char *run_id)
{
    struct slrun_error error = {0};
    enum book_status status = book_open(&s->book, s->o.directory, run_id, &error);
    s->open = status == BOOK_READ;
    if (status == BOOK_LOCKED) {
        say(s, run_id, "not touched, it is still running, or being swept", "");
        s->summary.live++;
    } else if (status == BOOK_BROKEN) {
        say(s, run_id, "not touched, ", error.message);
        if (*error.hint)
            fprintf(s->o.out, "  hint: %s\n", error.hint);
        s->summary.broken++;
    }
    error_clear(&error);
    if (!s->open)
        return;
    if (chosen(s)) {
        work_on(s);
        return;
    }
    book_close(&s->book, false);
    s->open = false;
}

/* The run's own ledger, or that of a worker process of it: "r4k09x2mqa.3". */
static bool is_of(const char *ledger, const char *run_id)
{
    size_t n = strlen(run_id);
    return strncmp(ledger, run_id, n) == 0 && (ledger[n] == '\0' || ledger[n] == '.');
}

/* One ledger a turn. */
static void on_step(uv_idle_t *handle)
{
    struct sweep *s = handle->data;
    if (s->open) {
        uv_idle_stop(handle);
        return;
    }
    while (s->next < s->n_run_ids && s->o.run_id && !is_of(s->run_ids[s->next], s->o.run_id))
        s->next++;
    if (s->next < s->n_run_ids) {
        open_book(s, s->run_ids[s->next++]);
        return;
    }
    uv_idle_stop(handle);
    s->o.done(s->o.arg);
}

struct sweep *sweep_new(const struct sweep_options *o, struct slrun_error *error)
{
    struct sweep *s = calloc(1, sizeof *s);
    if (!s) {
        error_set(error, SLRUN_E_MEMORY, "out of memory");
        return NULL;
    }
    s->o = *o;
    s->last = "";
    if (book_list(o->directory, &s->run_ids, &s->n_run_ids, error) != 0) {
        free(s);
        return NULL;
    }
    if (!o->dry_run)
        book_tidy(o->directory);
    uv_idle_init(o->loop, &s->step);
    s->step.data = s;
    return s;
}

void sweep_start(struct sweep *s)
{
    uv_idle_start(&s->step, on_step);
}

const struct sweep_summary *sweep_summary(const struct sweep *s)
{
    return &s->summary;
}

static void closed(uv_handle_t *handle)
{
    free(handle->data);
}

void sweep_free(struct sweep *s)
{
    if (!s)
        return;
    sweep_work_free(s->work);
    if (s->open)
        book_close(&s->book, false);
    book_list_free(s->run_ids, s->n_run_ids);
    uv_close((uv_handle_t *)&s->step, closed);
}
