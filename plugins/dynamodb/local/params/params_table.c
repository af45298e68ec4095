/* SPDX-License-Identifier: Apache-2.0 */
/* The parameters of the operations on tables and tags. */
#include "params/params.h"
#include "params/params_shared.h"

static const char *const type_words[] = {"B", "N", "S", NULL};
static const char *const key_words[] = {"HASH", "RANGE", NULL};
const char *const billing_words[] = {"PROVISIONED", "PAY_PER_REQUEST", NULL};
static const char *const projection_words[] = {"ALL", "INCLUDE", "KEYS_ONLY", NULL};
static const char *const class_words[] = {"STANDARD", "STANDARD_INFREQUENT_ACCESS", NULL};
static const char *const view_words[] = {"NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES",
                                         "KEYS_ONLY", NULL};
static const char *const sse_words[] = {"AES256", "KMS", NULL};

static const struct param text = STRING("");
static const struct param projected = {.name = "", .type = PARAM_STRING, .min = 1, .max = 255};

#define ATTRIBUTE_NAME                                                                             \
    {                                                                                              \
        .name = "AttributeName", .type = PARAM_STRING, .flags = PARAM_NOT_NULL, .min = 1,          \
        .max = 255                                                                                 \
    }
#define UNITS(member)                                                                              \
    {                                                                                              \
        .name = (member), .type = PARAM_LONG, .flags = PARAM_NOT_NULL | PARAM_BOUNDED, .min = 1    \
    }
#define WANTED_WORD(member, words)                                                                 \
    {                                                                                              \
        .name = (member), .type = PARAM_STRING, .flags = PARAM_NOT_NULL, .values = (words)         \
    }

static const struct param attribute_members[] = {ATTRIBUTE_NAME,
                                                 WANTED_WORD("AttributeType", type_words), END};
static const struct param attribute = STRUCT("", 0, "AttributeDefinition", attribute_members);

static const struct param key_members[] = {ATTRIBUTE_NAME, WANTED_WORD("KeyType", key_words), END};
static const struct param key_element = STRUCT("", 0, "KeySchemaElement", key_members);

const struct param throughput_members[] = {UNITS("WriteCapacityUnits"), UNITS("ReadCapacityUnits"),
                                           END};

static const struct param projection_members[] = {
    WORD("ProjectionType", projection_words),
    {.name = "NonKeyAttributes", .type = PARAM_LIST, .min = 1, .max = 100, .of = &projected},
    END};

static const struct param stream_members[] = {BOOLEAN("StreamEnabled"),
                                              WORD("StreamViewType", view_words), END};
const struct param sse_members[] = {BOOLEAN("Enabled"), WORD("SSEType", sse_words),
                                    STRING("KMSMasterKeyId"), END};

static const struct param tag_members[] = {STRING("Key"), STRING("Value"), END};
static const struct param tag = STRUCT("", 0, "Tag", tag_members);

#define KEY_SCHEMA                                                                                 \
    {                                                                                              \
        .name = "KeySchema", .type = PARAM_LIST, .flags = PARAM_NOT_NULL, .min = 1, .max = 2,      \
        .of = &key_element                                                                         \
    }
/* How many of a kind there may be table_check.c says. */
#define GLOBAL_KEY_SCHEMA                                                                          \
    {                                                                                              \
        .name = "KeySchema", .type = PARAM_LIST, .flags = PARAM_NOT_NULL, .min = 1,                \
        .of = &key_element                                                                         \
    }
#define PROJECTION                                                                                 \
    STRUCT("Projection", PARAM_NOT_NULL | PARAM_MEMBER, "Projection", projection_members)
/* Of what the local cloud does not have; table_check.c says so. */
static const struct param refused_members[] = {END};
const struct param refused = STRUCT("", 0, "", refused_members);

const struct param on_demand_members[] = {{.name = "MaxReadRequestUnits", .type = PARAM_LONG},
                                          {.name = "MaxWriteRequestUnits", .type = PARAM_LONG},
                                          END};

static const struct param warm_members[] = {
    {.name = "ReadUnitsPerSecond", .type = PARAM_LONG, .flags = PARAM_BOUNDED, .min = 1},
    {.name = "WriteUnitsPerSecond", .type = PARAM_LONG, .flags = PARAM_BOUNDED, .min = 1},
    END};
#define WARM STRUCT("WarmThroughput", PARAM_MEMBER, "WarmThroughput", warm_members)

static const struct param local_members[] = {NAME("IndexName", PARAM_NOT_NULL), KEY_SCHEMA,
                                             PROJECTION, END};
const struct param local_index = STRUCT("", 0, "LocalSecondaryIndex", local_members);

static const struct param global_members[] = {NAME("IndexName", PARAM_NOT_NULL),
                                              GLOBAL_KEY_SCHEMA,
                                              PROJECTION,
                                              THROUGHPUT,
                                              ON_DEMAND,
                                              WARM,
                                              END};
const struct param global_index = STRUCT("", 0, "GlobalSecondaryIndex", global_members);

const struct param params_none[] = {END};
const struct param params_table[] = {TABLE_NAME, END};

const struct param params_create_table[] = {
    {.name = "AttributeDefinitions", .type = PARAM_LIST, .flags = PARAM_NOT_NULL, .of = &attribute},
    NAME("TableName", PARAM_REQUIRED),
    WORD("BillingMode", billing_words),
    THROUGHPUT,
    KEY_SCHEMA,
    LIST("LocalSecondaryIndexes", &local_index),
    LIST("GlobalSecondaryIndexes", &global_index),
    STRUCT("StreamSpecification", PARAM_MEMBER, "StreamSpecification", stream_members),
    STRUCT("SSESpecification", PARAM_MEMBER, "SSESpecification", sse_members),
    LIST("Tags", &tag),
    WORD("TableClass", class_words),
    BOOLEAN("DeletionProtectionEnabled"),
    ON_DEMAND,
    WARM,
    STRING("ResourcePolicy"),
    LIST("VectorIndexes", &refused),
    STRING("GlobalTableSourceArn"),
    END};

const struct param import_table_members[] = {
    {.name = "AttributeDefinitions", .type = PARAM_LIST, .flags = PARAM_NOT_NULL, .of = &attribute},
    NAME("TableName", PARAM_NOT_NULL),
    WORD("BillingMode", billing_words),
    THROUGHPUT,
    KEY_SCHEMA,
    LIST("GlobalSecondaryIndexes", &global_index),
    STRUCT("SSESpecification", PARAM_MEMBER, "SSESpecification", sse_members),
    ON_DEMAND,
    LIST("VectorIndexes", &refused),
    END};

static const struct param update_members[] = {NAME("IndexName", PARAM_NOT_NULL), THROUGHPUT,
                                              ON_DEMAND, WARM, END};
static const struct param delete_members[] = {NAME("IndexName", PARAM_NOT_NULL), END};
static const struct param index_members[] = {
    STRUCT("Update", PARAM_MEMBER, "UpdateGlobalSecondaryIndexAction", update_members),
    STRUCT("Create", PARAM_MEMBER, "CreateGlobalSecondaryIndexAction", global_members),
    STRUCT("Delete", PARAM_MEMBER, "DeleteGlobalSecondaryIndexAction", delete_members), END};
static const struct param index_update = STRUCT("", 0, "GlobalSecondaryIndexUpdate", index_members);

const struct param params_update_table[] = {
    TABLE_NAME,
    LIST("AttributeDefinitions", &attribute),
    WORD("BillingMode", billing_words),
    THROUGHPUT,
    LIST("GlobalSecondaryIndexUpdates", &index_update),
    STRUCT("StreamSpecification", PARAM_MEMBER, "StreamSpecification", stream_members),
    STRUCT("SSESpecification", PARAM_MEMBER, "SSESpecification", sse_members),
    WORD("TableClass", class_words),
    BOOLEAN("DeletionProtectionEnabled"),
    ON_DEMAND,
    WARM,
    LIST("VectorIndexUpdates", &refused),
    LIST("ReplicaUpdates", &refused),
    LIST("GlobalTableWitnessUpdates", &refused),
    END};

const struct param params_list_tables[] = {AT_LEAST("Limit", 1, LIST_TABLES_MAX),
                                           NAME("ExclusiveStartTableName", 0), END};

#define WANTED_BOOLEAN(member)                                                                     \
    {                                                                                              \
        .name = (member), .type = PARAM_BOOLEAN, .flags = PARAM_NOT_NULL                           \
    }
#define WANTED_STRING(member, least, most)                                                         \
    {                                                                                              \
        .name = (member), .type = PARAM_STRING, .flags = PARAM_NOT_NULL, .min = (least),           \
        .max = (most)                                                                              \
    }

static const struct param ttl_members[] = {WANTED_BOOLEAN("Enabled"), ATTRIBUTE_NAME, END};
const struct param params_update_time_to_live[] = {TABLE_NAME,
                                                   STRUCT("TimeToLiveSpecification",
                                                          PARAM_NOT_NULL | PARAM_MEMBER,
                                                          "TimeToLiveSpecification", ttl_members),
                                                   END};

static const struct param recovery_members[] = {WANTED_BOOLEAN("PointInTimeRecoveryEnabled"),
                                                AT_LEAST("RecoveryPeriodInDays", 1, 35), END};
const struct param params_update_continuous_backups[] = {
    TABLE_NAME,
    STRUCT("PointInTimeRecoverySpecification", PARAM_NOT_NULL | PARAM_MEMBER,
           "PointInTimeRecoverySpecification", recovery_members),
    END};

#define REVISION                                                                                   \
    {                                                                                              \
        .name = "ExpectedRevisionId", .type = PARAM_STRING, .min = 1, .max = 255                   \
    }

const struct param params_resource_policy[] = {WANTED_STRING("ResourceArn", 1, 1283), REVISION,
                                               END};
const struct param params_put_resource_policy[] = {WANTED_STRING("ResourceArn", 1, 1283),
                                                   WANTED_STRING("Policy", 0, 0), REVISION,
                                                   BOOLEAN("ConfirmRemoveSelfResourceAccess"), END};

const struct param params_tag[] = {STRING("ResourceArn"), LIST("Tags", &tag), END};
const struct param params_untag[] = {STRING("ResourceArn"), LIST("TagKeys", &text), END};
const struct param params_list_tags[] = {STRING("ResourceArn"), STRING("NextToken"), END};
