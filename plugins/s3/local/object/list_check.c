/* SPDX-License-Identifier: Apache-2.0 */
/* What is wrong with the parameters of lists whatever the bucket has, as S3 was seen to refuse it
 * in September 2026: before it looks for the bucket. */
#include "object/list.h"

static bool is_given(const struct call *call, const char *name)
{
    return call_query(call, name) != NULL;
}

static bool check_number(struct call *call, const char *name)
{
    long value = 0;
    return call_number(call, name, &value);
}

bool list_check_objects(struct call *call)
{
    if (!check_number(call, "max-keys"))
        return false;
    if (is_given(call, "continuation-token")) {
        return fault_argument(&call->fault,
                              "continuation-token only supported in REST.GET.BUCKET with "
                              "list-type=2",
                              "continuation-token", NULL);
    }
    return !is_given(call, "start-after") ||
           fault_argument(&call->fault,
                          "startAfter only supported in REST.GET.BUCKET with list-type=2",
                          "start-after", NULL);
}

bool list_check_objects_v2(struct call *call)
{
    return check_number(call, "max-keys") &&
           (!is_given(call, "marker") ||
            fault_argument(&call->fault, "Marker unsupported with REST.GET.BUCKET in list-type=2",
                           "marker", NULL));
}

bool list_check_versions(struct call *call)
{
    const char *version = call_query(call, "version-id-marker");
    if (!check_number(call, "max-keys") || version == NULL)
        return version == NULL && call->fault.kind == FAULT_NONE;
    if (!is_given(call, "key-marker")) {
        return fault_argument(&call->fault,
                              "A version-id marker cannot be specified without a key marker.",
                              "version-id-marker", version);
    }
    return version[0] != '\0' ||
           fault_argument(&call->fault, "A version-id marker cannot be empty.", "version-id-marker",
                          version);
}

bool list_check_uploads(struct call *call)
{
    return check_number(call, "max-uploads");
}

bool list_check_parts(struct call *call)
{
    return check_number(call, "max-parts") && check_number(call, "part-number-marker");
}
