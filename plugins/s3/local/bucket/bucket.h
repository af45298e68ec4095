/* SPDX-License-Identifier: Apache-2.0 */
/* Buckets themselves. */
#ifndef SLRUN_S3_BUCKET_H
#define SLRUN_S3_BUCKET_H

#include "service.h"

bool op_list_buckets(struct call *call);
bool op_create_bucket(struct call *call);
bool op_head_bucket(struct call *call);
bool op_delete_bucket(struct call *call);
bool op_get_location(struct call *call);
bool op_get_versioning(struct call *call);
bool op_put_versioning(struct call *call);

#endif
