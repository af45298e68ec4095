/* SPDX-License-Identifier: Apache-2.0 */
/* Copies: of objects, and into parts. */
#ifndef SLRUN_S3_COPY_H
#define SLRUN_S3_COPY_H

#include "service.h"

/* What x-amz-copy-source names: found, readable by the caller, its conditions met. */
struct copy_source {
    struct bucket bucket;
    struct object object;
    bool by_version; /* the request names the version */
};

bool copy_source(struct call *call, struct copy_source *source);

bool op_copy_object(struct call *call);
bool op_upload_part_copy(struct call *call);

#endif
