/* SPDX-License-Identifier: Apache-2.0 */
/*
 * slrun_cloud.query_read and .query_reply: the AWS query protocol from the service's side
 * (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html). Contracts in slrun/cloud.h.
 */
#ifndef SLRUN_LOCAL_QUERY_H
#define SLRUN_LOCAL_QUERY_H

#include <stdbool.h>

#include <slrun/answer.h>
#include <slrun/local.h>

enum { QUERY_FIELD_NAME_MAX = 512, QUERY_WIRE_NAME_MAX = 128, QUERY_ANSWER_MAX = 64 << 20 };

/* How a list or map stands in forms and XML. */
struct query_form {
    char wire[QUERY_WIRE_NAME_MAX];
    const char *inner;       /* between its name and its elements: "member", "entry"; NULL: flat */
    const char *key, *value; /* of a map's entries */
    bool lone;               /* in forms: a single element may stand without its number */
};
void query_form(const struct slrun_query *query, const struct slrun_param *param,
                struct query_form *form);

json_t *query_read(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                   const struct slrun_query *query, struct slrun_error *error);
void query_reply(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                 const struct slrun_query *query, const json_t *result);

#endif
