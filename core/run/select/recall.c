/* SPDX-License-Identifier: Apache-2.0 */
#include "run/select/recall.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/error.h"
#include "run/select/cache.h"

enum { ID_MAX = 1024 * 1024 };

static const char *const file_failed = "lastfailed", *const file_known = "nodeids",
                         *const file_step = "stepwise";

/* Of the item; it lives in `out`. */
static const char *id_of(const struct item *item, struct buf *out)
{
    buf_clear(out);
    buf_printf(out, "%s::%s", spec_path(item->spec), item->sc->name);
    return buf_str(out);
}

static const char *plural(size_t n)
{
    return n == 1 ? "" : "s";
}

/* Which items are in an object of ids; `n`: how many. NULL: out of memory. */
static bool *marked(const struct collection *c, const json_t *ids, size_t *n)
{
    struct buf id = BUF_INIT(ID_MAX);
    bool *marks = calloc(c->n_items + 1, sizeof *marks);
    *n = 0;
    for (size_t i = 0; i < c->n_items && marks; i++) {
        marks[i] = json_object_get(ids, id_of(&c->items[i], &id)) != NULL;
        *n += marks[i];
    }
    buf_free(&id);
    return marks;
}

static void read_failed(struct recall *r)
{
    r->failed = cache_read(file_failed);
    if (!json_is_object(r->failed)) {
        json_decref(r->failed);
        r->failed = json_object();
    }
}

void recall_narrow(struct recall *r, struct collection *c)
{
    size_t n, kept = 0;
    if (!r->o.last_failed && !r->o.failed_first)
        return;
    read_failed(r);
    bool *marks = r->o.last_failed && !r->o.failed_first ? marked(c, r->failed, &n) : NULL;
    for (size_t i = 0; i < c->n_items && marks && n > 0; i++)
        if (marks[i])
            c->items[kept++] = c->items[i];
    if (marks && n > 0)
        c->n_items = kept;
    free(marks);
}

/* Orders ------------------------------------------------------------------------------------- */

/* The marked first, each part in its order. */
static int first(struct collection *c, const bool *marks)
{
    struct item *items = malloc((c->n_items + 1) * sizeof *items);
    size_t n = 0;
    if (!items)
        return -1;
    for (int part = 1; part >= 0; part--)
        for (size_t i = 0; i < c->n_items; i++)
            if (marks[i] == part)
                items[n++] = c->items[i];
    free(c->items);
    c->items = items;
    return 0;
}

static int failed_first(struct recall *r, struct collection *c)
{
    size_t n, known = json_object_size(r->failed);
    bool *marks = marked(c, r->failed, &n);
    int result = marks && r->o.failed_first && n > 0 ? first(c, marks) : marks ? 0 : -1;
    free(marks);
    if (known == 0)
        snprintf(r->status, sizeof r->status,
                 "run-last-failure: no previously failed tests, %sdeselecting %s.",
                 r->o.none ? "" : "not ", r->o.none ? "all items" : "items");
    else if (n == 0)
        snprintf(r->status, sizeof r->status,
                 "run-last-failure: %zu known failure%s not in selected tests", known,
                 plural(known));
    else
        snprintf(r->status, sizeof r->status, "run-last-failure: rerun previous %zu failure%s%s", n,
                 plural(n), r->o.failed_first ? " first" : "");
    if (known == 0 && r->o.none) {
        c->n_deselected += c->n_items;
        c->n_items = 0;
    }
    return result;
}

struct aged {
    struct item item;
    struct timespec changed;
    size_t at;
};

static int newest_first(const void *a, const void *b)
{
    const struct aged *x = a, *y = b;
    if (x->changed.tv_sec != y->changed.tv_sec)
        return x->changed.tv_sec < y->changed.tv_sec ? 1 : -1;
    if (x->changed.tv_nsec != y->changed.tv_nsec)
        return x->changed.tv_nsec < y->changed.tv_nsec ? 1 : -1;
    return x->at < y->at ? -1 : x->at > y->at;
}

static int by_age(struct collection *c)
{
    struct aged *aged = calloc(c->n_items + 1, sizeof *aged);
    struct stat st;
    if (!aged)
        return -1;
    for (size_t i = 0; i < c->n_items; i++) {
        aged[i] = (struct aged){.item = c->items[i], .at = i};
        if (i > 0 && c->items[i].spec == c->items[i - 1].spec)
            aged[i].changed = aged[i - 1].changed;
        else if (stat(spec_path(c->items[i].spec), &st) == 0)
            aged[i].changed = st.st_mtim;
    }
    qsort(aged, c->n_items, sizeof *aged, newest_first);
    for (size_t i = 0; i < c->n_items; i++)
        c->items[i] = aged[i].item;
    free(aged);
    return 0;
}

static int new_first(struct collection *c)
{
    size_t n;
    json_t *known = cache_read(file_known);
    int result = by_age(c);
    bool *marks = result == 0 ? marked(c, known, &n) : NULL;
    json_decref(known);
    for (size_t i = 0; i < c->n_items && marks; i++)
        marks[i] = !marks[i];
    result = marks ? first(c, marks) : -1;
    free(marks);
    return result;
}

static void step(struct recall *r, struct collection *c)
{
    struct buf id = BUF_INIT(ID_MAX);
    json_t *kept = cache_read(file_step);
    const char *last = json_string_value(kept);
    size_t at = 0;
    while (last && at < c->n_items && strcmp(id_of(&c->items[at], &id), last) != 0)
        at++;
    if (!last) {
        snprintf(r->status, sizeof r->status,
                 "stepwise: no previously failed tests, not skipping.");
    } else if (at == c->n_items) {
        snprintf(r->status, sizeof r->status,
                 "stepwise: previously failed test not found, not skipping.");
    } else {
        snprintf(r->status, sizeof r->status, "stepwise: skipping %zu already passed item%s.", at,
                 plural(at));
        memmove(c->items, c->items + at, (c->n_items - at) * sizeof *c->items);
        c->n_items -= at;
        c->n_deselected += at;
    }
    json_decref(kept);
    buf_free(&id);
}

int recall_order(struct recall *r, struct collection *c, struct slrun_error *error)
{
    int result = 0;
    if (r->failed)
        result = failed_first(r, c);
    if (r->o.new_first && result == 0)
        result = new_first(c);
    if (r->o.stepwise)
        step(r, c);
    return result == 0 ? 0 : error_set(error, SLRUN_E_MEMORY, "out of memory");
}

size_t recall_max_failures(const struct recall *r, size_t otherwise)
{
    return r->o.stepwise ? r->o.stepwise_skip ? 2 : 1 : otherwise;
}

/* Keeping ------------------------------------------------------------------------------------- */

struct outcome_of_run {
    const struct recall *recall;
    const struct collection *collection;
    const struct run_summary *summary;
};

static bool is_bad(const struct result *r)
{
    return outcome_fails(r->outcome) || r->problems;
}

static json_t *change_failed(void *arg, json_t *before)
{
    const struct outcome_of_run *o = arg;
    struct buf id = BUF_INIT(ID_MAX);
    json_t *now = json_is_object(before) ? json_copy(before) : json_object();
    for (size_t i = 0; i < o->summary->n_results && now; i++) {
        const struct result *r = &o->summary->results[i];
        if (!r->name)
            continue;
        if (is_bad(r))
            json_object_set_new(now, id_of(&o->collection->items[i], &id), json_true());
        else if (!r->interrupted)
            json_object_del(now, id_of(&o->collection->items[i], &id));
    }
    buf_free(&id);
    bool same = before ? json_equal(now, before) : json_object_size(now) == 0;
    if (!same)
        return now;
    json_decref(now);
    return NULL;
}

static json_t *change_known(void *arg, json_t *before)
{
    const struct outcome_of_run *o = arg;
    struct buf id = BUF_INIT(ID_MAX);
    json_t *now = json_is_object(before) ? json_copy(before) : json_object();
    for (size_t i = 0; i < o->collection->n_items && now; i++)
        json_object_set_new(now, id_of(&o->collection->items[i], &id), json_true());
    buf_free(&id);
    return now;
}

/* The last that failed: with --sw-skip the first was passed over. */
static json_t *change_step(void *arg, json_t *before)
{
    const struct outcome_of_run *o = arg;
    struct buf id = BUF_INIT(ID_MAX);
    json_t *now = json_null();
    bool skip = o->recall->o.stepwise_skip;
    (void)before;
    for (size_t i = 0; i < o->summary->n_results; i++) {
        const struct result *r = &o->summary->results[i];
        if (!r->name || !is_bad(r))
            continue;
        now = json_string(id_of(&o->collection->items[i], &id));
        if (!skip)
            break;
        skip = false;
        json_decref(now);
        now = json_null();
    }
    buf_free(&id);
    return now;
}

/* Whether a file must be looked at: most runs pass, and keep nothing. */
static bool all_well(const struct run_summary *s)
{
    return outcomes_failing(s->counts) == 0;
}

int recall_keep(const struct recall *r, const struct collection *c, const struct run_summary *s,
                struct slrun_error *error)
{
    struct outcome_of_run o = {r, c, s};
    struct stat st;
    bool none = all_well(s) && stat(CACHE_DIRECTORY "/lastfailed", &st) != 0;
    if (!none && cache_change(file_failed, change_failed, &o, error) != 0)
        return -1;
    if (r->o.new_first && cache_change(file_known, change_known, &o, error) != 0)
        return -1;
    return r->o.stepwise ? cache_change(file_step, change_step, &o, error) : 0;
}

void recall_free(struct recall *r)
{
    json_decref(r->failed);
    r->failed = NULL;
}
