/* SPDX-License-Identifier: Apache-2.0 */
#include "net/client/http_options.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

unsigned long http_options_files(const struct http_client_options *options)
{
    struct rlimit limit;
    if (options->max_files)
        return options->max_files;
    if (getrlimit(RLIMIT_NOFILE, &limit) || limit.rlim_cur > HTTP_FILES_MAX)
        return HTTP_FILES_MAX;
    return (unsigned long)limit.rlim_cur;
}

void http_options_free(struct http_client_options *options)
{
    free((char *)options->ca_file);
    free((char *)options->user_agent);
}

int http_options_copy(struct http_client_options *to, const struct http_client_options *from)
{
    if (from)
        *to = *from;
    if (!to->cap)
        to->cap = HTTP_CLIENT_CAP;
    if (to->cap > HTTP_CLIENT_CAP_MAX)
        to->cap = HTTP_CLIENT_CAP_MAX;
    if (to->connect_timeout_ms <= 0)
        to->connect_timeout_ms = HTTP_CLIENT_CONNECT_MS;
    const char *ca_file = to->ca_file, *user_agent = to->user_agent;
    to->ca_file = ca_file ? strdup(ca_file) : NULL;
    to->user_agent = user_agent ? strdup(user_agent) : NULL;
    if ((!ca_file || to->ca_file) && (!user_agent || to->user_agent))
        return 0;
    http_options_free(to);
    return -1;
}
