/* SPDX-License-Identifier: Apache-2.0 */
#include "local/run/recent.h"

#include <stdlib.h>

struct recent {
    uint64_t n;
    struct recent_one ones[RECENT_MAX]; /* the n-th at n % RECENT_MAX */
};

void recent_add(struct recent **recent, const struct recent_one *one)
{
    if (!*recent)
        *recent = calloc(1, sizeof **recent);
    if (*recent)
        (*recent)->ones[(*recent)->n++ % RECENT_MAX] = *one;
}

const struct recent_one *recent_at(const struct recent *recent, size_t i)
{
    if (!recent || i >= RECENT_MAX || i >= recent->n)
        return NULL;
    return &recent->ones[(recent->n - 1 - i) % RECENT_MAX];
}

uint64_t recent_count(const struct recent *recent)
{
    return recent ? recent->n : 0;
}
