/* SPDX-License-Identifier: Apache-2.0 */
/* XML documents: results from their trees, and documents from arguments. */
#ifndef SLRUN_S3_XML_H
#define SLRUN_S3_XML_H

#include <slrun/slrun.h>

#include "client/text.h"
#include "client/wire.h"

/* The first element of that name inside, or NULL. */
const struct slrun_xml *s3_xml_find(const struct slrun_xml *node, const char *name);

/* The members of a structure as found in the elements of `node`. Absent ones stay absent. A new
 * reference, or NULL with the error filled (PROTOCOL: a number or a date that is none). */
json_t *s3_xml_members(struct slrun_ctx *ctx, const struct slrun_xml *node,
                       const struct slrun_param *params, const struct s3_wire *wires);

/* A value from its text in an element or header. As s3_xml_members(). */
json_t *s3_scalar(struct slrun_ctx *ctx, enum slrun_type type, const char *text);

/* Writes a structure as a document; `wire` names its root. 0, or -1 with the error filled. */
int s3_xml_write(struct s3_text *t, const struct slrun_param *param, const struct s3_wire *wire,
                 const json_t *value);

/* The text of a scalar on the wire: strings as they are, true/false, decimal digits, dates. 0, or
 * -1 with the error filled. */
int s3_add_scalar(struct s3_text *t, enum slrun_type type, enum s3_form form, const json_t *value);

#endif
