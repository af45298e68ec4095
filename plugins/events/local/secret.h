/* SPDX-License-Identifier: Apache-2.0 */
/* Secrets of connections: what they authorize by, kept in Secrets Manager as AWS does
 * (events!connection/NAME/ID), and whether an endpoint of OAuth gives a token for it. */
#ifndef SLRUN_EVENTS_SECRET_H
#define SLRUN_EVENTS_SECRET_H

#include "local/service.h"

/* Makes the secret of a connection's document, or gives it a new value; SecretArn stands in the
 * document when it is there. */
void secret_put(struct service *service, const json_t *connection);
/* The connection is gone, or has nothing to authorize by any more. */
void secret_remove(struct service *service, const json_t *connection);
/* Ends what is under way. */
void secrets_end(struct service *service);

#endif
