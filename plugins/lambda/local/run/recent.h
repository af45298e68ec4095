/* SPDX-License-Identifier: Apache-2.0 */
/* The last invocations of a function, for a person to look at. */
#ifndef SLRUN_LAMBDA_RECENT_H
#define SLRUN_LAMBDA_RECENT_H

#include <stddef.h>
#include <stdint.h>

enum { RECENT_MAX = 100, RECENT_TEXT_SIZE = 128, RECENT_NAME_SIZE = 64 };

struct recent_one {
    int64_t began_ms; /* on the local cloud's clock */
    double ms;        /* that the handler took */
    size_t size, result_size;
    char id[RECENT_NAME_SIZE], version[RECENT_NAME_SIZE];
    char outcome[RECENT_TEXT_SIZE]; /* "ok", or the type of the error */
};

struct recent;

/* Keeps one more, and makes *recent if need be. Without memory it is left out. */
void recent_add(struct recent **recent, const struct recent_one *one);
/* The i-th before the last one, or NULL. `recent` may be NULL. */
const struct recent_one *recent_at(const struct recent *recent, size_t i);
/* How many there ever were. */
uint64_t recent_count(const struct recent *recent);

#endif
