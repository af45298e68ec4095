/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::Events::*: what templates name. */
#ifndef SLRUN_EVENTS_RESOURCE_H
#define SLRUN_EVENTS_RESOURCE_H

#include <slrun/resource.h>

extern const struct slrun_resource_type events_resources[];

/* ---- resource_thing.c ---- */

extern const struct slrun_param events_archive_properties[], events_connection_properties[],
    events_destination_properties[];
void thing_resource_put(void *service, struct slrun_resource *resource);
void thing_resource_remove(void *service, struct slrun_resource *resource);

#endif
