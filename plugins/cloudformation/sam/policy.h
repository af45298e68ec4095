/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The property Policies of functions and state machines: names and ARNs of managed policies,
 * documents, and SAM policy templates (SAM developer guide, "AWS SAM policy templates").
 */
#ifndef SLRUN_CLOUDFORMATION_SAM_POLICY_H
#define SLRUN_CLOUDFORMATION_SAM_POLICY_H

#include "sam/context.h"
#include "template/nearest.h"

struct sam_policies {
    json_t *managed;   /* ARNs */
    json_t *documents; /* {"PolicyName", "PolicyDocument"} */
};

/* Adds what `policies` (NULL, one, or a list) says to both lists. */
bool sam_policies(struct sam *s, const json_t *policies, const struct sam_policies *lists);

enum { SAM_TEMPLATE_PARAMETERS = 2 };

struct sam_policy_template {
    const char *name;
    const char *parameters[SAM_TEMPLATE_PARAMETERS]; /* required */
};

/* By name; NULL: there is none. */
const struct sam_policy_template *sam_policy_template(const char *name);

/* The statements of a template, in which Fn::Sub puts the values of its parameters; a new list. */
json_t *sam_policy_statements(struct sam *s, const char *name, const json_t *values);

/* `; did you mean "NAME"?`, or "". */
const char *sam_policy_template_near(const char *name, char hint[NEAREST_HINT_MAX]);

#endif
