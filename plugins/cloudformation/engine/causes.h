/* SPDX-License-Identifier: Apache-2.0 */
/* Why a property changes: the Details of change sets (API Reference, ResourceChangeDetail). */
#ifndef SLRUN_CLOUDFORMATION_CAUSES_H
#define SLRUN_CLOUDFORMATION_CAUSES_H

#include "engine/stack.h"
#include "template/plan.h"

struct cause_look {
    const struct stack *stack; /* as it is */
    const struct plan *plan;   /* as it will be */
    const json_t *changes;     /* of resources, by logical id, as far as they are known */
};

/* A property that differs. */
struct cause_of {
    const char *id, *property;
    bool unknown; /* only the deployment tells its value */
};

/*
 * A list of {"Evaluation", "ChangeSource", "CausingEntity"}, in the order of AWS: parameters whose
 * values change, resources that do, and the template itself. A new reference.
 */
json_t *causes_list(const struct cause_look *look, const struct cause_of *of);

#endif
