/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stacks: each is one document, in which the members that the API shows have the API's names. It is
 * kept in memory, and put among the local cloud's documents when an operation on it begins and
 * ends.
 *
 *   StackId, StackName, StackStatus, ...   as DescribeStacks shows them
 *   Region, Account
 *   Given        texts of parameters by name, also secret ones
 *   Body         the template as it was given; Aliases, Directory: of a file:// template
 *   Processed    the template behind its transforms
 *   Resources    logical id to a record: as DescribeStackResources shows it, with Properties,
 *                Attributes, DependsOn and the policies
 *   Garbage      records of what is to be removed once an update is through
 *   Stable       Resources as they were before an update that failed and was not rolled back
 *   Imports      names of exports, as keys
 *   StackPolicyBody, StackPolicyDuringUpdateBody   texts (stack_policy.h)
 *   Events       oldest first
 *   ChangeSets   by name
 *   Lines        of roles (roles.h); File: of a file:// template
 */
#ifndef SLRUN_CLOUDFORMATION_STACK_H
#define SLRUN_CLOUDFORMATION_STACK_H

#include <stdbool.h>

#include <slrun/cloud.h>

enum {
    STACKS_MAX = 2000, /* quota of an account */
    DELETED_MAX = 200, /* deleted stacks that are still described by their ids */
    EVENTS_MAX = 5000, /* of a stack; the oldest go */
    STATUS_SIZE = 64
};

#define STACK_STABLE "Stable"

struct custom;
struct deployment;
struct nested;
struct stack;

struct engine {
    const struct slrun_cloud *cloud;
    struct stack *first;    /* the newest */
    struct custom *customs; /* custom resources that wait for an answer (custom.h) */
    struct nested *nested;  /* stacks of stacks that are waited for (nested.h) */
};

struct stack {
    struct engine *engine;
    struct stack *next;
    json_t *doc;
    struct deployment *deployment; /* that is under way, or NULL */
};

/* Reads what was kept; what was under way then has failed. */
void engine_load(struct engine *engine);
/* Forgets everything; deployments end by themselves. `kept`: also among the documents. */
void engine_clear(struct engine *engine, bool kept);

struct stack_name {
    const char *name, *region, *account;
};

/* A new stack without status, or NULL: no memory. The one that was deleted first is forgotten where
 * there are too many. */
struct stack *stack_create(struct engine *engine, const struct stack_name *name);
/* By name, or by id also one that is deleted; NULL: there is none. */
struct stack *stack_find(struct engine *engine, const struct stack_name *name);
/* How many there are that are not deleted. */
size_t engine_count(const struct engine *engine);
void stack_forget(struct stack *stack);
void stack_save(const struct stack *stack);

/* A text of the document, or "". */
const char *stack_text(const struct stack *stack, const char *member);
bool stack_is_deleted(const struct stack *stack);
/* Sets a member; takes over `value`. */
void stack_set(struct stack *stack, const char *member, json_t *value);

/* Changes the status and adds an event. `reason` may be NULL. */
void stack_status(struct stack *stack, const char *status, const char *reason);

struct stack_event {
    const char *logical_id, *physical_id, *type, *status, *reason; /* reason may be NULL */
    const json_t *properties;                                      /* or NULL */
};
void stack_event(struct stack *stack, const struct stack_event *event);

/* Seconds since 1970 on the local cloud's clock. */
json_t *engine_now(const struct engine *engine);

/* All exports of an account and region: name to {"Value", "ExportingStackId"}. A new reference. */
json_t *engine_exports(const struct engine *engine, const char *region, const char *account);
/* Name to value, for templates. */
json_t *engine_export_values(const struct engine *engine, const char *region, const char *account);
/* Another stack that imports `name`, or NULL. */
const struct stack *engine_importer(const struct stack *stack, const char *name);

#endif
