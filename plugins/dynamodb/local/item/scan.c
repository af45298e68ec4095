/* SPDX-License-Identifier: Apache-2.0 */
/* Scan: a table or index in the order of its partitions' hashes, whole or one segment of it. */
#include "item/read.h"

/* One past the highest hash. */
#define HASHES (UINT64_C(1) << 32)

struct segment {
    bool given;
    json_int_t number;
    json_int_t total;
};

static bool read_segment(struct call *call, struct segment *out)
{
    const json_t *number = json_object_get(call->args, "Segment");
    const json_t *total = json_object_get(call->args, "TotalSegments");
    *out = (struct segment){total != NULL, json_integer_value(number), json_integer_value(total)};
    if (number != NULL && total == NULL) {
        return fault_invalid(&call->fault, "The TotalSegments parameter is required but was not "
                                           "present in the request when Segment parameter is "
                                           "present");
    }
    if (number == NULL && total != NULL) {
        return fault_invalid(&call->fault, "The Segment parameter is required but was not present "
                                           "in the request when parameter TotalSegments is "
                                           "present");
    }
    if (out->given && out->number >= out->total) {
        return fault_invalid(&call->fault,
                             "The Segment parameter is zero-based and must be less than parameter "
                             "TotalSegments: Segment: %lld is not less than TotalSegments: %lld",
                             (long long)out->number, (long long)out->total);
    }
    return true;
}

/* The first hash of a segment; that of segment `total` is HASHES. */
static uint64_t first_hash(json_int_t segment, json_int_t total)
{
    return (HASHES * (uint64_t)segment + (uint64_t)total - 1) / (uint64_t)total;
}

static bool set_range(struct read *read, const struct segment *segment)
{
    struct store_range *range = &read->range;
    range->last_hash = UINT32_MAX;
    if (segment->given) {
        range->first_hash = (uint32_t)first_hash(segment->number, segment->total);
        range->last_hash = (uint32_t)(first_hash(segment->number + 1, segment->total) - 1);
    }
    if (read->start != NULL &&
        (read->after.key.hash < range->first_hash || read->after.key.hash > range->last_hash)) {
        return fault_invalid(&read->call->fault,
                             "The provided starting key is invalid: Invalid ExclusiveStartKey. "
                             "Please use ExclusiveStartKey with correct Segment. TotalSegments: "
                             "%lld Segment: %lld",
                             (long long)segment->total, (long long)segment->number);
    }
    return true;
}

static bool check_expressions(struct read *read)
{
    const struct expressions *expressions = &read->expressions;
    struct fault *fault = &read->call->fault;
    return expressions_check_keys(expressions, EXPR_PROJECTION, read->table, fault) &&
           expressions_check_keys(expressions, EXPR_FILTER, read->table, fault) &&
           read_check_projection(read);
}

json_t *op_scan(struct call *call)
{
    struct read read = {.call = call};
    struct segment segment;
    json_t *result = NULL;
    if (read_begin(&read, &expressions_of_scan) && read_segment(call, &segment) &&
        read_table(&read, &expressions_of_scan) &&
        (read.index == NULL || (read_check_start_hash(&read) && read_check_start_range(&read))) &&
        read_check_select(&read) && read_encode_start(&read) && set_range(&read, &segment) &&
        check_expressions(&read))
        result = read_page(&read);
    read_end(&read);
    return result;
}
