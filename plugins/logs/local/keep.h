/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Things besides groups and events, each a JSON document as the API tells it, by its key:
 * KIND|ACCOUNT|REGION|NAME; of filters, KIND|ACCOUNT|REGION|GROUP|NAME.
 */
#ifndef SLRUN_LOGS_KEEP_H
#define SLRUN_LOGS_KEEP_H

#include "local/service.h"

bool kept_open(struct service *service);
void kept_close(struct service *service);
void kept_clear(struct service *service);

/* Borrowed; NULL: there is none. */
json_t *kept_get(const struct slrun_json_call *call, const char *kind, const char *name);
/* Takes over `doc`; NULL: it goes. Returns whether there was one before. */
bool kept_set(struct slrun_json_call *call, const char *kind, const char *name, json_t *doc);
/* Calls each() for those whose name begins so, in the order in which they were made. */
void kept_each(const struct slrun_json_call *call, const char *kind, const char *prefix,
               void (*each)(void *arg, const json_t *doc), void *arg);
/* They go. */
void kept_forget(struct slrun_json_call *call, const char *kind, const char *prefix);
/* A list of those whose name begins so, by the member that is their name. A new reference. */
json_t *kept_list(const struct slrun_json_call *call, const char *kind, const char *prefix,
                  const char *member);

#endif
