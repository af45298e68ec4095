/* SPDX-License-Identifier: Apache-2.0 */
/* Receipt handles: base64 of "ARN RANK RECEIPT", the numbers in hex. */
#include "handle.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>

#include "model/digest.h"

enum { NUMBERS_SIZE = 2 * 17 + 1, HANDLE_MAX = 1024 };

json_t *handle_new(const struct message *message)
{
    const char *arn = message->queue->arn;
    size_t size = strlen(arn) + NUMBERS_SIZE;
    char *plain = malloc(size), *text = malloc(size * 2);
    json_t *handle = NULL;
    if (plain != NULL && text != NULL) {
        int n = snprintf(plain, size, "%s %016" PRIx64 " %016" PRIx64, arn, message->rank,
                         message->receipt);
        n = EVP_EncodeBlock((unsigned char *)text, (const unsigned char *)plain, n);
        handle = json_stringn(text, (size_t)n);
    }
    free(plain);
    free(text);
    return handle;
}

static bool read_plain(const char *plain, const char *arn, uint64_t *rank, uint64_t *receipt)
{
    size_t n = strlen(arn);
    int end = 0;
    return strncmp(plain, arn, n) == 0 &&
           sscanf(plain + n, " %16" SCNx64 " %16" SCNx64 "%n", rank, receipt, &end) == 2 &&
           plain[n + (size_t)end] == '\0';
}

struct message *handle_find(const struct queue *queue, const char *handle, bool *latest,
                            struct fault *fault)
{
    size_t size = 0, length = strlen(handle);
    unsigned char *plain = length > HANDLE_MAX ? NULL : digest_unbase64(handle, length, &size);
    uint64_t rank = 0, receipt = 0;
    bool ok = plain != NULL && read_plain((const char *)plain, queue->arn, &rank, &receipt);
    free(plain);
    if (!ok) {
        fault_set(fault, FAULT_RECEIPT_HANDLE, "The input receipt handle is invalid.");
        return NULL;
    }
    struct message *message = queue_find(queue, rank);
    *latest = message != NULL && message->receipt == receipt;
    return message;
}
