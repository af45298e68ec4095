/* SPDX-License-Identifier: Apache-2.0 */
/* Cross-origin requests (user guide, "Using cross-origin resource sharing (CORS)"). */
#ifndef SLRUN_S3_CORS_H
#define SLRUN_S3_CORS_H

#include "service.h"

/* Access-Control-* of an answer, where the request has an Origin that a rule allows. */
void cors_add_headers(struct call *call);

/* OPTIONS: may a page of this origin send such a request? */
bool op_preflight(struct call *call);

extern const struct xml_rule cors_rule;
/* What the rule cannot say of a configuration that is put. */
bool cors_check(struct call *call);

#endif
