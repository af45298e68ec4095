/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The mappings there are. A mapping's document, which is what is kept on disk:
 *
 *   "Account", "Region"
 *   "Config"       as GetEventSourceMapping tells it
 *   "Tags"
 *   "Engine"       more for the engine: VisibilityTimeout of the queue when the mapping was made
 *   "Next", "Due"  the State that it is in from then on (milliseconds since 1970); "": it is gone
 */
#ifndef SLRUN_LAMBDA_REGISTRY_H
#define SLRUN_LAMBDA_REGISTRY_H

#include "local/mapping/mapping.h"

enum { MAPPINGS_MAX = 10000 };

struct mapping {
    struct mapping *next;
    struct service *service;
    json_t *doc;
    struct call *creating; /* CreateEventSourceMapping, until its place in the source is taken */
};

/* A mapping with that document, which is taken over, on the disk too; NULL: no memory, or too
 * many. */
struct mapping *registry_add(struct service *service, json_t *doc);
/* By UUID, with its state as it is now; NULL: there is none. */
struct mapping *registry_find(struct service *service, const char *uuid);
/* All of them, states as they are now. */
struct mapping *registry_all(struct service *service);

/* The first of them, states as they were when somebody last asked. */
const struct mapping *registry_first(const struct service *service);

json_t *registry_config(const struct mapping *mapping);
/* The same as a copy, for an answer. */
json_t *registry_told(const struct mapping *mapping);
/* Enabled, or on its way there. */
bool registry_is_on(const struct mapping *mapping);
/* Goes into a state (Creating, Updating...), and in a moment into the next; kept. */
void registry_move(struct mapping *mapping, const char *state, const char *next);
/* Begins to read, with the configuration as it is; ready() as engine_start() has it. */
bool registry_start(struct mapping *mapping, void (*ready)(void *arg));
void registry_stop(struct mapping *mapping, bool forget);

#endif
