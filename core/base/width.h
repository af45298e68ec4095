/* SPDX-License-Identifier: Apache-2.0 */
/* How much room text takes on a terminal: columns, not bytes. */
#ifndef SLRUN_BASE_WIDTH_H
#define SLRUN_BASE_WIDTH_H

#include <stddef.h>

#include "base/buf.h"

/* Columns of UTF-8 text, as the system's wcwidth() counts them in a UTF-8 locale: 2 for a wide
 * character, 0 for a combining one. What is no character, or controls the terminal, counts as 1. */
size_t width_of(const char *text);

/* Adds as much of `text` as `columns` hold, the last of them an ellipsis where something is left
 * out. What would control the terminal, line ends too, is written as a blank. */
void width_fit(struct buf *to, const char *text, size_t columns);

#endif
