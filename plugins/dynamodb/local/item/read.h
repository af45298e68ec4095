/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The common way of Query and Scan: read the request, walk a range of a table or index, filter and
 * project, stop at Limit or 1 MB, answer a page (Developer Guide, "Paginating table query
 * results").
 */
#ifndef SLRUN_DYNAMODB_READ_H
#define SLRUN_DYNAMODB_READ_H

#include "item/expressions.h"
#include "service.h"

enum { PAGE_BYTES_MAX = 1024 * 1024 };

struct read {
    struct call *call;
    const struct table *table;
    const struct index *index;          /* NULL: the table itself */
    const struct expr_key_schema *keys; /* of what is read */
    struct expressions expressions;
    json_t *start;            /* ExclusiveStartKey, canonical; NULL: none */
    struct entry_key after;   /* its encoding, if there is one */
    bool keyed;               /* a condition names the partition key */
    bool whole;               /* items come from the table, though an index is read */
    struct store_range range; /* what the operation fills */
};

/* Reads what Query and Scan have in common, in two steps: up to ExclusiveStartKey, then
 * expressions, Select, table and index. `read` is zeroed but for `call`. False with the fault
 * filled; read_end() in any case. */
bool read_begin(struct read *read, const struct expression_rules *rules);
bool read_table(struct read *read, const struct expression_rules *rules);

/* Check that ExclusiveStartKey has exactly the attributes it must, and the right type of the one
 * key or the other. */
bool read_check_start_hash(struct read *read);
bool read_check_start_range(struct read *read);

/* Encodes ExclusiveStartKey into `after`, with the checks on its table key. */
bool read_encode_start(struct read *read);

/* Can the index give what Select asks for? */
bool read_check_select(struct read *read);

/* Can it give what the expressions need? */
bool read_check_projection(struct read *read);

/* Walks the range and makes the answer: a new reference, or NULL with the fault filled. */
json_t *read_page(struct read *read);

void read_end(struct read *read);

#endif
