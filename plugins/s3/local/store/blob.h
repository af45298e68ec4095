/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Files for bodies that are too large for the database. Where state is kept they lie in DIR/s3,
 * each under its number; else they have no name, so that nothing of them is left however the
 * process ends, and their number is their descriptor.
 */
#ifndef SLRUN_S3_BLOB_H
#define SLRUN_S3_BLOB_H

#include <stdbool.h>
#include <stdint.h>

#include <slrun/error.h>

struct blobs;

/* `directory` NULL: nothing is kept. NULL: `error` is filled. */
struct blobs *blobs_open(const char *directory, struct slrun_error *error);
void blobs_close(struct blobs *blobs);

/* A new file: its number in *number. A descriptor for reading and writing that blobs_done() gives
 * back; -1: there is none to be had. */
int blobs_create(struct blobs *blobs, int64_t *number);
void blobs_done(struct blobs *blobs, int fd);
/* Where files are kept: writes it to the disk, with its name. Before what refers to it is
 * committed. */
bool blobs_sync(const struct blobs *blobs, int fd); /* on any thread */
/* Whether that is something to wait for. */
bool blobs_are_kept(const struct blobs *blobs);

/* A descriptor of the caller's own for reading, or -1. */
int blobs_read(struct blobs *blobs, int64_t number);
/* Who reads it still can. */
void blobs_remove(struct blobs *blobs, int64_t number);

/* Removes the kept files that `used` does not know. */
void blobs_sweep(struct blobs *blobs, bool (*used)(void *arg, int64_t number), void *arg);

#endif
