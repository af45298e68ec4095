/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where AttributeValues stand in requests and answers (Amazon DynamoDB API Reference, "Data
 * types"), and build() and parse() over those forms.
 */
#include "client/call.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "client/marshal.h"

/* clang-format off */
#define FORM(kind_, of_) {.kind = MARSHAL_##kind_, .of = &(of_)}
#define STRUCT(fields_)  {.kind = MARSHAL_STRUCT, .fields = (fields_)}
#define FIELDS(name_)    static const struct marshal_field name_[]
#define FIELDS_END       {NULL, NULL}
/* clang-format on */

static const struct marshal_form value = {.kind = MARSHAL_VALUE};
static const struct marshal_form values = FORM(LIST, value);
static const struct marshal_form attributes = FORM(MAP, value); /* an item, or a key */
static const struct marshal_form items = FORM(LIST, attributes);

/* ExpectedAttributeValue, Condition and AttributeValueUpdate: the parameters before expressions. */
FIELDS(condition_fields) = {{"Value", &value}, {"AttributeValueList", &values}, FIELDS_END};
static const struct marshal_form condition = STRUCT(condition_fields);
static const struct marshal_form conditions = FORM(MAP, condition);

FIELDS(metrics_fields) = {{"ItemCollectionKey", &attributes}, FIELDS_END};
static const struct marshal_form metrics = STRUCT(metrics_fields);
static const struct marshal_form metrics_list = FORM(LIST, metrics);
static const struct marshal_form metrics_by_table = FORM(MAP, metrics_list);

/* Members have the same name and form in all operations on items, so one form serves them all. */
FIELDS(item_args_fields) = {
    {"Item", &attributes},
    {"Key", &attributes},
    {"ExpressionAttributeValues", &attributes},
    {"ExclusiveStartKey", &attributes},
    {"Expected", &conditions},
    {"AttributeUpdates", &conditions},
    {"KeyConditions", &conditions},
    {"QueryFilter", &conditions},
    {"ScanFilter", &conditions},
    FIELDS_END,
};
static const struct marshal_form item_args = STRUCT(item_args_fields);

FIELDS(item_result_fields) = {
    {"Item", &attributes},
    {"Items", &items},
    {"Attributes", &attributes},
    {"LastEvaluatedKey", &attributes},
    {"ItemCollectionMetrics", &metrics},
    FIELDS_END,
};
static const struct marshal_form item_result = STRUCT(item_result_fields);

FIELDS(put_fields) = {{"Item", &attributes}, FIELDS_END};
FIELDS(delete_fields) = {{"Key", &attributes}, FIELDS_END};
static const struct marshal_form put = STRUCT(put_fields);
static const struct marshal_form delete = STRUCT(delete_fields);
FIELDS(write_fields) = {{"PutRequest", &put}, {"DeleteRequest", &delete}, FIELDS_END};
static const struct marshal_form write = STRUCT(write_fields);
static const struct marshal_form writes = FORM(LIST, write);
static const struct marshal_form writes_by_table = FORM(MAP, writes);
FIELDS(batch_write_args_fields) = {{"RequestItems", &writes_by_table}, FIELDS_END};
static const struct marshal_form batch_write_args = STRUCT(batch_write_args_fields);
FIELDS(batch_write_result_fields) = {
    {"UnprocessedItems", &writes_by_table},
    {"ItemCollectionMetrics", &metrics_by_table},
    FIELDS_END,
};
static const struct marshal_form batch_write_result = STRUCT(batch_write_result_fields);

FIELDS(keys_fields) = {{"Keys", &items}, FIELDS_END};
static const struct marshal_form keys = STRUCT(keys_fields);
static const struct marshal_form keys_by_table = FORM(MAP, keys);
static const struct marshal_form items_by_table = FORM(MAP, items);
FIELDS(batch_get_args_fields) = {{"RequestItems", &keys_by_table}, FIELDS_END};
static const struct marshal_form batch_get_args = STRUCT(batch_get_args_fields);
FIELDS(batch_get_result_fields) = {
    {"Responses", &items_by_table},
    {"UnprocessedKeys", &keys_by_table},
    FIELDS_END,
};
static const struct marshal_form batch_get_result = STRUCT(batch_get_result_fields);

FIELDS(actions_fields) = {
    {"ConditionCheck", &item_args}, {"Put", &item_args}, {"Delete", &item_args},
    {"Update", &item_args},         {"Get", &item_args}, FIELDS_END};
static const struct marshal_form action = STRUCT(actions_fields);
static const struct marshal_form actions = FORM(LIST, action);
FIELDS(transact_args_fields) = {{"TransactItems", &actions}, FIELDS_END};
static const struct marshal_form transact_args = STRUCT(transact_args_fields);
FIELDS(transact_write_result_fields) = {{"ItemCollectionMetrics", &metrics_by_table}, FIELDS_END};
static const struct marshal_form transact_write_result = STRUCT(transact_write_result_fields);
FIELDS(one_item_fields) = {{"Item", &attributes}, FIELDS_END};
static const struct marshal_form one_item = STRUCT(one_item_fields);
static const struct marshal_form one_item_list = FORM(LIST, one_item);
FIELDS(transact_get_result_fields) = {{"Responses", &one_item_list}, FIELDS_END};
static const struct marshal_form transact_get_result = STRUCT(transact_get_result_fields);

FIELDS(statement_fields) = {{"Parameters", &values}, FIELDS_END};
static const struct marshal_form statement = STRUCT(statement_fields);
static const struct marshal_form statements = FORM(LIST, statement);
FIELDS(statement_args_fields) = {
    {"Parameters", &values},
    {"Statements", &statements},
    {"TransactStatements", &statements},
    FIELDS_END,
};
static const struct marshal_form statement_args = STRUCT(statement_args_fields);
FIELDS(response_fields) = {{"Item", &attributes}, {"Error", &one_item}, FIELDS_END};
static const struct marshal_form response = STRUCT(response_fields);
static const struct marshal_form responses = FORM(LIST, response);
FIELDS(statements_result_fields) = {{"Responses", &responses}, FIELDS_END};
static const struct marshal_form statements_result = STRUCT(statements_result_fields);

FIELDS(change_fields) = {
    {"Keys", &attributes}, {"NewImage", &attributes}, {"OldImage", &attributes}, FIELDS_END};
static const struct marshal_form change = STRUCT(change_fields);
FIELDS(record_fields) = {{"dynamodb", &change}, FIELDS_END};
static const struct marshal_form record = STRUCT(record_fields);
static const struct marshal_form records = FORM(LIST, record);
FIELDS(records_result_fields) = {{"Records", &records}, FIELDS_END};
static const struct marshal_form records_result = STRUCT(records_result_fields);

FIELDS(filter_fields) = {{"ExpressionAttributeValues", &attributes}, FIELDS_END};
static const struct marshal_form filter = STRUCT(filter_fields);
FIELDS(export_fields) = {{"FilterSpecification", &filter}, FIELDS_END};
static const struct marshal_form export = STRUCT(export_fields);
FIELDS(export_result_fields) = {{"ExportDescription", &export}, FIELDS_END};
static const struct marshal_form export_result_form = STRUCT(export_result_fields);

FIELDS(error_fields) = {{"Item", &attributes}, {"CancellationReasons", &one_item_list}, FIELDS_END};
static const struct marshal_form error_detail = STRUCT(error_fields);

static int build(struct slrun_ctx *ctx, const struct marshal_form *form, json_t *args,
                 struct slrun_request *req)
{
    json_t *wire = marshal_to_wire(ctx, form, args);
    if (wire == NULL)
        return -1;
    int rc = ctx->host->aws_json_build(ctx, wire, req);
    json_decref(wire);
    return rc;
}

/*
 * ConditionalCheckFailedException carries the item that failed it, where the request asked for it
 * (ReturnValuesOnConditionCheckFailure); TransactionCanceledException has it in its reasons. An
 * item that cannot be read must not hide the error itself, so it is converted with an error of its
 * own, and left as it is then.
 */
static void convert_detail(struct slrun_ctx *ctx)
{
    struct slrun_error ignored = {.kind = SLRUN_E_NONE}, *error = ctx->error;
    if (!json_is_object(error->detail))
        return;
    ctx->error = &ignored; /* a copy of the context would lack what a newer slrun has in it */
    json_t *detail = marshal_from_wire(ctx, &error_detail, error->detail);
    ctx->error = error;
    if (detail != NULL) {
        json_decref(error->detail);
        error->detail = detail;
    }
}

/* A key that is a map: somebody writes values as boto3's client wants them. */
static void explain_map(struct slrun_error *error)
{
    static const char hint[] = "values are plain ones: { pk = \"a\" }, not { pk = { S = \"a\" } }";
    const char *message = error->message;
    bool map = strstr(message, "Type mismatch for key") != NULL && strstr(message, "actual: M");
    if (map && error->hint[0] == '\0')
        snprintf(error->hint, sizeof error->hint, "%s", hint);
}

static json_t *parse(struct slrun_ctx *ctx, const struct marshal_form *form,
                     const struct slrun_response *resp)
{
    json_t *wire = ctx->host->aws_json_parse(ctx, resp);
    if (wire == NULL) {
        convert_detail(ctx);
        explain_map(ctx->error);
        return NULL;
    }
    json_t *result = marshal_from_wire(ctx, form, wire);
    json_decref(wire);
    return result;
}

int call_plain_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->aws_json_build(ctx, args, req);
}

json_t *call_plain_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return ctx->host->aws_json_parse(ctx, resp);
}

int call_item_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return build(ctx, &item_args, args, req);
}

json_t *call_item_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return parse(ctx, &item_result, resp);
}

int call_batch_write_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return build(ctx, &batch_write_args, args, req);
}

json_t *call_batch_write_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return parse(ctx, &batch_write_result, resp);
}

int call_batch_get_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return build(ctx, &batch_get_args, args, req);
}

json_t *call_batch_get_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return parse(ctx, &batch_get_result, resp);
}

int call_transact_write_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return build(ctx, &transact_args, args, req);
}

json_t *call_transact_write_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return parse(ctx, &transact_write_result, resp);
}

int call_transact_get_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return build(ctx, &transact_args, args, req);
}

json_t *call_transact_get_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return parse(ctx, &transact_get_result, resp);
}

int call_statement_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return build(ctx, &statement_args, args, req);
}

json_t *call_statements_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return parse(ctx, &statements_result, resp);
}

json_t *call_records_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return parse(ctx, &records_result, resp);
}

int call_export_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return build(ctx, &export, args, req);
}

json_t *call_export_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return parse(ctx, &export_result_form, resp);
}
