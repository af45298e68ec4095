/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Resources of stacks over the operations: properties become arguments by the operation's own
 * parameters ("RestApiId" is restApiId), so that a resource is judged as a request is.
 */
#ifndef SLRUN_APIGATEWAY_RESOURCE_H
#define SLRUN_APIGATEWAY_RESOURCE_H

#include "local/service.h"

enum { TYPE_ATTRIBUTES_MAX = 5 };

struct type {
    const char *name; /* "AWS::ApiGateway::Stage" */
    bool v2;
    const char *create, *remove;   /* operations; remove NULL: nothing is done */
    const char *id;                /* member of create's result that Ref gives */
    const char *arg;               /* argument of remove that takes it */
    const char *kind, *collection; /* where it is kept, for updates */
    const char *named;             /* property that is the suggested name where it is missing */
    const char *alias[2];          /* an argument, and the property that it comes from */
    /* Fn::GetAtt's name and the member of the result */
    struct {
        const char *attribute, *member;
    } attributes[TYPE_ATTRIBUTES_MAX];
};

const struct type *type_of(const struct slrun_resource *resource);

/* A resource's call; its args are empty. */
struct call resource_call(struct service *service, const struct slrun_resource *resource);
/* The arguments of an operation from properties. A new reference. */
json_t *resource_args(const struct type *type, const struct slrun_param *params,
                      const json_t *properties);
/* The operation's parameters. */
const struct slrun_param *resource_params(bool v2, const char *op);
/* Ends it, with call's error or with what `result` (a reference that is taken over) says. */
void resource_finish(struct slrun_resource *resource, struct call *call, json_t *result);
/* The same with an id of its own. */
void resource_finish_as(struct slrun_resource *resource, struct call *call, const char *id,
                        json_t *attributes);

/* resource_api.c, resource_method.c, resource_stage.c: what takes more than one operation */
void resource_api_create(void *service, struct slrun_resource *resource);
void resource_api_update(void *service, struct slrun_resource *resource);
void resource_method_create(void *service, struct slrun_resource *resource);
void resource_method_remove(void *service, struct slrun_resource *resource);
void resource_key_create(void *service, struct slrun_resource *resource);
void resource_key_remove(void *service, struct slrun_resource *resource);
void resource_stage_create(void *service, struct slrun_resource *resource);
void resource_stage_update(void *service, struct slrun_resource *resource);
/* resource.c: all others; and what has no behaviour */
void resource_create(void *service, struct slrun_resource *resource);
void resource_update(void *service, struct slrun_resource *resource);
void resource_remove(void *service, struct slrun_resource *resource);
void resource_nothing(void *service, struct slrun_resource *resource);

#endif
