/* SPDX-License-Identifier: Apache-2.0 */
/* Requests that are answered later: what json_serve() does for all others. */
#ifndef SLRUN_STATES_PARKED_H
#define SLRUN_STATES_PARKED_H

#include "local/service.h"

/* Reads a request. False: it has been refused. */
bool parked_read(struct service *service, struct slrun_exchange *x, struct slrun_json_call *call);
/* Answers with the error of a call, and frees its arguments. */
void parked_refuse(struct slrun_json_call *call);

#endif
