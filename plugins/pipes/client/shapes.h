/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#ifndef SLRUN_PIPES_SHAPES_H
#define SLRUN_PIPES_SHAPES_H

#include <slrun/shape.h>

extern const struct slrun_param pipes_create_pipe_params[];
extern const struct slrun_param pipes_create_pipe_result[];
extern const struct slrun_param pipes_delete_pipe_params[];
extern const struct slrun_param pipes_delete_pipe_result[];
extern const struct slrun_param pipes_describe_pipe_params[];
extern const struct slrun_param pipes_describe_pipe_result[];
extern const struct slrun_param pipes_list_pipes_params[];
extern const struct slrun_param pipes_list_pipes_result[];
extern const struct slrun_param pipes_list_tags_for_resource_params[];
extern const struct slrun_param pipes_list_tags_for_resource_result[];
extern const struct slrun_param pipes_start_pipe_params[];
extern const struct slrun_param pipes_start_pipe_result[];
extern const struct slrun_param pipes_stop_pipe_params[];
extern const struct slrun_param pipes_stop_pipe_result[];
extern const struct slrun_param pipes_tag_resource_params[];
extern const struct slrun_param pipes_untag_resource_params[];
extern const struct slrun_param pipes_update_pipe_params[];
extern const struct slrun_param pipes_update_pipe_result[];
extern const struct slrun_param pipes_pipe_source_parameters[];
extern const struct slrun_param pipes_pipe_enrichment_parameters[];
extern const struct slrun_param pipes_pipe_target_parameters[];
extern const struct slrun_param pipes_pipe_log_configuration_parameters[];

#endif
