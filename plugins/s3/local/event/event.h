/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Events of objects, told to whom the bucket's notification configuration names (user guide,
 * "Amazon S3 Event Notifications"): queues, topics, functions, EventBridge. Operations note what
 * they did; it is sent when that is kept.
 */
#ifndef SLRUN_S3_EVENT_H
#define SLRUN_S3_EVENT_H

#include "service.h"

enum { SEQUENCER_SIZE = 24 };

struct event {
    struct event *next;
    char sequencer[SEQUENCER_SIZE]; /* later events of a key have a greater one */
    const char *name;               /* "ObjectCreated:Put" */
    const struct xml_node *configuration;
    struct slice key;
    const char *version, *etag; /* NULL: there is none */
    const char *class;          /* the storage class */
    int64_t until_ms;           /* when a restored copy is gone; 0: there is none */
    bool sized;
    uint64_t size;
};

/* Nothing, where the bucket tells nobody. */
void event_note(struct call *call, const char *name, const struct object *object);
/* An object was added: the event is named by the operation. */
void event_note_created(struct call *call, const struct object *object);
void event_send_all(struct call *call);

/* ---- event_record.c: what is sent ---- */

/* A new reference each. `id` is the configuration's. */
json_t *event_record(const struct call *call, const struct event *event, const char *id);
json_t *event_detail(const struct call *call, const struct event *event, const char **type);
json_t *event_test(const struct call *call);

/* ---- event_target.c: to whom ---- */

/* Sends to the target of a configuration (<QueueConfiguration> and so on); the message is
 * borrowed. */
void event_send(const struct call *call, const struct xml_node *target, const json_t *message);
void event_send_bridge(const struct call *call, const struct event *event);
/* Fills in service and operation by which that service is told; false: it is told of nothing. The
 * arguments are given back then. */
bool event_way(const char *service, struct slrun_cloud_call *order);
/* Asks whether the targets of the document in call->xml are there; if they are, it is kept. The
 * call ends then. False: nobody has to be asked. */
bool event_ask(struct call *call);
/* The service closes: no answers will come. */
void event_forget_all(struct service *service);

/* ---- event_deliver.c: until it is there ---- */

/* First of all: takes up what was under way when the local cloud ended. */
void event_open(struct service *service);
/* Calls an operation in a region and account for a bucket, again where that may help. The order's
 * service and operation must stay; its arguments are taken over. */
void event_deliver(struct service *service, const struct slrun_cloud_call *order,
                   const char *bucket);

#endif
