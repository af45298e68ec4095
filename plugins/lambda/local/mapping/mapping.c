/* SPDX-License-Identifier: Apache-2.0 */
/* Event source mappings: not offered by the local cloud yet, and said so. */
#include "local/mapping/mapping.h"

bool mapping_open(struct service *service)
{
    (void)service;
    return true;
}

void mapping_close(struct service *service)
{
    (void)service;
}

void mapping_forget(struct service *service)
{
    (void)service;
}

void mapping_function_removed(struct service *service, struct function *function)
{
    (void)service;
    (void)function;
}

json_t *mapping_tags(struct service *service, const char *arn)
{
    (void)service;
    (void)arn;
    return NULL;
}

void mapping_tags_changed(struct service *service, const char *arn)
{
    (void)service;
    (void)arn;
}

static json_t *not_offered(struct call *call)
{
    return call_fail(call, "ServiceException",
                     "The local cloud does not offer event source mappings.");
}

json_t *op_create_event_source_mapping(struct call *call)
{
    return not_offered(call);
}

json_t *op_delete_event_source_mapping(struct call *call)
{
    return not_offered(call);
}

json_t *op_get_event_source_mapping(struct call *call)
{
    return not_offered(call);
}

json_t *op_list_event_source_mappings(struct call *call)
{
    return not_offered(call);
}

json_t *op_update_event_source_mapping(struct call *call)
{
    return not_offered(call);
}
