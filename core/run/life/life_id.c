/* SPDX-License-Identifier: Apache-2.0 */
#include "base/text.h"
#include "run/life/life.h"

void life_make_id(const char *run_id, size_t i, char id[LIFE_ID_MAX])
{
    /* Of one length, so that no id begins with another: they are prefixes of keys. */
    enum { WIDTH = 4 };
    char digits[16];
    size_t n = sizeof digits;
    digits[--n] = '\0';
    do {
        digits[--n] = "0123456789abcdefghijklmnopqrstuvwxyz"[i % 36];
        i /= 36;
    } while ((i > 0 && n > 0) || sizeof digits - 1 - n < WIDTH);
    *id = '\0';
    text_append(id, LIFE_ID_MAX, run_id);
    text_append(id, LIFE_ID_MAX, "-");
    text_append(id, LIFE_ID_MAX, digits + n);
}
