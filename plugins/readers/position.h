/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How far a mapping has read a stream; it outlives its reader. A document by shard:
 *
 *   {"done": true}                         read to its end
 *   {"from": SEQUENCE, "after": BOOLEAN}   goes on there, or behind it
 *   {}                                     known, nothing of it has been read
 */
#ifndef SLRUN_READERS_POSITION_H
#define SLRUN_READERS_POSITION_H

#include "readers/engine.h"

/* A new reference; NULL: there is none. */
json_t *position_load(const struct engine_host *host, const char *uuid);
void position_save(const struct engine_host *host, const char *uuid, const json_t *position);
void position_forget(const struct engine_host *host, const char *uuid);

#endif
