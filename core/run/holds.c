/* SPDX-License-Identifier: Apache-2.0 */
#include "run/holds.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "run/home.h"

/* Fixtures that are torn down together: those of a file, or of the run. */
struct group {
    struct hold *newest;
    size_t left; /* of a file: its cases that are not over */
    bool closing;
};

struct holds {
    struct lua_env *env;
    const struct collection *collection;
    struct holds_events events;
    struct group *files; /* one a spec; NULL: no case of the run needs such fixtures */
    struct group run;
    struct homes homes;
    struct fixture_result *results; /* the newest first; members of holds that are kept */
    struct hold *old;               /* down, or failed */
    size_t busy;
    bool closing;
    const char *interrupted; /* why no set-up is started any more; or NULL */
};

static void count_cases(struct holds *h)
{
    for (size_t i = 0; i < h->collection->n_items; i++)
        h->files[h->collection->items[i].file].left++;
}

struct holds *holds_new(struct lua_env *env, const struct collection *collection,
                        const struct holds_events *events)
{
    struct holds *h = calloc(1, sizeof *h);
    bool wide = false;
    if (!h)
        return NULL;
    *h = (struct holds){.env = env,
                        .collection = collection,
                        .events = *events,
                        .homes = {.env = env, .root = collection->root}};
    for (size_t i = 0; i < collection->n_specs; i++)
        wide |= spec_has_wide_fixtures(collection->specs[i]);
    if (!wide)
        return h;
    h->files = calloc(collection->n_specs, sizeof *h->files);
    if (!h->files) {
        free(h);
        return NULL;
    }
    count_cases(h);
    return h;
}

bool holds_needed(const struct item *item)
{
    return item->sc->plan && item->sc->plan->n_wide > 0;
}

/* Finding and making -------------------------------------------------------------------------- */

static struct group *group_of(struct holds *h, const struct fixture *fx, size_t file)
{
    return fx->scope == FIXTURE_RUN ? &h->run : &h->files[file];
}

static bool same(const struct hold *hold, const struct fixture *fx)
{
    return strcmp(hold->fx->name, fx->name) == 0 && strcmp(hold->fx->path, fx->path) == 0 &&
           (!fx->stack || strcmp(hold->fx->stack, fx->stack) == 0);
}

/* The instance that stands for `fx` of a state; NULL: none yet. */
static struct hold *find(struct holds *h, const struct fixture *fx, size_t file)
{
    for (struct hold *hold = group_of(h, fx, file)->newest; hold; hold = hold->older)
        if (same(hold, fx))
            return hold;
    for (struct hold *hold = h->old; hold; hold = hold->older)
        if (same(hold, fx) && hold->group == (fx->scope == FIXTURE_RUN ? SIZE_MAX : file))
            return hold;
    return NULL;
}

static void changed(struct hold *hold);

static struct hold *make(struct holds *h, struct fixture *fx, size_t file)
{
    char id[LIFE_ID_MAX], why[1024] = "out of memory";
    struct spec *spec = h->collection->specs[file];
    struct fixture *there = fx;
    if (fx->scope == FIXTURE_RUN && !h->events.remote) {
        spec = homes_get(&h->homes, fx, why, sizeof why);
        there = spec ? fixture_find(spec, fx->name, fx->path) : NULL;
        if (spec && !there)
            snprintf(why, sizeof why, "%s does not declare it when it is read again", fx->path);
    }
    h->events.make_id(h->events.arg, id);
    struct hold *hold =
        hold_new(h->env, there ? spec : h->collection->specs[file], there ? there : fx, id);
    if (!hold)
        return NULL;
    struct group *group = group_of(h, fx, file);
    hold->owner = h;
    hold->changed = changed;
    hold->group = fx->scope == FIXTURE_RUN ? SIZE_MAX : file;
    hold->older = group->newest;
    group->newest = hold;
    hold->result.next = h->results;
    h->results = &hold->result;
    if (!there)
        hold_fail(hold, why);
    return hold;
}

/* What `hold` uses is up: that of scope run is copied into its state. 0, or -1. */
static int copy_values(struct holds *h, struct spec *spec, struct fixture *const *fixtures,
                       size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct fixture *fx = fixtures[i];
        if (fx->scope != FIXTURE_RUN || fx->value != FIXTURE_NO_VALUE)
            continue;
        const struct hold *hold = find(h, fx, 0);
        if (!hold || !hold->value || fixture_set(spec, fx, hold->value) != 0)
            return -1;
    }
    return 0;
}

static void tell_move(struct holds *h, const struct hold *hold, bool down)
{
    const struct fixture *fx = hold->fx;
    const struct fixture_move move = {.name = fx->name,
                                      .scope = fixture_scope_name(fx->scope),
                                      .uses = fx->uses,
                                      .n_uses = fx->n_uses,
                                      .down = down};
    if (h->events.moves)
        h->events.moves(h->events.arg, &move);
}

static void start(struct holds *h, struct hold *hold)
{
    struct fixture *uses[FIXTURES_MAX];
    size_t n = fixture_wide_uses(hold->spec, hold->fx, uses);
    tell_move(h, hold, false);
    if (h->interrupted)
        hold_fail(hold, h->interrupted);
    else if (copy_values(h, hold->spec, uses, n) != 0)
        hold_fail(hold, "out of memory");
    else
        hold_start(hold);
}

/* Waiting ------------------------------------------------------------------------------------- */

void holds_get(struct holds *h, struct hold_wait *wait)
{
    const struct item *item = wait->item;
    const struct fixture_plan *plan = item->sc->plan;
    size_t end = wait->end ? wait->end : plan->n_wide;
    for (; wait->next < end; wait->next++) {
        struct fixture *fx = plan->fixtures[wait->next];
        struct hold *hold = find(h, fx, item->file);
        bool fresh = !hold;
        if (fresh && !(hold = make(h, fx, item->file))) {
            wait->ready(wait, NULL);
            return;
        }
        if (hold->state == HOLD_SETTING_UP) {
            wait->link = hold->waiting;
            hold->waiting = wait;
            if (fresh && fx->scope == FIXTURE_RUN && h->events.remote)
                h->events.remote(h->events.arg, hold, item, wait->next);
            else if (fresh)
                start(h, hold);
            return;
        }
        if (hold->state != HOLD_UP) {
            wait->ready(wait, hold);
            return;
        }
        wait->up = hold;
    }
    copy_values(h, item->spec, plan->fixtures, plan->n_wide);
    wait->ready(wait, NULL);
}

/* Those that waited, in the order in which they came. */
static void wake(struct holds *h, struct hold *hold)
{
    struct hold_wait *first = NULL;
    while (hold->waiting) {
        struct hold_wait *wait = hold->waiting;
        hold->waiting = wait->link;
        wait->link = first;
        first = wait;
    }
    while (first) {
        struct hold_wait *wait = first;
        first = wait->link;
        holds_get(h, wait);
    }
}

/* Tearing down -------------------------------------------------------------------------------- */

static void close_next(struct holds *h, struct group *group);

static bool files_down(const struct holds *h)
{
    for (size_t i = 0; h->files && i < h->collection->n_specs; i++)
        if (h->files[i].newest)
            return false;
    return true;
}

static void close_group(struct holds *h, struct group *group)
{
    if (group->closing)
        return;
    group->closing = true;
    close_next(h, group);
}

/* One is down or has failed: it leaves its group. */
static void retire(struct holds *h, struct hold *hold)
{
    struct group *group = hold->group == SIZE_MAX ? &h->run : &h->files[hold->group];
    struct hold **at = &group->newest;
    while (*at != hold)
        at = &(*at)->older;
    *at = hold->older;
    hold->older = h->old;
    h->old = hold;
}

static void changed(struct hold *hold)
{
    struct holds *h = hold->owner;
    if (hold->state == HOLD_UP) {
        wake(h, hold);
        return;
    }
    struct group *group = hold->group == SIZE_MAX ? &h->run : &h->files[hold->group];
    bool was_up = hold->state == HOLD_DOWN;
    tell_move(h, hold, true);
    retire(h, hold);
    wake(h, hold);
    h->busy -= was_up;
    h->events.down(h->events.arg, &hold->result);
    if (group->closing)
        close_next(h, group);
}

static void close_next(struct holds *h, struct group *group)
{
    if (group->newest) {
        h->busy++;
        hold_end(group->newest);
    } else if (h->closing && group == &h->run) {
        h->events.closed(h->events.arg);
    } else if (h->closing && files_down(h)) {
        close_group(h, &h->run);
    }
}

bool holds_case_done(struct holds *h, const struct item *item)
{
    if (!h->files || --h->files[item->file].left > 0)
        return false;
    close_group(h, &h->files[item->file]);
    return true;
}

size_t holds_busy(const struct holds *h)
{
    return h->busy;
}

static void interrupt_group(struct group *group, const char *why)
{
    for (struct hold *older, *hold = group->newest; hold; hold = older) {
        older = hold->older;
        hold_interrupt(hold, why);
    }
}

void holds_interrupt(struct holds *h, const char *why)
{
    h->interrupted = why;
    for (size_t i = 0; h->files && i < h->collection->n_specs; i++)
        interrupt_group(&h->files[i], why);
    interrupt_group(&h->run, why);
}

static void abandon_group(struct group *group)
{
    for (struct hold *hold = group->newest; hold; hold = hold->older)
        hold_abandon(hold);
}

void holds_abandon(struct holds *h)
{
    for (size_t i = 0; h->files && i < h->collection->n_specs; i++)
        abandon_group(&h->files[i]);
    abandon_group(&h->run);
}

void holds_close(struct holds *h)
{
    if (h->closing)
        return;
    h->closing = true;
    if (files_down(h)) {
        close_group(h, &h->run);
        return;
    }
    for (size_t i = 0; i < h->collection->n_specs; i++)
        if (h->files[i].newest)
            close_group(h, &h->files[i]);
}

const struct fixture_result *holds_results(const struct holds *h)
{
    return h->results;
}

static void free_list(struct hold *list)
{
    for (struct hold *older; list; list = older) {
        older = list->older;
        hold_free(list);
    }
}

void holds_free(struct holds *h)
{
    if (!h)
        return;
    for (size_t i = 0; h->files && i < h->collection->n_specs; i++)
        free_list(h->files[i].newest);
    free_list(h->run.newest);
    free_list(h->old);
    homes_free(&h->homes);
    free(h->files);
    free(h);
}
