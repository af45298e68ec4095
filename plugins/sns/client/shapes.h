/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#ifndef SLRUN_SNS_SHAPES_H
#define SLRUN_SNS_SHAPES_H

#include <slrun/shape.h>

extern const struct slrun_param sns_add_permission_params[];
extern const struct slrun_param sns_check_if_phone_number_is_opted_out_params[];
extern const struct slrun_param sns_check_if_phone_number_is_opted_out_result[];
extern const struct slrun_param sns_confirm_subscription_params[];
extern const struct slrun_param sns_confirm_subscription_result[];
extern const struct slrun_param sns_create_platform_application_params[];
extern const struct slrun_param sns_create_platform_application_result[];
extern const struct slrun_param sns_create_platform_endpoint_params[];
extern const struct slrun_param sns_create_platform_endpoint_result[];
extern const struct slrun_param sns_create_sms_sandbox_phone_number_params[];
extern const struct slrun_param sns_create_topic_params[];
extern const struct slrun_param sns_create_topic_result[];
extern const struct slrun_param sns_delete_endpoint_params[];
extern const struct slrun_param sns_delete_platform_application_params[];
extern const struct slrun_param sns_delete_sms_sandbox_phone_number_params[];
extern const struct slrun_param sns_delete_topic_params[];
extern const struct slrun_param sns_get_data_protection_policy_params[];
extern const struct slrun_param sns_get_data_protection_policy_result[];
extern const struct slrun_param sns_get_endpoint_attributes_params[];
extern const struct slrun_param sns_get_endpoint_attributes_result[];
extern const struct slrun_param sns_get_platform_application_attributes_params[];
extern const struct slrun_param sns_get_platform_application_attributes_result[];
extern const struct slrun_param sns_get_sms_attributes_params[];
extern const struct slrun_param sns_get_sms_attributes_result[];
extern const struct slrun_param sns_get_sms_sandbox_account_status_params[];
extern const struct slrun_param sns_get_sms_sandbox_account_status_result[];
extern const struct slrun_param sns_get_subscription_attributes_params[];
extern const struct slrun_param sns_get_subscription_attributes_result[];
extern const struct slrun_param sns_get_topic_attributes_params[];
extern const struct slrun_param sns_get_topic_attributes_result[];
extern const struct slrun_param sns_list_endpoints_by_platform_application_params[];
extern const struct slrun_param sns_list_endpoints_by_platform_application_result[];
extern const struct slrun_param sns_list_origination_numbers_params[];
extern const struct slrun_param sns_list_origination_numbers_result[];
extern const struct slrun_param sns_list_phone_numbers_opted_out_params[];
extern const struct slrun_param sns_list_phone_numbers_opted_out_result[];
extern const struct slrun_param sns_list_platform_applications_params[];
extern const struct slrun_param sns_list_platform_applications_result[];
extern const struct slrun_param sns_list_sms_sandbox_phone_numbers_params[];
extern const struct slrun_param sns_list_sms_sandbox_phone_numbers_result[];
extern const struct slrun_param sns_list_subscriptions_params[];
extern const struct slrun_param sns_list_subscriptions_result[];
extern const struct slrun_param sns_list_subscriptions_by_topic_params[];
extern const struct slrun_param sns_list_subscriptions_by_topic_result[];
extern const struct slrun_param sns_list_tags_for_resource_params[];
extern const struct slrun_param sns_list_tags_for_resource_result[];
extern const struct slrun_param sns_list_topics_params[];
extern const struct slrun_param sns_list_topics_result[];
extern const struct slrun_param sns_opt_in_phone_number_params[];
extern const struct slrun_param sns_publish_params[];
extern const struct slrun_param sns_publish_result[];
extern const struct slrun_param sns_publish_batch_params[];
extern const struct slrun_param sns_publish_batch_result[];
extern const struct slrun_param sns_put_data_protection_policy_params[];
extern const struct slrun_param sns_remove_permission_params[];
extern const struct slrun_param sns_set_endpoint_attributes_params[];
extern const struct slrun_param sns_set_platform_application_attributes_params[];
extern const struct slrun_param sns_set_sms_attributes_params[];
extern const struct slrun_param sns_set_subscription_attributes_params[];
extern const struct slrun_param sns_set_topic_attributes_params[];
extern const struct slrun_param sns_subscribe_params[];
extern const struct slrun_param sns_subscribe_result[];
extern const struct slrun_param sns_tag_resource_params[];
extern const struct slrun_param sns_unsubscribe_params[];
extern const struct slrun_param sns_untag_resource_params[];
extern const struct slrun_param sns_verify_sms_sandbox_phone_number_params[];

#endif
