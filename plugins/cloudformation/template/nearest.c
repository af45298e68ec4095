/* SPDX-License-Identifier: Apache-2.0 */
#include "template/nearest.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { WORD_MAX = 128, NEAR_SHARE = 3 /* a third of the letters may differ */ };

static int differs(char a, char b)
{
    return tolower((unsigned char)a) != tolower((unsigned char)b);
}

/* Levenshtein's distance, case ignored. */
static size_t distance(const char *a, const char *b)
{
    size_t row[WORD_MAX + 1], n = strlen(b);
    if (n > WORD_MAX || strlen(a) > WORD_MAX)
        return SIZE_MAX;
    for (size_t j = 0; j <= n; j++)
        row[j] = j;
    for (size_t i = 0; a[i]; i++) {
        size_t corner = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < n; j++) {
            size_t change = corner + (size_t)differs(a[i], b[j]);
            size_t other = (row[j] < row[j + 1] ? row[j] : row[j + 1]) + 1;
            corner = row[j + 1];
            row[j + 1] = change < other ? change : other;
        }
    }
    return row[n];
}

void nearest_offer(struct nearest *nearest, const char *name)
{
    size_t d = distance(nearest->wanted, name);
    size_t most = strlen(nearest->wanted) / NEAR_SHARE + 1;
    if (d > most || d >= strlen(nearest->wanted) || (nearest->name && d >= nearest->distance))
        return;
    nearest->name = name;
    nearest->distance = d;
}

const char *nearest_hint(const struct nearest *nearest, char *buffer, size_t size)
{
    int n = nearest->name ? snprintf(buffer, size, "; did you mean \"%s\"?", nearest->name) : 0;
    return n > 0 && (size_t)n < size ? buffer : "";
}

const char *nearest_in(const char *const *names, const char *wanted, char *buffer, size_t size)
{
    struct nearest nearest = {.wanted = wanted};
    for (; names && *names; names++)
        nearest_offer(&nearest, *names);
    return nearest_hint(&nearest, buffer, size);
}
