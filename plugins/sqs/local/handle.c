/* SPDX-License-Identifier: Apache-2.0 */
/* Receipt handles: base64 of "ARN RANK RECEIPT", the numbers in hex. */
#include "handle.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

enum { NUMBER_DIGITS = 16, NUMBERS_SIZE = 2 * (NUMBER_DIGITS + 1) + 1, HANDLE_MAX = 1024 };

static const char digits[] = "0123456789abcdef";

/* A blank and the number; where it ends. */
static char *write_number(char *to, uint64_t number)
{
    *to++ = ' ';
    for (int i = NUMBER_DIGITS; i-- > 0; number >>= 4)
        to[i] = digits[number & 15];
    return to + NUMBER_DIGITS;
}

json_t *handle_new(const struct message *message)
{
    const char *arn = message->queue->arn;
    size_t n_arn = strlen(arn), size = n_arn + NUMBERS_SIZE;
    char *plain = malloc(size);
    json_t *handle = NULL;
    if (plain != NULL) {
        memcpy(plain, arn, n_arn);
        char *end = write_number(write_number(plain + n_arn, message->rank), message->receipt);
        handle = slrun_base64_json(plain, (size_t)(end - plain));
    }
    free(plain);
    return handle;
}

static int digit_value(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* A blank and a number as handle_new() writes them, and what stands behind; NULL: something else.
 */
static const char *read_number(const char *text, uint64_t *number)
{
    const char *end = text + 1 + NUMBER_DIGITS;
    *number = 0;
    if (*text++ != ' ')
        return NULL;
    for (; text < end; text++) {
        int digit = digit_value(*text);
        if (digit < 0)
            return NULL;
        *number = *number << 4 | (uint64_t)digit;
    }
    return text;
}

static bool read_plain(const char *plain, const char *arn, uint64_t *rank, uint64_t *receipt)
{
    size_t n = strlen(arn);
    const char *at = strncmp(plain, arn, n) == 0 ? read_number(plain + n, rank) : NULL;
    at = at == NULL ? NULL : read_number(at, receipt);
    return at != NULL && *at == '\0';
}

struct message *handle_find(const struct queue *queue, const char *handle, bool *latest,
                            struct fault *fault)
{
    size_t size = 0, length = strlen(handle);
    char *plain = length > HANDLE_MAX ? NULL : slrun_base64_bytes(handle, length, &size);
    uint64_t rank = 0, receipt = 0;
    bool ok = plain != NULL && read_plain(plain, queue->arn, &rank, &receipt);
    free(plain);
    if (!ok) {
        fault_set(fault, FAULT_RECEIPT_HANDLE,
                  "The input receipt handle \"%s\" is not a valid receipt handle.", handle);
        return NULL;
    }
    struct message *message = queue_find(queue, rank);
    *latest = message != NULL && message->receipt == receipt;
    return message;
}
