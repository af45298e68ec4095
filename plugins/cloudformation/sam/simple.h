/* SPDX-License-Identifier: Apache-2.0 */
/* The smaller resources (SAM developer guide, under their names). */
#ifndef SLRUN_CLOUDFORMATION_SAM_SIMPLE_H
#define SLRUN_CLOUDFORMATION_SAM_SIMPLE_H

#include "sam/property.h"

extern const struct sam_property sam_table_properties[], sam_layer_properties[],
    sam_application_properties[], sam_state_machine_properties[], sam_connector_properties[];

/* The resource at hand. */
bool sam_table_resource(struct sam *s);
bool sam_layer_resource(struct sam *s);
bool sam_application_resource(struct sam *s);
bool sam_state_machine_resource(struct sam *s);
bool sam_connector_resource(struct sam *s); /* connector.c */
/* Makes resources of what stands in Connectors of others. false after a problem. */
bool sam_embedded_connectors(struct sam *s);

#endif
