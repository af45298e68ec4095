/* SPDX-License-Identifier: Apache-2.0 */
/* Hash codes of Java objects: AWS's error texts show them for structures. */
#ifndef SLRUN_KINESIS_JAVA_HASH_H
#define SLRUN_KINESIS_JAVA_HASH_H

#include <jansson.h>
#include <stdint.h>

#include "params/param.h"

/* Of a structure: its class and its members, whatever is absent counting 0. */
uint32_t java_hash_struct(const struct param *param, const json_t *value);

#endif
