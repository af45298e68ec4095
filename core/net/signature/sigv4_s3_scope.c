/* SPDX-License-Identifier: Apache-2.0 */
/* S3's words for the three components of an authorization, its credential and the headers that it
 * must sign. */
#include "net/signature/sigv4_s3_steps.h"

#define SCOPE_PARTS 5

/* ---- the three components ---- */

static struct sigv4_slice trimmed(const char *from, const char *to)
{
    while (from < to && *from == ' ')
        from++;
    while (to > from && to[-1] == ' ')
        to--;
    return (struct sigv4_slice){from, (size_t)(to - from)};
}

/* The next component of *at, and the place behind it. */
static struct sigv4_slice next_component(const char **at)
{
    const char *comma = strchr(*at, ',');
    const char *end = comma != NULL ? comma : *at + strlen(*at);
    struct sigv4_slice component = trimmed(*at, end);
    *at = comma != NULL ? comma + 1 : end;
    return component;
}

/* name=value with one sign between them, and neither empty. */
static bool is_pair(struct sigv4_slice component)
{
    const char *sign = memchr(component.at, '=', component.size);
    size_t rest = sign != NULL ? component.size - (size_t)(sign + 1 - component.at) : 0;
    return sign != NULL && sign > component.at && rest > 0 && memchr(sign + 1, '=', rest) == NULL;
}

static bool take_component(struct judged *j, struct sigv4_slice component)
{
    struct sigv4_slice *const places[] = {&j->credential, &j->who.signed_headers,
                                          &j->who.signature};
    static const char *const names[] = {"Credential=", "SignedHeaders=", "Signature="};
    if (!is_pair(component)) {
        return sigv4_s3_malformed(j, "the authorization component \"%.*s\" is malformed.",
                                  SIGV4_QUOTED(component));
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t size = strlen(names[i]);
        if (component.size > size && memcmp(component.at, names[i], size) == 0)
            *places[i] = (struct sigv4_slice){component.at + size, component.size - size};
    }
    return false;
}

bool sigv4_s3_components(struct judged *j)
{
    const char *at = strchr(j->header, ' ');
    size_t n = 1;
    for (const char *c = at; *c != '\0'; c++)
        n += *c == ',';
    if (n != 3) {
        return sigv4_s3_malformed(j,
                                  "the authorization header requires three components: Credential, "
                                  "SignedHeaders, and Signature.");
    }
    for (size_t i = 0; i < n; i++)
        if (take_component(j, next_component(&at)))
            return true;
    const char *missing = j->credential.size == 0           ? "Credential"
                          : j->who.signed_headers.size == 0 ? "SignedHeaders"
                          : j->who.signature.size == 0      ? "Signature"
                                                            : NULL;
    return missing != NULL && sigv4_s3_malformed(j, "missing %s.", missing);
}

/* ---- the credential ---- */

bool sigv4_s3_split(struct judged *j)
{
    size_t slashes = 0;
    for (size_t i = 0; i < j->credential.size; i++)
        slashes += j->credential.at[i] == '/';
    return (slashes != SCOPE_PARTS - 1 || !sigv4_split_credential(j->credential, &j->who)) &&
           sigv4_s3_malformed(j, "the Credential is mal-formed; expecting "
                                 "\"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
}

/* Year and month of four and two digits, then digits that name a day of it; what follows is not
 * looked at. */
static bool is_day(struct sigv4_slice date)
{
    char stamp[SIGV4_TIME_SIZE + 1] = "00000000T000000Z";
    size_t digits = 0;
    int64_t time = 0;
    while (digits < date.size && date.at[digits] >= '0' && date.at[digits] <= '9')
        digits++;
    if (digits != SIGV4_DATE_SIZE && digits != SIGV4_DATE_SIZE - 1)
        return false;
    memcpy(stamp, date.at, 6);
    memcpy(stamp + 2 * SIGV4_DATE_SIZE - digits - 2, date.at + 6, digits - 6);
    return sigv4_parse_time(stamp, &time);
}

bool sigv4_s3_scope(struct judged *j)
{
    const struct sigv4_authorization *who = &j->who;
    if (!is_day(who->date)) {
        return sigv4_s3_malformed(
            j,
            "incorrect date format \"%.*s\". This date in the credential must be in "
            "the format \"yyyyMMdd\".",
            SIGV4_QUOTED(who->date));
    }
    if (who->region.size == 0)
        return sigv4_s3_malformed(j, "a non-empty region must be provided in the credential.");
    if (!sigv4_equals(who->service, "s3")) {
        return sigv4_s3_malformed(j, "incorrect service \"%.*s\". This endpoint belongs to \"s3\".",
                                  SIGV4_QUOTED(who->service));
    }
    return !sigv4_equals(who->terminator, SIGV4_TERMINATOR) &&
           sigv4_s3_malformed(
               j, "incorrect terminal \"%.*s\". This endpoint uses \"" SIGV4_TERMINATOR "\".",
               SIGV4_QUOTED(who->terminator));
}

bool sigv4_s3_scope_date(struct judged *j)
{
    char text[SIGV4_TIME_SIZE + 1] = "";
    const struct sigv4_slice date = j->who.date;
    if (!sigv4_format_time(j->time, text) ||
        (date.size == SIGV4_DATE_SIZE && memcmp(date.at, text, SIGV4_DATE_SIZE) == 0))
        return false;
    if (j->header != NULL) {
        return sigv4_s3_malformed(j,
                                  "Invalid credential date. Date is not the same as X-Amz-Date.");
    }
    return sigv4_s3_fault(
        j, 400, "AuthorizationQueryParametersError",
        "Invalid credential date \"%.*s\". This date is not the same as X-Amz-Date: "
        "\"%.*s\".",
        SIGV4_QUOTED(date), SIGV4_DATE_SIZE, text);
}

/* ---- headers that must be signed ---- */

static void add_name(struct sigv4_text *names, const char *name)
{
    sigv4_adds(names, names->size > 0 ? ", " : "");
    for (; *name != '\0'; name++)
        sigv4_addc(names, sigv4_lower(*name));
}

bool sigv4_s3_signed(struct judged *j)
{
    const struct sigv4_request *request = j->refused->request;
    char text[SIGV4_MESSAGE_MAX / 2];
    struct sigv4_text names = {.at = text, .room = sizeof text - 1};
    for (size_t i = 0; i < request->n_headers; i++) {
        struct sigv4_slice name = sigv4_slice_of(request->headers[i].name);
        if (sigv4_must_be_signed(name) && !sigv4_is_listed(j->who.signed_headers, name))
            add_name(&names, name.at);
    }
    if (!sigv4_is_listed(j->who.signed_headers, sigv4_slice_of("host")) &&
        !sigv4_is_listed(j->who.signed_headers, sigv4_slice_of(":authority")))
        add_name(&names, "host");
    text[names.size] = '\0';
    if (names.size == 0)
        return false;
    sigv4_s3_fault(j, 403, "AccessDenied",
                   "There were headers present in the request which were not signed");
    sigv4_s3_name_copy(j, "HeadersNotSigned", text);
    return true;
}
