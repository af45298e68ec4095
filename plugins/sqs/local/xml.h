/* SPDX-License-Identifier: Apache-2.0 */
/* Answers of the query protocol. */
#ifndef SLRUN_SQS_XML_H
#define SLRUN_SQS_XML_H

#include <jansson.h>
#include <slrun/shape.h>

#include "fault.h"

/* The answer of an operation: NAMEResponse with NAMEResult (where it has members) and the request
 * id. malloc's, *size bytes; NULL: out of memory. */
char *xml_result(const char *api, const struct slrun_param *members, const json_t *result,
                 const char *request_id);

/* An ErrorResponse. */
char *xml_error(const struct fault *fault, const char *request_id);

#endif
