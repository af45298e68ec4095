/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SLRUN_LOGS_POLICIES_H
#define SLRUN_LOGS_POLICIES_H

#include <slrun/shape.h>

extern const struct slrun_param logs_put_resource_policy_params[],
    logs_put_resource_policy_result[], logs_delete_resource_policy_params[],
    logs_describe_resource_policies_params[], logs_describe_resource_policies_result[],
    logs_put_destination_params[], logs_put_destination_result[],
    logs_put_destination_policy_params[], logs_delete_destination_params[],
    logs_describe_destinations_params[], logs_describe_destinations_result[],
    logs_tag_log_group_params[], logs_untag_log_group_params[], logs_list_tags_log_group_result[];

#endif
