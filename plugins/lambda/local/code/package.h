/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Deployment packages: from what a call names (bytes of a zip archive, an object of S3, a directory
 * of this machine, text in a template) to a directory with the code.
 */
#ifndef SLRUN_LAMBDA_PACKAGE_H
#define SLRUN_LAMBDA_PACKAGE_H

#include "local/service.h"

/* How an operation goes on with its package, {"Path", "Sha", "Size", "Archive"}, or of an
 * image {"ImageUri", "Sha", "Size"}; taken over. */
typedef json_t *package_then(struct call *call, json_t *code);

/*
 * Takes the package that `source` names: ZipFile, S3Bucket and S3Key (which is fetched: the call
 * then ends later), Directory, ImageUri (which is only kept); for resources of stacks also Inline,
 * the text of a file for that runtime. Ends in then(), or NULL after call_fail().
 */
json_t *package_take(struct call *call, const json_t *source, package_then *then);

/* "Code" as GetFunction has it; a new reference. */
json_t *package_told(const struct service *service, const json_t *code);
/* Where an archive can be had over HTTP; a new reference, or NULL where there is none. */
json_t *package_location(const struct service *service, const json_t *code);

#define ARCHIVE_PREFIX "/_lambda/"
void archive_serve(struct service *service, struct slrun_exchange *x);

#endif
