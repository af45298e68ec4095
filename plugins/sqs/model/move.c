/* SPDX-License-Identifier: Apache-2.0 */
/* Tasks that move messages out of a dead-letter queue: parameters and results. */
#include "model/shapes.h"

PARAMS(start_message_move_task_params) = {
    {"SourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the dead-letter queue."},
    {"DestinationArn", S_STRING, 0, "ARN of a queue; else each goes back where it came from."},
    {"MaxNumberOfMessagesPerSecond", S_INTEGER, 0, "1 to 500; as fast as can be unless given."},
    PARAMS_END,
};

PARAMS(start_message_move_task_result) = {
    {"TaskHandle", S_STRING, 0, "What cancel_message_move_task wants."},
    PARAMS_END,
};

PARAMS(list_message_move_tasks_params) = {
    {"SourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the dead-letter queue."},
    {"MaxResults", S_INTEGER, 0, "1 to 10; 1 unless given."},
    PARAMS_END,
};

static PARAMS(task_members) = {
    {"TaskHandle", S_STRING, 0, "While it runs: what cancel_message_move_task wants."},
    {"Status", S_STRING, 0, "RUNNING, COMPLETED, CANCELLING, CANCELLED or FAILED."},
    {"SourceArn", S_STRING, 0, "ARN of the dead-letter queue."},
    {"DestinationArn", S_STRING, 0, "ARN of the destination, if one was given."},
    {"MaxNumberOfMessagesPerSecond", S_INTEGER, 0, "The rate, if one was given."},
    {"ApproximateNumberOfMessagesMoved", S_INTEGER, 0, "Messages moved so far."},
    {"ApproximateNumberOfMessagesToMove", S_INTEGER, 0, "Messages there were to move."},
    {"FailureReason", S_STRING, 0, "Why it failed."},
    {"StartedTimestamp", S_INTEGER, 0, "Milliseconds since 1970."},
    PARAMS_END,
};
static const struct slrun_shape shape_task = S_STRUCTURE(task_members);

PARAMS(list_message_move_tasks_result) = {
    {"Results", S_LIST(shape_task), 0, "Tasks, the latest first."},
    PARAMS_END,
};

PARAMS(cancel_message_move_task_params) = {
    {"TaskHandle", S_STRING, SLRUN_REQUIRED, "From start_message_move_task."},
    PARAMS_END,
};

PARAMS(cancel_message_move_task_result) = {
    {"ApproximateNumberOfMessagesMoved", S_INTEGER, 0, "Messages moved before it ended."},
    PARAMS_END,
};
