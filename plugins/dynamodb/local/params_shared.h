/* SPDX-License-Identifier: Apache-2.0 */
/* Parameters that stand in several operations; for params_item.c and params_table.c only. */
#ifndef SLRUN_DYNAMODB_PARAMS_SHARED_H
#define SLRUN_DYNAMODB_PARAMS_SHARED_H

#include "constraint.h"
#include "param.h"

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

#endif
