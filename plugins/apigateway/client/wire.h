/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How operations travel in the REST-JSON protocol (smithy.io, "AWS restJson1 protocol"): the path
 * with its labels, the query, a JSON body. v1.c and v2.c are made from AWS's published service
 * models (generate.py).
 */
#ifndef SLRUN_APIGATEWAY_WIRE_H
#define SLRUN_APIGATEWAY_WIRE_H

#include <stdbool.h>

#include <slrun/slrun.h>

#include "client/ops.h"

enum ag_place_kind {
    AG_BODY,   /* a member of the JSON body */
    AG_LABEL,  /* {name} in the path */
    AG_QUERY,  /* ?name= */
    AG_PAYLOAD /* the whole body, bytes */
};

/* A member that travels elsewhere, or by another name, than the rule says. */
struct ag_place {
    const char *name; /* the member's; NULL ends the list */
    const char *wire;
    enum ag_place_kind kind;
};

/* What an operation is on the wire. */
struct ag_call {
    const char *name; /* boto3's */
    const char *method;
    const char *path;
    const char *query;                     /* fixed: "mode=import", or NULL */
    int status;                            /* of its answer */
    const struct ag_place *input, *output; /* or NULL */
};

/* The two versions: their operations and what these are on the wire, in the same order. */
struct ag_version {
    const struct slrun_op *ops;
    const struct ag_call *calls;
    size_t n;
    bool lower; /* members travel with a small first letter: "ApiId" is "apiId" */
};

extern const struct ag_call apigateway_calls[], apigatewayv2_calls[];
extern const struct ag_version ag_versions[2]; /* REST APIs, HTTP APIs */

/* The place of a member in the list (NULL: none differs), or NULL: it follows the rule. */
const struct ag_place *ag_place_of(const struct ag_place *places, const char *name);

enum ag_direction { AG_TO_WIRE, AG_FROM_WIRE };
struct ag_way {
    enum ag_direction direction;
    bool lower; /* struct ag_version */
};

/*
 * A structure on its way: members are renamed and timestamps written (v2: ISO 8601, v1: seconds).
 * Members with a place outside of the body are left out. Absent and unknown members stay away. A
 * new reference; NULL: no memory.
 */
json_t *ag_members(const struct ag_way *way, const struct slrun_param *params,
                   const struct ag_place *places, const json_t *from);

int ag_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *ag_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);
int ag_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
            struct slrun_undo *undo);
int ag_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags);

#endif
