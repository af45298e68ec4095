/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Since 1.5. The word that somebody may have meant, for messages that say "did you mean". Compiled
 * into who includes it: no part of the binary interface.
 */
#ifndef SLRUN_NEAREST_H
#define SLRUN_NEAREST_H

#include <stddef.h>
#include <string.h>

enum { SLRUN_NEAREST_MAX = 128 /* bytes; longer words are near to none */ };

/* Keeps the best of the words that it was offered; `word` is set at first, and the rest is zero. */
struct slrun_nearest {
    const char *word;
    const char *best; /* NULL: nothing is near enough */
    size_t distance;  /* of the best */
};

static inline char slrun_nearest_folded(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* How many letters must be put in, taken out, changed or exchanged with the one beside them
 * (optimal string alignment), whatever their case. Both words are SLRUN_NEAREST_MAX long at most.
 */
static inline size_t slrun_nearest_distance(const char *a, const char *b)
{
    size_t rows[3][SLRUN_NEAREST_MAX + 1], m = strlen(b);
    size_t *before = rows[0], *last = rows[1], *row = rows[2];
    for (size_t j = 0; j <= m; j++)
        last[j] = j;
    for (size_t i = 1; a[i - 1]; i++) {
        size_t *oldest = before;
        char x = slrun_nearest_folded(a[i - 1]), y = 0;
        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            char y_before = y;
            y = slrun_nearest_folded(b[j - 1]);
            row[j] = last[j - 1] + (x != y);
            if (last[j] + 1 < row[j])
                row[j] = last[j] + 1;
            if (row[j - 1] + 1 < row[j])
                row[j] = row[j - 1] + 1;
            if (i > 1 && j > 1 && x == y_before && y == slrun_nearest_folded(a[i - 2]) &&
                before[j - 2] + 1 < row[j])
                row[j] = before[j - 2] + 1;
        }
        before = last;
        last = row;
        row = oldest;
    }
    return last[m];
}

/* Offers a candidate, which must stay as long as `best` is used. Near enough is what differs in a
 * third of the word's letters at most, or in one of a shorter word. */
static inline void slrun_nearest_offer(struct slrun_nearest *nearest, const char *candidate)
{
    size_t n = strlen(nearest->word), most = n / 3 > 1 ? n / 3 : 1, distance;
    if (n == 0 || n > SLRUN_NEAREST_MAX || strlen(candidate) > SLRUN_NEAREST_MAX)
        return;
    distance = slrun_nearest_distance(nearest->word, candidate);
    if (distance > most || (nearest->best && distance >= nearest->distance))
        return;
    nearest->best = candidate;
    nearest->distance = distance;
}

#endif
