/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Event sources of functions (SAM developer guide, "EventSource"): a table of types, each with its
 * properties and what it becomes.
 */
#ifndef SLRUN_CLOUDFORMATION_SAM_EVENTS_H
#define SLRUN_CLOUDFORMATION_SAM_EVENTS_H

#include "sam/property.h"
#include "sam/role.h"

struct sam_event {
    const char *type;
    const char *name; /* in Events */
    const char *id;   /* that of the function and the name: what it becomes begins with that */
    json_t *p;        /* its properties; never NULL */
    const struct sam_target *target; /* what it invokes; NULL in check() */
};

struct sam_event_type {
    const char *type;
    const struct sam_property *properties;
    /* What it refers to is there; before anything of the function is made. May be NULL. */
    bool (*check)(struct sam *s, const struct sam_event *event);
    bool (*make)(struct sam *s, const struct sam_event *event);
};

/* Types, ended by a NULL type. */
extern const struct sam_event_type sam_event_types[];    /* of functions */
extern const struct sam_event_type sam_machine_events[]; /* of state machines */

/* Of the resource at hand: checks all its events; makes what they become. */
bool sam_events_check(struct sam *s, const struct sam_event_type *types);
bool sam_events_make(struct sam *s, const struct sam_event_type *types,
                     const struct sam_target *target);

/* ---- the types, each group in a file of its own ---- */

extern const struct sam_property sam_queue_properties[], sam_stream_properties[],
    sam_broker_properties[], sam_kafka_properties[], sam_cluster_properties[];
bool sam_pull_make(struct sam *s, const struct sam_event *event);

extern const struct sam_property sam_schedule_properties[], sam_rule_properties[],
    sam_machine_schedule_properties[], sam_machine_rule_properties[];
bool sam_schedule_make(struct sam *s, const struct sam_event *event);
bool sam_rule_make(struct sam *s, const struct sam_event *event);
/* "Arn", or a queue that is made for "Type: SQS"; into *arn, NULL: no dead-letter queue. */
bool sam_rule_queue(struct sam *s, const struct sam_event *event, bool policy, json_t **arn);
/* RoleArn, or the ARN of a role, which is made, with which `service` starts the state machine. */
json_t *sam_machine_role(struct sam *s, const struct sam_event *event, const char *service);

extern const struct sam_property sam_scheduler_properties[];
bool sam_scheduler_make(struct sam *s, const struct sam_event *event);

extern const struct sam_property sam_s3_properties[];
bool sam_s3_check(struct sam *s, const struct sam_event *event);
bool sam_s3_make(struct sam *s, const struct sam_event *event);

extern const struct sam_property sam_sns_properties[];
bool sam_sns_make(struct sam *s, const struct sam_event *event);

extern const struct sam_property sam_api_event_properties[], sam_http_event_properties[];
bool sam_api_event_check(struct sam *s, const struct sam_event *event);
bool sam_api_event_make(struct sam *s, const struct sam_event *event);
extern const struct sam_property sam_machine_api_properties[];
bool sam_machine_api_make(struct sam *s, const struct sam_event *event);
bool sam_http_event_check(struct sam *s, const struct sam_event *event);
bool sam_http_event_make(struct sam *s, const struct sam_event *event);

extern const struct sam_property sam_logs_properties[], sam_iot_properties[],
    sam_alexa_properties[], sam_cognito_properties[];
bool sam_logs_make(struct sam *s, const struct sam_event *event);
bool sam_iot_make(struct sam *s, const struct sam_event *event);
bool sam_alexa_make(struct sam *s, const struct sam_event *event);
bool sam_cognito_check(struct sam *s, const struct sam_event *event);
bool sam_cognito_make(struct sam *s, const struct sam_event *event);

#endif
