/* SPDX-License-Identifier: Apache-2.0 */
/* Errors as S3 answers them (API reference, "List of error codes"). */
#ifndef SLRUN_S3_FAULT_H
#define SLRUN_S3_FAULT_H

#include "text.h"

/* X(symbol, code, HTTP status, S3's own text) */
#define FAULTS(X)                                                                                  \
    X(NONE, "", 200, "")                                                                           \
    X(ACCESS_DENIED, "AccessDenied", 403, "Access Denied")                                         \
    X(ACL_UNSUPPORTED, "AccessControlListNotSupported", 400, "The bucket does not allow ACLs")     \
    X(AUTH_QUERY, "AuthorizationQueryParametersError", 400, "")                                    \
    X(BAD_DIGEST, "BadDigest", 400,                                                                \
      "The Content-MD5 you specified did not match what we received.")                             \
    X(BUCKET_EXISTS, "BucketAlreadyExists", 409,                                                   \
      "The requested bucket name is not available. The bucket namespace is shared by all users "   \
      "of the system. Please select a different name and try again.")                              \
    X(BUCKET_OWNED, "BucketAlreadyOwnedByYou", 409,                                                \
      "Your previous request to create the named bucket succeeded and you already own it.")        \
    X(BUCKET_NOT_EMPTY, "BucketNotEmpty", 409, "The bucket you tried to delete is not empty")      \
    X(CONFLICT, "ConditionalRequestConflict", 409,                                                 \
      "The conditional request cannot succeed due to a conflicting operation against this "        \
      "resource.")                                                                                 \
    X(CORS_INCOMPLETE, "BadRequest", 400,                                                          \
      "Insufficient information. Origin request header needed.")                                   \
    X(CORS_FORBIDDEN, "AccessForbidden", 403,                                                      \
      "CORSResponse: This CORS request is not allowed. This is usually because the evalution of "  \
      "Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers "  \
      "are not whitelisted by the resource's CORS spec.")                                          \
    X(ENTITY_TOO_LARGE, "EntityTooLarge", 400,                                                     \
      "Your proposed upload exceeds the maximum allowed size")                                     \
    X(ENTITY_TOO_SMALL, "EntityTooSmall", 400,                                                     \
      "Your proposed upload is smaller than the minimum allowed size")                             \
    X(EXPECTED_OWNER, "AccessDenied", 403, "Access Denied")                                        \
    X(FOUND, "Found", 302, "Resource Found")                                                       \
    X(ILLEGAL_LOCATION, "IllegalLocationConstraintException", 400,                                 \
      "The unspecified location constraint is incompatible for the region specific endpoint this " \
      "request was sent to.")                                                                      \
    X(INCOMPLETE_BODY, "IncompleteBody", 400,                                                      \
      "You did not provide the number of bytes specified by the Content-Length HTTP header")       \
    X(INTERNAL, "InternalError", 500, "We encountered an internal error. Please try again.")       \
    X(ID_MISMATCH, "IdMismatch", 400,                                                              \
      "Document ID does not match the specified configuration ID.")                                \
    X(INVALID_DESTINATION, "InvalidS3DestinationBucket", 400, "Invalid bucket ARN.")               \
    X(INVALID_OWNER_ID, "InvalidBucketOwnerAWSAccountID", 400,                                     \
      "The value of the expected bucket owner parameter must be an AWS Account ID")                \
    X(TOO_MANY_CONFIGURATIONS, "TooManyConfigurations", 400,                                       \
      "You are attempting to create a new configuration but have already reached the "             \
      "1,000-configuration limit.")                                                                \
    X(NO_VERSIONING_STATE, "IllegalVersioningConfigurationException", 400,                         \
      "The Versioning element must be specified")                                                  \
    X(INVALID_ARGUMENT, "InvalidArgument", 400, "Invalid Argument")                                \
    X(INVALID_BUCKET_ACL, "InvalidBucketAclWithObjectOwnership", 400,                              \
      "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting")            \
    X(INVALID_BUCKET_NAME, "InvalidBucketName", 400, "The specified bucket is not valid.")         \
    X(INVALID_BUCKET_NAMESPACE, "InvalidBucketNamespace", 400,                                     \
      "The bucket name does not end with the account and the region that asks for it")             \
    X(INVALID_BUCKET_STATE, "InvalidBucketState", 409,                                             \
      "The request is not valid with the current state of the bucket.")                            \
    X(INVALID_DIGEST, "InvalidDigest", 400, "The Content-MD5 you specified was invalid.")          \
    X(INVALID_ENCRYPTION, "InvalidEncryptionAlgorithmError", 400,                                  \
      "The encryption request you specified is not valid. Supported value: AES256.")               \
    X(INVALID_KEY_ID, "InvalidAccessKeyId", 403,                                                   \
      "The AWS Access Key Id you provided does not exist in our records.")                         \
    X(INVALID_LOCATION, "InvalidLocationConstraint", 400,                                          \
      "The specified location-constraint is not valid")                                            \
    X(INVALID_LOG_TARGET, "InvalidTargetBucketForLogging", 400, "")                                \
    X(INVALID_NAMESPACE, "InvalidNamespaceHeader", 400,                                            \
      "The bucket name does not belong to the namespace that x-amz-bucket-namespace names")        \
    X(INVALID_PART, "InvalidPart", 400,                                                            \
      "One or more of the specified parts could not be found.  The part may not have been "        \
      "uploaded, or the specified entity tag may not match the part's entity tag.")                \
    X(INVALID_PART_NUMBER, "InvalidPartNumber", 416,                                               \
      "The requested partnumber is not satisfiable")                                               \
    X(INVALID_PART_ORDER, "InvalidPartOrder", 400,                                                 \
      "The list of parts was not in ascending order. Parts must be ordered by part number.")       \
    X(INVALID_POLICY, "InvalidPolicyDocument", 400, "")                                            \
    X(INVALID_RANGE, "InvalidRange", 416, "The requested range is not satisfiable")                \
    X(INVALID_REDIRECT, "InvalidRedirectLocation", 400,                                            \
      "The website redirect location must have a prefix of 'http://' or 'https://' or '/'.")       \
    X(INVALID_REQUEST, "InvalidRequest", 400, "Invalid Request")                                   \
    X(INVALID_STATE, "InvalidObjectState", 403,                                                    \
      "The operation is not valid for the object's storage class")                                 \
    X(INVALID_STORAGE_CLASS, "InvalidStorageClass", 400,                                           \
      "The storage class you specified is not valid")                                              \
    X(INVALID_TAG, "InvalidTag", 400, "")                                                          \
    X(INVALID_URI, "InvalidURI", 400, "Couldn't parse the specified URI.")                         \
    X(KEY_TOO_LONG, "KeyTooLongError", 400, "Your key is too long")                                \
    X(MALFORMED_ACL, "MalformedACLError", 400,                                                     \
      "The XML you provided was not well-formed or did not validate against our published "        \
      "schema")                                                                                    \
    X(MALFORMED_POLICY, "MalformedPolicy", 400,                                                    \
      "Policies must be valid JSON and the first byte "                                            \
      "must be '{'")                                                                               \
    X(MALFORMED_POST, "MalformedPOSTRequest", 400,                                                 \
      "The body of your POST request is not well-formed multipart/form-data.")                     \
    X(MALFORMED_TOKEN, "MalformedContinuationToken", 400,                                          \
      "The continuation-token you provided invalid.")                                              \
    X(MALFORMED_TRAILER, "MalformedTrailerError", 400,                                             \
      "The request contained trailing data that was not well-formed or did not conform to our "    \
      "published schema.")                                                                         \
    X(MALFORMED_XML, "MalformedXML", 400,                                                          \
      "The XML you provided was not well-formed or did not validate against our published "        \
      "schema")                                                                                    \
    X(METADATA_TOO_LARGE, "MetadataTooLarge", 400,                                                 \
      "Your metadata headers exceed the maximum allowed metadata size")                            \
    X(METHOD_NOT_ALLOWED, "MethodNotAllowed", 405,                                                 \
      "The specified method is not allowed against this resource.")                                \
    X(MISSING_BODY, "MissingRequestBodyError", 400, "Request Body is empty")                       \
    X(MISSING_LENGTH, "MissingContentLength", 411,                                                 \
      "You must provide the Content-Length HTTP header.")                                          \
    X(MISSING_SECURITY, "MissingSecurityHeader", 400,                                              \
      "Your request was missing a required "                                                       \
      "header.")                                                                                   \
    X(NO_ACCESS_POINT, "NoSuchAccessPoint", 404, "The specified accesspoint does not exist")       \
    X(NO_BUCKET, "NoSuchBucket", 404, "The specified bucket does not exist")                       \
    X(NO_CONFIGURATION, "NoSuchConfiguration", 404, "The specified configuration does not exist.") \
    X(NO_CORS, "NoSuchCORSConfiguration", 404, "The CORS configuration does not exist")            \
    X(NO_ENCRYPTION, "ServerSideEncryptionConfigurationNotFoundError", 404,                        \
      "The server side encryption configuration was not found")                                    \
    X(NO_KEY, "NoSuchKey", 404, "The specified key does not exist.")                               \
    X(NO_LIFECYCLE, "NoSuchLifecycleConfiguration", 404,                                           \
      "The lifecycle configuration does not exist")                                                \
    X(NO_LOGGING_FOR_KEY, "NoLoggingStatusForKey", 400, "")                                        \
    X(NO_LOCK, "ObjectLockConfigurationNotFoundError", 404,                                        \
      "Object Lock configuration does not exist for this bucket")                                  \
    X(NO_METADATA, "MetadataConfigurationNotFound", 404,                                           \
      "The metadata configuration was not found")                                                  \
    X(NO_OBJECT_LOCK, "NoSuchObjectLockConfiguration", 404,                                        \
      "The specified object does not have a ObjectLock configuration")                             \
    X(NO_OWNERSHIP, "OwnershipControlsNotFoundError", 404,                                         \
      "The bucket ownership controls were not found")                                              \
    X(NO_POLICY, "NoSuchBucketPolicy", 404, "The bucket policy does not exist")                    \
    X(NO_PUBLIC_BLOCK, "NoSuchPublicAccessBlockConfiguration", 404,                                \
      "The public access block configuration was not found")                                       \
    X(NO_REPLICATION, "ReplicationConfigurationNotFoundError", 404,                                \
      "The replication configuration was not found")                                               \
    X(NO_TAG_SET, "NoSuchTagSet", 404, "The TagSet does not exist")                                \
    X(NO_UPLOAD, "NoSuchUpload", 404,                                                              \
      "The specified upload does not exist. The upload ID may be invalid, or the upload may have " \
      "been aborted or completed.")                                                                \
    X(NO_VERSION, "NoSuchVersion", 404, "The specified version does not exist.")                   \
    X(NO_WEBSITE, "NoSuchWebsiteConfiguration", 404,                                               \
      "The specified bucket does not have a website configuration")                                \
    X(NOT_IMPLEMENTED, "NotImplemented", 501,                                                      \
      "A header you provided implies functionality that is not implemented")                       \
    X(NOT_MODIFIED, "NotModified", 304, "")                                                        \
    X(OBJECT_LOCKED, "AccessDenied", 403,                                                          \
      "Access Denied because object protected by object lock.")                                    \
    X(NOT_ACTIVE, "ObjectNotInActiveTierError", 403,                                               \
      "The source object of the COPY operation is not in the active tier and is only stored in "   \
      "Amazon S3 Glacier.")                                                                        \
    X(OTHER_LOG_REGION, "CrossLocationLoggingProhibitted", 403,                                    \
      "Cross S3 location logging not allowed. ")                                                   \
    X(PRECONDITION_FAILED, "PreconditionFailed", 412,                                              \
      "At least one of the pre-conditions you specified did not hold")                             \
    X(SIGNATURE, "SignatureDoesNotMatch", 403,                                                     \
      "The request signature we calculated does not match the signature you provided. Check your " \
      "key and signing method.")                                                                   \
    X(TOO_MANY_TAGS, "BadRequest", 400, "Object tags cannot be greater than 10")                   \
    X(UNEXPECTED_CONTENT, "UnexpectedContent", 400, "This request does not support content")       \
    X(UNRESOLVABLE_EMAIL, "UnresolvableGrantByEmailAddress", 400,                                  \
      "The e-mail address you provided does not match any account on record.")                     \
    X(USER_KEY, "UserKeyMustBeSpecified", 400, "User key must be specified.")                      \
    X(VERSION_ID_MARKER, "InvalidArgument", 400,                                                   \
      "A version-id marker cannot be specified without a key marker.")

enum fault_kind {
#define FAULT_ENUM(symbol, code, status, text) FAULT_##symbol,
    FAULTS(FAULT_ENUM)
#undef FAULT_ENUM
};

enum { FAULT_MESSAGE_MAX = 512, FAULT_DETAILS_MAX = 4 };

struct fault {
    enum fault_kind kind;
    char message[FAULT_MESSAGE_MAX]; /* "": S3's own text */
    struct {
        const char *name, *value; /* elements of the error document; they live as the call does */
    } details[FAULT_DETAILS_MAX];
    size_t n_details;
};

/* Both return false, so that `return fault_set(...)` ends an operation. */
bool fault_set(struct fault *fault, enum fault_kind kind);
bool fault_say(struct fault *fault, enum fault_kind kind, const char *format, ...)
    SLRUN_PRINTF(3, 4);
void fault_detail(struct fault *fault, const char *name, const char *value);
/* InvalidArgument with the argument's name and value. */
bool fault_argument(struct fault *fault, const char *message, const char *name, const char *value);

const char *fault_code(const struct fault *fault);
const char *fault_message(const struct fault *fault);
int fault_status(const struct fault *fault);

#endif
