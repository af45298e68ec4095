/* SPDX-License-Identifier: Apache-2.0 */
/* Retriers and catchers: which one an error meets, and how long a retry waits. */
#include <math.h>
#include <string.h>

#include "asl/asl.h"

/* What no States.ALL meets, and no States.TaskFailed. */
static bool is_terminal(const char *error)
{
    return strcmp(error, "States.DataLimitExceeded") == 0;
}

/* States.TaskFailed stands for all errors of tasks but a time-out. */
static bool names(const char *name, const char *error)
{
    if (strcmp(error, "States.Runtime") == 0)
        return false; /* nothing catches it */
    if (strcmp(name, error) == 0)
        return true;
    if (strcmp(name, "States.Timeout") == 0)
        return strcmp(error, "States.HeartbeatTimeout") == 0;
    if (is_terminal(error))
        return false;
    return strcmp(name, "States.ALL") == 0 ||
           (strcmp(name, "States.TaskFailed") == 0 && strcmp(error, "States.Timeout") != 0 &&
            strcmp(error, "States.HeartbeatTimeout") != 0);
}

int asl_meets(json_t *list, const char *error)
{
    size_t i, j;
    json_t *one, *name;
    json_array_foreach (list, i, one)
        json_array_foreach (json_object_get(one, "ErrorEquals"), j, name)
            if (json_is_string(name) && names(json_string_value(name), error))
                return (int)i;
    return -1;
}

static double setting(const json_t *retrier, const char *name, double otherwise)
{
    const json_t *value = json_object_get(retrier, name);
    return json_is_number(value) ? json_number_value(value) : otherwise;
}

int64_t asl_backoff(const json_t *retrier, int attempt, double random)
{
    const char *jitter = slrun_text(retrier, "JitterStrategy");
    double seconds = setting(retrier, "IntervalSeconds", 1);
    double most = setting(retrier, "MaxDelaySeconds", 31622400);
    if (attempt >= setting(retrier, "MaxAttempts", 3))
        return -1;
    seconds *= pow(setting(retrier, "BackoffRate", 2), attempt);
    seconds = seconds < most ? seconds : most;
    if (jitter && strcmp(jitter, "FULL") == 0)
        seconds *= random;
    return (int64_t)(seconds * 1000);
}

json_t *asl_error_output(const struct asl_error *error)
{
    json_t *output = json_pack("{s:s}", "Error", error->name);
    (void)json_object_set_new(output, "Cause",
                              error->cause ? json_incref(error->cause) : json_string(""));
    return output;
}
