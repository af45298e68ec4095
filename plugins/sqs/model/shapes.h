/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the operations of Amazon SQS take and answer (API Reference, API version 2012-11-05), as
 * both halves use it: the client checks arguments with it, the service reads requests of either
 * protocol and writes XML with it.
 */
#ifndef SLRUN_SQS_SHAPES_H
#define SLRUN_SQS_SHAPES_H

#include <slrun/slrun.h>
#include <slrun/table.h>

/* clang-format off */
#define PARAMS(name_)         const struct slrun_param name_[]
#define PARAMS_END            {.name = NULL}
/* clang-format on */

extern const struct slrun_shape shape_string;
extern const struct slrun_shape shape_attribute; /* MessageAttributeValue */

/* Parameters that several operations have alone: QueueUrl; QueueUrl and Entries; nothing. */
extern const struct slrun_param queue_params[];
extern const struct slrun_param no_members[];

/* queue.c */
extern const struct slrun_param create_queue_params[], queue_url_result[];
extern const struct slrun_param get_queue_url_params[];
extern const struct slrun_param list_queues_params[], list_queues_result[];
extern const struct slrun_param get_queue_attributes_params[], get_queue_attributes_result[];
extern const struct slrun_param set_queue_attributes_params[];
extern const struct slrun_param tag_queue_params[], untag_queue_params[], list_queue_tags_result[];
extern const struct slrun_param add_permission_params[], remove_permission_params[];
extern const struct slrun_param list_dead_letter_source_queues_params[];
extern const struct slrun_param list_dead_letter_source_queues_result[];

/* message.c */
extern const struct slrun_param send_message_params[], send_message_result[];
extern const struct slrun_param receive_message_params[], receive_message_result[];
extern const struct slrun_param delete_message_params[];
extern const struct slrun_param change_message_visibility_params[];

/* batch.c */
extern const struct slrun_param send_message_batch_params[], send_message_batch_result[];
extern const struct slrun_param delete_message_batch_params[];
extern const struct slrun_param change_message_visibility_batch_params[];
extern const struct slrun_param batch_result[]; /* of the last two */

/* move.c */
extern const struct slrun_param start_message_move_task_params[];
extern const struct slrun_param start_message_move_task_result[];
extern const struct slrun_param list_message_move_tasks_params[];
extern const struct slrun_param list_message_move_tasks_result[];
extern const struct slrun_param cancel_message_move_task_params[];
extern const struct slrun_param cancel_message_move_task_result[];

#endif
