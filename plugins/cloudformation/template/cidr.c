/* SPDX-License-Identifier: Apache-2.0 */
/* Fn::Cidr over addresses as strings of bytes, IPv4 and IPv6 alike. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "template/scope.h"

enum { BLOCK_TEXT_MAX = 64 };

struct block {
    int family;
    long bits; /* of an address */
    long prefix;
    unsigned char address[16];
};

static bool parse(const char *text, struct block *b)
{
    char address[BLOCK_TEXT_MAX], *end;
    const char *slash = strchr(text, '/');
    if (!slash || (size_t)(slash - text) >= sizeof address || !slash[1])
        return false;
    memcpy(address, text, (size_t)(slash - text));
    address[slash - text] = '\0';
    b->family = strchr(address, ':') ? AF_INET6 : AF_INET;
    b->bits = b->family == AF_INET6 ? 128 : 32;
    b->prefix = strtol(slash + 1, &end, 10);
    return !*end && b->prefix >= 0 && b->prefix <= b->bits &&
           inet_pton(b->family, address, b->address) == 1;
}

static void clear_host(struct block *b)
{
    for (long bit = b->prefix; bit < b->bits; bit++)
        b->address[bit / 8] &= (unsigned char)~(0x80 >> bit % 8);
}

/* Adds 2^bit, counted from the last. */
static void step(struct block *b, long bit)
{
    long byte = (b->bits - 1 - bit) / 8;
    unsigned carry = 1U << bit % 8;
    for (; byte >= 0 && carry; byte--) {
        carry += b->address[byte];
        b->address[byte] = (unsigned char)carry;
        carry >>= 8;
    }
}

json_t *cidr_blocks(const char *text, long count, long bits)
{
    struct block b = {.family = 0};
    char address[INET6_ADDRSTRLEN];
    if (!parse(text, &b) || count < 1 || count > CIDR_MAX || bits < 1 || bits > b.bits)
        return NULL;
    long room = b.bits - b.prefix - bits; /* 2^room blocks fit */
    if (room < 0 || (room < 9 && count > 1L << room))
        return NULL;
    clear_host(&b);
    json_t *list = json_array();
    for (long i = 0; i < count; i++) {
        if (!inet_ntop(b.family, b.address, address, sizeof address))
            break;
        json_array_append_new(list, json_sprintf("%s/%ld", address, b.bits - bits));
        if (bits < b.bits)
            step(&b, bits);
    }
    return list;
}
