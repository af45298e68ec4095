/* SPDX-License-Identifier: Apache-2.0 */
/* Percent-encoded bytes (RFC 3986, 2.1). */
#ifndef SLRUN_BASE_PERCENT_H
#define SLRUN_BASE_PERCENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* The byte that the text begins with, where that is an escape of three characters; -1: it is none.
 */
int percent_byte(const char *text, size_t size);

/* Adds the text with its escapes decoded; a '%' that begins none stands for itself, and so does
 * '+'. What buf_add() returns. */
bool percent_decode(struct buf *to, const char *text, size_t size);

#endif
