/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What one run keeps for the next, as JSON files of a directory. They are replaced as a whole, so a
 * reader never sees half of one, and changed under a lock, so that two runs lose nothing.
 */
#ifndef SLRUN_RUN_CACHE_H
#define SLRUN_RUN_CACHE_H

#include <jansson.h>

#include <slrun/error.h>

#define CACHE_DIRECTORY ".slrun/cache"

/* What a file has; NULL: it is not there, cannot be read, or is none of ours. */
json_t *cache_read(const char *name);

/* Hands what a file has, or NULL, to change(), and writes what that returns (a reference; NULL:
 * nothing is written). Makes the directory. 0, or -1 with `error` filled. */
int cache_change(const char *name, json_t *(*change)(void *arg, json_t *before), void *arg,
                 struct slrun_error *error);

#endif
