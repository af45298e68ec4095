/* SPDX-License-Identifier: Apache-2.0 */
/* The parameters of the operations on items. */
#include "params/params.h"
#include "params/params_shared.h"

enum { ATTRIBUTES_TO_GET_MAX = 255, TOTAL_SEGMENTS_MAX = 1000000, CLIENT_TOKEN_MAX = 36 };

static const char *const capacity_words[] = {"INDEXES", "TOTAL", "NONE", NULL};
static const char *const metrics_words[] = {"SIZE", "NONE", NULL};
static const char *const return_words[] = {"ALL_NEW", "UPDATED_OLD", "ALL_OLD",
                                           "NONE",    "UPDATED_NEW", NULL};
static const char *const on_failure_words[] = {"ALL_OLD", "NONE", NULL};
static const char *const operator_words[] = {"OR", "AND", NULL};
static const char *const action_words[] = {"ADD", "PUT", "DELETE", NULL};
static const char *const select_words[] = {"SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES",
                                           "ALL_PROJECTED_ATTRIBUTES", NULL};
static const char *const comparison_words[] = {
    "IN",       "NULL", "BETWEEN", "LT",          "NOT_CONTAINS", "EQ",       "GT",
    "NOT_NULL", "NE",   "LE",      "BEGINS_WITH", "GE",           "CONTAINS", NULL};

static const struct param text = STRING("");
static const struct param value = {.name = "", .type = PARAM_VALUE, .java = "AttributeValue"};

/* The legacy conditions (Developer Guide, "Legacy conditional parameters"). */
static const struct param expected_members[] = {
    {.name = "AttributeValueList", .type = PARAM_LIST, .of = &value},
    WORD("ComparisonOperator", comparison_words),
    BOOLEAN("Exists"),
    {.name = "Value", .type = PARAM_VALUE, .flags = PARAM_MEMBER, .java = "AttributeValue"},
    END};
static const struct param expected = STRUCT("", 0, "ExpectedAttributeValue", expected_members);

static const struct param condition_members[] = {
    {.name = "AttributeValueList", .type = PARAM_LIST, .of = &value},
    {.name = "ComparisonOperator",
     .type = PARAM_STRING,
     .flags = PARAM_NOT_NULL,
     .values = comparison_words},
    END};
static const struct param condition = STRUCT("", 0, "Condition", condition_members);

static const struct param update_members[] = {
    WORD("Action", action_words),
    {.name = "Value", .type = PARAM_VALUE, .flags = PARAM_MEMBER, .java = "AttributeValue"},
    END};
static const struct param attribute_update = STRUCT("", 0, "AttributeValueUpdate", update_members);

#define RETURN_CAPACITY   WORD("ReturnConsumedCapacity", capacity_words)
#define RETURN_METRICS    WORD("ReturnItemCollectionMetrics", metrics_words)
#define RETURN_ON_FAILURE WORD("ReturnValuesOnConditionCheckFailure", on_failure_words)
#define EXPRESSION_NAMES  MAP("ExpressionAttributeNames", "java.lang.String", &text)
#define EXPRESSION_VALUES ITEM("ExpressionAttributeValues", 0)
#define EXPECTED          MAP("Expected", "ExpectedAttributeValue", &expected)
#define OPERATOR                                                                                   \
    {                                                                                              \
        .name = "ConditionalOperator", .type = PARAM_STRING, .values = operator_words,             \
        .newer = "ALL, OR"                                                                         \
    }
#define RETURN_VALUES(rules)                                                                       \
    {                                                                                              \
        .name = "ReturnValues", .type = PARAM_STRING, .flags = (rules), .values = return_words,    \
        .newer = "ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATE_NEW, NONE"                                 \
    }
#define ATTRIBUTES_TO_GET                                                                          \
    {                                                                                              \
        .name = "AttributesToGet", .type = PARAM_LIST, .min = 1, .max = ATTRIBUTES_TO_GET_MAX,     \
        .of = &text                                                                                \
    }

const struct param params_get_item[] = {RETURN_CAPACITY,
                                        ATTRIBUTES_TO_GET,
                                        NAME("TableName", PARAM_NOT_NULL),
                                        ITEM("Key", PARAM_NOT_NULL),
                                        BOOLEAN("ConsistentRead"),
                                        STRING("ProjectionExpression"),
                                        EXPRESSION_NAMES,
                                        END};

const struct param params_put_item[] = {RETURN_CAPACITY,
                                        NAME("TableName", PARAM_NOT_NULL | PARAM_ANEW),
                                        ITEM("Item", PARAM_NOT_NULL),
                                        OPERATOR,
                                        EXPECTED,
                                        RETURN_VALUES(0),
                                        RETURN_METRICS,
                                        RETURN_ON_FAILURE,
                                        STRING("ConditionExpression"),
                                        EXPRESSION_VALUES,
                                        EXPRESSION_NAMES,
                                        END};

const struct param params_delete_item[] = {RETURN_CAPACITY,
                                           NAME("TableName", PARAM_NOT_NULL),
                                           RETURN_VALUES(0),
                                           RETURN_METRICS,
                                           RETURN_ON_FAILURE,
                                           ITEM("Key", PARAM_NOT_NULL),
                                           OPERATOR,
                                           EXPECTED,
                                           STRING("ConditionExpression"),
                                           EXPRESSION_VALUES,
                                           EXPRESSION_NAMES,
                                           END};

const struct param params_update_item[] = {
    RETURN_CAPACITY,
    NAME("TableName", PARAM_NOT_NULL),
    RETURN_METRICS,
    RETURN_ON_FAILURE,
    RETURN_VALUES(PARAM_ALONE),
    ITEM("Key", PARAM_NOT_NULL),
    OPERATOR,
    EXPECTED,
    MAP("AttributeUpdates", "AttributeValueUpdate", &attribute_update),
    STRING("ConditionExpression"),
    STRING("UpdateExpression"),
    EXPRESSION_VALUES,
    EXPRESSION_NAMES,
    END};

const struct param params_query[] = {
    WORD("Select", select_words),
    NAME("IndexName", 0),
    RETURN_CAPACITY,
    MAP("QueryFilter", "Condition", &condition),
    NAME("TableName", PARAM_NOT_NULL),
    OPERATOR,
    ATTRIBUTES_TO_GET,
    {.name = "Limit", .type = PARAM_INTEGER, .flags = PARAM_BOUNDED | PARAM_ANEW, .min = 1},
    MAP("KeyConditions", "Condition", &condition),
    ITEM("ExclusiveStartKey", 0),
    BOOLEAN("ConsistentRead"),
    BOOLEAN("ScanIndexForward"),
    STRING("KeyConditionExpression"),
    STRING("FilterExpression"),
    STRING("ProjectionExpression"),
    EXPRESSION_VALUES,
    EXPRESSION_NAMES,
    END};

const struct param params_scan[] = {WORD("Select", select_words),
                                    NAME("IndexName", 0),
                                    AT_LEAST("TotalSegments", 1, TOTAL_SEGMENTS_MAX),
                                    RETURN_CAPACITY,
                                    NAME("TableName", PARAM_NOT_NULL),
                                    OPERATOR,
                                    MAP("ScanFilter", "Condition", &condition),
                                    AT_LEAST("Segment", 0, TOTAL_SEGMENTS_MAX - 1),
                                    AT_LEAST("Limit", 1, 0),
                                    ATTRIBUTES_TO_GET,
                                    ITEM("ExclusiveStartKey", 0),
                                    BOOLEAN("ConsistentRead"),
                                    STRING("FilterExpression"),
                                    STRING("ProjectionExpression"),
                                    EXPRESSION_VALUES,
                                    EXPRESSION_NAMES,
                                    END};

static const struct param delete_request[] = {ITEM("Key", PARAM_NOT_NULL), END};
static const struct param put_request[] = {ITEM("Item", PARAM_NOT_NULL), END};
static const struct param write_members[] = {
    STRUCT("DeleteRequest", PARAM_MEMBER, "DeleteRequest", delete_request),
    STRUCT("PutRequest", PARAM_MEMBER, "PutRequest", put_request), END};
static const struct param write_request = STRUCT("", 0, "WriteRequest", write_members);
static const struct param write_requests = {.name = "",
                                            .type = PARAM_LIST,
                                            .flags = PARAM_NESTED,
                                            .min = 1,
                                            .max = BATCH_WRITE_MAX,
                                            .of = &write_request};

const struct param params_batch_write_item[] = {
    RETURN_CAPACITY,
    RETURN_METRICS,
    {.name = "RequestItems",
     .type = PARAM_MAP,
     .flags = PARAM_NOT_NULL | PARAM_NAME_KEYS,
     .max = BATCH_WRITE_MAX,
     .java = "java.util.List<com.amazonaws.dynamodb.v20120810.WriteRequest>",
     .of = &write_requests},
    END};

static const struct param key = ITEM("", PARAM_NESTED);
static const struct param get_members[] = {{.name = "Keys",
                                            .type = PARAM_LIST,
                                            .flags = PARAM_NOT_NULL | PARAM_ANEW,
                                            .min = 1,
                                            .max = BATCH_GET_MAX,
                                            .of = &key},
                                           ATTRIBUTES_TO_GET,
                                           BOOLEAN("ConsistentRead"),
                                           STRING("ProjectionExpression"),
                                           EXPRESSION_NAMES,
                                           END};
static const struct param keys_and_attributes = STRUCT("", 0, "KeysAndAttributes", get_members);

const struct param params_batch_get_item[] = {RETURN_CAPACITY,
                                              {.name = "RequestItems",
                                               .type = PARAM_MAP,
                                               .flags = PARAM_NOT_NULL | PARAM_NAME_KEYS,
                                               .max = BATCH_GET_MAX,
                                               .java = "KeysAndAttributes",
                                               .of = &keys_and_attributes},
                                              END};

/* Transactions: their actions are like the operations on one item, without ReturnValues. */
#define CONDITION                                                                                  \
    STRING("ConditionExpression"), EXPRESSION_NAMES, EXPRESSION_VALUES, RETURN_ON_FAILURE
#define WANTED_STRING(member)                                                                      \
    {                                                                                              \
        .name = (member), .type = PARAM_STRING, .flags = PARAM_NOT_NULL                            \
    }
#define ACTIONS(element)                                                                           \
    {                                                                                              \
        .name = "TransactItems", .type = PARAM_LIST, .flags = PARAM_NOT_NULL, .min = 1,            \
        .max = TRANSACT_MAX, .of = (element)                                                       \
    }

static const struct param check_members[] = {ITEM("Key", PARAM_NOT_NULL),
                                             NAME("TableName", PARAM_NOT_NULL),
                                             WANTED_STRING("ConditionExpression"),
                                             EXPRESSION_NAMES,
                                             EXPRESSION_VALUES,
                                             RETURN_ON_FAILURE,
                                             END};
static const struct param put_members[] = {ITEM("Item", PARAM_NOT_NULL),
                                           NAME("TableName", PARAM_NOT_NULL), CONDITION, END};
static const struct param delete_members[] = {ITEM("Key", PARAM_NOT_NULL),
                                              NAME("TableName", PARAM_NOT_NULL), CONDITION, END};
static const struct param set_members[] = {ITEM("Key", PARAM_NOT_NULL),
                                           WANTED_STRING("UpdateExpression"),
                                           NAME("TableName", PARAM_NOT_NULL), CONDITION, END};
static const struct param action_members[] = {
    STRUCT("ConditionCheck", PARAM_MEMBER, "ConditionCheck", check_members),
    STRUCT("Put", PARAM_MEMBER, "Put", put_members),
    STRUCT("Delete", PARAM_MEMBER, "Delete", delete_members),
    STRUCT("Update", PARAM_MEMBER, "Update", set_members), END};
static const struct param write_action = STRUCT("", 0, "TransactWriteItem", action_members);

const struct param params_transact_write[] = {
    ACTIONS(&write_action),
    {.name = "ClientRequestToken", .type = PARAM_STRING, .min = 1, .max = CLIENT_TOKEN_MAX},
    RETURN_CAPACITY,
    RETURN_METRICS,
    END};

static const struct param read_members[] = {ITEM("Key", PARAM_NOT_NULL),
                                            NAME("TableName", PARAM_NOT_NULL),
                                            STRING("ProjectionExpression"), EXPRESSION_NAMES, END};
static const struct param get_action_members[] = {
    STRUCT("Get", PARAM_NOT_NULL | PARAM_MEMBER, "Get", read_members), END};
static const struct param get_action = STRUCT("", 0, "TransactGetItem", get_action_members);

const struct param params_transact_get[] = {ACTIONS(&get_action), RETURN_CAPACITY, END};
