/* SPDX-License-Identifier: Apache-2.0 */
#include "local/posix_class.h"

#include <stddef.h>

/* POSIX has no \d; inside brackets it has no \w and \s either. */
const char *posix_class(char letter, bool in_brackets)
{
    static const struct {
        char letter;
        const char *outside, *inside;
    } classes[] = {
        {'d', "[0-9]", "0-9"},
        {'D', "[^0-9]", NULL},
        {'w', "[[:alnum:]_]", "[:alnum:]_"},
        {'W', "[^[:alnum:]_]", NULL},
        {'s', "[[:space:]]", "[:space:]"},
        {'S', "[^[:space:]]", NULL},
    };
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (classes[i].letter == letter)
            return in_brackets ? classes[i].inside : classes[i].outside;
    return NULL;
}
