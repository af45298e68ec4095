/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#ifndef SLRUN_SCHEDULER_SHAPES_H
#define SLRUN_SCHEDULER_SHAPES_H

#include <slrun/shape.h>

extern const struct slrun_param scheduler_create_schedule_params[];
extern const struct slrun_param scheduler_create_schedule_result[];
extern const struct slrun_param scheduler_create_schedule_group_params[];
extern const struct slrun_param scheduler_create_schedule_group_result[];
extern const struct slrun_param scheduler_delete_schedule_params[];
extern const struct slrun_param scheduler_delete_schedule_group_params[];
extern const struct slrun_param scheduler_get_schedule_params[];
extern const struct slrun_param scheduler_get_schedule_result[];
extern const struct slrun_param scheduler_get_schedule_group_params[];
extern const struct slrun_param scheduler_get_schedule_group_result[];
extern const struct slrun_param scheduler_list_schedule_groups_params[];
extern const struct slrun_param scheduler_list_schedule_groups_result[];
extern const struct slrun_param scheduler_list_schedules_params[];
extern const struct slrun_param scheduler_list_schedules_result[];
extern const struct slrun_param scheduler_list_tags_for_resource_params[];
extern const struct slrun_param scheduler_list_tags_for_resource_result[];
extern const struct slrun_param scheduler_tag_resource_params[];
extern const struct slrun_param scheduler_untag_resource_params[];
extern const struct slrun_param scheduler_update_schedule_params[];
extern const struct slrun_param scheduler_update_schedule_result[];
extern const struct slrun_param scheduler_target[];
extern const struct slrun_param scheduler_flexible_time_window[];

#endif
