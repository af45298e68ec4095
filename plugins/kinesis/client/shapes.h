/* SPDX-License-Identifier: Apache-2.0 */
/* Shapes of Amazon Kinesis Data Streams (API Reference, API version 2013-12-02), and how they are
 * written down. */
#ifndef SLRUN_KINESIS_SHAPES_H
#define SLRUN_KINESIS_SHAPES_H

#include <slrun/slrun.h>
#include <slrun/table.h>

/* clang-format off */
#define PARAMS(name_)         const struct slrun_param name_[]
#define PARAMS_END            {.name = NULL}
/* clang-format on */

extern const struct slrun_shape shape_string;
extern const struct slrun_param no_members[];

extern const struct slrun_param hash_key_range_members[];
extern const struct slrun_shape shape_shard;
extern const char *const words_encryption_type[];

#endif
