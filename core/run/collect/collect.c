/* SPDX-License-Identifier: Apache-2.0 */
#include "run/collect/collect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "run/collect/conftest.h"
#include "run/collect/pick.h"

static struct collect_error *error_of(const struct collection *c, const char *path)
{
    for (size_t i = 0; i < c->n_errors; i++)
        if (strcmp(c->errors[i].path, path) == 0)
            return &c->errors[i];
    return NULL;
}

/* Takes over what `why` holds. */
static int failed(struct collection *c, const char *path, struct spec_error *why)
{
    struct collect_error *known = why->path ? error_of(c, why->path) : NULL;
    if (known) {
        known->n_specs++;
        free(why->path);
        free(why->text);
        return 0;
    }
    void *more = realloc(c->errors, (c->n_errors + 1) * sizeof *c->errors);
    char *blamed = why->path ? why->path : strdup(path);
    if (more)
        c->errors = more;
    if (!more || !blamed || !why->text) {
        free(why->text);
        free(blamed);
        return -1;
    }
    c->errors[c->n_errors++] =
        (struct collect_error){.path = blamed, .text = why->text, .n_specs = why->path != NULL};
    return 0;
}

/* A conftest.lua that failed for one spec fails for the next: it is not read again. */
static bool known_bad(struct collection *c, const struct conftests *chain)
{
    for (int i = 0; c->n_errors > 0 && i < chain->n; i++) {
        struct collect_error *error = error_of(c, chain->paths[i]);
        if (error) {
            error->n_specs++;
            return true;
        }
    }
    return false;
}

static int add_items(struct collection *c, struct spec *spec, const struct spec_file *file,
                     struct slrun_error *error)
{
    struct pick pick;
    if (pick_cases(spec, file, &pick, error) != 0)
        return -1;
    struct item *more = realloc(c->items, (c->n_items + pick.n + 1) * sizeof *more);
    if (more)
        c->items = more;
    for (size_t i = 0; i < pick.n && more; i++, c->n_items++)
        c->items[c->n_items] = (struct item){.spec = spec,
                                             .sc = spec_at(spec, pick.cases[i]),
                                             .file = c->n_specs - 1,
                                             .order = c->n_items};
    free(pick.cases);
    return more ? 0 : error_set(error, SLRUN_E_MEMORY, "out of memory");
}

static int collect_file(struct collection *c, const struct spec_file *file, struct conftests *chain,
                        struct slrun_error *error)
{
    struct spec_error why = {0};
    if (conftests_find(chain, file->path, error) != 0)
        return -1;
    if (known_bad(c, chain))
        return 0;
    struct spec_source source = {file->path, (const char *const *)chain->paths, chain->n};
    struct spec *spec = spec_load(c->env, &source, &why);
    if (spec) {
        c->specs[c->n_specs++] = spec;
        return add_items(c, spec, file, error);
    }
    if (failed(c, file->path, &why) != 0)
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    return 0;
}

/* Says of a conftest.lua that failed how much it stopped. */
static void tell_below(struct collection *c)
{
    for (size_t i = 0; i < c->n_errors; i++) {
        struct collect_error *error = &c->errors[i];
        if (error->n_specs == 0)
            continue;
        size_t n = strlen(error->text) + 64;
        char *text = malloc(n);
        if (!text)
            continue;
        snprintf(text, n, "%s\n%zu spec file%s below it %s not collected", error->text,
                 error->n_specs, error->n_specs == 1 ? "" : "s",
                 error->n_specs == 1 ? "is" : "are");
        free(error->text);
        error->text = text;
    }
}

int collect(struct lua_env *env, const struct spec_files *files, struct collection *c,
            struct slrun_error *error)
{
    struct conftests chain;
    *c = (struct collection){
        .env = env, .root = files->root, .specs = calloc(files->n + 1, sizeof *c->specs)};
    int result = c->specs ? 0 : error_set(error, SLRUN_E_MEMORY, "out of memory");
    conftests_init(&chain, files->root);
    for (size_t i = 0; i < files->n && result == 0; i++)
        result = collect_file(c, &files->files[i], &chain, error);
    conftests_free(&chain);
    tell_below(c);
    if (result != 0)
        collect_free(c);
    return result;
}

void collect_free(struct collection *c)
{
    for (size_t i = 0; i < c->n_specs; i++)
        spec_free(c->specs[i]);
    for (size_t i = 0; i < c->n_errors; i++) {
        free(c->errors[i].path);
        free(c->errors[i].text);
    }
    free(c->errors);
    free(c->items);
    free(c->specs);
    *c = (struct collection){0};
}
