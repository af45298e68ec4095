/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256, ids and dates as Lambda writes them. */
#ifndef SLRUN_LAMBDA_BYTES_H
#define SLRUN_LAMBDA_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UUID_SIZE = 37, HEX_ID_SIZE = 33, DATE_SIZE = 32, SHA_TEXT_SIZE = 45 };

/* Bytes that grow. Adds to them: false where they would be more than `most`, or there is no memory.
 * A NUL stands behind them. */
struct growing {
    char *data; /* free() it */
    size_t size, room;
};
bool growing_add(struct growing *bytes, const void *data, size_t size, size_t most);

/* The base64 of the SHA-256 of bytes. */
bool sha256_text(const void *data, size_t size, char text[SHA_TEXT_SIZE]);

/* A random id: RFC 4122, version 4; 32 hexadecimal digits. */
void uuid_make(char text[UUID_SIZE]);
void hex_id_make(char text[HEX_ID_SIZE]);
/* A random number from 0 to below 1. */
double random_share(void);

/* "2026-11-21T10:15:30.123+0000", as LastModified has it. */
void date_text(int64_t ms, char text[DATE_SIZE]);

/* Milliseconds on a clock of the machine that only goes forward; real time, not the cloud's. */
double real_ms(void);

#endif
