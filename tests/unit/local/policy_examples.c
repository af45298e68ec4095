/* SPDX-License-Identifier: Apache-2.0 */
#include "policy_examples.h"

struct policy_ask policy_ask_for(const char *action, const char *resource)
{
    return (struct policy_ask){
        .action = action,
        .resource = resource,
        .role = ROLE,
        .session = "arn:aws:sts::123456789012:assumed-role/writer/Writer",
        .keys = {{"aws:PrincipalAccount", "123456789012"},
                 {"aws:PrincipalArn", ROLE},
                 {"aws:RequestedRegion", "us-east-1"},
                 {"aws:SecureTransport", "true"}},
        .n_keys = 4,
    };
}

void policy_check(const struct policy_example *e, bool of_resource)
{
    json_t *statement = json_quoted(e->statement);
    json_t *document = json_pack("{s:s, s:O}", "Version", "2012-10-17", "Statement", statement);
    struct policy_ask ask = policy_ask_for(e->action, e->resource);
    enum slrun_policy_effect says =
        of_resource ? policy_of_resource(document, &ask) : policy_of_identity(document, &ask);
    if (says != e->says)
        fail_msg("%s on %s: %d, wanted %d: %s", e->action, e->resource, says, e->says,
                 e->statement);
    json_decref(document);
    json_decref(statement);
}
