/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/stack_policy.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include <slrun/member.h>

#define RESOURCE_PREFIX "LogicalResourceId/"

enum { RESOURCE_SIZE = sizeof RESOURCE_PREFIX + 256 };

/* ---- whether a text is one ---- */

static bool is_action(const char *text)
{
    static const char *const actions[] = {"Update:Modify", "Update:Replace", "Update:Delete",
                                          "Update:*", "*"};
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (strcasecmp(actions[i], text) == 0)
            return true;
    return false;
}

static bool is_everybody(const char *text)
{
    return strcmp(text, "*") == 0;
}

static bool is_resource(const char *text)
{
    return strcmp(text, "*") == 0 || strncmp(text, RESOURCE_PREFIX, strlen(RESOURCE_PREFIX)) == 0;
}

/* Whether a text, or all of a list of them, is such a one. */
static bool all_are(const json_t *value, bool (*is_one)(const char *text))
{
    if (json_is_string(value))
        return is_one(json_string_value(value));
    for (size_t i = 0; i < json_array_size(value); i++)
        if (!json_is_string(json_array_get(value, i)) ||
            !is_one(json_string_value(json_array_get(value, i))))
            return false;
    return json_array_size(value) > 0;
}

/* Of an element and the one that says the opposite, one stands there, and is right. */
static bool has_one_of(const json_t *statement, const char *name, const char *opposite,
                       bool (*is_one)(const char *text))
{
    const json_t *value = json_object_get(statement, name);
    const json_t *other = json_object_get(statement, opposite);
    return !value != !other && all_are(value ? value : other, is_one);
}

/* {"StringLike": {"ResourceType": [...]}}: of what it asks, only the type is known. */
static bool is_condition(const json_t *condition)
{
    const char *operator;
    json_t *keys;
    json_object_foreach ((json_t *)(uintptr_t)condition, operator, keys) {
        bool known = strcmp(operator, "StringEquals") == 0 || strcmp(operator, "StringLike") == 0;
        if (!known || json_object_size(keys) != 1 || !json_object_get(keys, "ResourceType"))
            return false;
    }
    return !condition || json_is_object(condition);
}

static bool is_statement(const json_t *statement)
{
    const char *effect = slrun_text_or(statement, "Effect", "");
    return (strcmp(effect, "Allow") == 0 || strcmp(effect, "Deny") == 0) &&
           has_one_of(statement, "Action", "NotAction", is_action) &&
           has_one_of(statement, "Resource", "NotResource", is_resource) &&
           all_are(json_object_get(statement, "Principal"), is_everybody) &&
           is_condition(json_object_get(statement, "Condition"));
}

/* The i-th statement; one that stands alone needs no list. */
static const json_t *statement_at(const json_t *policy, size_t i)
{
    const json_t *list = json_object_get(policy, "Statement");
    return json_is_array(list) ? json_array_get(list, i) : i == 0 ? list : NULL;
}

bool stack_policy_is_one(const char *text)
{
    json_t *policy = json_loads(text, 0, NULL);
    bool empty = json_is_object(policy) && json_object_size(policy) == 0;
    bool ok = empty || json_object_get(policy, "Statement");
    const json_t *statement;
    for (size_t i = 0; ok && (statement = statement_at(policy, i)); i++)
        ok = is_statement(statement);
    json_decref(policy);
    return ok;
}

/* ---- asking it ---- */

const char *stack_policy_text(const struct stack *stack)
{
    const char *meanwhile = slrun_text(stack->doc, STACK_POLICY_MEANWHILE);
    return meanwhile ? meanwhile : slrun_text(stack->doc, STACK_POLICY);
}

static enum slrun_policy_holds principal(void *arg, const char *kind, const char *name, int denies)
{
    (void)arg;
    (void)kind;
    (void)denies;
    return strcmp(name, "*") == 0 ? SLRUN_POLICY_YES : SLRUN_POLICY_NO;
}

static int key(void *arg, const char *name, const char **values)
{
    const struct stack_policy_ask *ask = arg;
    *values = ask->type;
    return strcasecmp(name, "ResourceType") == 0 ? 1 : SLRUN_POLICY_KEY_UNKNOWN;
}

/* What one statement says. */
static enum slrun_policy_effect says(const struct stack *stack, const json_t *statement,
                                     const struct stack_policy_ask *ask)
{
    char resource[RESOURCE_SIZE];
    json_t *alone = json_pack("{s:O}", "Statement", statement);
    (void)snprintf(resource, sizeof resource, RESOURCE_PREFIX "%.255s", ask->logical_id);
    struct slrun_policy_ask question = {.action = ask->action,
                                        .resource = resource,
                                        .exact = 1,
                                        .principal = principal,
                                        .key = key,
                                        .arg = (void *)(uintptr_t)ask};
    enum slrun_policy_effect effect = stack->engine->cloud->policy_says(alone, &question);
    json_decref(alone);
    return effect;
}

bool stack_policy_refuses(const struct stack *stack, const struct stack_policy_ask *ask,
                          char *reason, size_t size)
{
    const char *text = stack_policy_text(stack);
    json_t *policy = text ? json_loads(text, 0, NULL) : NULL;
    bool allowed = !statement_at(policy, 0), denied = false;
    const json_t *statement;
    for (size_t i = 0; !denied && (statement = statement_at(policy, i)); i++) {
        enum slrun_policy_effect effect = says(stack, statement, ask);
        allowed = allowed || effect == SLRUN_POLICY_ALLOWS;
        denied = effect == SLRUN_POLICY_DENIES;
        if (denied)
            (void)snprintf(reason, size,
                           "Action denied by stack policy: Statement [#%zu] does not allow [%s] "
                           "for resource [" RESOURCE_PREFIX "%s]",
                           i + 1, ask->action, ask->logical_id);
    }
    if (!allowed && !denied)
        (void)snprintf(reason, size, "Action not allowed by stack policy");
    json_decref(policy);
    return denied || !allowed;
}
