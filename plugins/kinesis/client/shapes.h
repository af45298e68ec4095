/* SPDX-License-Identifier: Apache-2.0 */
/* Shapes of Amazon Kinesis Data Streams (API Reference, API version 2013-12-02), and how they are
 * written down. */
#ifndef SLRUN_KINESIS_SHAPES_H
#define SLRUN_KINESIS_SHAPES_H

#include <slrun/slrun.h>

/* Shapes as initialisers; `of`, `members` and `words` are names of constants. */
/* clang-format off */
#define S_STRING              {.type = SLRUN_STRING}
#define S_WORD(words_)        {.type = SLRUN_STRING, .values = (words_)}
#define S_INTEGER             {.type = SLRUN_INTEGER}
#define S_BOOLEAN             {.type = SLRUN_BOOLEAN}
#define S_BLOB                {.type = SLRUN_BLOB}
#define S_TIMESTAMP           {.type = SLRUN_TIMESTAMP}
#define S_LIST(of_)           {.type = SLRUN_LIST, .of = &(of_)}
#define S_MAP(of_)            {.type = SLRUN_MAP, .of = &(of_)}
#define S_STRUCTURE(members_) {.type = SLRUN_STRUCTURE, .members = (members_)}
#define PARAMS(name_)         const struct slrun_param name_[]
#define PARAMS_END            {.name = NULL}
/* clang-format on */

extern const struct slrun_shape shape_string;
extern const struct slrun_param no_members[];

extern const struct slrun_param hash_key_range_members[];
extern const struct slrun_shape shape_shard;
extern const char *const words_encryption_type[];

#endif
