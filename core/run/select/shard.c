/* SPDX-License-Identifier: Apache-2.0 */
#include "run/select/shard.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "lua/language/fixture.h"
#include "run/select/durations.h"

/* What is dealt out as one: a file, or a case of it. */
struct unit {
    uint64_t weight;
    size_t first; /* item of the collection */
    size_t file;  /* all items of this file; SIZE_MAX: the one item */
    bool bound;   /* a case of the file uses a fixture of scope file */
    bool split;   /* its cases are units */
};

struct deal {
    const struct collection *c;
    uint64_t *weights;
    struct unit *units;
    size_t n_units;
    uint64_t *loads; /* of the parts */
    unsigned n;
    unsigned *of; /* each item's */
};

int shard_read(const char *text, struct shard *shard, struct slrun_error *error)
{
    char *end;
    unsigned long i = strtoul(text, &end, 10), n = *end == '/' ? strtoul(end + 1, &end, 10) : 0;
    bool digits = strspn(text, "0123456789/") == strlen(text) && *end == '\0';
    if (!digits || i < 1 || i > n || n > SHARDS_MAX) {
        error_set(error, SLRUN_E_USAGE, "--shard: '%s' is no shard", text);
        return error_hint(error, "--shard 2/4 runs the second of four parts; at most %d",
                          SHARDS_MAX);
    }
    *shard = (struct shard){(unsigned)i, (unsigned)n};
    return 0;
}

static bool uses_scope_file(const struct item *item)
{
    const struct fixture_plan *plan = item->sc->plan;
    for (size_t i = 0; plan && i < plan->n_wide; i++)
        if (plan->fixtures[i]->scope == FIXTURE_FILE)
            return true;
    return false;
}

static int heavier(const void *a, const void *b)
{
    const struct unit *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight < y->weight ? 1 : -1;
    return x->first < y->first ? -1 : x->first > y->first;
}

/* A unit for each file, `whole[file]` its number behind 1; 0: it has no case here. */
static void add_files(struct deal *d, size_t *whole)
{
    for (size_t i = 0; i < d->c->n_items; i++) {
        size_t *number = &whole[d->c->items[i].file];
        if (!*number) {
            d->units[d->n_units] = (struct unit){.first = i, .file = d->c->items[i].file};
            *number = ++d->n_units;
        }
        d->units[*number - 1].weight += d->weights[i];
        d->units[*number - 1].bound |= uses_scope_file(&d->c->items[i]);
    }
}

/* A file that is heavier than a fair share gives its place up to its cases. */
static void split_files(struct deal *d, const size_t *whole)
{
    uint64_t total = 0;
    for (size_t i = 0; i < d->n_units; i++)
        total += d->units[i].weight;
    for (size_t i = 0; i < d->n_units; i++)
        d->units[i].split = !d->units[i].bound && d->units[i].weight > total / d->n;
    for (size_t i = 0; i < d->c->n_items; i++)
        if (d->units[whole[d->c->items[i].file] - 1].split)
            d->units[d->n_units++] =
                (struct unit){.weight = d->weights[i], .first = i, .file = SIZE_MAX};
}

static unsigned lightest(const struct deal *d)
{
    unsigned best = 0;
    for (unsigned i = 1; i < d->n; i++)
        if (d->loads[i] < d->loads[best])
            best = i;
    return best;
}

/* The heaviest first. A file's part is kept in `part` until its cases are given theirs. */
static void deal_out(struct deal *d, size_t *part)
{
    qsort(d->units, d->n_units, sizeof *d->units, heavier);
    for (size_t i = 0; i < d->n_units; i++) {
        const struct unit *unit = &d->units[i];
        if (unit->split)
            continue;
        unsigned to = lightest(d);
        d->loads[to] += unit->weight;
        if (unit->file == SIZE_MAX)
            d->of[unit->first] = to;
        else
            part[unit->file] = to;
    }
    for (size_t i = 0; i < d->c->n_items; i++)
        if (d->of[i] == d->n)
            d->of[i] = (unsigned)part[d->c->items[i].file];
}

unsigned *shard_deal(const struct collection *c, unsigned n, bool split)
{
    struct deal d = {.c = c, .n = n, .weights = durations_weigh(c)};
    size_t *files = calloc(c->n_specs + 1, sizeof *files);
    d.units = calloc(c->n_items * 2 + 1, sizeof *d.units);
    d.loads = calloc(n, sizeof *d.loads);
    d.of = calloc(c->n_items + 1, sizeof *d.of);
    bool good = d.weights && files && d.units && d.loads && d.of;
    if (good) {
        for (size_t i = 0; i < c->n_items; i++)
            d.of[i] = n; /* not by itself */
        add_files(&d, files);
        if (split)
            split_files(&d, files);
        deal_out(&d, files);
    }
    free(d.weights);
    free(files);
    free(d.units);
    free(d.loads);
    if (good)
        return d.of;
    free(d.of);
    return NULL;
}

int shard_narrow(const struct shard *shard, struct collection *c, struct slrun_error *error)
{
    unsigned *of = shard_deal(c, shard->n, true);
    size_t kept = 0;
    if (!of)
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    for (size_t i = 0; i < c->n_items; i++)
        if (of[i] == shard->i - 1)
            c->items[kept++] = c->items[i];
    c->n_items = kept;
    free(of);
    return 0;
}
