/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#ifndef SLRUN_SECRETSMANAGER_SHAPES_H
#define SLRUN_SECRETSMANAGER_SHAPES_H

#include <slrun/shape.h>

extern const struct slrun_param secretsmanager_batch_get_secret_value_params[];
extern const struct slrun_param secretsmanager_batch_get_secret_value_result[];
extern const struct slrun_param secretsmanager_cancel_rotate_secret_params[];
extern const struct slrun_param secretsmanager_cancel_rotate_secret_result[];
extern const struct slrun_param secretsmanager_create_secret_params[];
extern const struct slrun_param secretsmanager_create_secret_result[];
extern const struct slrun_param secretsmanager_delete_resource_policy_params[];
extern const struct slrun_param secretsmanager_delete_resource_policy_result[];
extern const struct slrun_param secretsmanager_delete_secret_params[];
extern const struct slrun_param secretsmanager_delete_secret_result[];
extern const struct slrun_param secretsmanager_describe_secret_params[];
extern const struct slrun_param secretsmanager_describe_secret_result[];
extern const struct slrun_param secretsmanager_get_random_password_params[];
extern const struct slrun_param secretsmanager_get_random_password_result[];
extern const struct slrun_param secretsmanager_get_resource_policy_params[];
extern const struct slrun_param secretsmanager_get_resource_policy_result[];
extern const struct slrun_param secretsmanager_get_secret_value_params[];
extern const struct slrun_param secretsmanager_get_secret_value_result[];
extern const struct slrun_param secretsmanager_list_secret_version_ids_params[];
extern const struct slrun_param secretsmanager_list_secret_version_ids_result[];
extern const struct slrun_param secretsmanager_list_secrets_params[];
extern const struct slrun_param secretsmanager_list_secrets_result[];
extern const struct slrun_param secretsmanager_put_resource_policy_params[];
extern const struct slrun_param secretsmanager_put_resource_policy_result[];
extern const struct slrun_param secretsmanager_put_secret_value_params[];
extern const struct slrun_param secretsmanager_put_secret_value_result[];
extern const struct slrun_param secretsmanager_restore_secret_params[];
extern const struct slrun_param secretsmanager_restore_secret_result[];
extern const struct slrun_param secretsmanager_rotate_secret_params[];
extern const struct slrun_param secretsmanager_rotate_secret_result[];
extern const struct slrun_param secretsmanager_tag_resource_params[];
extern const struct slrun_param secretsmanager_untag_resource_params[];
extern const struct slrun_param secretsmanager_update_secret_params[];
extern const struct slrun_param secretsmanager_update_secret_result[];
extern const struct slrun_param secretsmanager_update_secret_version_stage_params[];
extern const struct slrun_param secretsmanager_update_secret_version_stage_result[];

#endif
