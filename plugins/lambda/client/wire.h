/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How the members of requests and results travel in Lambda's REST-JSON protocol (smithy.io, "AWS
 * restJson1 protocol"): in the path, in the query, in headers, and the rest in a JSON body.
 * shapes.c and ops.c are generated from AWS's published service model (generate.py). Both halves
 * read these tables.
 */
#ifndef SLRUN_LAMBDA_WIRE_H
#define SLRUN_LAMBDA_WIRE_H

#include <slrun/slrun.h>
#include <slrun/table.h>

enum lambda_where { LAMBDA_QUERY, LAMBDA_HEADER };

/* A member that travels neither in the path nor in the body; lists end with a NULL member. */
struct lambda_place {
    const char *member;
    enum lambda_where where;
    const char *name; /* of the header or the query parameter */
};

enum lambda_body { LAMBDA_NO_BODY, LAMBDA_JSON, LAMBDA_PAYLOAD };

/* What an operation is on the wire. */
struct lambda_call {
    const char *name; /* of the operation: the table is sorted by it */
    const char *method;
    const char *path;                  /* "/2015-03-31/functions/{FunctionName}" */
    const char *query;                 /* fixed: "find=LayerVersion", or NULL */
    const struct lambda_place *places; /* of the request, or NULL */
    enum lambda_body body;             /* of the request */
    int status;                        /* of the answer */
};

/* The call of an operation, or NULL. */
const struct lambda_call *lambda_call_find(const char *op);

extern const struct lambda_call lambda_calls[]; /* one for each of lambda_ops, in the same order */

#endif
