/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is said on the lifeline between a runner and its local cloud: one line of JSON each way at
 * the start, {"access_key":..,"secret_key":..} to the local cloud and {"port":N} back; afterwards
 * nothing but its end.
 */
#ifndef SLRUN_LOCAL_LIFELINE_H
#define SLRUN_LOCAL_LIFELINE_H

#include <stddef.h>

enum { LIFELINE_LINE_MAX = 1024, LIFELINE_KEY_MAX = 256 };

struct lifeline_keys {
    char access[LIFELINE_KEY_MAX + 1], secret[LIFELINE_KEY_MAX + 1]; /* "": none */
};

/* The local cloud's side; it waits for the runner's line. 0, or -1: no such line came. */
int lifeline_read_keys(int fd, struct lifeline_keys *keys);
int lifeline_write_port(int fd, unsigned port);
void lifeline_wipe(struct lifeline_keys *keys);

/* The runner's side, as text. The greeting with its line end: malloc's, or NULL. The port of a line
 * (without its end), or 0. */
char *lifeline_greeting(const char *access_key, const char *secret_key);
unsigned lifeline_port(const char *line, size_t size);

#endif
