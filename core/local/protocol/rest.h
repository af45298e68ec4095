/* SPDX-License-Identifier: Apache-2.0 */
/* Requests of REST services that speak JSON (slrun_op.rest): the other direction of plugin/rest.h.
 */
#ifndef SLRUN_LOCAL_REST_H
#define SLRUN_LOCAL_REST_H

#include <stddef.h>

#include <slrun/local.h>
#include <slrun/op.h>

/* The operation whose method and path a request has; NULL: none. */
const struct slrun_op *rest_find(const struct slrun_op *ops, size_t n,
                                 const struct slrun_exchange *x);

/* The arguments in a request for an operation that has `rest`: labels of the path, the query and
 * the members of the body, as the parameters' types have them. A new reference, not checked; NULL:
 * the body is no JSON object, or no memory. */
json_t *rest_args(const struct slrun_op *op, const struct slrun_exchange *x);

#endif
