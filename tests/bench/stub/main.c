/* SPDX-License-Identifier: Apache-2.0 */
/* The stub server: usage: bench_stub [-p PORT]. It prints its URL and serves until SIGTERM.
 *
 * GET /_stats answers the counters of stats.h; GET /_reset forgets items, messages and counters.
 */
#define _POSIX_C_SOURCE 200809L

#include "common/util.h"
#include "stub/server.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    struct server server;
    uint16_t port = 0;
    int option;
    while ((option = getopt(argc, argv, "p:")) != -1) {
        if (option != 'p') {
            fprintf(stderr, "usage: bench_stub [-p PORT]\n");
            return 2;
        }
        port = (uint16_t)strtoul(optarg, NULL, 10);
    }
    signal(SIGPIPE, SIG_IGN);
    raise_open_files();
    port = server_open(&server, port);
    printf("http://127.0.0.1:%u\n", port);
    if (fflush(stdout) != 0)
        die_errno("stdout");
    server_run(&server);
    return 0;
}
