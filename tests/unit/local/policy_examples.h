/* SPDX-License-Identifier: Apache-2.0 */
/* Examples of IAM policies: a statement, what is asked, and what it says to it. */
#ifndef SLRUN_TESTS_POLICY_EXAMPLES_H
#define SLRUN_TESTS_POLICY_EXAMPLES_H

#include "harness/json_quoted.h"
#include "local/iam/policy.h"

#define TABLE  "arn:aws:dynamodb:us-east-1:123456789012:table/Orders"
#define BUCKET "arn:aws:s3:::doc-example"
#define QUEUE  "arn:aws:sqs:us-east-1:123456789012:jobs"
#define ROLE   "arn:aws:iam::123456789012:role/writer"

struct policy_example {
    const char *statement; /* one, or a list */
    const char *action, *resource;
    enum slrun_policy_effect says;
};

/* What the role ROLE asks for. */
struct policy_ask policy_ask_for(const char *action, const char *resource);

/* Fails where the statement says something else; `of_resource`: it is of a resource's policy, not
 * of an identity's. */
void policy_check(const struct policy_example *e, bool of_resource);

#endif
