/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Multipart uploads. An upload's info has what its object's will have, and "algorithm" and "type"
 * of its checksum.
 */
#ifndef SLRUN_S3_MULTIPART_H
#define SLRUN_S3_MULTIPART_H

#include "service.h"

enum { PART_NUMBER_MAX = 10000, PART_SIZE_MIN = 5 << 20 };

/* The upload of the request's uploadId, for its bucket and key. false: NoSuchUpload. */
bool upload_find(struct call *call, struct upload *upload);
/* Is the upload gone because it made a version that is there? S3 then takes its completion again,
 * and that it is to be aborted. */
bool upload_completed(struct call *call, struct object *object);

bool op_create_multipart_upload(struct call *call);
bool op_upload_part(struct call *call);
bool op_complete_multipart_upload(struct call *call);
bool op_abort_multipart_upload(struct call *call);
bool op_list_parts(struct call *call);
bool op_list_multipart_uploads(struct call *call);

#endif
