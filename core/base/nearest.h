/* SPDX-License-Identifier: Apache-2.0 */
/* Words that are meant: the nearest right one, for messages that say "did you mean", and the same
 * one spelled otherwise. */
#ifndef SLRUN_BASE_NEAREST_H
#define SLRUN_BASE_NEAREST_H

#include <stdbool.h>
#include <stddef.h>

/* Keeps the best candidate so far; start with NEAREST_INIT(word). */
struct nearest {
    const char *word;
    const char *best; /* NULL: nothing near enough */
    size_t distance;
};

#define NEAREST_INIT(w) ((struct nearest){.word = (w)})

/* Offers a candidate, which must stay valid as long as `best` is used. Near enough is an edit
 * distance (Damerau, case ignored) of at most a third of the word's length, at least 1. */
void nearest_offer(struct nearest *n, const char *candidate);

/* Whether they differ in capitals and underscores only: "put_item" and "PutItem". */
bool nearest_same(const char *a, const char *b);

#endif
