/* SPDX-License-Identifier: Apache-2.0 */
#include "run/select/order.h"

#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "lua/language/marks.h"
#include "run/worker/deal.h"

/* Cases in a row; made when the first comes. */
struct row {
    size_t *items;
    size_t first, n, cap;
};

struct group {
    const char *name;
    bool busy;
    struct row waiting;
    struct group *next;
};

/* Cases that run in one place (a worker process). */
struct lane {
    struct deal_file file; /* that it has taken last */
    size_t started;        /* items of it */
    size_t busy;
    bool asked, hungry;
};

struct order {
    const struct collection *collection;
    bool one_at_a_time;
    size_t *shuffled; /* items; NULL: in the order of collection */
    size_t next;      /* of them */
    size_t started;   /* cases given out */
    struct group *groups;
    struct row ready; /* of groups that have come free */
    struct row alone;
    struct lane *lanes; /* NULL: all run in one place, and the caller counts */
    struct order_lanes with;
    struct deal *deal;
    unsigned turn;
};

static bool row_add(struct row *row, size_t item)
{
    if (row->n == row->cap) {
        size_t cap = row->cap ? row->cap * 2 : 16;
        size_t *more = realloc(row->items, cap * sizeof *more);
        if (!more)
            return false;
        row->items = more;
        row->cap = cap;
    }
    row->items[row->n++] = item;
    return true;
}

static bool row_take(struct row *row, size_t *item)
{
    if (row->first == row->n)
        return false;
    *item = row->items[row->first++];
    return true;
}

static struct lane *lane_of(const struct order *o, size_t item)
{
    return o->lanes ? &o->lanes[o->with.of[o->collection->items[item].file]] : NULL;
}

static bool has_room(const struct order *o, size_t item)
{
    const struct lane *lane = lane_of(o, item);
    return !lane || lane->busy < o->with.most;
}

/* The first whose lane has room. */
static bool row_take_fitting(const struct order *o, struct row *row, size_t *item)
{
    size_t at = row->first;
    while (at < row->n && !has_room(o, row->items[at]))
        at++;
    if (at == row->n)
        return false;
    *item = row->items[at];
    memmove(row->items + row->first + 1, row->items + row->first,
            (at - row->first) * sizeof *row->items);
    row->first++;
    return true;
}

struct order *order_new(const struct collection *collection, bool one_at_a_time)
{
    struct order *o = calloc(1, sizeof *o);
    if (o)
        *o = (struct order){.collection = collection, .one_at_a_time = one_at_a_time};
    return o;
}

void order_free(struct order *o)
{
    if (!o)
        return;
    for (struct group *next, *g = o->groups; g; g = next) {
        next = g->next;
        free(g->waiting.items);
        free(g);
    }
    free(o->ready.items);
    free(o->alone.items);
    free(o->lanes);
    deal_free(o->deal);
    free(o->shuffled);
    free(o);
}

/* Fisher and Yates. The few orders that are a little more likely than others harm no test. */
bool order_shuffle(struct order *o, uint32_t seed)
{
    size_t n = o->collection->n_items;
    uint64_t state[2] = {seed, ~(uint64_t)seed};
    o->shuffled = malloc((n + 1) * sizeof *o->shuffled);
    if (!o->shuffled)
        return false;
    for (int i = 0; i < 16; i++) /* until bits of the seed are everywhere */
        (void)random_next(state);
    for (size_t i = 0; i < n; i++) {
        size_t k = random_next(state) % (i + 1);
        o->shuffled[i] = o->shuffled[k];
        o->shuffled[k] = i;
    }
    return true;
}

static const struct spec_marks *marks_of(const struct order *o, size_t item)
{
    return o->one_at_a_time ? NULL : o->collection->items[item].sc->marks;
}

/* NULL: out of memory, and the case is then started as any other. */
static struct group *group_of(struct order *o, const char *name)
{
    struct group *g = o->groups;
    while (g && strcmp(g->name, name) != 0)
        g = g->next;
    if (!g && (g = calloc(1, sizeof *g))) {
        *g = (struct group){.name = name, .next = o->groups};
        o->groups = g;
    }
    return g;
}

/* Whether the case has to wait; it is then kept for later. */
static bool put_off(struct order *o, size_t item)
{
    const struct spec_marks *marks = marks_of(o, item);
    if (!marks || marks_skip(marks))
        return false;
    if (marks->alone)
        return row_add(&o->alone, item);
    struct group *g = marks->group ? group_of(o, marks->group) : NULL;
    if (g && g->busy)
        return row_add(&g->waiting, item);
    if (g)
        g->busy = true;
    return false;
}

static bool is_dry(const struct lane *lane)
{
    return lane->started == lane->file.n;
}

static bool take_file(struct order *o, struct lane *lane)
{
    if ((lane->busy > 0 && !lane->hungry) || !deal_next(o->deal, &lane->file))
        return false;
    lane->started = 0;
    lane->asked = lane->hungry = false;
    o->with.of[lane->file.file] = (unsigned)(lane - o->lanes);
    return true;
}

static bool take_of_lane(struct order *o, struct lane *lane, size_t *item)
{
    while (lane->busy < o->with.most && (!is_dry(lane) || take_file(o, lane))) {
        *item = lane->file.items[lane->started++];
        if (!put_off(o, *item))
            return true;
    }
    return false;
}

static bool take_of_lanes(struct order *o, size_t *item)
{
    for (unsigned i = 0; i < o->with.n; i++) {
        unsigned at = (o->turn + i) % o->with.n;
        if (take_of_lane(o, &o->lanes[at], item)) {
            o->turn = at + 1;
            return true;
        }
    }
    return false;
}

/* The next that need not wait. */
static bool take_next(struct order *o, size_t *item)
{
    if (o->lanes)
        return take_of_lanes(o, item);
    while (o->next < o->collection->n_items) {
        *item = o->shuffled ? o->shuffled[o->next] : o->next;
        o->next++;
        if (!put_off(o, *item))
            return true;
    }
    return false;
}

bool order_next(struct order *o, size_t busy, size_t *item)
{
    if (o->one_at_a_time && busy > 0)
        return false;
    bool found = row_take_fitting(o, &o->ready, item) || take_next(o, item);
    /* once nothing runs and nothing else is left, no group has a case that waits */
    if (!found && busy == 0)
        found = row_take(&o->alone, item);
    o->started += found;
    if (found && o->lanes)
        lane_of(o, *item)->busy++;
    return found;
}

bool order_lanes(struct order *o, const struct order_lanes *lanes)
{
    const struct deal_options files = {
        .collection = o->collection, .order = o->shuffled, .weights = lanes->weights};
    o->with = *lanes;
    o->lanes = calloc(lanes->n, sizeof *o->lanes);
    o->deal = o->lanes ? deal_new(&files) : NULL;
    return o->deal != NULL;
}

bool order_dry(struct order *o, unsigned *lane)
{
    if (!o->lanes || !deal_left(o->deal))
        return false;
    for (*lane = 0; *lane < o->with.n; ++*lane) {
        struct lane *l = &o->lanes[*lane];
        if (is_dry(l) && l->busy > 0 && !l->asked) {
            l->asked = true;
            return true;
        }
    }
    return false;
}

void order_feed(struct order *o, unsigned lane)
{
    o->lanes[lane].hungry = o->lanes[lane].asked;
}

void order_done(struct order *o, size_t item)
{
    size_t next;
    const struct spec_marks *marks = marks_of(o, item);
    if (o->lanes)
        lane_of(o, item)->busy--;
    if (!marks || !marks->group || marks->alone || marks_skip(marks))
        return;
    struct group *g = group_of(o, marks->group);
    if (!g)
        return;
    g->busy = row_take(&g->waiting, &next) && row_add(&o->ready, next);
}

bool order_left(const struct order *o)
{
    return o->started < o->collection->n_items;
}
