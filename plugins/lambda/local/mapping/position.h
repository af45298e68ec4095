/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How far a mapping has read a stream; it outlives its reader. A document by shard:
 *
 *   {"done": true}                         read to its end
 *   {"from": SEQUENCE, "after": BOOLEAN}   goes on there, or behind it
 *   {}                                     known, nothing of it has been read
 */
#ifndef SLRUN_LAMBDA_POSITION_H
#define SLRUN_LAMBDA_POSITION_H

#include <slrun/cloud.h>

/* A new reference; NULL: there is none. */
json_t *position_load(const struct slrun_cloud *cloud, const char *uuid);
void position_save(const struct slrun_cloud *cloud, const char *uuid, const json_t *position);
void position_forget(const struct slrun_cloud *cloud, const char *uuid);

#endif
