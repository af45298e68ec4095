/* SPDX-License-Identifier: Apache-2.0 */
/* Which of the collected cases are run, as pytest's -k, -m and --deselect say. */
#ifndef SLRUN_RUN_SELECT_H
#define SLRUN_RUN_SELECT_H

#include "run/collect/collect.h"

struct select_options {
    const char *keyword, *mark;  /* expressions (expression.h); NULL or "": all cases */
    const char *const *deselect; /* n_deselect beginnings of ids */
    size_t n_deselect;
    const json_t *known_tags; /* -m may name these tags only, keys of an object; NULL: any */
};

/*
 * Takes those out that are not selected, and counts them.
 *
 * A word of `keyword` is a part, whatever its case (of ASCII's letters), of a name: of the case
 * with its parameters, of its pattern, its file, a folder of its path, a tag or a mark. A word of
 * `mark` is a tag or a mark in full: skip, xfail, serial, retries, controls; arguments of a mark
 * are its values: skip(reason), xfail(reason, strict), serial(group), retries(count).
 *
 * 0, or -1 with `error` filled: an expression is wrong.
 */
int select_cases(struct collection *collection, const struct select_options *options,
                 struct slrun_error *error);

#endif
