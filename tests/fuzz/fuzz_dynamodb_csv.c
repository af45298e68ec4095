/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows of CSV that are imported into a table: the first byte chooses the delimiter. A row takes
 * some of the bytes and has texts alone; one that is whole before the end is the same when it is
 * all there is. Needs dynamodb_local.
 */
#include <stdint.h>
#include <stdlib.h>

#include "transfer/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_row(const json_t *row, size_t taken, size_t size)
{
    size_t i;
    json_t *field;
    if (taken == 0 || taken > size || json_array_size(row) == 0)
        abort();
    json_array_foreach (row, i, field)
        if (!json_is_string(field))
            abort();
}

/* How many bytes the next row takes; 0: there is none. */
static size_t read_row(const struct reader *reader, const char *data, size_t size)
{
    size_t whole = size;
    json_t *row = csv_row(reader, data, &whole, false);
    size_t alone = row ? whole : size;
    json_t *again = csv_row(reader, data, &alone, true);
    if (row && (!again || alone != whole || !json_equal(row, again)))
        abort();
    if (again)
        check_row(again, alone, size);
    size_t taken = again ? alone : 0;
    json_decref(row);
    json_decref(again);
    return taken;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char delimiters[] = {',', '\t', ';', '|', ':', ' '};
    if (size < 2)
        return 0;
    struct reader reader = {.csv = true, .delimiter = delimiters[data[0] % sizeof delimiters]};
    size_t taken = 1;
    for (size_t at = 1; taken > 0 && at < size; at += taken)
        taken = read_row(&reader, (const char *)data + at, size - at);
    return 0;
}
