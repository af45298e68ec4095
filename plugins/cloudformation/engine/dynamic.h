/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dynamic references in properties: {{resolve:ssm:NAME}} and its kin, looked up when a resource is
 * made or changed (CloudFormation User Guide, "Using dynamic references to specify template
 * values"). Stacks keep the references, not what they stand for.
 */
#ifndef SLRUN_CLOUDFORMATION_DYNAMIC_H
#define SLRUN_CLOUDFORMATION_DYNAMIC_H

#include <stdbool.h>

#include <slrun/cloud.h>

enum { DYNAMIC_REASON_SIZE = 1024, DYNAMIC_MAX = 100 /* different ones of a resource */ };

struct dynamic_order {
    const struct slrun_cloud *cloud;
    const char *region, *account; /* copied */
    const json_t *properties;     /* copied */
    /* Required. Called once, perhaps before dynamic_resolve() returns: the properties with values
     * in the place of references, borrowed; or NULL and why. */
    void (*done)(void *arg, json_t *properties, const char *reason);
    void *arg;
};

/* Whether there is anything to look up. */
bool dynamic_is_used(const json_t *properties);
void dynamic_resolve(const struct dynamic_order *order);

#endif
