/* SPDX-License-Identifier: Apache-2.0 */
/*
 * In whose words an operation refuses what is wrong with a request by itself. In 2026 AWS gave
 * GetItem, BatchGetItem, Query, PutItem, UpdateItem and DeleteItem newer ones, region by region,
 * from June on; paritysuite/dynamodb-conformance recorded all regions (registry/splits.json,
 * captures/). In October, eu-south-2 and me-central-1 had the older ones still.
 */
#ifndef SLRUN_DYNAMODB_WORDING_H
#define SLRUN_DYNAMODB_WORDING_H

#include <jansson.h>

#include "expr/error.h"

/* `words` are those that the operation has where AWS has changed them; the answer is those that it
 * has in the region. */
enum expr_words wording_in(const char *region, enum expr_words words);

/* The words for these arguments: of a request that is nested too deeply, AWS has the older ones. */
enum expr_words wording_for(const json_t *args, enum expr_words words);

#endif
