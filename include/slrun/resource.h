/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Since 1.2. Resources of stacks: how a service makes, changes and removes what an AWS
 * CloudFormation template names (docs.aws.amazon.com/AWSCloudFormation, "Template reference"). The
 * stack engine resolves references, checks properties by their shapes and keeps the order; the
 * service does the rest, mostly by its own operations.
 */
#ifndef SLRUN_RESOURCE_H
#define SLRUN_RESOURCE_H

#include <stddef.h>

#include <slrun/error.h>
#include <slrun/host.h>
#include <slrun/shape.h>

struct slrun_resource_result;
struct slrun_resource_type;

/* A resource that is being created, updated or removed: until resource_done(). Plugins only read
 * it. */
struct slrun_resource {
    const struct slrun_resource_type *type;
    const char *logical_id; /* "InputQueue" */
    const char *stack_name;
    const char *stack_id; /* an ARN */
    const char *region;
    const char *account;
    const char *physical_id;  /* NULL in create() */
    const json_t *properties; /* resolved and checked; an object */
    const json_t *old;        /* in update(): the properties before; else NULL */
    const char
        *suggested_name; /* for what the properties leave without a name:
                          * STACK-LOGICALID-SUFFIX, at most 63 characters of A-Z, a-z, 0-9, - */
    void *data;          /* free for the service, NULL at first */
};

/* One of the operations that a resource is made by. Strings are copied. */
struct slrun_resource_call {
    const char *service;   /* NULL: that of the run */
    const char *operation; /* boto3's name: "create_queue" */
    json_t *args;          /* a reference that is taken over; NULL: no memory */
    const char *ignored;   /* an error code that is no failure (what is to go is gone), or NULL */
};

/* Operations that are called one after the other for a resource: slrun_cloud.resource_run(). */
struct slrun_resource_run {
    const char *service; /* plugin: "sqs" */
    const struct slrun_resource_call *calls;
    size_t n_calls;
    /*
     * Called when all have worked: `results` is the list of their results (null where an error was
     * ignored), borrowed. It ends in resource_done(), or in another resource_run(). NULL: the
     * resource is then done, with the physical id that it has.
     */
    void (*done)(void *service, struct slrun_resource *resource, const json_t *results);
};

enum slrun_resource_action { SLRUN_RESOURCE_CREATE, SLRUN_RESOURCE_UPDATE, SLRUN_RESOURCE_REMOVE };

/* What the stack engine orders. Strings are copied. */
struct slrun_resource_order {
    enum slrun_resource_action action;
    struct slrun_resource resource; /* type to suggested_name; data is not looked at */
    /* Required. Called once, on a later turn of the loop; `result` is borrowed. */
    void (*done)(void *arg, const struct slrun_resource_result *result);
    void *arg;
};

/* How it ended. `error` is NULL where it worked. */
struct slrun_resource_result {
    const struct slrun_error *error;
    const char *physical_id;  /* required but with an error or after remove(); what Ref gives */
    const json_t *attributes; /* what Fn::GetAtt gives, by name ("Arn"; nested: "Endpoint.Port") */
};

struct slrun_resource_type {
    const char *type;                     /* "AWS::SQS::Queue" */
    const char *doc;                      /* one line */
    const struct slrun_param *properties; /* ended by a NULL name; SLRUN_REQUIRED counts */
    const char *const *attributes;        /* of Fn::GetAtt, ended by NULL; or NULL */
    /* Properties whose change makes a new resource instead of an update, ended by NULL; or NULL.
     * A name that a template sets belongs here. */
    const char *const *replacing;
    /* create and remove are required. Each ends in one resource_done(). remove() of what is gone
     * already is a success. update() NULL: a change of any property makes a new resource. */
    void (*create)(void *service, struct slrun_resource *resource);
    void (*update)(void *service, struct slrun_resource *resource);
    void (*remove)(void *service, struct slrun_resource *resource);
};

#endif
