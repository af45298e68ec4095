/* SPDX-License-Identifier: Apache-2.0 */
/* Contents that are there already put together to a new one: copies, and the parts of an upload. */
#ifndef SLRUN_S3_GATHER_H
#define SLRUN_S3_GATHER_H

#include "service.h"

struct gather_span {
    int64_t content;
    uint64_t offset, size;
};

struct gather {
    const struct gather_span *spans;
    size_t n;
    bool hashed; /* with MD5 and a checksum of `kind`; else neither */
    enum s3_checksum_kind kind;
};

enum gathered { GATHER_FAILED, GATHER_DONE, GATHER_LATER };

/*
 * Writes the spans behind each other: they are call->ingest then. LATER: they are so large that
 * another thread does it; the operation returns true at once, has written nothing, and is run once
 * more from its beginning when they are there. FAILED: call->fault is set.
 */
enum gathered gather(struct call *call, const struct gather *order);

#endif
