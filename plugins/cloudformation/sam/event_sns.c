/* SPDX-License-Identifier: Apache-2.0 */
/* SNS: a subscription of the function, or of a queue that the function polls. */
#include <string.h>

#include "sam/events.h"
#include "sam/resolve.h"
#include "sam/value.h"

const struct sam_property sam_sns_properties[] = {
    {"Topic", SAM_STR, 0, SAM_REQUIRED},
    {"Region", SAM_STR, 0, SAM_PASS},
    {"FilterPolicy", 0, 0, SAM_PASS},
    {"FilterPolicyScope", 0, 0, SAM_PASS},
    {"SqsSubscription", SAM_BOOL | SAM_MAP, 0, 0},
    {"RedrivePolicy", SAM_MAP, 0, SAM_PASS},
    {NULL, 0, 0, 0},
};

/* `endpoint` is taken. */
static void subscribe(struct sam *s, const struct sam_event *event, const char *protocol,
                      json_t *endpoint)
{
    json_t *subscription =
        sam_make(s, event->id, "AWS::SNS::Subscription",
                 json_pack("{s:s, s:o, s:o}", "Protocol", protocol, "Endpoint", endpoint,
                           "TopicArn", json_deep_copy(sam_get(event->p, "Topic"))));
    sam_pass(s, subscription, event->p, sam_sns_properties);
}

/* The queue between: one that is made, or one of the template. */
struct between {
    json_t *arn, *url; /* owned */
    const char *policy_id;
    json_t *batch_size; /* owned */
};

/* The queue lets the topic send to it. */
static void make_policy(struct sam *s, const struct sam_event *event, const struct between *q)
{
    json_t *statement =
        json_pack("{s:s, s:s, s:s, s:O, s:{s:{s:o}}}", "Action", "sqs:SendMessage", "Effect",
                  "Allow", "Principal", "*", "Resource", q->arn, "Condition", "ArnEquals",
                  "aws:SourceArn", json_deep_copy(sam_get(event->p, "Topic")));
    sam_make(s, q->policy_id, "AWS::SQS::QueuePolicy",
             json_pack("{s:{s:s, s:[o]}, s:[O]}", "PolicyDocument", "Version", "2012-10-17",
                       "Statement", statement, "Queues", q->url));
}

static bool through_queue(struct sam *s, const struct sam_event *event, struct between *q)
{
    char id[SAM_ID_MAX];
    make_policy(s, event, q);
    subscribe(s, event, "sqs", json_deep_copy(q->arn));
    json_t *p =
        json_pack("{s:O, s:O, s:b}", "Queue", q->arn, "BatchSize", q->batch_size, "Enabled", 1);
    struct sam_event poll = {"SQS", event->name, sam_id(id, "%sEventSourceMapping", event->id), p,
                             event->target};
    bool well = sam_pull_make(s, &poll);
    json_decref(p);
    json_decref(q->arn);
    json_decref(q->url);
    json_decref(q->batch_size);
    return well;
}

/* Whether the topic of the template is FIFO, so that its queue must be. */
static json_t *is_fifo(struct sam *s, const struct sam_event *event)
{
    char topic[SAM_ID_MAX];
    if (!sam_named(sam_get(event->p, "Topic"), topic, sizeof topic))
        return NULL;
    const json_t *properties = sam_get(json_object_get(s->source, topic), "Properties");
    json_t *fifo = sam_get(properties, "FifoTopic");
    fifo = fifo == NULL ? NULL : sam_resolve(s, json_deep_copy(fifo));
    if (!sam_given(fifo)) {
        json_decref(fifo);
        return NULL;
    }
    return fifo;
}

static bool new_queue(struct sam *s, const struct sam_event *event)
{
    char id[SAM_ID_MAX], policy[SAM_ID_MAX];
    sam_id(id, "%sQueue", event->id);
    json_t *queue = sam_make(s, id, "AWS::SQS::Queue", json_object()), *fifo = is_fifo(s, event);
    if (fifo != NULL)
        sam_put(s, queue, "FifoQueue", fifo);
    struct between q = {sam_getatt(id, "Arn"), sam_ref(id),
                        sam_id(policy, "%sQueuePolicy", event->id), json_integer(10)};
    return through_queue(s, event, &q);
}

static bool given_queue(struct sam *s, const struct sam_event *event, const json_t *config)
{
    char policy[SAM_ID_MAX];
    if (!sam_has(config, "QueueArn") || !sam_has(config, "QueueUrl"))
        return sam_fail_event(s, event->name, "No QueueARN or QueueURL provided.");
    const char *own = sam_text(config, "QueuePolicyLogicalId");
    const json_t *size = sam_get(config, "BatchSize");
    struct between q = {json_deep_copy(sam_get(config, "QueueArn")),
                        json_deep_copy(sam_get(config, "QueueUrl")),
                        own == NULL ? sam_id(policy, "%sQueuePolicy", event->id) : own,
                        sam_given(size) ? json_deep_copy(size) : json_integer(10)};
    return through_queue(s, event, &q);
}

bool sam_sns_make(struct sam *s, const struct sam_event *event)
{
    const json_t *config = sam_get(event->p, "SqsSubscription");
    char id[SAM_ID_MAX];
    if (json_is_boolean(config) && sam_given(config))
        return new_queue(s, event);
    if (sam_given(config))
        return given_queue(s, event, config);
    subscribe(s, event, "lambda", sam_target_arn(event->target));
    struct sam_permission permission = {sam_id(id, "%sPermission", event->id), "sns.amazonaws.com",
                                        json_deep_copy(sam_get(event->p, "Topic")), NULL, NULL};
    sam_permission(s, sam_target_name(event->target), &permission);
    return true;
}
