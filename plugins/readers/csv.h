/* SPDX-License-Identifier: Apache-2.0 */
/* CSV (RFC 4180, with other delimiters), row by row, also out of bytes that are still coming. */
#ifndef SLRUN_READERS_CSV_H
#define SLRUN_READERS_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

struct csv_text {
    const char *data;
    size_t size;
    bool last; /* no more bytes follow */
    char delimiter;
};

/*
 * How many of the bytes the row at their beginning takes, with the end of its line; 0: it is not
 * whole, as more bytes could follow; of the last bytes only none give 0. *fields: a new list of
 * strings; NULL: the row is none, as it ends within quotation marks or is not UTF-8, or there is
 * no memory.
 */
size_t csv_row(const struct csv_text *text, json_t **fields);

#endif
