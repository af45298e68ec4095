/* SPDX-License-Identifier: Apache-2.0 */
/* Queues, their attributes, tags and permissions: parameters and results. */
#include "model/shapes.h"

const struct slrun_shape shape_string = S_STRING;

PARAMS(no_members) = {PARAMS_END};

PARAMS(queue_params) = {
    {"QueueUrl", S_STRING, SLRUN_REQUIRED, "URL of the queue."},
    PARAMS_END,
};

PARAMS(create_queue_params) = {
    {"QueueName", S_STRING, SLRUN_REQUIRED, "Name of the queue; put t.id into it."},
    {"Attributes", S_MAP(shape_string), 0, "Attributes by name; all values are strings."},
    {"tags", S_MAP(shape_string), 0, "Tags of the queue."},
    PARAMS_END,
};

PARAMS(queue_url_result) = {
    {"QueueUrl", S_STRING, 0, "URL of the queue."},
    PARAMS_END,
};

PARAMS(get_queue_url_params) = {
    {"QueueName", S_STRING, SLRUN_REQUIRED, "Name of the queue."},
    {"QueueOwnerAWSAccountId", S_STRING, 0, "Account that owns it, if it is another one."},
    PARAMS_END,
};

PARAMS(list_queues_params) = {
    {"QueueNamePrefix", S_STRING, 0, "Only queues whose names begin so."},
    {"NextToken", S_STRING, 0, "NextToken of the page before."},
    {"MaxResults", S_INTEGER, 0, "URLs on a page, 1 to 1000; without it there is no NextToken."},
    PARAMS_END,
};

PARAMS(list_queues_result) = {
    {"QueueUrls", S_LIST(shape_string), 0, "URLs of queues; absent if there are none."},
    {"NextToken", S_STRING, 0, "There is more."},
    PARAMS_END,
};

PARAMS(get_queue_attributes_params) = {
    {"QueueUrl", S_STRING, SLRUN_REQUIRED, "URL of the queue."},
    {"AttributeNames", S_LIST(shape_string), 0, "Names of attributes, or All."},
    PARAMS_END,
};

PARAMS(get_queue_attributes_result) = {
    {"Attributes", S_MAP(shape_string), 0, "Attributes by name; all values are strings."},
    PARAMS_END,
};

PARAMS(set_queue_attributes_params) = {
    {"QueueUrl", S_STRING, SLRUN_REQUIRED, "URL of the queue."},
    {"Attributes", S_MAP(shape_string), SLRUN_REQUIRED, "Attributes to set; strings all."},
    PARAMS_END,
};

PARAMS(tag_queue_params) = {
    {"QueueUrl", S_STRING, SLRUN_REQUIRED, "URL of the queue."},
    {"Tags", S_MAP(shape_string), SLRUN_REQUIRED, "Tags to set; one of the same key is replaced."},
    PARAMS_END,
};

PARAMS(untag_queue_params) = {
    {"QueueUrl", S_STRING, SLRUN_REQUIRED, "URL of the queue."},
    {"TagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Keys of the tags to remove."},
    PARAMS_END,
};

PARAMS(list_queue_tags_result) = {
    {"Tags", S_MAP(shape_string), 0, "Tags of the queue; absent if there are none."},
    PARAMS_END,
};

PARAMS(add_permission_params) = {
    {"QueueUrl", S_STRING, SLRUN_REQUIRED, "URL of the queue."},
    {"Label", S_STRING, SLRUN_REQUIRED, "Name of the permission."},
    {"AWSAccountIds", S_LIST(shape_string), SLRUN_REQUIRED, "Accounts that get it."},
    {"Actions", S_LIST(shape_string), SLRUN_REQUIRED, "What they may do: SendMessage, or *."},
    PARAMS_END,
};

PARAMS(remove_permission_params) = {
    {"QueueUrl", S_STRING, SLRUN_REQUIRED, "URL of the queue."},
    {"Label", S_STRING, SLRUN_REQUIRED, "Name of the permission."},
    PARAMS_END,
};

PARAMS(list_dead_letter_source_queues_params) = {
    {"QueueUrl", S_STRING, SLRUN_REQUIRED, "URL of the dead-letter queue."},
    {"NextToken", S_STRING, 0, "NextToken of the page before."},
    {"MaxResults", S_INTEGER, 0, "URLs on a page, 1 to 1000; without it there is no NextToken."},
    PARAMS_END,
};

/* The first letter is small in AWS's model too. */
PARAMS(list_dead_letter_source_queues_result) = {
    {"queueUrls", S_LIST(shape_string), 0, "URLs of queues that redrive to this one."},
    {"NextToken", S_STRING, 0, "There is more."},
    PARAMS_END,
};
