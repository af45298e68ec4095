/* SPDX-License-Identifier: Apache-2.0 */
/* Which IAM actions a call needs, on which resources: by the plugin's table (slrun/op.h). */
#ifndef SLRUN_PLUGIN_GRANT_H
#define SLRUN_PLUGIN_GRANT_H

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>

#include <slrun/op.h>

enum {
    GRANT_ACTION_MAX = 128,
    GRANT_RESOURCE_MAX = 2048, /* of an ARN, as IAM has it */
    GRANT_VALUES_MAX = 200,    /* ARNs of one row and call; more become one with a wildcard */
};

/* Why a resource is "*". */
#define GRANT_NO_RESOURCE "IAM knows no resource for it"
#define GRANT_NOT_NAMED   "its arguments do not name the resource"
#define GRANT_NO_TABLE    "the plugin does not say which resource it needs"

struct grant {
    const char *action; /* "dynamodb:GetItem" */
    /* An ARN, in which the fields p, r and a stand for the caller's, or "*". */
    const char *resource;
    const char *why;     /* of "*"; else NULL */
    const char *pattern; /* of the row; NULL: none */
};

/* Rows of an operation. `n` 0: the core's own rule holds. */
struct grant_rows {
    const struct slrun_grant *first;
    size_t n;
    bool any_op; /* the first that fits counts */
};

/* `service`: the plugin's. */
struct grant_rows grant_rows_of(const struct slrun_service *service, const struct slrun_op *op);

/* Whether calls of the operation can need a row of its rows: of those for any operation, one that
 * asks for a parameter which it has not never fits. */
bool grant_can_fit(const struct grant_rows *rows, const struct slrun_op *op,
                   const struct slrun_grant *row);

typedef void grant_found(void *arg, const struct grant *grant);

/* A call as it is judged. */
struct grant_call {
    const struct slrun_service *service; /* the plugin's */
    const struct slrun_op *op;
    const json_t *args;
};

/* Calls `found` for each grant that the call needs. */
void grant_each(const struct grant_call *call, grant_found *found, void *arg);

/* The same for what it needs besides where it answers that the item is absent: without it, AWS
 * would not say so but deny. */
void grant_each_absent(const struct grant_call *call, grant_found *found, void *arg);

/* A number that differs between calls which need different grants. */
uint64_t grant_hash(const struct grant_rows *rows, const struct slrun_op *op, const json_t *args);

#endif
