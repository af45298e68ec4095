/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of dynamodb.so: Amazon DynamoDB, API version 2012-08-10. */
#include <slrun/slrun.h>

#include "client/ops.h"
#include "local/local.h"

extern const char dynamodb_prelude[]; /* prelude/, embedded by the build */

SLRUN_PLUGIN("dynamodb", "0.1.0",
             "Amazon DynamoDB: tables, items, queries, batches, transactions, streams.", NULL, NULL,
             &dynamodb_service, dynamodb_ops, DYNAMODB_OPS, dynamodb_prelude, &dynamodb_local);
