/* SPDX-License-Identifier: Apache-2.0 */
#include "template/nearest.h"

#include <stdio.h>

const char *nearest_hint(const struct slrun_nearest *nearest, char *buffer, size_t size)
{
    int n = nearest->best ? snprintf(buffer, size, "; did you mean \"%s\"?", nearest->best) : 0;
    return n > 0 && (size_t)n < size ? buffer : "";
}

const char *nearest_in(const char *const *names, const char *wanted, char *buffer, size_t size)
{
    struct slrun_nearest nearest = {.word = wanted};
    for (; names && *names; names++)
        slrun_nearest_offer(&nearest, *names);
    return nearest_hint(&nearest, buffer, size);
}
