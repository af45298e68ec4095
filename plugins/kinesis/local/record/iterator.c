/* SPDX-License-Identifier: Apache-2.0 */
/* Iterators to text and back. */
#include "record/iterator.h"

#include <string.h>

#include <openssl/evp.h>
#include <slrun/base64.h>

enum {
    MARK_SIZE = 8,
    DIGEST_SIZE = 16,
    NUMBERS = 4,
    FIELDS_AT = MARK_SIZE + DIGEST_SIZE,
    NAME_AT = FIELDS_AT + NUMBERS * 8,
    BLOCK = 16,
    BYTES_MIN = 152, /* AWS's shortest */
    BYTES_MAX = 200  /* with the longest name */
};

static const unsigned char mark[MARK_SIZE] = {0, 0, 0, 0, 0, 0, 0, 1};

/* The digest of what stands behind it. */
static bool digest(const unsigned char *bytes, size_t size, unsigned char out[DIGEST_SIZE])
{
    unsigned length = DIGEST_SIZE;
    return EVP_Digest(bytes + FIELDS_AT, size - FIELDS_AT, out, &length, EVP_md5(), NULL) == 1;
}

static void write_number(unsigned char *at, uint64_t number)
{
    for (int i = 0; i < 8; i++)
        at[i] = (unsigned char)(number >> 8 * (7 - i));
}

static uint64_t read_number(const unsigned char *at)
{
    uint64_t number = 0;
    for (int i = 0; i < 8; i++)
        number = number << 8 | at[i];
    return number;
}

bool iterator_write(const struct iterator *iterator, char text[ITERATOR_TEXT_SIZE])
{
    unsigned char bytes[BYTES_MAX] = {0};
    size_t length = strlen(iterator->name), size = NAME_AT + length + 1;
    size = (size - MARK_SIZE + BLOCK - 1) / BLOCK * BLOCK + MARK_SIZE;
    size = size < BYTES_MIN ? BYTES_MIN : size;
    memcpy(bytes, mark, sizeof mark);
    write_number(bytes + FIELDS_AT, (uint64_t)iterator->taken_ms);
    write_number(bytes + FIELDS_AT + 8, iterator->index);
    write_number(bytes + FIELDS_AT + 16, (uint64_t)iterator->created_s);
    write_number(bytes + FIELDS_AT + 24, (uint64_t)iterator->shard);
    memcpy(bytes + NAME_AT, iterator->name, length);
    if (!digest(bytes, size, bytes + MARK_SIZE))
        return false;
    slrun_base64_write(bytes, size, text);
    return true;
}

bool iterator_read(struct iterator *iterator, const char *text)
{
    unsigned char bytes[BYTES_MAX], wanted[DIGEST_SIZE];
    size_t length = strlen(text);
    if (length > 2 && text[0] == '"' && text[length - 1] == '"') {
        text++; /* tools print it so, and Kinesis takes it so */
        length -= 2;
    }
    long read = slrun_base64_read(text, length, bytes, sizeof bytes);
    size_t size = read < 0 ? 0 : (size_t)read;
    if (size < BYTES_MIN || memcmp(bytes, mark, sizeof mark) != 0 || !digest(bytes, size, wanted) ||
        memcmp(bytes + MARK_SIZE, wanted, DIGEST_SIZE) != 0 ||
        memchr(bytes + NAME_AT, '\0', size - NAME_AT) == NULL ||
        strlen((const char *)bytes + NAME_AT) > NAME_MAX_LENGTH)
        return false;
    iterator->taken_ms = (int64_t)read_number(bytes + FIELDS_AT);
    iterator->index = read_number(bytes + FIELDS_AT + 8);
    iterator->created_s = (int64_t)read_number(bytes + FIELDS_AT + 16);
    iterator->shard = (int32_t)read_number(bytes + FIELDS_AT + 24);
    strcpy(iterator->name, (const char *)bytes + NAME_AT);
    return true;
}
