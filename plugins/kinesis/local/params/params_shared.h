/* SPDX-License-Identifier: Apache-2.0 */
/* Parameters that stand in several operations; for params_*.c only. */
#ifndef SLRUN_KINESIS_PARAMS_SHARED_H
#define SLRUN_KINESIS_PARAMS_SHARED_H

#include "params/params.h"

/* clang-format off */
#define END {.name = NULL}
#define STRING(member, rules, least, most) \
    {.name = (member), .type = PARAM_STRING, .flags = (rules), .min = (least), .max = (most)}
#define WORD(member, rules, words) \
    {.name = (member), .type = PARAM_STRING, .flags = (rules), .values = (words)}
#define MATCHING(member, rules, expression) \
    {.name = (member), .type = PARAM_STRING, .flags = (rules), .pattern = (expression)}
#define NAME(member, rules) \
    {.name = (member), .type = PARAM_STRING, .flags = (rules), .pattern = PATTERN_NAME, .min = 1, \
     .max = NAME_MAX_LENGTH}
#define ARN(member, rules, expression) \
    {.name = (member), .type = PARAM_STRING, .flags = (rules), .pattern = (expression), .min = 1, \
     .max = ARN_MAX}
#define INTEGER(member, rules, least, most) \
    {.name = (member), .type = PARAM_INTEGER, .flags = PARAM_BOUNDED | (rules), .min = (least), \
     .max = (most)}
#define BOOLEAN(member)   {.name = (member), .type = PARAM_BOOLEAN}
#define DRY_RUN           BOOLEAN("DryRun")
#define TIMESTAMP(member) {.name = (member), .type = PARAM_TIMESTAMP}
#define BLOB(member, rules) {.name = (member), .type = PARAM_BLOB, .flags = (rules)}
#define LIST(member, rules, element, most) \
    {.name = (member), .type = PARAM_LIST, .flags = (rules), .min = 1, .max = (most), \
     .of = (element)}
#define STRUCT(member, rules, members) \
    {.name = (member), .type = PARAM_STRUCT, .flags = (rules), .of = (members)}
#define TAGS(member, rules) \
    {.name = (member), .type = PARAM_MAP, .flags = (rules), .min = 1, .max = 200, \
     .of = &params_tag_value}

/* Which stream: since 2022 by name or by ARN, since 2025 by id. AWS still asks for the name. */
#define STREAM_ID MATCHING("StreamId", 0, PATTERN_STREAM_ID)
#define STREAM_ARN(rules) ARN("StreamARN", rules, PATTERN_STREAM_ARN)
#define STREAM \
    {.name = "StreamName", .type = PARAM_STRING, .flags = PARAM_REQUIRED, \
     .pattern = PATTERN_NAME, .min = 1, .max = NAME_MAX_LENGTH, .instead = params_instead_of_name}, \
    STREAM_ARN(0), STREAM_ID
/* clang-format on */

extern const char *const params_instead_of_name[];
extern const struct param params_tag_value;
extern const char *const params_iterator_words[];

#endif
