/* SPDX-License-Identifier: Apache-2.0 */
/* Parameters that stand in several operations; for params_*.c only. */
#ifndef SLRUN_DYNAMODB_PARAMS_SHARED_H
#define SLRUN_DYNAMODB_PARAMS_SHARED_H

#include "params/constraint.h"
#include "params/param.h"

#define END                                                                                        \
    {                                                                                              \
        .name = NULL                                                                               \
    }
#define STRING(member)                                                                             \
    {                                                                                              \
        .name = (member), .type = PARAM_STRING                                                     \
    }
#define WORD(member, words)                                                                        \
    {                                                                                              \
        .name = (member), .type = PARAM_STRING, .values = (words)                                  \
    }
#define BOOLEAN(member)                                                                            \
    {                                                                                              \
        .name = (member), .type = PARAM_BOOLEAN                                                    \
    }
#define ITEM(member, rules)                                                                        \
    {                                                                                              \
        .name = (member), .type = PARAM_ITEM, .flags = (rules)                                     \
    }
#define STRUCT(member, rules, class, members)                                                      \
    {                                                                                              \
        .name = (member), .type = PARAM_STRUCT, .flags = (rules), .java = (class), .of = (members) \
    }
#define MAP(member, class, element)                                                                \
    {                                                                                              \
        .name = (member), .type = PARAM_MAP, .java = (class), .of = (element)                      \
    }
#define NAME(member, rules)                                                                        \
    {                                                                                              \
        .name = (member), .type = PARAM_STRING, .flags = PARAM_NAME | (rules),                     \
        .min = TABLE_NAME_MIN, .max = TABLE_NAME_MAX                                               \
    }
#define AT_LEAST(member, least, most)                                                              \
    {                                                                                              \
        .name = (member), .type = PARAM_INTEGER, .flags = PARAM_BOUNDED, .min = (least),           \
        .max = (most)                                                                              \
    }

#define LIST(member, element)                                                                      \
    {                                                                                              \
        .name = (member), .type = PARAM_LIST, .of = (element)                                      \
    }

/* Its length rule is PARAM_TABLE's, so that there is no min and max here. */
#define TABLE_NAME                                                                                 \
    {                                                                                              \
        .name = "TableName", .type = PARAM_STRING,                                                 \
        .flags = PARAM_REQUIRED | PARAM_TABLE | PARAM_NAME                                         \
    }

/* Of tables and indexes; in params_table.c. */
extern const char *const billing_words[];
extern const struct param throughput_members[];
extern const struct param on_demand_members[];
extern const struct param sse_members[];
extern const struct param local_index;
extern const struct param global_index;
extern const struct param import_table_members[]; /* of TableCreationParameters */
extern const struct param refused;                /* what the local cloud does not have */

#define THROUGHPUT                                                                                 \
    STRUCT("ProvisionedThroughput", PARAM_MEMBER, "ProvisionedThroughput", throughput_members)
#define ON_DEMAND                                                                                  \
    STRUCT("OnDemandThroughput", PARAM_MEMBER, "OnDemandThroughput", on_demand_members)

#endif
