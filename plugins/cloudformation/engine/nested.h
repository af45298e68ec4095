/* SPDX-License-Identifier: Apache-2.0 */
/* Stacks as resources of others: AWS::CloudFormation::Stack. They are made, changed and removed by
 * the operations of this service, and waited for. */
#ifndef SLRUN_CLOUDFORMATION_NESTED_H
#define SLRUN_CLOUDFORMATION_NESTED_H

#include "engine/step.h"

struct nested_order {
    struct engine *engine;
    const json_t *stack;           /* {"StackName", "StackId", "Region", "Account", "Directory"} */
    const struct step_order *step; /* copied as far as it is needed; done is not called */
    const char *name;              /* of a new one */
    /* Required. Called once, perhaps before nested_start() returns. */
    void (*done)(void *arg, const struct step_result *result);
    void *arg;
};

void nested_start(const struct nested_order *order);
/* Has all that wait end without success. */
void nested_end(struct engine *engine);

#endif
