/* SPDX-License-Identifier: Apache-2.0 */
#include "run/collect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/nearest.h"
#include "run/conftest.h"

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

/* "name" selects all of name[...] too, as pytest's node ids do. */
static bool selected_by(const char *name, const char *wanted)
{
    size_t n = strlen(wanted);
    return strncmp(name, wanted, n) == 0 && (name[n] == '\0' || name[n] == '[');
}

static bool selected(const struct spec_file *file, const char *name)
{
    for (size_t i = 0; i < file->n_names; i++)
        if (selected_by(name, file->names[i]))
            return true;
    return file->n_names == 0;
}

static int add_items(struct collection *c, struct spec *spec, const struct spec_file *file)
{
    size_t n = spec_count(spec);
    struct item *more = realloc(c->items, (c->n_items + n + 1) * sizeof *more);
    if (!more)
        return -1;
    c->items = more;
    for (size_t i = 0; i < n; i++)
        if (selected(file, spec_at(spec, i)->name))
            c->items[c->n_items++] =
                (struct item){.spec = spec, .sc = spec_at(spec, i), .file = c->n_specs - 1};
    return 0;
}

static int check_names(const struct spec *spec, const struct spec_file *file,
                       struct slrun_error *error)
{
    for (size_t i = 0; i < file->n_names; i++) {
        struct nearest near = NEAREST_INIT(file->names[i]);
        bool found = false;
        for (size_t k = 0; k < spec_count(spec) && !found; k++) {
            found = selected_by(spec_at(spec, k)->name, file->names[i]);
            nearest_offer(&near, spec_at(spec, k)->name);
        }
        if (found)
            continue;
        error_set(error, SLRUN_E_USAGE, "not found: %s::%s", file->path, file->names[i]);
        if (near.best)
            return error_hint(error, "did you mean '%s::%s'?", file->path, near.best);
        return error_hint(error, "`slrun --collect-only -q %s` lists its cases", file->path);
    }
    return 0;
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
        if (check_names(spec, file, error) != 0)
            return -1;
    }
    if ((spec ? add_items(c, spec, file) : failed(c, file->path, &why)) != 0)
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
