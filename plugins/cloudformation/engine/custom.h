/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Custom resources: a function or a topic is told what to do, and answers with a PUT to the address
 * that it was told (CloudFormation User Guide, "Create custom provisioning logic with custom
 * resources", "Custom resource request and response reference").
 */
#ifndef SLRUN_CLOUDFORMATION_CUSTOM_H
#define SLRUN_CLOUDFORMATION_CUSTOM_H

#include "engine/step.h"

#define CUSTOM_PATH "/_cloudformation/response/" /* of the answer's address, before its token */

struct custom_order {
    struct engine *engine;
    const json_t *stack;           /* {"StackName", "StackId", "Region", "Account"}; copied */
    const struct step_order *step; /* record, properties and old are copied; done is not called */
    const char *name;              /* the physical id, if a failure tells none; copied */
    /* Required. Called once, perhaps before custom_start() returns. */
    void (*done)(void *arg, const struct step_result *result);
    void *arg;
};

void custom_start(const struct custom_order *order);
/* The answer behind CUSTOM_PATH. False: nobody waits for it (any more). */
bool custom_answer(struct engine *engine, const char *token, const char *body, size_t size);
/* Has those of a stack that wait end without success. */
void customs_cancel(struct engine *engine, const char *stack_id);
/* Has all that wait end without success. */
void customs_end(struct engine *engine);

#endif
