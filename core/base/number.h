/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers as text, fast: as printf writes them, without its formats. */
#ifndef SLRUN_BASE_NUMBER_H
#define SLRUN_BASE_NUMBER_H

#include <stdint.h>

#include "base/buf.h"

enum {
    NUMBER_DIGITS_MAX = 9, /* behind the point */
    NUMBER_SIZE = 32,      /* of any of these texts */
};

/* Writes the text, without a NUL behind it; where it ends. "%lld": */
char *number_put(char *at, int64_t n);

/* A number with at most so many digits behind the point, without zeros at the end; one stays behind
 * the point. Halves are rounded away from zero; what is not finite, or has more than 15 digits, is
 * as "%.15g" has it. */
char *number_put_short(char *at, double value, unsigned digits);

/* The same, added. */
void number_add(struct buf *to, int64_t n);
void number_add_fixed(struct buf *to, double value, unsigned digits);

#endif
