/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Mapping templates: the Velocity Template Language (velocity.apache.org/engine/1.7, "VTL
 * Reference") as Amazon API Gateway runs it (developer guide, "Mapping template and access logging
 * variable reference"). #set, #if, #elseif, #else, #foreach, #break, #stop; comments; references
 * with properties, methods and indexes; $input, $util, $context, $stageVariables. No #macro,
 * #parse, #include, #define, #evaluate: they are errors.
 *
 * A value is JSON; Java's null is a NULL pointer or JSON's null. Time and memory are bounded.
 */
#ifndef SLRUN_APIGATEWAY_VTL_H
#define SLRUN_APIGATEWAY_VTL_H

#include <jansson.h>
#include <stddef.h>

#include "util/text.h"

enum {
    VTL_ERROR_MAX = 256,
    VTL_DEPTH_MAX = 64,
    VTL_STEPS_MAX = 1000000,
    VTL_LOOP_MAX = 1000 /* iterations of a #foreach; AWS's quota */
};

/* What a template sees; borrowed. */
struct vtl_input {
    const char *body;
    json_t *params;  /* {"path": {}, "querystring": {}, "header": {}} */
    json_t *context; /* $context; a template that sets its members changes it (overrides) */
    json_t *stage_variables;
};

/* Adds what the template gives to `out`. 0, or -1 with AWS's like of a reason in `error`. */
int vtl_render(const char *template, const struct vtl_input *input, struct text *out,
               char error[VTL_ERROR_MAX]);

#endif
