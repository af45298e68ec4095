/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#ifndef SLRUN_EVENTS_SHAPES_H
#define SLRUN_EVENTS_SHAPES_H

#include <slrun/shape.h>

extern const struct slrun_param events_cancel_replay_params[];
extern const struct slrun_param events_cancel_replay_result[];
extern const struct slrun_param events_create_api_destination_params[];
extern const struct slrun_param events_create_api_destination_result[];
extern const struct slrun_param events_create_archive_params[];
extern const struct slrun_param events_create_archive_result[];
extern const struct slrun_param events_create_connection_params[];
extern const struct slrun_param events_create_connection_result[];
extern const struct slrun_param events_create_event_bus_params[];
extern const struct slrun_param events_create_event_bus_result[];
extern const struct slrun_param events_deauthorize_connection_params[];
extern const struct slrun_param events_deauthorize_connection_result[];
extern const struct slrun_param events_delete_api_destination_params[];
extern const struct slrun_param events_delete_archive_params[];
extern const struct slrun_param events_delete_connection_params[];
extern const struct slrun_param events_delete_connection_result[];
extern const struct slrun_param events_delete_event_bus_params[];
extern const struct slrun_param events_delete_rule_params[];
extern const struct slrun_param events_describe_api_destination_params[];
extern const struct slrun_param events_describe_api_destination_result[];
extern const struct slrun_param events_describe_archive_params[];
extern const struct slrun_param events_describe_archive_result[];
extern const struct slrun_param events_describe_connection_params[];
extern const struct slrun_param events_describe_connection_result[];
extern const struct slrun_param events_describe_event_bus_params[];
extern const struct slrun_param events_describe_event_bus_result[];
extern const struct slrun_param events_describe_replay_params[];
extern const struct slrun_param events_describe_replay_result[];
extern const struct slrun_param events_describe_rule_params[];
extern const struct slrun_param events_describe_rule_result[];
extern const struct slrun_param events_disable_rule_params[];
extern const struct slrun_param events_enable_rule_params[];
extern const struct slrun_param events_list_api_destinations_params[];
extern const struct slrun_param events_list_api_destinations_result[];
extern const struct slrun_param events_list_archives_params[];
extern const struct slrun_param events_list_archives_result[];
extern const struct slrun_param events_list_connections_params[];
extern const struct slrun_param events_list_connections_result[];
extern const struct slrun_param events_list_event_buses_params[];
extern const struct slrun_param events_list_event_buses_result[];
extern const struct slrun_param events_list_replays_params[];
extern const struct slrun_param events_list_replays_result[];
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
extern const struct slrun_param events_start_replay_params[];
extern const struct slrun_param events_start_replay_result[];
extern const struct slrun_param events_tag_resource_params[];
extern const struct slrun_param events_test_event_pattern_params[];
extern const struct slrun_param events_test_event_pattern_result[];
extern const struct slrun_param events_untag_resource_params[];
extern const struct slrun_param events_update_api_destination_params[];
extern const struct slrun_param events_update_api_destination_result[];
extern const struct slrun_param events_update_archive_params[];
extern const struct slrun_param events_update_archive_result[];
extern const struct slrun_param events_update_connection_params[];
extern const struct slrun_param events_update_connection_result[];
extern const struct slrun_param events_update_event_bus_params[];
extern const struct slrun_param events_update_event_bus_result[];
extern const struct slrun_param events_create_connection_auth_request_parameters[];

#endif
