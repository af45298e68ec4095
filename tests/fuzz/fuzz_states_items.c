/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Items of distributed Map states: the first byte says how the rest is to be read (JSON, JSON
 * Lines, CSV with its own headers, with given ones, with another delimiter). There is a list, of no
 * more than were asked for, or an error of the reader; rows of CSV are objects of texts. Needs
 * states_asl.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "asl/items.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct asl_reader readers[] = {
    {.type = "JSON"},
    {.type = "JSON", .pointer = "/a~1b/0"},
    {.type = "JSONL", .most = 2},
    {.type = "CSV", .header_place = "FIRST_ROW"},
    {.type = "CSV", .header_place = "GIVEN", .most = 3},
    {.type = "CSV", .delimiter = "TAB"},
};

static void check_row(const json_t *row)
{
    const char *name;
    json_t *field;
    if (!json_is_object(row))
        abort();
    json_object_foreach ((json_t *)(uintptr_t)row, name, field)
        if (!json_is_string(field))
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t i;
    json_t *one, *headers = json_pack("[s, s]", "one", "two");
    if (size > 0) {
        struct asl_reader reader = readers[data[0] % (sizeof readers / sizeof *readers)];
        struct asl_error error = {.cause = NULL};
        reader.headers = headers;
        json_t *items = asl_items(&reader, (const char *)data + 1, size - 1, &error);
        if (items ? !json_is_array(items) || *error.name
                  : strcmp(error.name, "States.ItemReaderFailed") != 0)
            abort();
        if (reader.most > 0 && json_array_size(items) > reader.most)
            abort();
        if (strcmp(reader.type, "CSV") == 0)
            json_array_foreach (items, i, one)
                check_row(one);
        json_decref(items);
        asl_error_clear(&error);
    }
    json_decref(headers);
    return 0;
}
