/* SPDX-License-Identifier: Apache-2.0 */
/* From spec files to the list of cases: every file is loaded, in a state of its own. */
#ifndef SLRUN_RUN_COLLECT_H
#define SLRUN_RUN_COLLECT_H

#include "lua/language/spec.h"
#include "run/collect/discover.h"
#include "run/session/observer.h"

struct item {
    struct spec *spec;
    const struct spec_case *sc;
    size_t file;  /* index of the spec */
    size_t order; /* among all that were collected, whatever is selected of them */
};

struct collection {
    struct lua_env *env;
    char *root; /* of the conftest.lua files; borrowed */
    struct spec **specs;
    size_t n_specs;
    struct item *items; /* file by file, in the order of pick.h */
    size_t n_items;
    size_t n_deselected;          /* by select_cases() */
    struct collect_error *errors; /* files that could not be loaded */
    size_t n_errors;
};

/* A file that fails does not stop the others; a conftest.lua that fails is told once, for all specs
 * below it. 0, or -1 with `error` filled (a case that was asked for by name is not there). */
int collect(struct lua_env *env, const struct spec_files *files, struct collection *collection,
            struct slrun_error *error);
void collect_free(struct collection *collection);

#endif
