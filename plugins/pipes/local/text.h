/* SPDX-License-Identifier: Apache-2.0 */
/* What enrichments and targets get: input templates, and parameters that are paths (User Guide,
 * "Amazon EventBridge Pipes input transformation"). */
#ifndef SLRUN_PIPES_TEXT_H
#define SLRUN_PIPES_TEXT_H

#include "local/batch.h"

/* Whether a template can be used. False after call_fail(). */
bool text_check(struct slrun_json_call *call, const char *member, const char *template);
/* The text of an event by a template, or, NULL, as JSON; to be freed. NULL: no memory. */
char *text_of(const struct batch *batch, const char *template, const json_t *event);
/* The list of the texts of all events. A text that is no JSON is a string there. */
char *text_of_all(const struct batch *batch, const char *template);
/* A parameter that is a text or a path ($.body.id); a new reference. NULL: nothing is there. */
json_t *text_parameter(const json_t *parameters, const char *name, const json_t *event);

#endif
