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
/* A list of those whose name begins so, in the order in which they were made. A new reference. */
json_t *kept_all(const struct slrun_json_call *call, const char *kind, const char *prefix);
/* The same, by the member that is their name. */
json_t *kept_list(const struct slrun_json_call *call, const char *kind, const char *prefix,
                  const char *member);
/* They go. */
void kept_forget(struct slrun_json_call *call, const char *kind, const char *prefix);

#endif
