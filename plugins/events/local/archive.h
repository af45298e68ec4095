/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SLRUN_EVENTS_ARCHIVE_H
#define SLRUN_EVENTS_ARCHIVE_H

#include "local/service.h"

/* Gives an event that is on a bus to the archives of that bus. Those that a replay put there again
 * are not meant. */
void archive_event(struct service *service, const char *bus, const json_t *event);

/* Ends replays that are under way: at the end, and when all is forgotten. */
void replays_end(struct service *service);

#endif
