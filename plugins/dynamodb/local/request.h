/* SPDX-License-Identifier: Apache-2.0 */
/* The body of a request, which may come compressed (Content-Encoding: gzip or deflate). */
#ifndef SLRUN_DYNAMODB_REQUEST_H
#define SLRUN_DYNAMODB_REQUEST_H

#include <jansson.h>
#include <slrun/local.h>

#include "fault.h"

enum { REQUEST_BYTES_MAX = 16 * 1024 * 1024 /* once it is unpacked */ };

/* Its JSON, a new reference. NULL with `fault` filled: SerializationException where it is no
 * object; InternalServerError, as AWS has it, where it cannot be unpacked. */
json_t *request_read(const struct slrun_cloud *cloud, const struct slrun_exchange *x,
                     struct fault *fault);

#endif
