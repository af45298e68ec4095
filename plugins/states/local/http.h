/* SPDX-License-Identifier: Apache-2.0 */
/* HTTP tasks, and those that call an API. */
#ifndef SLRUN_STATES_HTTP_H
#define SLRUN_STATES_HTTP_H

#include "local/integration.h"

/* ---- http.c ---- */

bool task_is_http(const struct task *task);
/* Whether the parameters of an HTTP task, or one that calls an API, can be used; of others true.
 * Else b->error says why not. */
bool http_check(struct task *task);
/* Begins one; it may end the task at once. */
void http_begin(struct task *task);

/* What is wrong with the endpoint and the method of a task's parameters, and with the names of its
 * headers: a new text, or NULL. */
json_t *http_missing(const json_t *work);
json_t *http_reserved(const json_t *work);

/* ---- api.c ---- */

bool task_is_api(const struct task *task);
/* What is wrong with its parameters: a new text, or NULL. */
json_t *api_problem(const struct task *task);
/* Begins one; it may end the task at once. */
void api_begin(struct task *task);

/* ---- http_text.c ---- */

/* An object as a form, arrays as ArrayFormat of `options` (or NULL) says: a new text. */
json_t *http_form(const json_t *body, const json_t *options);
/* "Not Found" (RFC 9110); NULL: none is known. */
const char *http_reason(int status);
/* An answer as states see it; `type` is its Content-Type, or NULL. NULL: it is of a type that Step
 * Functions does not take. */
json_t *http_result(const struct slrun_response *response, const char *type);

#endif
