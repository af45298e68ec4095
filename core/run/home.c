/* SPDX-License-Identifier: Apache-2.0 */
#include "run/home.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "lua/stack.h"
#include "run/conftest.h"

struct home {
    struct spec *spec;
    const char *key; /* the file's path; of a stack, what is asked for */
    struct home *next;
};

/* The spec's chain ends at the file that declares it: that file is read last. */
static struct spec *load(struct homes *homes, const char *path, char *why, size_t size)
{
    struct slrun_error error = {0};
    struct spec_error failed = {0};
    struct conftests chain;
    struct spec *spec = NULL;
    conftests_init(&chain, homes->root);
    if (conftests_find(&chain, path, &error) != 0) {
        snprintf(why, size, "%.500s", error.message);
        error_clear(&error);
    } else {
        if (chain.n > 0 && strcmp(chain.paths[chain.n - 1], path) == 0)
            free(chain.paths[--chain.n]);
        struct spec_source source = {path, (const char *const *)chain.paths, chain.n};
        spec = spec_load(homes->env, &source, &failed);
        if (!spec)
            snprintf(why, size, "%s", failed.text ? failed.text : "out of memory");
        free(failed.text);
        free(failed.path);
    }
    conftests_free(&chain);
    return spec;
}

struct spec *homes_get(struct homes *homes, const struct fixture *fx, char *why, size_t size)
{
    const char *key = fx->stack ? fx->stack : fx->path;
    for (struct home *home = homes->first; home; home = home->next)
        if (strcmp(home->key, key) == 0)
            return home->spec;
    struct home *home = calloc(1, sizeof *home);
    struct spec *spec = !home       ? NULL
                        : fx->stack ? stack_home(homes->env, fx)
                                    : load(homes, fx->path, why, size);
    if (!spec) {
        free(home);
        return NULL;
    }
    *home = (struct home){.spec = spec, .key = key, .next = homes->first};
    homes->first = home;
    return spec;
}

void homes_free(struct homes *homes)
{
    for (struct home *next, *home = homes->first; home; home = next) {
        next = home->next;
        spec_free(home->spec);
        free(home);
    }
}
