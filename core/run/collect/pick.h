/* SPDX-License-Identifier: Apache-2.0 */
/* The cases of a spec that were asked for by name. */
#ifndef SLRUN_RUN_PICK_H
#define SLRUN_RUN_PICK_H

#include "lua/language/spec.h"
#include "run/collect/discover.h"

struct pick {
    size_t *cases; /* indexes of cases, each once; malloc's */
    size_t n;
};

/*
 * All cases in their order where no names were given; else those of the first name, of the second,
 * and so on. "name" picks all of name[...] too, as pytest's node ids do. 0, or -1 with `error`
 * filled: nothing has a name.
 */
int pick_cases(const struct spec *spec, const struct spec_file *file, struct pick *pick,
               struct slrun_error *error);

#endif
