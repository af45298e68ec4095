/* SPDX-License-Identifier: Apache-2.0 */
/* One resource of a deployment being created, updated or removed by the service of its type. */
#ifndef SLRUN_CLOUDFORMATION_STEP_H
#define SLRUN_CLOUDFORMATION_STEP_H

#include <slrun/cloud.h>
#include <slrun/resource.h>

#include "engine/stack.h"

enum { STEP_REASON_SIZE = 1400 };

/* How it ended. */
struct step_result {
    bool ok;
    const char *reason;       /* why it did not work */
    const char *physical_id;  /* may be NULL but after a creation */
    const json_t *attributes; /* may be NULL */
};

struct step_order {
    struct stack *stack; /* only looked at while this is ordered */
    enum slrun_resource_action action;
    json_t *record;     /* of the resource as it is, or is to be; a reference is kept */
    json_t *properties; /* a reference is kept */
    json_t *old;        /* properties before an update, or NULL; a reference is kept */
    /* Required. Called once, perhaps before step_start() returns. */
    void (*done)(void *arg, json_t *record, const struct step_result *result);
    void *arg;
};

void step_start(const struct step_order *order);

#endif
