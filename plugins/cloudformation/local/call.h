/* SPDX-License-Identifier: Apache-2.0 */
/* One request for the service, and what its operations share. */
#ifndef SLRUN_CLOUDFORMATION_LOCAL_CALL_H
#define SLRUN_CLOUDFORMATION_LOCAL_CALL_H

#include <slrun/local.h>
#include <slrun/op.h>

#include "engine/stack.h"
#include "template/plan.h"

enum { CALL_MESSAGE_SIZE = 4096, PAGE_SIZE = 100, STACK_NAME_MAX = 128 };

struct call;
/* A new reference to the result, or NULL after call_fail(). */
typedef json_t *operation(struct call *call);

struct call {
    const struct slrun_cloud *cloud;
    struct engine *engine;
    struct slrun_exchange *x;
    const struct slrun_op *op;
    operation *run;
    json_t *args; /* by the operation's parameters */
    /* The template that was given; NULL: none was. */
    char *text;
    size_t size;
    char *directory, *file;         /* of a file:// template, else NULL */
    struct slrun_calling *fetching; /* template, policies, or what they take from elsewhere */
    json_t *wanted; /* parameters that are still to be looked up; expansion's next thing */
    json_t *missing;
    json_t *found;                   /* all of them (template/wants.h) */
    bool expands;                    /* the template has macros or snippets */
    void (*then)(struct call *call); /* when it is there, or the waiting is over */
    /* While it waits for the end of a change */
    struct slrun_watch *watch; /* of the stack; NULL: it does not wait */
    struct slrun_timer *limit; /* or NULL */
    char *stack_id;
    json_t *result;
    const char *code; /* of the error; NULL: there is none */
    int status;
    char message[CALL_MESSAGE_SIZE];
    bool by_macro; /* the error is that of a macro's function, which AWS tells later */
};

operation op_create_stack, op_update_stack, op_delete_stack, op_update_termination_protection,
    op_describe_stacks, op_list_stacks, op_describe_stack_events, op_describe_stack_resource,
    op_describe_stack_resources, op_list_stack_resources, op_list_exports, op_list_imports,
    op_get_template, op_get_template_summary, op_validate_template, op_create_change_set,
    op_describe_change_set, op_execute_change_set, op_delete_change_set, op_list_change_sets,
    op_get_stack_policy, op_set_stack_policy, op_cancel_update_stack, op_continue_update_rollback,
    op_rollback_stack;

/* Fills the error, unless there is one. Returns NULL. */
json_t *call_fail(struct call *call, const char *code, const char *format, ...) SLRUN_PRINTF(3, 4);
/* The same with code ValidationError. */
json_t *call_invalid(struct call *call, const char *format, ...) SLRUN_PRINTF(2, 3);

/* Arguments; NULL or false where there is none. */
const char *call_text(const struct call *call, const char *name);
bool call_flag(const struct call *call, const char *name);

/* The stack that StackName names, or NULL after call_fail() (AWS's words). */
struct stack *call_stack(struct call *call);
/* The same, or NULL without an error. */
struct stack *call_find_stack(struct call *call);
struct stack_name call_stack_name(const struct call *call, const char *name);

/* A page of `list` (which it takes over) as {member: [...], "NextToken"}. */
json_t *call_page(struct call *call, const char *member, json_t *list);

/* The client has left: ends the call. */
void call_gone(struct slrun_exchange *x);

/* ---- wait.c ---- */

enum { CALL_WAIT_LONG = 0, CALL_WAIT_LOOK_MS = 3000 };

/*
 * Where the stack that StackName names is changing: calls `then` when that is over, or after `most`
 * milliseconds of the local cloud's clock (CALL_WAIT_LONG: only then), and is true. The client may
 * leave meanwhile.
 */
bool call_wait(struct call *call, int most, void (*then)(struct call *call));

/* Waits no more. */
void call_wait_end(struct call *call);

/* ---- source.c ---- */

/*
 * Gets the template of TemplateBody or TemplateURL and then calls `then`, at once or later; it is
 * called after call_fail(), too.
 */
void call_get_template(struct call *call, void (*then)(struct call *call));

/* Gets an object of S3 by its address, for `done`, whose arg is the call, and which ends
 * call->fetching; false after call_fail(), and it is not called. `name`: the member that has the
 * address. */
bool call_get_object(struct call *call, const char *name,
                     void (*done)(void *arg, const json_t *result,
                                  const struct slrun_error *error));

/* The bytes of a blob in a result, with their number: free() them. NULL: no memory. */
char *call_blob(const struct call *call, const json_t *blob, size_t *size);

/* ---- lookup.c ---- */

/* Fetches what the template of an operation that plans takes from elsewhere, into call->found, and
 * then calls `then`, at once or later, also after call_fail(). */
void call_look_up(struct call *call, void (*then)(struct call *call));

/* ---- macros.c ---- */

extern const struct slrun_resource_type macro_types[];

/* The function of the macro that call->missing wants; NULL: there is no such macro. */
const char *macro_function(const struct call *call);
/* What the expansion is told then; a new reference. */
json_t *macro_unknown(const struct call *call);
/* The payload that this function gets; a new string, or NULL. */
json_t *macro_payload(const struct call *call);
/* What the expansion is told, out of lambda:Invoke's result or its error; a new reference. */
json_t *macro_answer(const struct call *call, const json_t *result,
                     const struct slrun_error *error);

/* ---- response.c ---- */

/* Whether a request is the answer of a custom resource, to the address that it was told. */
bool response_is_ours(const struct slrun_exchange *x);
void response_serve(struct engine *engine, struct slrun_exchange *x);

/* ---- policy_ops.c ---- */

/* Gets the stack policies that the request has addresses of, checks those that it has, and then
 * calls `then`, at once or later, also after call_fail(). They are arguments then. */
void call_get_policies(struct call *call, void (*then)(struct call *call));

/* ---- plans.c ---- */

/* Where a plan's template and parameters come from. */
struct plan_of {
    struct stack *stack;
    const char *text;
    size_t size;
    const char *directory; /* or NULL */
    const char *file;      /* path, or NULL */
    const json_t *given;   /* parameters: name to text */
    json_t *found;         /* as in struct plan_input */
    const json_t *notification_arns;
};

/* Makes a plan; false after call_fail() (nothing is to be freed then). */
bool call_plan(struct call *call, const struct plan_of *of, struct plan *plan);
/* What the expansion of a template wants next (plan_wanted()); of->stack may be NULL. */
json_t *call_wanted(struct call *call, const struct plan_of *of);
/* Parameters of the request, with previous values of `stack`: name to text. A new reference, or
 * NULL after call_fail(). */
json_t *call_given(struct call *call, const struct stack *stack);
/* Whether Capabilities has what the plan needs; after call_fail() not. `expands`: transforms need
 * CAPABILITY_AUTO_EXPAND. */
bool call_check_capabilities(struct call *call, const struct plan *plan, bool expands);
/* Whether transforms may be done; after call_fail() not. */
bool call_may_expand(struct call *call);
/*
 * What a stack's document has of the request and its plan (engine/deployment.h, `change`); members
 * that the request leaves out are left out. A new reference.
 */
json_t *call_change(struct call *call, const struct plan *plan, const struct plan_of *of);

/* ---- describe.c ---- */

/* Members of a stack or a change set that AWS tells always, and empty ones that it never does. */
void tell_as_aws(json_t *one, bool change_set);

#endif
