/* SPDX-License-Identifier: Apache-2.0 */
/* Requests over libcurl's multi interface on a libuv loop. */
#ifndef SLRUN_BENCH_FLOOR_HTTP_H
#define SLRUN_BENCH_FLOOR_HTTP_H

#include "floor/case.h"

/* Prepares f->http for an endpoint "http://host:port"; at most max_connections are in use, and the
 * calls beyond them queue, first in, first out. Long polls come on top. */
void http_open(struct floor *f, const char *endpoint, size_t max_connections);
void http_close(struct floor *f);

/* Sends c->call, now or when a connection is free; the case is resumed with status and body. */
void http_start(struct floor *f, struct tcase *c);

/* Runs cases until all have finished. */
void http_run(struct floor *f);

#endif
