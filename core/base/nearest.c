/* SPDX-License-Identifier: Apache-2.0 */
#include "base/nearest.h"

#include <ctype.h>
#include <string.h>

enum { WORD_MAX = 63 };

static size_t min3(size_t a, size_t b, size_t c)
{
    size_t m = a < b ? a : b;
    return m < c ? m : c;
}

/* Optimal string alignment distance; both at most WORD_MAX long. */
static size_t distance(const char *a, size_t n, const char *b, size_t m)
{
    size_t rows[3][WORD_MAX + 1] = {{0}};
    size_t *prev2 = rows[0], *prev = rows[1], *row = rows[2];
    for (size_t j = 0; j <= m; j++)
        prev[j] = j;
    for (size_t i = 1; i <= n; i++) {
        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            int ca = tolower((unsigned char)a[i - 1]), cb = tolower((unsigned char)b[j - 1]);
            row[j] = min3(prev[j] + 1, row[j - 1] + 1, prev[j - 1] + (ca != cb));
            if (i > 1 && j > 1 && ca == tolower((unsigned char)b[j - 2]) &&
                cb == tolower((unsigned char)a[i - 2]) && prev2[j - 2] + 1 < row[j])
                row[j] = prev2[j - 2] + 1;
        }
        size_t *oldest = prev2;
        prev2 = prev;
        prev = row;
        row = oldest;
    }
    return prev[m];
}

void nearest_offer(struct nearest *n, const char *candidate)
{
    size_t a = strlen(n->word), b = strlen(candidate);
    if (a == 0 || a > WORD_MAX || b > WORD_MAX)
        return;
    size_t limit = a / 3 > 1 ? a / 3 : 1;
    size_t d = distance(n->word, a, candidate, b);
    if (d <= limit && (!n->best || d < n->distance)) {
        n->best = candidate;
        n->distance = d;
    }
}

bool nearest_same(const char *a, const char *b)
{
    for (;; a++, b++) {
        a += strspn(a, "_");
        b += strspn(b, "_");
        if (tolower((unsigned char)*a) != tolower((unsigned char)*b))
            return false;
        if (!*a)
            return true;
    }
}
