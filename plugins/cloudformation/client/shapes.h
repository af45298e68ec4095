/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#ifndef SLRUN_CLOUDFORMATION_SHAPES_H
#define SLRUN_CLOUDFORMATION_SHAPES_H

#include <slrun/shape.h>

extern const struct slrun_param cloudformation_cancel_update_stack_params[];
extern const struct slrun_param cloudformation_continue_update_rollback_params[];
extern const struct slrun_param cloudformation_create_change_set_params[];
extern const struct slrun_param cloudformation_create_change_set_result[];
extern const struct slrun_param cloudformation_create_stack_params[];
extern const struct slrun_param cloudformation_create_stack_result[];
extern const struct slrun_param cloudformation_delete_change_set_params[];
extern const struct slrun_param cloudformation_delete_stack_params[];
extern const struct slrun_param cloudformation_describe_change_set_params[];
extern const struct slrun_param cloudformation_describe_change_set_result[];
extern const struct slrun_param cloudformation_describe_stack_events_params[];
extern const struct slrun_param cloudformation_describe_stack_events_result[];
extern const struct slrun_param cloudformation_describe_stack_resource_params[];
extern const struct slrun_param cloudformation_describe_stack_resource_result[];
extern const struct slrun_param cloudformation_describe_stack_resources_params[];
extern const struct slrun_param cloudformation_describe_stack_resources_result[];
extern const struct slrun_param cloudformation_describe_stacks_params[];
extern const struct slrun_param cloudformation_describe_stacks_result[];
extern const struct slrun_param cloudformation_execute_change_set_params[];
extern const struct slrun_param cloudformation_get_stack_policy_params[];
extern const struct slrun_param cloudformation_get_stack_policy_result[];
extern const struct slrun_param cloudformation_get_template_params[];
extern const struct slrun_param cloudformation_get_template_result[];
extern const struct slrun_param cloudformation_get_template_summary_params[];
extern const struct slrun_param cloudformation_get_template_summary_result[];
extern const struct slrun_param cloudformation_list_change_sets_params[];
extern const struct slrun_param cloudformation_list_change_sets_result[];
extern const struct slrun_param cloudformation_list_exports_params[];
extern const struct slrun_param cloudformation_list_exports_result[];
extern const struct slrun_param cloudformation_list_imports_params[];
extern const struct slrun_param cloudformation_list_imports_result[];
extern const struct slrun_param cloudformation_list_stack_resources_params[];
extern const struct slrun_param cloudformation_list_stack_resources_result[];
extern const struct slrun_param cloudformation_list_stacks_params[];
extern const struct slrun_param cloudformation_list_stacks_result[];
extern const struct slrun_param cloudformation_rollback_stack_params[];
extern const struct slrun_param cloudformation_rollback_stack_result[];
extern const struct slrun_param cloudformation_set_stack_policy_params[];
extern const struct slrun_param cloudformation_update_stack_params[];
extern const struct slrun_param cloudformation_update_stack_result[];
extern const struct slrun_param cloudformation_update_termination_protection_params[];
extern const struct slrun_param cloudformation_update_termination_protection_result[];
extern const struct slrun_param cloudformation_validate_template_params[];
extern const struct slrun_param cloudformation_validate_template_result[];

#endif
