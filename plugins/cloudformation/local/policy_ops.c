/* SPDX-License-Identifier: Apache-2.0 */
/* Stack policies: setting and telling them, and where those of requests come from. */
#include <stdlib.h>
#include <string.h>

#include "engine/stack_policy.h"
#include "local/call.h"

static const struct policy_member {
    const char *body, *url;
} policy_members[] = {{STACK_POLICY, "StackPolicyURL"},
                      {STACK_POLICY_MEANWHILE, "StackPolicyDuringUpdateURL"}};

enum { POLICY_MEMBERS = sizeof policy_members / sizeof *policy_members };

/* ---- those of a request ---- */

/* The address whose object is still to be fetched; NULL: there is none. */
static const struct policy_member *missing(const struct call *call)
{
    for (size_t i = 0; i < POLICY_MEMBERS; i++)
        if (call_text(call, policy_members[i].url) && !call_text(call, policy_members[i].body))
            return &policy_members[i];
    return NULL;
}

static void check(struct call *call)
{
    for (size_t i = 0; i < POLICY_MEMBERS && !call->code; i++) {
        const char *text = call_text(call, policy_members[i].body);
        if (text && (strlen(text) > STACK_POLICY_MAX || !stack_policy_is_one(text)))
            call_invalid(call, "Error validating stack policy: Invalid stack policy");
    }
}

static void fetch_next(struct call *call);

static void fetched(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct call *call = arg;
    size_t size = 0;
    char *text = error ? NULL : call_blob(call, json_object_get(result, "Body"), &size);
    call->fetching = NULL;
    if (error)
        call_invalid(call, "S3 error: %.1000s", error->message);
    else if (!text ||
             json_object_set_new(call->args, missing(call)->body, json_stringn(text, size)) != 0)
        call_invalid(call, "Error validating stack policy: Invalid stack policy");
    free(text);
    fetch_next(call);
}

static void fetch_next(struct call *call)
{
    const struct policy_member *member = call->code ? NULL : missing(call);
    if (member && call_get_object(call, member->url, fetched))
        return;
    check(call);
    call->then(call);
}

void call_get_policies(struct call *call, void (*then)(struct call *call))
{
    call->then = then;
    for (size_t i = 0; i < POLICY_MEMBERS; i++)
        if (call_text(call, policy_members[i].url) && call_text(call, policy_members[i].body))
            call_invalid(call, "You cannot specify both %s and %s", policy_members[i].url,
                         policy_members[i].body);
    fetch_next(call);
}

/* ---- the operations ---- */

json_t *op_get_stack_policy(struct call *call)
{
    const struct stack *stack = call_stack(call);
    return stack ? json_pack("{s:s*}", STACK_POLICY, stack_policy_text(stack)) : NULL;
}

json_t *op_set_stack_policy(struct call *call)
{
    struct stack *stack = call_stack(call);
    const char *text = call_text(call, STACK_POLICY);
    if (!stack)
        return NULL;
    if (!text)
        return call_invalid(call, "Either StackPolicyBody or StackPolicyURL must be specified");
    stack_set(stack, STACK_POLICY, json_string(text));
    stack_save(stack);
    return json_object();
}
