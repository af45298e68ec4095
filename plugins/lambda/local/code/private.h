/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The private directory of a local cloud, slrun-lambda-XXXXXX where temporary files are: code of
 * functions, bootstraps, the home of their processes. It is made with the first function, and
 * locked as long as its owner lives, so that others can tell those that kill -9 has left.
 */
#ifndef SLRUN_LAMBDA_PRIVATE_H
#define SLRUN_LAMBDA_PRIVATE_H

#include <stddef.h>

/* Makes one, removes what others have left (of the same user, older than a minute: whoever makes
 * one needs a moment to lock it). The descriptor that holds the lock, or -1; `path` is then "". */
int private_open(char *path, size_t size);

/* Removes it and lets the lock go. */
void private_close(const char *path, int lock);

#endif
