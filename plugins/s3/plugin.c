/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of s3.so: Amazon Simple Storage Service, API version 2006-03-01. */
#include <slrun/slrun.h>

#include "client/ops.h"
#include "local/local.h"

extern const char s3_prelude[]; /* prelude/, embedded by the build */

SLRUN_PLUGIN("s3", "0.1.0", "Amazon S3: buckets, objects, versions, multipart uploads.", NULL, NULL,
             &s3_service, s3_ops, S3_OPS, s3_prelude, &s3_local);
