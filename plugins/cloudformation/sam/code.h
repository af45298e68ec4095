/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where code, layers and definitions are: s3://bucket/key, {"Bucket", "Key", "Version"}, or a local
 * path, which becomes {"Directory": "/absolute/path"}, an extension of the local cloud.
 */
#ifndef SLRUN_CLOUDFORMATION_SAM_CODE_H
#define SLRUN_CLOUDFORMATION_SAM_CODE_H

#include "sam/context.h"

/* Names of the properties in which a location comes back. */
struct sam_location {
    const char *bucket, *key, *version;
};
extern const struct sam_location sam_code_location; /* S3Bucket, S3Key, S3ObjectVersion */
extern const struct sam_location sam_body_location; /* Bucket, Key, Version */

/* The property `name`, of value `uri`; a new value, NULL after a problem. */
json_t *sam_location(struct sam *s, const json_t *uri, const char *name,
                     const struct sam_location *as);

#endif
