/* SPDX-License-Identifier: Apache-2.0 */
/* The operator "cidr" of event patterns. */
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/pattern/pattern_operand.h"

struct network {
    int family;
    unsigned char address[16];
    long bits;
};

static bool read_address(const char *text, size_t n, struct network *net)
{
    char address[INET6_ADDRSTRLEN];
    if (n >= sizeof address)
        return false;
    memcpy(address, text, n);
    address[n] = '\0';
    net->family = strchr(address, ':') ? AF_INET6 : AF_INET;
    net->bits = net->family == AF_INET ? 32 : 128;
    return inet_pton(net->family, address, net->address) == 1;
}

static int read_network(const char *text, struct network *net, struct slrun_error *error)
{
    const char *slash = strchr(text, '/');
    char *end;
    if (!slash || strchr(slash + 1, '/'))
        return pattern_refuse(error, "Malformed CIDR, one '/' required");
    long bits = strtol(slash + 1, &end, 10);
    if (end == slash + 1 || *end)
        return pattern_refuse(error, "Malformed CIDR, mask bits must be an integer");
    if (!read_address(text, (size_t)(slash - text), net))
        return error_set(error, SLRUN_E_SERVICE, "Nonstandard IP address: %.*s",
                         (int)(slash - text), text);
    if (bits < 0 || bits > net->bits)
        return error_set(error, SLRUN_E_SERVICE, "Malformed CIDR, mask bits must be an integer");
    net->bits = bits;
    return 0;
}

int cidr_check(const json_t *operand, struct slrun_error *error)
{
    struct network net;
    const char *text = json_string_value(operand);
    return text ? read_network(text, &net, error)
                : pattern_refuse(error, "prefix match pattern must be a string");
}

bool cidr_covers(const char *network, const char *address)
{
    struct network net, one;
    struct slrun_error error = {0};
    bool alone = !strchr(network, '/') && read_address(network, strlen(network), &net);
    if (!read_address(address, strlen(address), &one) ||
        (!alone && read_network(network, &net, &error)) || one.family != net.family)
        return false;
    size_t whole = (size_t)net.bits / 8, rest = (size_t)net.bits % 8;
    unsigned char mask = (unsigned char)(0xff00 >> rest);
    return !memcmp(net.address, one.address, whole) &&
           (!rest || !((net.address[whole] ^ one.address[whole]) & mask));
}

bool cidr_match(const json_t *operand, const json_t *value)
{
    return json_is_string(value) &&
           cidr_covers(json_string_value(operand), json_string_value(value));
}
