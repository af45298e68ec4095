/* SPDX-License-Identifier: Apache-2.0 */
/* Operations that make, change or remove a resource of a stack, one after the other. */
#ifndef SLRUN_LAMBDA_WORK_H
#define SLRUN_LAMBDA_WORK_H

#include "local/service.h"

enum { PHYSICAL_ID_SIZE = 512 };

struct work {
    struct work *next; /* of those that are under way */
    struct service *service;
    struct slrun_resource *resource;
    json_t *steps; /* [[operation, arguments], ...] */
    size_t at;
    bool forgiving; /* what fails does not matter */
    char physical_id[PHYSICAL_ID_SIZE];
    json_t *attributes;
    json_t *result;    /* of the last operation */
    struct pool *pool; /* that is being warmed, or NULL */
    void (*then)(struct work *w);
};

/* then() comes when all has worked, and ends in work_end(). NULL: out of memory; said. */
struct work *work_new(struct service *service, struct slrun_resource *resource,
                      void (*then)(struct work *w));
void work_name(struct work *w, const char *physical_id);
/* A step more; the arguments are taken over. */
void work_add(struct work *w, const char *operation, json_t *args);
void work_run(struct work *w);
void work_end(struct work *w);

/* The one operation that removes a resource; what is gone already is a success. */
void work_once(struct service *service, struct slrun_resource *resource, const char *operation,
               json_t *args);

#endif
