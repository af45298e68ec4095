/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#ifndef SLRUN_EVENTS_SHAPES_H
#define SLRUN_EVENTS_SHAPES_H

#include <slrun/shape.h>

extern const struct slrun_param events_create_event_bus_params[];
extern const struct slrun_param events_create_event_bus_result[];
extern const struct slrun_param events_delete_event_bus_params[];
extern const struct slrun_param events_delete_rule_params[];
extern const struct slrun_param events_describe_event_bus_params[];
extern const struct slrun_param events_describe_event_bus_result[];
extern const struct slrun_param events_describe_rule_params[];
extern const struct slrun_param events_describe_rule_result[];
extern const struct slrun_param events_disable_rule_params[];
extern const struct slrun_param events_enable_rule_params[];
extern const struct slrun_param events_list_event_buses_params[];
extern const struct slrun_param events_list_event_buses_result[];
extern const struct slrun_param events_list_rule_names_by_target_params[];
extern const struct slrun_param events_list_rule_names_by_target_result[];
extern const struct slrun_param events_list_rules_params[];
extern const struct slrun_param events_list_rules_result[];
extern const struct slrun_param events_list_tags_for_resource_params[];
extern const struct slrun_param events_list_tags_for_resource_result[];
extern const struct slrun_param events_list_targets_by_rule_params[];
extern const struct slrun_param events_list_targets_by_rule_result[];
extern const struct slrun_param events_put_events_params[];
extern const struct slrun_param events_put_events_result[];
extern const struct slrun_param events_put_permission_params[];
extern const struct slrun_param events_put_rule_params[];
extern const struct slrun_param events_put_rule_result[];
extern const struct slrun_param events_put_targets_params[];
extern const struct slrun_param events_put_targets_result[];
extern const struct slrun_param events_remove_permission_params[];
extern const struct slrun_param events_remove_targets_params[];
extern const struct slrun_param events_remove_targets_result[];
extern const struct slrun_param events_tag_resource_params[];
extern const struct slrun_param events_test_event_pattern_params[];
extern const struct slrun_param events_test_event_pattern_result[];
extern const struct slrun_param events_untag_resource_params[];
extern const struct slrun_param events_update_event_bus_params[];
extern const struct slrun_param events_update_event_bus_result[];

#endif
