/* SPDX-License-Identifier: Apache-2.0 */
/* HTTP tasks. */
#ifndef SLRUN_STATES_HTTP_H
#define SLRUN_STATES_HTTP_H

#include "local/integration.h"

/* ---- http.c ---- */

bool task_is_http(const struct task *task);
/* Whether the parameters of an HTTP task can be used; of others true. Else b->error says why not.
 */
bool http_check(struct task *task);
/* Begins one; it may end the task at once. */
void http_begin(struct task *task);

/* ---- http_text.c ---- */

/* An object as a form, arrays as ArrayFormat of `options` (or NULL) says: a new text. */
json_t *http_form(const json_t *body, const json_t *options);
/* "Not Found" (RFC 9110); NULL: none is known. */
const char *http_reason(int status);
/* An answer as states see it; `type` is its Content-Type, or NULL. NULL: it is of a type that Step
 * Functions does not take. */
json_t *http_result(const struct slrun_response *response, const char *type);

#endif
