/* SPDX-License-Identifier: Apache-2.0 */
/* The files of a run as they are given out to workers, one after the other, to who comes next. */
#ifndef SLRUN_RUN_DEAL_H
#define SLRUN_RUN_DEAL_H

#include <stdint.h>

#include "run/collect/collect.h"

struct deal;

struct deal_options {
    const struct collection *collection; /* borrowed */
    const size_t *order;                 /* of its items; NULL: as they come */
    const uint64_t *weights;             /* of its items: the heaviest file is the first; NULL: that
                                            with the first item */
};

/* Items of one file, in their order; they live as long as the deal. */
struct deal_file {
    size_t file; /* its number in the collection */
    const size_t *items;
    size_t n;
};

/* NULL: out of memory. */
struct deal *deal_new(const struct deal_options *options);
void deal_free(struct deal *deal);

/* False: none is left. */
bool deal_next(struct deal *deal, struct deal_file *file);
bool deal_left(const struct deal *deal);

#endif
