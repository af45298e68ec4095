/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows of CSV, which tables and items of Map states are read from: the first byte chooses the
 * delimiter. A row takes some of the bytes and has texts alone; one that is whole before the end
 * is the same when it is all there is; at the end all bytes are rows, or none.
 */
#include <stdint.h>
#include <stdlib.h>

#include "readers/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_row(const json_t *row)
{
    size_t i;
    json_t *field;
    if (json_array_size(row) == 0)
        abort();
    json_array_foreach (row, i, field)
        if (!json_is_string(field))
            abort();
}

/* How many bytes the next row takes. */
static size_t read_row(char delimiter, const char *data, size_t size)
{
    json_t *row, *again;
    size_t whole = csv_row(&(struct csv_text){data, size, false, delimiter}, &row);
    size_t alone = whole ? whole : size;
    size_t taken = csv_row(&(struct csv_text){data, alone, true, delimiter}, &again);
    if (taken == 0 || taken > alone || (row && !whole))
        abort();
    if (whole && (taken != whole || (row ? !json_equal(row, again) : again != NULL)))
        abort();
    if (again)
        check_row(again);
    json_decref(row);
    json_decref(again);
    return taken;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char delimiters[] = {',', '\t', ';', '|', ':', ' '};
    for (size_t at = 1; at < size;)
        at += read_row(delimiters[data[0] % sizeof delimiters], (const char *)data + at, size - at);
    return 0;
}
