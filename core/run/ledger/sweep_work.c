/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A case of the dead run is put together again: its open entries go back on a stack of clean-ups,
 * and the language's own teardown runs it. So a sweep and a run undo in the same way.
 */
#include "run/ledger/sweep_work.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "lua/failure.h"
#include "lua/language/case_t.h"
#include "lua/language/chunk.h"
#include "lua/operation/undo.h"

enum { TICK_MS = 500 };

/* A place in which one case after the other is cleaned up. */
struct place {
    struct sweep_work *work;
    struct coro_case of;
    struct coro *coro; /* NULL: free */
    uint64_t deadline_ns;
};

struct sweep_work {
    struct lua_journal journal; /* first: hears what is undone */
    struct sweep_work_options o;
    struct book *book;
    struct lua_env env;
    struct spec *spec;
    size_t *order; /* open entries: claims before undos, those of a case together */
    size_t n_order, next;
    struct place places[SWEEP_JOBS];
    bool sure;
    bool claims_run; /* until the last claim is over */
    uv_idle_t step;
    uv_timer_t tick;
    int handles;
};

static const char *case_of(const struct book *book, size_t i)
{
    const char *id = json_string_value(json_object_get(book->entries[i].fields, "id"));
    return id ? id : "";
}

bool sweep_owns(const struct book *book, const struct book_entry *e)
{
    const char *name = json_string_value(json_object_get(e->fields, "name"));
    bool told =
        (name && strstr(name, book->run_id)) || json_is_object(json_object_get(e->fields, "tags"));
    return e->claim || (told && !json_is_true(json_object_get(e->fields, "foreign")));
}

static void tell(const struct sweep_work *w, const char *verb, const char *label, const char *why)
{
    fprintf(w->o.out, "  %-8s %s%s%s\n", verb, label, *why ? ": " : "", why);
}

static void save(struct sweep_work *w, size_t i, enum book_state state)
{
    struct slrun_error error = {0};
    if (book_mark(w->book, i, state, &error) != 0)
        fprintf(w->o.out, "  %s\n", error.message); /* the next sweep finds it gone */
    error_clear(&error);
}

/* What is not the run's stays, and no later sweep looks at it again. */
static void keep(struct sweep_work *w, size_t i, const char *why)
{
    char label[512];
    tell(w, "kept", book_label(&w->book->entries[i], label, sizeof label), why);
    w->o.counts->kept++;
    save(w, i, BOOK_VOID);
}

/* The journal of a sweep: nothing is noted in it. */
static int64_t note(struct lua_journal *journal, const char *type, json_t *fields,
                    struct slrun_error *error)
{
    (void)journal;
    (void)type;
    (void)error;
    json_decref(fields);
    return 0;
}

static void mark(struct lua_journal *journal, int64_t number, const char *what, json_t *fields)
{
    struct sweep_work *w = (struct sweep_work *)(void *)journal;
    char label[512];
    const char *why = json_string_value(json_object_get(fields, "why"));
    bool known = number >= 1 && (size_t)number <= w->book->n_entries;
    if (known && strcmp(what, "void") == 0) {
        keep(w, (size_t)number - 1, why ? why : "");
    } else if (known && strcmp(what, "done") == 0) {
        const struct book_entry *e = &w->book->entries[number - 1];
        tell(w, e->claim ? "emptied" : "removed", book_label(e, label, sizeof label),
             why ? why : "");
        w->o.counts->undone++;
        save(w, (size_t)number - 1, BOOK_DONE);
    }
    json_decref(fields);
}

static void on_phase(struct coro_case *of, const char *phase)
{
    (void)of;
    (void)phase;
}

static void on_problem(struct coro_case *of, const char *what, const char *summary,
                       const char *text)
{
    const struct place *p = of->owner;
    (void)text;
    tell(p->work, "FAILED", what, summary);
}

static void on_step(uv_idle_t *handle);

static void case_over(struct place *p)
{
    struct sweep_work *w = p->work;
    buf_free(&p->of.notes);
    case_t_free(w->spec, &p->of);
    coro_free(p->coro);
    p->coro = NULL;
    uv_idle_start(&w->step, on_step);
}

static void on_ended(struct coro *coro, enum coro_end end)
{
    struct place *p = coro->owner;
    struct failure failure = {0};
    if (end == CORO_ERROR) {
        failure_of_error(coro, &failure);
        tell(p->work, "FAILED", p->of.id, failure.summary);
        failure_free(&failure);
    } else if (end == CORO_CUT) {
        tell(p->work, "FAILED", p->of.id, "given up after 10 minutes");
    }
    case_over(p);
}

static bool next_is_claim(const struct sweep_work *w)
{
    return w->book->entries[w->order[w->next]].claim;
}

/* Puts the next case's entries on the stack of a new `t`. */
static bool restore(struct place *p)
{
    struct sweep_work *w = p->work;
    struct failure failure = {0};
    const char *id = case_of(w->book, w->order[w->next]);
    struct slrun_error error = {0};
    char label[512];
    p->of.id = p->of.name = id;
    if (case_t_make(w->spec, spec_blank_case.values, &p->of, &failure) != 0) {
        tell(w, "FAILED", id, failure.summary);
        failure_free(&failure);
        w->next++;
        return false;
    }
    bool claims = next_is_claim(w);
    for (; w->next < w->n_order && next_is_claim(w) == claims; w->next++) {
        size_t i = w->order[w->next];
        const struct book_entry *e = &w->book->entries[i];
        if (strcmp(case_of(w->book, i), id) != 0)
            break;
        const struct undo_entry entry = {.fields = e->fields, .sure = w->sure || e->made};
        if (undo_restore(w->spec, p->of.t, &entry, &error) != 0)
            tell(w, "FAILED", book_label(e, label, sizeof label), error.message);
    }
    error_clear(&error);
    return true;
}

static void start(struct place *p)
{
    struct sweep_work *w = p->work;
    const struct coro_work work = {.part = CORO_TEARDOWN, .definition = spec_blank_case.definition};
    p->of = (struct coro_case){.role = CORO_OF_SWEEP,
                               .notes = BUF_INIT(NOTE_MAX),
                               .phase = on_phase,
                               .problem = on_problem,
                               .closing = true,
                               .owner = p};
    if (!restore(p))
        return;
    p->coro = coro_new(w->spec, &p->of);
    if (!p->coro) {
        tell(w, "FAILED", p->of.id, "out of memory");
        case_t_free(w->spec, &p->of);
        return;
    }
    p->coro->owner = p;
    p->coro->ended = on_ended;
    p->deadline_ns = clock_mono_ns() + (uint64_t)SWEEP_CASE_MS * 1000000u;
    p->coro->cut_ns = p->deadline_ns;
    if (coro_start(p->coro, &work) != 0) {
        tell(w, "FAILED", p->of.id, "out of memory");
        case_over(p);
    }
}

static bool running(const struct sweep_work *w)
{
    for (size_t i = 0; i < SWEEP_JOBS; i++)
        if (w->places[i].coro)
            return true;
    return false;
}

/* A case may own data in what another, or a fixture, has made: nothing is removed before all claims
 * are empty. */
static bool may_start(struct sweep_work *w)
{
    if (w->next == w->n_order)
        return false;
    if (!next_is_claim(w) && w->claims_run) {
        if (running(w))
            return false;
        w->claims_run = false;
    }
    return true;
}

/* Starts what may start; without anything left, the work is done. */
static void on_step(uv_idle_t *handle)
{
    struct sweep_work *w = handle->data;
    uv_idle_stop(handle);
    for (size_t i = 0; i < SWEEP_JOBS; i++)
        while (!w->places[i].coro && may_start(w))
            start(&w->places[i]);
    if (running(w))
        return;
    uv_timer_stop(&w->tick);
    w->o.counts->failed += book_outstanding(w->book);
    w->o.done(w->o.arg);
}

static void on_tick(uv_timer_t *timer)
{
    struct sweep_work *w = timer->data;
    uint64_t now = clock_mono_ns();
    for (size_t i = 0; i < SWEEP_JOBS; i++) {
        struct place *p = &w->places[i];
        if (!p->coro || now < p->deadline_ns)
            continue;
        coro_cancel(p->coro);
        tell(w, "FAILED", p->of.id, "given up after 10 minutes");
        case_over(p);
    }
}

struct pair {
    bool claim;
    const char *id;
    size_t i;
};

static int by_case(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    int c = x->claim != y->claim ? y->claim - x->claim : strcmp(x->id, y->id);
    return c ? c : (x->i > y->i) - (x->i < y->i);
}

/* What is not the run's is told of and settled; the rest is put in order. */
static bool plan(struct sweep_work *w)
{
    struct pair *pairs = calloc(w->book->n_entries + 1, sizeof *pairs);
    w->order = calloc(w->book->n_entries + 1, sizeof *w->order);
    for (size_t i = 0; pairs && w->order && i < w->book->n_entries; i++) {
        const struct book_entry *e = &w->book->entries[i];
        if (e->state != BOOK_OPEN)
            continue;
        if (sweep_owns(w->book, e)) {
            pairs[w->n_order++] = (struct pair){e->claim, case_of(w->book, i), i};
            continue;
        }
        keep(w, i, "the run's id is not in its name: it may be somebody else's");
    }
    if (pairs)
        qsort(pairs, w->n_order, sizeof *pairs, by_case);
    for (size_t i = 0; pairs && w->order && i < w->n_order; i++)
        w->order[i] = pairs[i].i;
    free(pairs);
    return pairs && w->order;
}

struct sweep_work *sweep_work_start(const struct sweep_work_options *o, struct book *book)
{
    struct sweep_work *w = calloc(1, sizeof *w);
    if (!w)
        return NULL;
    w->journal = (struct lua_journal){.note = note, .mark = mark, .tells = true};
    w->o = *o;
    w->book = book;
    w->claims_run = true;
    w->sure = clock_wall_ms() / 1000 - book->written_s > SWEEP_FRESH_S;
    w->env = (struct lua_env){.loop = o->loop,
                              .registry = o->registry,
                              .calls = o->calls,
                              .target = book->identity.target,
                              .run_id = book->run_id,
                              .journal = &w->journal};
    w->spec = spec_blank(&w->env, "sweep");
    for (size_t i = 0; i < SWEEP_JOBS; i++)
        w->places[i].work = w;
    uv_idle_init(o->loop, &w->step);
    uv_timer_init(o->loop, &w->tick);
    w->step.data = w->tick.data = w;
    w->handles = 2;
    if (!w->spec || !plan(w)) {
        sweep_work_free(w);
        return NULL;
    }
    uv_timer_start(&w->tick, on_tick, TICK_MS, TICK_MS);
    uv_idle_start(&w->step, on_step);
    return w;
}

static void closed(uv_handle_t *handle)
{
    struct sweep_work *w = handle->data;
    if (--w->handles == 0)
        free(w);
}

void sweep_work_free(struct sweep_work *w)
{
    if (!w)
        return;
    for (size_t i = 0; i < SWEEP_JOBS; i++) {
        if (!w->places[i].coro)
            continue;
        coro_cancel(w->places[i].coro);
        case_over(&w->places[i]);
    }
    coro_drain(&w->env);
    spec_free(w->spec);
    chunk_free(w->env.chunks);
    free(w->order);
    uv_close((uv_handle_t *)&w->step, closed);
    uv_close((uv_handle_t *)&w->tick, closed);
}
