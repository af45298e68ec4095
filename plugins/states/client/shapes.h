/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#ifndef SLRUN_STATES_SHAPES_H
#define SLRUN_STATES_SHAPES_H

#include <slrun/shape.h>

extern const struct slrun_param states_create_activity_params[];
extern const struct slrun_param states_create_activity_result[];
extern const struct slrun_param states_create_state_machine_params[];
extern const struct slrun_param states_create_state_machine_result[];
extern const struct slrun_param states_create_state_machine_alias_params[];
extern const struct slrun_param states_create_state_machine_alias_result[];
extern const struct slrun_param states_delete_activity_params[];
extern const struct slrun_param states_delete_state_machine_params[];
extern const struct slrun_param states_delete_state_machine_alias_params[];
extern const struct slrun_param states_delete_state_machine_version_params[];
extern const struct slrun_param states_describe_activity_params[];
extern const struct slrun_param states_describe_activity_result[];
extern const struct slrun_param states_describe_execution_params[];
extern const struct slrun_param states_describe_execution_result[];
extern const struct slrun_param states_describe_map_run_params[];
extern const struct slrun_param states_describe_map_run_result[];
extern const struct slrun_param states_describe_state_machine_params[];
extern const struct slrun_param states_describe_state_machine_result[];
extern const struct slrun_param states_describe_state_machine_alias_params[];
extern const struct slrun_param states_describe_state_machine_alias_result[];
extern const struct slrun_param states_describe_state_machine_for_execution_params[];
extern const struct slrun_param states_describe_state_machine_for_execution_result[];
extern const struct slrun_param states_get_activity_task_params[];
extern const struct slrun_param states_get_activity_task_result[];
extern const struct slrun_param states_get_execution_history_params[];
extern const struct slrun_param states_get_execution_history_result[];
extern const struct slrun_param states_list_activities_params[];
extern const struct slrun_param states_list_activities_result[];
extern const struct slrun_param states_list_executions_params[];
extern const struct slrun_param states_list_executions_result[];
extern const struct slrun_param states_list_map_runs_params[];
extern const struct slrun_param states_list_map_runs_result[];
extern const struct slrun_param states_list_state_machine_aliases_params[];
extern const struct slrun_param states_list_state_machine_aliases_result[];
extern const struct slrun_param states_list_state_machine_versions_params[];
extern const struct slrun_param states_list_state_machine_versions_result[];
extern const struct slrun_param states_list_state_machines_params[];
extern const struct slrun_param states_list_state_machines_result[];
extern const struct slrun_param states_list_tags_for_resource_params[];
extern const struct slrun_param states_list_tags_for_resource_result[];
extern const struct slrun_param states_publish_state_machine_version_params[];
extern const struct slrun_param states_publish_state_machine_version_result[];
extern const struct slrun_param states_redrive_execution_params[];
extern const struct slrun_param states_redrive_execution_result[];
extern const struct slrun_param states_send_task_failure_params[];
extern const struct slrun_param states_send_task_heartbeat_params[];
extern const struct slrun_param states_send_task_success_params[];
extern const struct slrun_param states_start_execution_params[];
extern const struct slrun_param states_start_execution_result[];
extern const struct slrun_param states_start_sync_execution_params[];
extern const struct slrun_param states_start_sync_execution_result[];
extern const struct slrun_param states_stop_execution_params[];
extern const struct slrun_param states_stop_execution_result[];
extern const struct slrun_param states_tag_resource_params[];
extern const struct slrun_param states_test_state_params[];
extern const struct slrun_param states_test_state_result[];
extern const struct slrun_param states_untag_resource_params[];
extern const struct slrun_param states_update_map_run_params[];
extern const struct slrun_param states_update_state_machine_params[];
extern const struct slrun_param states_update_state_machine_result[];
extern const struct slrun_param states_update_state_machine_alias_params[];
extern const struct slrun_param states_update_state_machine_alias_result[];
extern const struct slrun_param states_validate_state_machine_definition_params[];
extern const struct slrun_param states_validate_state_machine_definition_result[];

#endif
