/* SPDX-License-Identifier: Apache-2.0 */
/* What a request says of its body: Content-MD5, checksums in headers and trailers, its size. */
#ifndef SLRUN_S3_INTAKE_H
#define SLRUN_S3_INTAKE_H

#include "service.h"

/* Chooses the checksum and starts call->ingest. */
bool intake_begin(struct call *call);
/* The body is whole: holds it against what was said. */
bool intake_end(struct call *call);
/* The same for a body in memory (a document). */
bool intake_verify_body(struct call *call);

#endif
