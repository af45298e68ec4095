/* SPDX-License-Identifier: Apache-2.0 */
/*
 * slrun_cloud.stores for fuzz targets: to open a store, make its schema and prepare its statements
 * takes up to a hundred times what a request does. So a store is kept when its service closes it,
 * all that was written is undone, and the next input has it as new: each input finds the same. Only
 * in what was asked already (slrun_store.fresh) does it differ from a new one.
 */
#ifndef SLRUN_TESTS_LOCAL_KEPT_H
#define SLRUN_TESTS_LOCAL_KEPT_H

#include <stddef.h>

struct slrun_stores;

/* What an input of `size` bytes gets: one of 64 has new stores, so that these are seen, too. */
const struct slrun_stores *kept_stores(size_t size);

#endif
