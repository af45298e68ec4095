/* SPDX-License-Identifier: Apache-2.0 */
/* What has a name of its own in a region, beside buses: archives, replays, connections and API
 * destinations. Each is a JSON document by its key, arn:aws:events:REGION:ACCOUNT:KIND/NAME. */
#ifndef SLRUN_EVENTS_THING_H
#define SLRUN_EVENTS_THING_H

#include "local/service.h"

enum { THINGS_MAX = 3000 /* of an account, as AWS's quota of connections and destinations */ };

/* The key of a name; a new text. */
json_t *thing_key(const struct slrun_json_call *call, const char *kind, const char *name);
/* The document; borrowed. NULL: there is none. */
json_t *thing_find(const struct slrun_json_call *call, const char *kind, const char *name);
/* Adds a document (taken over); borrowed. NULL after call_fail(). */
json_t *thing_add(struct slrun_json_call *call, const char *kind, const char *name, json_t *doc);
void thing_remove(struct slrun_json_call *call, const char *kind, const char *name);
/* Keeps the document with that "Key" as it stands. */
void thing_keep(struct service *service, const json_t *doc);

/*
 * One page of those of a kind, as `told` has them (a new reference, or NULL: this one is not
 * meant), under their names; NamePrefix counts.
 */
json_t *thing_list(struct slrun_json_call *call, const char *kind,
                   json_t *(*told)(const struct slrun_json_call *call, const json_t *doc));

/* Seconds since 1970. */
json_t *thing_now(const struct service *service);

#endif
