/* SPDX-License-Identifier: Apache-2.0 */
/* What IAM wants for the operations (Service Authorization Reference, "Amazon SQS"). */
#include "client/ops.h"

const struct slrun_grant sqs_grants[] = {
    {"list_queues", NULL, NULL, NULL},
    {"create_queue", NULL, "arn:p:sqs:r:a:{QueueName}", NULL},
    {"create_queue", "sqs:TagQueue", "arn:p:sqs:r:a:{QueueName}", "tags"},
    {"get_queue_url", NULL, "arn:p:sqs:r:a:{QueueName}", "!QueueOwnerAWSAccountId"},
    {"get_queue_url", NULL, "arn:p:sqs:r:{QueueOwnerAWSAccountId}:{QueueName}",
     "QueueOwnerAWSAccountId"},
    {"send_message_batch", "sqs:SendMessage", "arn:p:sqs:r:{QueueUrl/-2}:{QueueUrl/-1}",
     "QueueUrl=http*"},
    {"send_message_batch", "sqs:SendMessage", "arn:p:sqs:r:a:{QueueUrl}", "QueueUrl!=http*"},
    {"delete_message_batch", "sqs:DeleteMessage", "arn:p:sqs:r:{QueueUrl/-2}:{QueueUrl/-1}",
     "QueueUrl=http*"},
    {"delete_message_batch", "sqs:DeleteMessage", "arn:p:sqs:r:a:{QueueUrl}", "QueueUrl!=http*"},
    {"change_message_visibility_batch", "sqs:ChangeMessageVisibility",
     "arn:p:sqs:r:{QueueUrl/-2}:{QueueUrl/-1}", "QueueUrl=http*"},
    {"change_message_visibility_batch", "sqs:ChangeMessageVisibility", "arn:p:sqs:r:a:{QueueUrl}",
     "QueueUrl!=http*"},
    {"start_message_move_task", "sqs:StartMessageMoveTask", "{SourceArn}", NULL},
    {"start_message_move_task", "sqs:ReceiveMessage", "{SourceArn}", NULL},
    {"start_message_move_task", "sqs:DeleteMessage", "{SourceArn}", NULL},
    {"start_message_move_task", "sqs:GetQueueAttributes", "{SourceArn}", NULL},
    {"start_message_move_task", "sqs:SendMessage", "{DestinationArn}", "DestinationArn"},
    {"*", NULL, "arn:p:sqs:r:{QueueUrl/-2}:{QueueUrl/-1}", "QueueUrl=http*"},
    {"*", NULL, "arn:p:sqs:r:a:{QueueUrl}", NULL}, /* the name will do */
    {"*", NULL, "{SourceArn}", NULL},
    {0},
};
