/* SPDX-License-Identifier: Apache-2.0 */
/* The words that expressions may not use as attribute names. */
#ifndef SLRUN_DYNAMODB_EXPR_RESERVED_H
#define SLRUN_DYNAMODB_EXPR_RESERVED_H

#include <stdbool.h>

#define RESERVED_WORD_MAX 14 /* letters of the longest one */

/* Is `name` one of AWS's 573 reserved words, in any case of letters? */
bool reserved_word(const char *name);

#endif
