/* SPDX-License-Identifier: Apache-2.0 */
/* Sources of pipes: what a reader is told, and what it asks of a pipe (plugins/readers). */
#ifndef SLRUN_PIPES_SOURCE_H
#define SLRUN_PIPES_SOURCE_H

#include "local/service.h"

bool source_open(struct service *service);
/* Drops all readers where they stand. */
void source_close(struct service *service);
/* Reads for a pipe, from where it was if it has read before; ready(arg) once it has its place. */
bool source_start(struct service *service, const json_t *pipe, void (*ready)(void *arg), void *arg);
/* Takes nothing more; `forget`: nor goes on where it was. */
void source_stop(struct service *service, const json_t *pipe, bool forget);

/* The member of SourceParameters that a source's ARN has ("SqsQueueParameters"); NULL: there is no
 * way to read it. */
const char *source_parameters(const char *arn);

#endif
