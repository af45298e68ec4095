/* SPDX-License-Identifier: Apache-2.0 */
/* One thread, epoll, loopback only: the neutral server that every runner is measured against. */
#ifndef SLRUN_BENCH_SERVER_H
#define SLRUN_BENCH_SERVER_H

#include "stub/dynamodb.h"
#include "stub/sqs.h"
#include "stub/stats.h"

#include <stdint.h>

struct conn;

struct server {
    int epoll;
    int listener;
    int stop;           /* a signalfd: SIGTERM or SIGINT end the server */
    struct conn *conns; /* all that are open */
    struct stats stats;
    struct dynamodb dynamodb;
    struct sqs sqs;
    unsigned long answers; /* sent so far: makes request ids unique */
};

/* Listens on 127.0.0.1:port (0: any free port) and returns the port. Ends the program on failure.
 */
uint16_t server_open(struct server *s, uint16_t port);

/* Serves until SIGTERM or SIGINT, then frees everything. */
void server_run(struct server *s);

#endif
