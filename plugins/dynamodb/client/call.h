/* SPDX-License-Identifier: Apache-2.0 */
/*
 * build() and parse() of all operations: the AWS JSON protocol of the host, with the
 * AttributeValues converted. Operations differ in where those stand, so they come in kinds.
 */
#ifndef SLRUN_DYNAMODB_CALL_H
#define SLRUN_DYNAMODB_CALL_H

#include <slrun/slrun.h>

/* Tables and tags: no AttributeValue anywhere. */
int call_plain_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *call_plain_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

/* One item, Query and Scan: Item, Key, expression values, conditions, Items, Attributes... */
int call_item_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *call_item_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

/* BatchWriteItem: requests by table, and what of them was not done. */
int call_batch_write_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *call_batch_write_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

/* BatchGetItem: keys by table, items by table, and the keys that were not read. */
int call_batch_get_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *call_batch_get_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

/* TransactWriteItems and TransactGetItems: one item in each action. */
int call_transact_write_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *call_transact_write_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);
int call_transact_get_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *call_transact_get_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

/* ExecuteStatement, BatchExecuteStatement, ExecuteTransaction: the parameters of statements. The
 * answer of the first is that of a query, the last one's that of TransactGetItems. */
int call_statement_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *call_statements_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

/* ExportTableToPointInTime and DescribeExport: the values of a filter. */
int call_export_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *call_export_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

/* GetRecords: keys and images. Its arguments are plain. */
json_t *call_records_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

#endif
