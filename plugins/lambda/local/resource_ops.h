/* SPDX-License-Identifier: Apache-2.0 */
/* How each type of resource is made, changed and removed; see <slrun/resource.h>. */
#ifndef SLRUN_LAMBDA_RESOURCE_OPS_H
#define SLRUN_LAMBDA_RESOURCE_OPS_H

#include <slrun/resource.h>

#include "local/work.h"

typedef void resource_fn(void *service, struct slrun_resource *resource);
resource_fn resource_create_function, resource_update_function, resource_remove_function,
    resource_create_version, resource_remove_version, resource_create_alias, resource_update_alias,
    resource_remove_alias, resource_create_permission, resource_remove_permission,
    resource_create_layer, resource_remove_layer, resource_create_nothing, resource_remove_nothing,
    resource_create_url, resource_update_url, resource_remove_url, resource_put_event_config,
    resource_remove_event_config, resource_create_mapping, resource_update_mapping,
    resource_remove_mapping;

/* Copies: of some members; of all but some. Lists end with NULL. */
json_t *resource_some(const json_t *from, const char *const *members);
/* [{Key, Value}] as the API has it. */
json_t *resource_tags(const json_t *properties);
json_t *resource_all_but(const json_t *from, const char *const *members);

#endif
