/* SPDX-License-Identifier: Apache-2.0 */
/* The property Policies. */
#include "sam/policy.h"

#include <string.h>

#include "sam/role.h"
#include "sam/value.h"

enum type { MANAGED, STATEMENT, TEMPLATE, UNKNOWN, MIXED };

static enum type type_of(const json_t *policy);

static enum type type_of_choice(const json_t *choice)
{
    if (json_array_size(choice) != 3)
        return MIXED;
    const json_t *yes = json_array_get(choice, 1), *no = json_array_get(choice, 2);
    enum type a = type_of(yes), b = type_of(no);
    if (a == b || sam_no_value(no))
        return a;
    return sam_no_value(yes) ? b : MIXED;
}

static enum type type_of(const json_t *policy)
{
    if (json_is_string(policy))
        return MANAGED;
    const json_t *choice = sam_function(policy, "Fn::If");
    if (choice != NULL)
        return type_of_choice(choice);
    if (sam_intrinsic(policy))
        return MANAGED;
    if (json_object_get(policy, "Statement") != NULL)
        return STATEMENT;
    void *only = json_object_size(policy) == 1 ? json_object_iter((json_t *)policy) : NULL;
    bool template = only != NULL && sam_policy_template(json_object_iter_key(only)) != NULL;
    return template ? TEMPLATE : UNKNOWN;
}

static json_t *managed_arn(struct sam *s, const json_t *policy)
{
    const char *name = json_string_value(policy);
    if (name != NULL && strncmp(name, "arn:", 4) != 0)
        return sam_managed_policy(s, name);
    return json_deep_copy(policy);
}

static json_t *expand(struct sam *s, const json_t *policy)
{
    void *only = json_object_iter((json_t *)policy);
    const struct sam_policy_template *template = sam_policy_template(json_object_iter_key(only));
    const json_t *values = json_object_iter_value(only);
    if (!json_is_object(values)) {
        sam_fail(s, s->id, "Must specify valid parameter values for policy template '%s'",
                 template->name);
        return NULL;
    }
    for (size_t i = 0; i < SAM_TEMPLATE_PARAMETERS && template->parameters[i] != NULL; i++) {
        if (json_object_get(values, template->parameters[i]) == NULL) {
            sam_fail(s, s->id,
                     "Following required parameters of template '%s' don't have values: ['%s']",
                     template->name, template->parameters[i]);
            return NULL;
        }
    }
    return json_pack("{s:o}", "Statement", sam_policy_statements(s, template->name, values));
}

/* What one policy or one branch of Fn::If becomes; a new value, NULL after a problem. */
static json_t *convert(struct sam *s, const json_t *policy, enum type type, size_t index)
{
    if (sam_no_value(policy))
        return json_deep_copy(policy);
    if (type == MANAGED)
        return managed_arn(s, policy);
    json_t *document = type == TEMPLATE ? expand(s, policy) : json_deep_copy(policy);
    return document == NULL ? NULL
                            : json_pack("{s:o, s:o}", "PolicyName",
                                        json_sprintf("%sRolePolicy%zu", s->id, index),
                                        "PolicyDocument", document);
}

static json_t *convert_choice(struct sam *s, const json_t *choice, enum type type, size_t index)
{
    json_t *yes = convert(s, json_array_get(choice, 1), type, index);
    json_t *no = yes == NULL ? NULL : convert(s, json_array_get(choice, 2), type, index);
    if (no == NULL) {
        json_decref(yes);
        return NULL;
    }
    return json_pack("{s:[O, o, o]}", "Fn::If", json_array_get(choice, 0), yes, no);
}

static bool add(struct sam *s, const json_t *policy, size_t index, const struct sam_policies *lists)
{
    enum type type = type_of(policy);
    if (type == MIXED) {
        return sam_fail_template(
            s, "%s",
            json_array_size(sam_function(policy, "Fn::If")) == 3
                ? "Different policy types within the same Fn::If statement is unsupported. "
                  "Separate different policy types into different Fn::If statements"
                : "Fn::If requires 3 arguments");
    }
    if (type == UNKNOWN) {
        void *only = json_object_size(policy) == 1 ? json_object_iter((json_t *)policy) : NULL;
        char hint[NEAREST_HINT_MAX];
        s->at = "Policies";
        sam_fail(s, s->id, "Policy at index %zu in the 'Policies' property is not valid%s", index,
                 only == NULL ? "" : sam_policy_template_near(json_object_iter_key(only), hint));
        s->at = NULL;
        return false;
    }
    unsigned before = s->n_problems;
    const json_t *choice = sam_function(policy, "Fn::If");
    json_t *value =
        choice != NULL ? convert_choice(s, choice, type, index) : convert(s, policy, type, index);
    if (s->n_problems != before) {
        json_decref(value);
        return false;
    }
    if (type == MANAGED)
        sam_append_once(s, lists->managed, value);
    else
        sam_append(s, lists->documents, value);
    return true;
}

bool sam_policies(struct sam *s, const json_t *policies, const struct sam_policies *lists)
{
    if (!sam_given(policies))
        return true;
    if (!json_is_array(policies))
        return add(s, policies, 0, lists);
    size_t i;
    json_t *policy;
    json_array_foreach (policies, i, policy)
        if (!add(s, policy, i, lists))
            return false;
    return true;
}
