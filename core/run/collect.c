/* SPDX-License-Identifier: Apache-2.0 */
#include "run/collect.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/nearest.h"

static int failed(struct collection *c, const char *path, char *text)
{
    void *more = realloc(c->errors, (c->n_errors + 1) * sizeof *c->errors);
    char *copy = strdup(path);
    if (!more || !copy) {
        free(text);
        free(copy);
        return -1;
    }
    c->errors = more;
    c->errors[c->n_errors++] = (struct collect_error){.path = copy, .text = text};
    return 0;
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
    for (size_t i = 0; i < n; i++) {
        if (selected(file, spec_at(spec, i)->name))
            c->items[c->n_items++] = (struct item){.spec = spec, .sc = spec_at(spec, i)};
        else
            c->n_deselected++;
    }
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

int collect(struct lua_env *env, const struct spec_files *files, struct collection *c,
            struct slrun_error *error)
{
    *c = (struct collection){.specs = calloc(files->n + 1, sizeof *c->specs)};
    int result = c->specs ? 0 : error_set(error, SLRUN_E_MEMORY, "out of memory");
    for (size_t i = 0; i < files->n && result == 0; i++) {
        struct spec_error why = {0};
        struct spec *spec = spec_load(env, files->files[i].path, &why);
        if (spec) {
            c->specs[c->n_specs++] = spec;
            result = check_names(spec, &files->files[i], error);
        }
        if (result == 0 && (spec ? add_items(c, spec, &files->files[i])
                                 : failed(c, files->files[i].path, why.text)) != 0)
            result = error_set(error, SLRUN_E_MEMORY, "out of memory");
    }
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
