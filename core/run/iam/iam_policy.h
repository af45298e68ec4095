/* SPDX-License-Identifier: Apache-2.0 */
/* From what a run used (run/iam/iam.h) to an IAM policy. */
#ifndef SLRUN_RUN_IAM_POLICY_H
#define SLRUN_RUN_IAM_POLICY_H

#include <stdbool.h>

#include <jansson.h>

enum { IAM_POLICY_MAX = 6144 }; /* characters of a managed policy, white space not counted */

struct iam_policy_options {
    const char *region, *account; /* NULL: as the run had them; where nobody knows, "*" */
    bool cloudformation;          /* pseudo parameters of CloudFormation instead */
};

/* Version and Statement: one for each set of actions, sorted, with the resources that need them. A
 * new reference, or NULL: out of memory. */
json_t *iam_policy(const json_t *used, const struct iam_policy_options *options);

/* Actions on "*", with the reason: a new reference to a list of { action, why }. */
json_t *iam_unnarrowed(const json_t *used);

/* A resource as the policy has it: a string, or Fn::Sub. A new reference. */
json_t *iam_resource(const json_t *used, const char *resource,
                     const struct iam_policy_options *options);

#endif
