/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#ifndef SLRUN_SSM_SHAPES_H
#define SLRUN_SSM_SHAPES_H

#include <slrun/shape.h>

extern const struct slrun_param ssm_add_tags_to_resource_params[];
extern const struct slrun_param ssm_delete_parameter_params[];
extern const struct slrun_param ssm_delete_parameters_params[];
extern const struct slrun_param ssm_delete_parameters_result[];
extern const struct slrun_param ssm_describe_parameters_params[];
extern const struct slrun_param ssm_describe_parameters_result[];
extern const struct slrun_param ssm_get_parameter_params[];
extern const struct slrun_param ssm_get_parameter_result[];
extern const struct slrun_param ssm_get_parameter_history_params[];
extern const struct slrun_param ssm_get_parameter_history_result[];
extern const struct slrun_param ssm_get_parameters_params[];
extern const struct slrun_param ssm_get_parameters_result[];
extern const struct slrun_param ssm_get_parameters_by_path_params[];
extern const struct slrun_param ssm_get_parameters_by_path_result[];
extern const struct slrun_param ssm_label_parameter_version_params[];
extern const struct slrun_param ssm_label_parameter_version_result[];
extern const struct slrun_param ssm_list_tags_for_resource_params[];
extern const struct slrun_param ssm_list_tags_for_resource_result[];
extern const struct slrun_param ssm_put_parameter_params[];
extern const struct slrun_param ssm_put_parameter_result[];
extern const struct slrun_param ssm_remove_tags_from_resource_params[];
extern const struct slrun_param ssm_unlabel_parameter_version_params[];
extern const struct slrun_param ssm_unlabel_parameter_version_result[];

#endif
