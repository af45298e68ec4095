/* SPDX-License-Identifier: Apache-2.0 */
/* What is said on the lifeline. */
#include "local/lifeline.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

/* A line without its end into `line`; its length, or -1. It is short and comes once: one byte at a
 * time, so that nothing behind it is taken. */
static int read_line(int fd, char line[LIFELINE_LINE_MAX])
{
    int n = 0;
    while (n < LIFELINE_LINE_MAX) {
        ssize_t got = read(fd, line + n, 1);
        if (got < 0 && errno == EAGAIN) {
            struct pollfd ready = {.fd = fd, .events = POLLIN};
            poll(&ready, 1, -1);
        } else if (got == 0 || (got < 0 && errno != EINTR)) {
            return -1;
        } else if (got == 1 && line[n] == '\n') {
            return n;
        } else if (got == 1) {
            n++;
        }
    }
    return -1;
}

static int copy_key(char to[LIFELINE_KEY_MAX + 1], const char *from)
{
    size_t size = from ? strlen(from) : 0;
    if (size > LIFELINE_KEY_MAX)
        return -1;
    if (size)
        memcpy(to, from, size);
    to[size] = '\0';
    return 0;
}

int lifeline_read_keys(int fd, struct lifeline_keys *keys)
{
    char line[LIFELINE_LINE_MAX];
    int n = read_line(fd, line);
    json_t *json = n < 0 ? NULL : json_loadb(line, (size_t)n, 0, NULL);
    const char *access = NULL, *secret = NULL;
    int rc = json_unpack(json, "{s?s, s?s}", "access_key", &access, "secret_key", &secret);
    if (!rc)
        rc = copy_key(keys->access, access) || copy_key(keys->secret, secret) ? -1 : 0;
    json_decref(json);
    explicit_bzero(line, sizeof line);
    return rc;
}

int lifeline_write_port(int fd, unsigned port)
{
    char line[32];
    int n = snprintf(line, sizeof line, "{\"port\":%u}\n", port);
    return write(fd, line, (size_t)n) == n ? 0 : -1;
}

void lifeline_wipe(struct lifeline_keys *keys)
{
    explicit_bzero(keys, sizeof *keys);
}

char *lifeline_greeting(const char *access_key, const char *secret_key)
{
    json_t *json = access_key && secret_key
                       ? json_pack("{s:s, s:s}", "access_key", access_key, "secret_key", secret_key)
                       : json_object();
    char *text = json ? json_dumps(json, JSON_COMPACT) : NULL;
    json_decref(json);
    size_t size = text ? strlen(text) : 0;
    char *line = text && size + 2 <= LIFELINE_LINE_MAX ? malloc(size + 2) : NULL;
    if (line) {
        memcpy(line, text, size);
        memcpy(line + size, "\n", 2);
    }
    free(text);
    return line;
}

unsigned lifeline_port(const char *line, size_t size)
{
    int port = 0;
    json_t *json = json_loadb(line, size, 0, NULL);
    if (json_unpack(json, "{s:i}", "port", &port) || port < 1 || port > 65535)
        port = 0;
    json_decref(json);
    return (unsigned)port;
}
