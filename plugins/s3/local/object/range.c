/* SPDX-License-Identifier: Apache-2.0 */
/* Ranges of bytes and of parts. */
#include "object/range.h"

#include <stdlib.h>
#include <string.h>

enum { PART_NUMBER_MAX = 10000 };

static bool number(const char **text, uint64_t *value)
{
    size_t digits = strspn(*text, "0123456789");
    *value = strtoull(*text, NULL, 10); /* the greatest where there are too many */
    *text += digits;
    return digits > 0;
}

int range_parse(const char *text, uint64_t total, struct range *range)
{
    static const char unit[] = "bytes=";
    uint64_t first = 0, last = total == 0 ? 0 : total - 1;
    if (strncmp(text, unit, sizeof unit - 1) != 0)
        return 0;
    text += sizeof unit - 1;
    if (*text == '-') {
        uint64_t suffix;
        text++;
        if (!number(&text, &suffix) || *text != '\0')
            return 0;
        if (suffix == 0)
            return -1;
        if (total == 0)
            return 0; /* the last bytes of none are none */
        first = suffix < total ? total - suffix : 0;
    } else {
        if (!number(&text, &first) || *text++ != '-')
            return 0;
        if (*text != '\0' && (!number(&text, &last) || *text != '\0' || last < first))
            return 0;
        if (first >= total)
            return -1;
        last = last >= total ? total - 1 : last;
    }
    *range = (struct range){.first = first, .size = last - first + 1, .partial = true};
    return 1;
}

const json_t *range_part(const struct object *object, long place)
{
    return json_array_get(json_object_get(object->info, "parts"), (size_t)place - 1);
}

/* The parts keep the numbers they were uploaded with, but are asked for by their place. */
static bool of_part(struct call *call, const struct object *object, struct range *range)
{
    const json_t *parts = json_object_get(object->info, "parts");
    size_t n = json_array_size(parts);
    if ((size_t)range->part > (n == 0 ? 1 : n)) {
        fault_set(&call->fault, FAULT_INVALID_PART_NUMBER);
        fault_detail(&call->fault, "PartNumberRequested", call_query(call, "partNumber"));
        fault_detail(&call->fault, "ActualPartCount",
                     pool_format(&call->pool, "%zu", n == 0 ? (size_t)1 : n));
        return false;
    }
    for (long i = 0; i < range->part && n > 0; i++) {
        json_t *part = json_array_get(parts, (size_t)i);
        range->first += i > 0 ? range->size : 0;
        range->size = (uint64_t)json_integer_value(json_array_get(part, 1));
    }
    range->partial = range->size > 0;
    return true;
}

bool range_check_part(struct call *call)
{
    const char *part = call_query(call, "partNumber");
    char *end = NULL;
    long number = part == NULL ? 1 : strtol(part, &end, 10);
    if (part != NULL && call_header(call, "Range") != NULL) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "Cannot specify both Range header and partNumber query parameter");
    }
    return (number >= 1 && number <= PART_NUMBER_MAX && (end == NULL || *end == '\0')) ||
           fault_argument(&call->fault,
                          "Part number must be an integer between 1 and 10000, inclusive",
                          "partNumber", part);
}

bool range_read(struct call *call, const struct object *object, struct range *range)
{
    const char *text = call_header(call, "Range"), *part = call_query(call, "partNumber");
    *range = (struct range){.first = 0, .size = object->size};
    if (part != NULL) {
        range->part = strtol(part, NULL, 10);
        if (json_array_size(json_object_get(object->info, "parts")) == 0)
            range->size = object->size;
        else
            range->size = 0;
        return of_part(call, object, range);
    }
    if (text != NULL && range_parse(text, object->size, range) < 0) {
        fault_set(&call->fault, FAULT_INVALID_RANGE);
        fault_detail(&call->fault, "RangeRequested", text);
        fault_detail(&call->fault, "ActualObjectSize",
                     pool_format(&call->pool, "%llu", (unsigned long long)object->size));
        return false;
    }
    return true;
}
