/* SPDX-License-Identifier: Apache-2.0 */
/* An HTTP/2 connection of the server: its socket on the loop. The server's own. */
#ifndef SLRUN_NET_HTTP2_CONNECTION_H
#define SLRUN_NET_HTTP2_CONNECTION_H

#include <stdbool.h>

struct http_server;
struct http2_connection;

/* Serves a connection whose client speaks HTTP/2; what it said is unread. Takes over the
 * descriptor. */
void http2_connection_open(struct http_server *server, int fd);

/* The server is freed: ends them all. */
void http2_connections_close(struct http_server *server);

#endif
