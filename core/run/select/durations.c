/* SPDX-License-Identifier: Apache-2.0 */
#include "run/select/durations.h"

#include <math.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/error.h"
#include "run/select/cache.h"

enum { ID_MAX = 1024 * 1024 };

static const char *const file_name = "durations";

/* 0: not known. */
static uint64_t known_us(const json_t *all, const char *path, const char *name, struct buf *id)
{
    buf_clear(id);
    buf_printf(id, "%s::%s", path, name);
    double seconds = json_number_value(json_object_get(all, buf_str(id)));
    if (!(seconds > 0) || seconds > DURATIONS_MOST_SECONDS)
        return 0;
    uint64_t us = (uint64_t)(seconds * 1e6);
    return us > DURATIONS_LEAST_US ? us : DURATIONS_LEAST_US;
}

uint64_t *durations_weigh(const struct collection *c)
{
    uint64_t *weights = calloc(c->n_items + 1, sizeof *weights), sum = 0;
    struct buf id = BUF_INIT(ID_MAX);
    json_t *all = cache_read(file_name);
    size_t n = 0;
    for (size_t i = 0; weights && i < c->n_items; i++) {
        const struct item *item = &c->items[i];
        weights[i] = known_us(all, spec_path(item->spec), item->sc->name, &id);
        sum += weights[i];
        n += weights[i] > 0;
    }
    uint64_t mean = n ? sum / n : DURATIONS_LEAST_US;
    for (size_t i = 0; weights && i < c->n_items; i++)
        if (weights[i] == 0)
            weights[i] = mean;
    json_decref(all);
    buf_free(&id);
    return weights;
}

struct news {
    const struct duration *durations;
    size_t n;
};

/* Where too many are known (of cases that are no more), only the new ones stay. */
static json_t *change(void *arg, json_t *before)
{
    const struct news *news = arg;
    bool keep = json_is_object(before) && json_object_size(before) + news->n <= DURATIONS_MAX;
    json_t *now = keep ? json_copy(before) : json_object();
    for (size_t i = 0; i < news->n && now; i++) {
        double rounded = round(news->durations[i].seconds * 1000) / 1000;
        json_object_set_new(now, news->durations[i].id, json_real(rounded));
    }
    return now;
}

static int durations_keep(const struct duration *durations, size_t n, struct slrun_error *error)
{
    struct news news = {durations, n};
    return n ? cache_change(file_name, change, &news, error) : 0;
}

/* Whether what it took is what it takes. */
static bool counts(const struct result *r)
{
    return r->name && r->outcome != OUTCOME_SKIPPED && !r->interrupted;
}

/* An id of malloc's. */
static char *id_of(const struct result *r)
{
    struct buf id = BUF_INIT(ID_MAX);
    buf_printf(&id, "%s::%s", r->path, r->name);
    if (!id.failed)
        return id.data;
    buf_free(&id);
    return NULL;
}

int durations_keep_run(const struct run_summary *s, struct slrun_error *error)
{
    struct duration *list = calloc(s->n_results + 1, sizeof *list);
    size_t n = 0;
    if (!list)
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    for (size_t i = 0; i < s->n_results; i++) {
        const struct result *r = &s->results[i];
        char *id = counts(r) ? id_of(r) : NULL;
        if (id)
            list[n++] = (struct duration){id, r->seconds};
    }
    int result = durations_keep(list, n, error);
    for (size_t i = 0; i < n; i++)
        free((char *)list[i].id);
    free(list);
    return result;
}
