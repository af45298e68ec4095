/* SPDX-License-Identifier: Apache-2.0 */
/* build() and parse() of all operations, led by the tables of wire.h. */
#ifndef SLRUN_S3_CALL_H
#define SLRUN_S3_CALL_H

#include <slrun/slrun.h>

/* The request: method, path, query, headers, body, checksum of the body. */
int s3_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);

/* The result of an answer: from headers, body, or the XML in it. Errors are of kind SERVICE with
 * the code of <Error>; without a body the code is the status ("404", "304", "412"), as in boto3. An
 * <Error> in an answer of 200 (copies, completed uploads) is an error of status 500. */
json_t *s3_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

/* The undo of CreateBucket, and its tags (CreateBucketConfiguration.Tags; AWS wants s3:TagResource
 * for them). A bucket that was there already is not known by its tags: in us-east-1 CreateBucket
 * answers for one's own as for a new one. */
int s3_create_bucket_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                          struct slrun_undo *undo);
int s3_create_bucket_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags);

/* grants.c */
extern const struct slrun_grant s3_grants[];

#endif
