/* SPDX-License-Identifier: Apache-2.0 */
#include "run/collect/pick.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/nearest.h>

#include "base/error.h"

struct named {
    const char *name;
    size_t at; /* of the case */
};

/* The cases of a spec by name, so that thousands of ids are found soon. */
struct index {
    const struct spec *spec;
    struct named *names;
    size_t n;
    bool *taken;
};

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct named *)a)->name, ((const struct named *)b)->name);
}

static int by_place(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return x < y ? -1 : x > y;
}

/* The first whose name is not before the first n bytes of `name` and "[". */
static size_t first_with(const struct index *index, const char *name, size_t n)
{
    size_t low = 0, high = index->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *other = index->names[middle].name;
        int order = strncmp(other, name, n);
        if (order < 0 || (order == 0 && (unsigned char)other[n] < '['))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void take(struct index *index, size_t at, struct pick *pick)
{
    if (!index->taken[at])
        pick->cases[pick->n++] = at;
    index->taken[at] = true;
}

/* Whether something has the name. */
static bool pick_name(struct index *index, const char *name, struct pick *pick)
{
    struct named key = {.name = name};
    size_t n = strlen(name), before = pick->n, i = first_with(index, name, n), parameters = i;
    const struct named *exact = bsearch(&key, index->names, index->n, sizeof key, by_name);
    if (exact)
        take(index, exact->at, pick);
    for (; i < index->n; i++) {
        const char *other = index->names[i].name;
        if (strncmp(other, name, n) != 0 || other[n] != '[')
            break;
        take(index, index->names[i].at, pick);
    }
    qsort(pick->cases + before, pick->n - before, sizeof *pick->cases, by_place);
    return exact || i > parameters;
}

static int not_found(const struct spec *spec, const char *path, const char *name,
                     struct slrun_error *error)
{
    struct slrun_nearest near = {.word = name};
    for (size_t i = 0; i < spec_count(spec); i++)
        slrun_nearest_offer(&near, spec_at(spec, i)->name);
    error_set(error, SLRUN_E_USAGE, "not found: %s::%s", path, name);
    if (near.best)
        return error_hint(error, "did you mean '%s::%s'?", path, near.best);
    return error_hint(error, "`slrun --collect-only -q %s` lists its cases", path);
}

static int pick_names(struct index *index, const struct spec_file *file, struct pick *pick,
                      struct slrun_error *error)
{
    for (size_t i = 0; i < index->n; i++)
        index->names[i] = (struct named){spec_at(index->spec, i)->name, i};
    qsort(index->names, index->n, sizeof *index->names, by_name);
    for (size_t i = 0; i < file->n_names; i++)
        if (!pick_name(index, file->names[i], pick))
            return not_found(index->spec, file->path, file->names[i], error);
    return 0;
}

int pick_cases(const struct spec *spec, const struct spec_file *file, struct pick *pick,
               struct slrun_error *error)
{
    size_t n = spec_count(spec);
    int result = 0;
    *pick = (struct pick){.cases = calloc(n + 1, sizeof *pick->cases)};
    struct index index = {.spec = spec,
                          .names = calloc(n + 1, sizeof *index.names),
                          .n = n,
                          .taken = calloc(n + 1, sizeof *index.taken)};
    if (!pick->cases || !index.names || !index.taken)
        result = error_set(error, SLRUN_E_MEMORY, "out of memory");
    else if (file->n_names > 0)
        result = pick_names(&index, file, pick, error);
    else
        while (pick->n < n) {
            pick->cases[pick->n] = pick->n;
            pick->n++;
        }
    free(index.names);
    free(index.taken);
    if (result != 0) {
        free(pick->cases);
        *pick = (struct pick){0};
    }
    return result;
}
