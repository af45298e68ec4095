/* SPDX-License-Identifier: Apache-2.0 */
/* What several policy documents come to (IAM User Guide, "Policy evaluation logic"). */
#include "local/iam/policy.h"

static enum slrun_policy_effect of_identity(const json_t *documents, const struct policy_ask *ask)
{
    enum slrun_policy_effect most = SLRUN_POLICY_SILENT;
    size_t i;
    json_t *document;
    json_array_foreach ((json_t *)documents, i, document) {
        enum slrun_policy_effect says = policy_of_identity(document, ask);
        most = says > most ? says : most;
    }
    return most;
}

/* What a resource's policy gives to the role by its ARN its boundary bounds as if the role's own
 * policies gave it; what it gives to the session, or to everybody, it does not. */
static bool is_let_beyond_boundary(const json_t *resource, const struct policy_ask *ask)
{
    struct policy_ask session = *ask;
    session.role = NULL;
    return policy_of_resource(resource, &session) == SLRUN_POLICY_ALLOWS;
}

enum policy_verdict policy_judge(const struct policy_set *set, const struct policy_ask *ask)
{
    enum slrun_policy_effect identity = of_identity(set->identity, ask);
    enum slrun_policy_effect resource = policy_of_resource(set->resource, ask);
    enum slrun_policy_effect boundary =
        set->boundary ? policy_of_identity(set->boundary, ask) : SLRUN_POLICY_ALLOWS;
    if (identity == SLRUN_POLICY_DENIES)
        return POLICY_IDENTITY_DENIES;
    if (resource == SLRUN_POLICY_DENIES)
        return POLICY_RESOURCE_DENIES;
    if (boundary == SLRUN_POLICY_DENIES)
        return POLICY_BOUNDARY_DENIES;
    if (identity == SLRUN_POLICY_SILENT && resource == SLRUN_POLICY_SILENT)
        return POLICY_NO_STATEMENT;
    return boundary == SLRUN_POLICY_ALLOWS || is_let_beyond_boundary(set->resource, ask)
               ? POLICY_ALLOWED
               : POLICY_NOT_IN_BOUNDARY;
}

enum policy_verdict policy_judge_trust(const struct policy_set *set, const struct policy_ask *ask)
{
    struct policy_ask wide = *ask;
    wide.by_account = true;
    enum policy_verdict verdict = policy_judge(set, ask);
    bool let = policy_of_resource(set->resource, &wide) != SLRUN_POLICY_SILENT;
    return let || (verdict != POLICY_ALLOWED && verdict != POLICY_NO_STATEMENT) ? verdict
                                                                                : POLICY_NOT_LET;
}

enum policy_verdict policy_judge_service(const json_t *resource, const struct policy_ask *ask)
{
    enum slrun_policy_effect effect = policy_of_resource(resource, ask);
    return effect == SLRUN_POLICY_DENIES   ? POLICY_RESOURCE_DENIES
           : effect == SLRUN_POLICY_ALLOWS ? POLICY_ALLOWED
                                           : POLICY_NOT_LET;
}
