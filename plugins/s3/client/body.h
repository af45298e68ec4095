/* SPDX-License-Identifier: Apache-2.0 */
/* Checksums of bodies, as AWS's SDKs send and check them ("Data integrity protections for Amazon
 * S3", AWS SDKs and Tools Reference Guide). */
#ifndef SLRUN_S3_BODY_H
#define SLRUN_S3_BODY_H

#include <slrun/slrun.h>

#include "client/wire.h"

/* Adds the checksum of the body, unless one was given in the arguments; asks for the checksum of an
 * answer, and has a body that goes to a file checked as it passes. 0, or -1 with the error filled.
 */
int s3_body_checksums(struct slrun_ctx *ctx, const struct s3_call *call, const json_t *args,
                      struct slrun_request *req);

/* Holds the answer's body against its checksum, where it has one of the whole body. 0, or -1 with
 * the error filled (PROTOCOL). */
int s3_check_body(struct slrun_ctx *ctx, const struct slrun_response *resp);

#endif
