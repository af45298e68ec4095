/* SPDX-License-Identifier: Apache-2.0 */
/* Where code, layers and definitions are. */
#include "sam/code.h"

#include <string.h>

#include "sam/value.h"

const struct sam_location sam_code_location = {"S3Bucket", "S3Key", "S3ObjectVersion"};
const struct sam_location sam_body_location = {"Bucket", "Key", "Version"};

static json_t *of_object(struct sam *s, const json_t *uri, const char *name,
                         const struct sam_location *as)
{
    if (!sam_has(uri, "Bucket") || !sam_has(uri, "Key")) {
        sam_fail(s, s->id, "'%s' requires Bucket and Key properties to be specified.", name);
        return NULL;
    }
    json_t *location = json_object();
    sam_copy_as(s, location, as->bucket, json_object_get(uri, "Bucket"));
    sam_copy_as(s, location, as->key, json_object_get(uri, "Key"));
    sam_copy_as(s, location, as->version, sam_get(uri, "Version"));
    return location;
}

/* The value of versionId in a query; NULL: none, or more than one. */
static const char *version_in(const char *query, size_t *length)
{
    const char *found = NULL;
    for (const char *p = query; p != NULL && *p != '\0'; p = strchr(p, '&')) {
        p += *p == '&' || *p == '?';
        if (strncmp(p, "versionId=", 10) == 0) {
            if (found != NULL)
                return NULL;
            found = p + 10;
        }
    }
    *length = found == NULL ? 0 : strcspn(found, "&#");
    return *length == 0 ? NULL : found;
}

/* s3://bucket/key?versionId=v; NULL: it is something else. */
static json_t *of_s3(const char *uri, const struct sam_location *as)
{
    if (strncmp(uri, "s3://", 5) != 0)
        return NULL;
    const char *bucket = uri + 5, *slash = strchr(bucket, '/');
    if (slash == NULL || slash == bucket)
        return NULL;
    const char *key = slash + strspn(slash, "/"), *query = strchr(key, '?');
    size_t length = strcspn(key, "?#"), version_length;
    const char *version = version_in(query, &version_length);
    return json_pack("{s:s%, s:s%, s:o*}", as->bucket, bucket, (size_t)(slash - bucket), as->key,
                     key, length, as->version,
                     version == NULL ? NULL : json_stringn(version, version_length));
}

/* A path as an absolute one, without "./" before and "/" behind it. */
static json_t *of_path(const struct sam *s, const char *path)
{
    while (path[0] == '.' && (path[1] == '/' || path[1] == '\0')) {
        path += path[1] == '/' ? 2 : 1;
        path += strspn(path, "/");
    }
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    bool absolute = path[0] == '/';
    const char *before = absolute ? "" : s->in->directory;
    json_t *whole =
        json_sprintf("%s%s%.*s", before, absolute || length == 0 ? "" : "/", (int)length, path);
    return json_pack("{s:o}", "Directory", whole);
}

json_t *sam_location(struct sam *s, const json_t *uri, const char *name,
                     const struct sam_location *as)
{
    if (json_is_object(uri))
        return of_object(s, uri, name, as);
    const char *text = json_string_value(uri);
    if (text == NULL) {
        sam_fail(s, s->id, "'%s' must be of type dict or string.", name);
        return NULL;
    }
    json_t *location = of_s3(text, as);
    if (location == NULL && s->in->directory != NULL && strstr(text, "://") == NULL)
        location = of_path(s, text);
    if (location == NULL) {
        sam_fail(s, s->id,
                 "'%s' is not a valid S3 Uri of the form 's3://bucket/key' with optional versionId "
                 "query parameter.",
                 name);
    }
    return location;
}
