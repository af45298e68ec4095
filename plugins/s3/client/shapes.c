/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

static const struct slrun_shape shape_string = S_STRING;
const struct slrun_param no_members[] = {{.name = NULL}};
const struct s3_wire no_members_wire[] = {{.name = NULL}};

static const char *const words_request_payer[] = {"requester", NULL};
const struct slrun_param abort_multipart_upload_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"UploadId", S_STRING, SLRUN_REQUIRED, "Id of the multipart upload."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"IfMatchInitiatedTime", S_TIMESTAMP, 0, "Header x-amz-if-match-initiated-time."},
    {.name = NULL},
};
const struct s3_wire abort_multipart_upload_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"uploadId", S3_QUERY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-if-match-initiated-time", S3_HEADER, S3_HTTP_DATE},
    {.name = NULL},
};

const struct slrun_param abort_multipart_upload_result[] = {
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {.name = NULL},
};
const struct s3_wire abort_multipart_upload_result_wire[] = {
    {"x-amz-request-charged", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param completed_part_members[] = {
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"ChecksumCRC32", S_STRING, 0, "Element ChecksumCRC32."},
    {"ChecksumCRC32C", S_STRING, 0, "Element ChecksumCRC32C."},
    {"ChecksumCRC64NVME", S_STRING, 0, "Element ChecksumCRC64NVME."},
    {"ChecksumSHA1", S_STRING, 0, "Element ChecksumSHA1."},
    {"ChecksumSHA256", S_STRING, 0, "Element ChecksumSHA256."},
    {"ChecksumSHA512", S_STRING, 0, "Element ChecksumSHA512."},
    {"ChecksumMD5", S_STRING, 0, "Element ChecksumMD5."},
    {"ChecksumXXHASH64", S_STRING, 0, "Element ChecksumXXHASH64."},
    {"ChecksumXXHASH3", S_STRING, 0, "Element ChecksumXXHASH3."},
    {"ChecksumXXHASH128", S_STRING, 0, "Element ChecksumXXHASH128."},
    {"PartNumber", S_INTEGER, 0, "Number of the part, 1 to 10,000."},
    {.name = NULL},
};
static const struct s3_wire completed_part_members_wire[] = {
    {"ETag"},
    {"ChecksumCRC32"},
    {"ChecksumCRC32C"},
    {"ChecksumCRC64NVME"},
    {"ChecksumSHA1"},
    {"ChecksumSHA256"},
    {"ChecksumSHA512"},
    {"ChecksumMD5"},
    {"ChecksumXXHASH64"},
    {"ChecksumXXHASH3"},
    {"ChecksumXXHASH128"},
    {"PartNumber"},
    {.name = NULL},
};

static const struct slrun_shape shape_completed_part_members = S_STRUCTURE(completed_part_members);
static const struct slrun_param completed_multipart_upload_members[] = {
    {"Parts", S_LIST(shape_completed_part_members), 0, "Elements Part."},
    {.name = NULL},
};
static const struct s3_wire completed_multipart_upload_members_wire[] = {
    {"Part", S3_ELEMENT, S3_FLAT, .members = completed_part_members_wire},
    {.name = NULL},
};

static const char *const words_checksum_type[] = {"COMPOSITE", "FULL_OBJECT", NULL};
const struct slrun_param complete_multipart_upload_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"MultipartUpload", S_STRUCTURE(completed_multipart_upload_members), 0,
     "The body, an XML document CompleteMultipartUpload."},
    {"UploadId", S_STRING, SLRUN_REQUIRED, "Id of the multipart upload."},
    {"ChecksumCRC32", S_STRING, 0, "Header x-amz-checksum-crc32."},
    {"ChecksumCRC32C", S_STRING, 0, "Header x-amz-checksum-crc32c."},
    {"ChecksumCRC64NVME", S_STRING, 0, "Header x-amz-checksum-crc64nvme."},
    {"ChecksumSHA1", S_STRING, 0, "Header x-amz-checksum-sha1."},
    {"ChecksumSHA256", S_STRING, 0, "Header x-amz-checksum-sha256."},
    {"ChecksumSHA512", S_STRING, 0, "Header x-amz-checksum-sha512."},
    {"ChecksumMD5", S_STRING, 0, "Header x-amz-checksum-md5."},
    {"ChecksumXXHASH64", S_STRING, 0, "Header x-amz-checksum-xxhash64."},
    {"ChecksumXXHASH3", S_STRING, 0, "Header x-amz-checksum-xxhash3."},
    {"ChecksumXXHASH128", S_STRING, 0, "Header x-amz-checksum-xxhash128."},
    {"ChecksumType", S_WORD(words_checksum_type), 0, "Header x-amz-checksum-type."},
    {"MpuObjectSize", S_INTEGER, 0, "Header x-amz-mp-object-size."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"IfMatch", S_STRING, 0, "Header If-Match."},
    {"IfNoneMatch", S_STRING, 0, "Header If-None-Match."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {.name = NULL},
};
const struct s3_wire complete_multipart_upload_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"CompleteMultipartUpload", S3_PAYLOAD, .members = completed_multipart_upload_members_wire},
    {"uploadId", S3_QUERY},
    {"x-amz-checksum-crc32", S3_HEADER},
    {"x-amz-checksum-crc32c", S3_HEADER},
    {"x-amz-checksum-crc64nvme", S3_HEADER},
    {"x-amz-checksum-sha1", S3_HEADER},
    {"x-amz-checksum-sha256", S3_HEADER},
    {"x-amz-checksum-sha512", S3_HEADER},
    {"x-amz-checksum-md5", S3_HEADER},
    {"x-amz-checksum-xxhash64", S3_HEADER},
    {"x-amz-checksum-xxhash3", S3_HEADER},
    {"x-amz-checksum-xxhash128", S3_HEADER},
    {"x-amz-checksum-type", S3_HEADER},
    {"x-amz-mp-object-size", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"If-Match", S3_HEADER},
    {"If-None-Match", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {.name = NULL},
};

const struct slrun_param complete_multipart_upload_result[] = {
    {"Location", S_STRING, 0, "Element Location."},
    {"Bucket", S_STRING, 0, "Name of the bucket."},
    {"Key", S_STRING, 0, "Key of the object."},
    {"Expiration", S_STRING, 0, "Header x-amz-expiration."},
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"ChecksumCRC32", S_STRING, 0, "Element ChecksumCRC32."},
    {"ChecksumCRC32C", S_STRING, 0, "Element ChecksumCRC32C."},
    {"ChecksumCRC64NVME", S_STRING, 0, "Element ChecksumCRC64NVME."},
    {"ChecksumSHA1", S_STRING, 0, "Element ChecksumSHA1."},
    {"ChecksumSHA256", S_STRING, 0, "Element ChecksumSHA256."},
    {"ChecksumSHA512", S_STRING, 0, "Element ChecksumSHA512."},
    {"ChecksumMD5", S_STRING, 0, "Element ChecksumMD5."},
    {"ChecksumXXHASH64", S_STRING, 0, "Element ChecksumXXHASH64."},
    {"ChecksumXXHASH3", S_STRING, 0, "Element ChecksumXXHASH3."},
    {"ChecksumXXHASH128", S_STRING, 0, "Element ChecksumXXHASH128."},
    {"ChecksumType", S_STRING, 0, "Element ChecksumType."},
    {"ServerSideEncryption", S_STRING, 0, "Header x-amz-server-side-encryption."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"SSEKMSKeyId", S_STRING, 0, "Header x-amz-server-side-encryption-aws-kms-key-id."},
    {"BucketKeyEnabled", S_BOOLEAN, 0, "Header x-amz-server-side-encryption-bucket-key-enabled."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {.name = NULL},
};
const struct s3_wire complete_multipart_upload_result_wire[] = {
    {"Location"},
    {"Bucket"},
    {"Key"},
    {"x-amz-expiration", S3_HEADER},
    {"ETag"},
    {"ChecksumCRC32"},
    {"ChecksumCRC32C"},
    {"ChecksumCRC64NVME"},
    {"ChecksumSHA1"},
    {"ChecksumSHA256"},
    {"ChecksumSHA512"},
    {"ChecksumMD5"},
    {"ChecksumXXHASH64"},
    {"ChecksumXXHASH3"},
    {"ChecksumXXHASH128"},
    {"ChecksumType"},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

static const char *const words_object_canned_acl[] = {
    "private",       "public-read",       "public-read-write",         "authenticated-read",
    "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control", NULL};
static const char *const words_checksum_algorithm[] = {"CRC32", "CRC32C", "CRC64NVME",
                                                       "SHA1",  "SHA256", NULL};
static const char *const words_metadata_directive[] = {"COPY", "REPLACE", NULL};
static const char *const words_tagging_directive[] = {"COPY", "REPLACE", NULL};
static const char *const words_annotation_directive[] = {"COPY", "EXCLUDE", NULL};
static const char *const words_server_side_encryption[] = {"AES256",  "aws:fsx",      "aws:backup",
                                                           "aws:kms", "aws:kms:dsse", NULL};
static const char *const words_storage_class[] = {"STANDARD",
                                                  "REDUCED_REDUNDANCY",
                                                  "STANDARD_IA",
                                                  "ONEZONE_IA",
                                                  "INTELLIGENT_TIERING",
                                                  "GLACIER",
                                                  "DEEP_ARCHIVE",
                                                  "OUTPOSTS",
                                                  "GLACIER_IR",
                                                  "SNOW",
                                                  "EXPRESS_ONEZONE",
                                                  "FSX_OPENZFS",
                                                  "FSX_ONTAP",
                                                  "AWS_BACKUP_WARM",
                                                  "AWS_BACKUP_LOW_COST_WARM",
                                                  NULL};
static const char *const words_object_lock_mode[] = {"GOVERNANCE", "COMPLIANCE", NULL};
static const char *const words_object_lock_legal_hold_status[] = {"ON", "OFF", NULL};
static const char *const words_object_lock_event_hold[] = {"ON", "OFF", NULL};
const struct slrun_param copy_object_params[] = {
    {"ACL", S_WORD(words_object_canned_acl), 0, "Header x-amz-acl."},
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"CacheControl", S_STRING, 0, "Header Cache-Control."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ContentDisposition", S_STRING, 0, "Header Content-Disposition."},
    {"ContentEncoding", S_STRING, 0, "Header Content-Encoding."},
    {"ContentLanguage", S_STRING, 0, "Header Content-Language."},
    {"ContentType", S_STRING, 0, "Header Content-Type."},
    {"CopySource", S_DOCUMENT, SLRUN_REQUIRED,
     "\"bucket/key\", or a table with Bucket, Key and VersionId."},
    {"CopySourceIfMatch", S_STRING, 0, "Header x-amz-copy-source-if-match."},
    {"CopySourceIfModifiedSince", S_TIMESTAMP, 0, "Header x-amz-copy-source-if-modified-since."},
    {"CopySourceIfNoneMatch", S_STRING, 0, "Header x-amz-copy-source-if-none-match."},
    {"CopySourceIfUnmodifiedSince", S_TIMESTAMP, 0,
     "Header x-amz-copy-source-if-unmodified-since."},
    {"Expires", S_TIMESTAMP, 0, "Header Expires."},
    {"GrantFullControl", S_STRING, 0, "Header x-amz-grant-full-control."},
    {"GrantRead", S_STRING, 0, "Header x-amz-grant-read."},
    {"GrantReadACP", S_STRING, 0, "Header x-amz-grant-read-acp."},
    {"GrantWriteACP", S_STRING, 0, "Header x-amz-grant-write-acp."},
    {"IfMatch", S_STRING, 0, "Header If-Match."},
    {"IfNoneMatch", S_STRING, 0, "Header If-None-Match."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"Metadata", S_MAP(shape_string), 0, "Names and values; they travel as x-amz-meta- headers."},
    {"MetadataDirective", S_WORD(words_metadata_directive), 0, "Header x-amz-metadata-directive."},
    {"TaggingDirective", S_WORD(words_tagging_directive), 0, "Header x-amz-tagging-directive."},
    {"AnnotationDirective", S_WORD(words_annotation_directive), 0,
     "Header x-amz-object-annotation-directive."},
    {"ServerSideEncryption", S_WORD(words_server_side_encryption), 0,
     "Header x-amz-server-side-encryption."},
    {"StorageClass", S_WORD(words_storage_class), 0, "Header x-amz-storage-class."},
    {"WebsiteRedirectLocation", S_STRING, 0, "Header x-amz-website-redirect-location."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {"SSEKMSKeyId", S_STRING, 0, "Header x-amz-server-side-encryption-aws-kms-key-id."},
    {"SSEKMSEncryptionContext", S_STRING, 0, "Header x-amz-server-side-encryption-context."},
    {"BucketKeyEnabled", S_BOOLEAN, 0, "Header x-amz-server-side-encryption-bucket-key-enabled."},
    {"CopySourceSSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-copy-source-server-side-encryption-customer-algorithm."},
    {"CopySourceSSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of the source's SSE-C, 32 bytes."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"Tagging", S_STRING, 0, "Header x-amz-tagging."},
    {"ObjectLockMode", S_WORD(words_object_lock_mode), 0, "Header x-amz-object-lock-mode."},
    {"ObjectLockRetainUntilDate", S_TIMESTAMP, 0, "Header x-amz-object-lock-retain-until-date."},
    {"ObjectLockLegalHoldStatus", S_WORD(words_object_lock_legal_hold_status), 0,
     "Header x-amz-object-lock-legal-hold."},
    {"ObjectLockEventHold", S_WORD(words_object_lock_event_hold), 0,
     "Header x-amz-object-lock-event-hold."},
    {"ObjectLockEventHoldDurationDays", S_INTEGER, 0,
     "Header x-amz-object-lock-event-hold-duration-days."},
    {"ObjectLockEventHoldDurationYears", S_INTEGER, 0,
     "Header x-amz-object-lock-event-hold-duration-years."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"ExpectedSourceBucketOwner", S_STRING, 0, "Header x-amz-source-expected-bucket-owner."},
    {.name = NULL},
};
const struct s3_wire copy_object_params_wire[] = {
    {"x-amz-acl", S3_HEADER},
    {"Bucket", S3_LABEL},
    {"Cache-Control", S3_HEADER},
    {"x-amz-checksum-algorithm", S3_HEADER},
    {"Content-Disposition", S3_HEADER},
    {"Content-Encoding", S3_HEADER},
    {"Content-Language", S3_HEADER},
    {"Content-Type", S3_HEADER},
    {"x-amz-copy-source", S3_HEADER, S3_COPY},
    {"x-amz-copy-source-if-match", S3_HEADER},
    {"x-amz-copy-source-if-modified-since", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-copy-source-if-none-match", S3_HEADER},
    {"x-amz-copy-source-if-unmodified-since", S3_HEADER, S3_HTTP_DATE},
    {"Expires", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-grant-full-control", S3_HEADER},
    {"x-amz-grant-read", S3_HEADER},
    {"x-amz-grant-read-acp", S3_HEADER},
    {"x-amz-grant-write-acp", S3_HEADER},
    {"If-Match", S3_HEADER},
    {"If-None-Match", S3_HEADER},
    {"Key", S3_LABEL},
    {"x-amz-meta-", S3_META},
    {"x-amz-metadata-directive", S3_HEADER},
    {"x-amz-tagging-directive", S3_HEADER},
    {"x-amz-object-annotation-directive", S3_HEADER},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-storage-class", S3_HEADER},
    {"x-amz-website-redirect-location", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-context", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-copy-source-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-copy-source-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-tagging", S3_HEADER},
    {"x-amz-object-lock-mode", S3_HEADER},
    {"x-amz-object-lock-retain-until-date", S3_HEADER},
    {"x-amz-object-lock-legal-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-days", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-years", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-source-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param copy_object_result_members[] = {
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {"ChecksumType", S_WORD(words_checksum_type), 0, "Element ChecksumType."},
    {"ChecksumCRC32", S_STRING, 0, "Element ChecksumCRC32."},
    {"ChecksumCRC32C", S_STRING, 0, "Element ChecksumCRC32C."},
    {"ChecksumCRC64NVME", S_STRING, 0, "Element ChecksumCRC64NVME."},
    {"ChecksumSHA1", S_STRING, 0, "Element ChecksumSHA1."},
    {"ChecksumSHA256", S_STRING, 0, "Element ChecksumSHA256."},
    {"ChecksumSHA512", S_STRING, 0, "Element ChecksumSHA512."},
    {"ChecksumMD5", S_STRING, 0, "Element ChecksumMD5."},
    {"ChecksumXXHASH64", S_STRING, 0, "Element ChecksumXXHASH64."},
    {"ChecksumXXHASH3", S_STRING, 0, "Element ChecksumXXHASH3."},
    {"ChecksumXXHASH128", S_STRING, 0, "Element ChecksumXXHASH128."},
    {.name = NULL},
};
static const struct s3_wire copy_object_result_members_wire[] = {
    {"ETag"},
    {"LastModified"},
    {"ChecksumType"},
    {"ChecksumCRC32"},
    {"ChecksumCRC32C"},
    {"ChecksumCRC64NVME"},
    {"ChecksumSHA1"},
    {"ChecksumSHA256"},
    {"ChecksumSHA512"},
    {"ChecksumMD5"},
    {"ChecksumXXHASH64"},
    {"ChecksumXXHASH3"},
    {"ChecksumXXHASH128"},
    {.name = NULL},
};

const struct slrun_param copy_object_result[] = {
    {"CopyObjectResult", S_STRUCTURE(copy_object_result_members), 0,
     "The body, an XML document CopyObjectResult."},
    {"Expiration", S_STRING, 0, "Header x-amz-expiration."},
    {"CopySourceVersionId", S_STRING, 0, "Header x-amz-copy-source-version-id."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"ServerSideEncryption", S_STRING, 0, "Header x-amz-server-side-encryption."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKeyMD5", S_STRING, 0, "Header x-amz-server-side-encryption-customer-key-MD5."},
    {"SSEKMSKeyId", S_STRING, 0, "Header x-amz-server-side-encryption-aws-kms-key-id."},
    {"SSEKMSEncryptionContext", S_STRING, 0, "Header x-amz-server-side-encryption-context."},
    {"BucketKeyEnabled", S_BOOLEAN, 0, "Header x-amz-server-side-encryption-bucket-key-enabled."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {.name = NULL},
};
const struct s3_wire copy_object_result_wire[] = {
    {"CopyObjectResult", S3_PAYLOAD, .members = copy_object_result_members_wire},
    {"x-amz-expiration", S3_HEADER},
    {"x-amz-copy-source-version-id", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key-MD5", S3_HEADER},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-context", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

static const char *const words_bucket_canned_acl[] = {"private", "public-read", "public-read-write",
                                                      "authenticated-read", NULL};
static const char *const words_bucket_location_constraint[] = {"af-south-1",
                                                               "ap-east-1",
                                                               "ap-east-2",
                                                               "ap-northeast-1",
                                                               "ap-northeast-2",
                                                               "ap-northeast-3",
                                                               "ap-south-1",
                                                               "ap-south-2",
                                                               "ap-southeast-1",
                                                               "ap-southeast-2",
                                                               "ap-southeast-3",
                                                               "ap-southeast-4",
                                                               "ap-southeast-5",
                                                               "ap-southeast-6",
                                                               "ap-southeast-7",
                                                               "ca-central-1",
                                                               "ca-west-1",
                                                               "cn-north-1",
                                                               "cn-northwest-1",
                                                               "EU",
                                                               "eu-central-1",
                                                               "eu-central-2",
                                                               "eu-north-1",
                                                               "eu-south-1",
                                                               "eu-south-2",
                                                               "eu-west-1",
                                                               "eu-west-2",
                                                               "eu-west-3",
                                                               "il-central-1",
                                                               "me-central-1",
                                                               "me-south-1",
                                                               "mx-central-1",
                                                               "sa-east-1",
                                                               "us-east-2",
                                                               "us-gov-east-1",
                                                               "us-gov-west-1",
                                                               "us-west-1",
                                                               "us-west-2",
                                                               NULL};
static const char *const words_location_type[] = {"AvailabilityZone", "LocalZone", NULL};
static const struct slrun_param location_info_members[] = {
    {"Type", S_WORD(words_location_type), 0, "Element Type."},
    {"Name", S_STRING, 0, "Element Name."},
    {.name = NULL},
};
static const struct s3_wire location_info_members_wire[] = {
    {"Type"},
    {"Name"},
    {.name = NULL},
};

static const char *const words_data_redundancy[] = {"SingleAvailabilityZone", "SingleLocalZone",
                                                    NULL};
static const char *const words_bucket_type[] = {"Directory", NULL};
static const struct slrun_param bucket_info_members[] = {
    {"DataRedundancy", S_WORD(words_data_redundancy), 0, "Element DataRedundancy."},
    {"Type", S_WORD(words_bucket_type), 0, "Element Type."},
    {.name = NULL},
};
static const struct s3_wire bucket_info_members_wire[] = {
    {"DataRedundancy"},
    {"Type"},
    {.name = NULL},
};

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"Value", S_STRING, SLRUN_REQUIRED, "Element Value."},
    {.name = NULL},
};
static const struct s3_wire tag_members_wire[] = {
    {"Key"},
    {"Value"},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_members = S_STRUCTURE(tag_members);
static const struct slrun_param create_bucket_configuration_members[] = {
    {"LocationConstraint", S_WORD(words_bucket_location_constraint), 0,
     "Element LocationConstraint."},
    {"Location", S_STRUCTURE(location_info_members), 0, "Element Location."},
    {"Bucket", S_STRUCTURE(bucket_info_members), 0, "Name of the bucket."},
    {"Tags", S_LIST(shape_tag_members), 0, "Elements Tag."},
    {.name = NULL},
};
static const struct s3_wire create_bucket_configuration_members_wire[] = {
    {"LocationConstraint"},
    {"Location", .members = location_info_members_wire},
    {"Bucket", .members = bucket_info_members_wire},
    {"Tags", .item = "Tag", .members = tag_members_wire},
    {.name = NULL},
};

static const char *const words_object_ownership[] = {"BucketOwnerPreferred", "ObjectWriter",
                                                     "BucketOwnerEnforced", NULL};
static const char *const words_bucket_namespace[] = {"account-regional", "global", NULL};
const struct slrun_param create_bucket_params[] = {
    {"ACL", S_WORD(words_bucket_canned_acl), 0, "Header x-amz-acl."},
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"CreateBucketConfiguration", S_STRUCTURE(create_bucket_configuration_members), 0,
     "The body, an XML document CreateBucketConfiguration."},
    {"GrantFullControl", S_STRING, 0, "Header x-amz-grant-full-control."},
    {"GrantRead", S_STRING, 0, "Header x-amz-grant-read."},
    {"GrantReadACP", S_STRING, 0, "Header x-amz-grant-read-acp."},
    {"GrantWrite", S_STRING, 0, "Header x-amz-grant-write."},
    {"GrantWriteACP", S_STRING, 0, "Header x-amz-grant-write-acp."},
    {"ObjectLockEnabledForBucket", S_BOOLEAN, 0, "Header x-amz-bucket-object-lock-enabled."},
    {"ObjectOwnership", S_WORD(words_object_ownership), 0, "Header x-amz-object-ownership."},
    {"BucketNamespace", S_WORD(words_bucket_namespace), 0, "Header x-amz-bucket-namespace."},
    {.name = NULL},
};
const struct s3_wire create_bucket_params_wire[] = {
    {"x-amz-acl", S3_HEADER},
    {"Bucket", S3_LABEL},
    {"CreateBucketConfiguration", S3_PAYLOAD, .members = create_bucket_configuration_members_wire},
    {"x-amz-grant-full-control", S3_HEADER},
    {"x-amz-grant-read", S3_HEADER},
    {"x-amz-grant-read-acp", S3_HEADER},
    {"x-amz-grant-write", S3_HEADER},
    {"x-amz-grant-write-acp", S3_HEADER},
    {"x-amz-bucket-object-lock-enabled", S3_HEADER},
    {"x-amz-object-ownership", S3_HEADER},
    {"x-amz-bucket-namespace", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param create_bucket_result[] = {
    {"Location", S_STRING, 0, "Header Location."},
    {"BucketArn", S_STRING, 0, "Header x-amz-bucket-arn."},
    {.name = NULL},
};
const struct s3_wire create_bucket_result_wire[] = {
    {"Location", S3_HEADER},
    {"x-amz-bucket-arn", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param create_multipart_upload_params[] = {
    {"ACL", S_WORD(words_object_canned_acl), 0, "Header x-amz-acl."},
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"CacheControl", S_STRING, 0, "Header Cache-Control."},
    {"ContentDisposition", S_STRING, 0, "Header Content-Disposition."},
    {"ContentEncoding", S_STRING, 0, "Header Content-Encoding."},
    {"ContentLanguage", S_STRING, 0, "Header Content-Language."},
    {"ContentType", S_STRING, 0, "Header Content-Type."},
    {"Expires", S_TIMESTAMP, 0, "Header Expires."},
    {"GrantFullControl", S_STRING, 0, "Header x-amz-grant-full-control."},
    {"GrantRead", S_STRING, 0, "Header x-amz-grant-read."},
    {"GrantReadACP", S_STRING, 0, "Header x-amz-grant-read-acp."},
    {"GrantWriteACP", S_STRING, 0, "Header x-amz-grant-write-acp."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"Metadata", S_MAP(shape_string), 0, "Names and values; they travel as x-amz-meta- headers."},
    {"ServerSideEncryption", S_WORD(words_server_side_encryption), 0,
     "Header x-amz-server-side-encryption."},
    {"StorageClass", S_WORD(words_storage_class), 0, "Header x-amz-storage-class."},
    {"WebsiteRedirectLocation", S_STRING, 0, "Header x-amz-website-redirect-location."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {"SSEKMSKeyId", S_STRING, 0, "Header x-amz-server-side-encryption-aws-kms-key-id."},
    {"SSEKMSEncryptionContext", S_STRING, 0, "Header x-amz-server-side-encryption-context."},
    {"BucketKeyEnabled", S_BOOLEAN, 0, "Header x-amz-server-side-encryption-bucket-key-enabled."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"Tagging", S_STRING, 0, "Header x-amz-tagging."},
    {"ObjectLockMode", S_WORD(words_object_lock_mode), 0, "Header x-amz-object-lock-mode."},
    {"ObjectLockRetainUntilDate", S_TIMESTAMP, 0, "Header x-amz-object-lock-retain-until-date."},
    {"ObjectLockLegalHoldStatus", S_WORD(words_object_lock_legal_hold_status), 0,
     "Header x-amz-object-lock-legal-hold."},
    {"ObjectLockEventHold", S_WORD(words_object_lock_event_hold), 0,
     "Header x-amz-object-lock-event-hold."},
    {"ObjectLockEventHoldDurationDays", S_INTEGER, 0,
     "Header x-amz-object-lock-event-hold-duration-days."},
    {"ObjectLockEventHoldDurationYears", S_INTEGER, 0,
     "Header x-amz-object-lock-event-hold-duration-years."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ChecksumType", S_WORD(words_checksum_type), 0, "Header x-amz-checksum-type."},
    {.name = NULL},
};
const struct s3_wire create_multipart_upload_params_wire[] = {
    {"x-amz-acl", S3_HEADER},
    {"Bucket", S3_LABEL},
    {"Cache-Control", S3_HEADER},
    {"Content-Disposition", S3_HEADER},
    {"Content-Encoding", S3_HEADER},
    {"Content-Language", S3_HEADER},
    {"Content-Type", S3_HEADER},
    {"Expires", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-grant-full-control", S3_HEADER},
    {"x-amz-grant-read", S3_HEADER},
    {"x-amz-grant-read-acp", S3_HEADER},
    {"x-amz-grant-write-acp", S3_HEADER},
    {"Key", S3_LABEL},
    {"x-amz-meta-", S3_META},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-storage-class", S3_HEADER},
    {"x-amz-website-redirect-location", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-context", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-tagging", S3_HEADER},
    {"x-amz-object-lock-mode", S3_HEADER},
    {"x-amz-object-lock-retain-until-date", S3_HEADER},
    {"x-amz-object-lock-legal-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-days", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-years", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-checksum-algorithm", S3_HEADER},
    {"x-amz-checksum-type", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param create_multipart_upload_result[] = {
    {"AbortDate", S_TIMESTAMP, 0, "Header x-amz-abort-date."},
    {"AbortRuleId", S_STRING, 0, "Header x-amz-abort-rule-id."},
    {"Bucket", S_STRING, 0, "Name of the bucket."},
    {"Key", S_STRING, 0, "Key of the object."},
    {"UploadId", S_STRING, 0, "Id of the multipart upload."},
    {"ServerSideEncryption", S_STRING, 0, "Header x-amz-server-side-encryption."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKeyMD5", S_STRING, 0, "Header x-amz-server-side-encryption-customer-key-MD5."},
    {"SSEKMSKeyId", S_STRING, 0, "Header x-amz-server-side-encryption-aws-kms-key-id."},
    {"SSEKMSEncryptionContext", S_STRING, 0, "Header x-amz-server-side-encryption-context."},
    {"BucketKeyEnabled", S_BOOLEAN, 0, "Header x-amz-server-side-encryption-bucket-key-enabled."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {"ChecksumAlgorithm", S_STRING, 0, "What is computed and sent along; CRC32 unless given."},
    {"ChecksumType", S_STRING, 0, "Header x-amz-checksum-type."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {.name = NULL},
};
const struct s3_wire create_multipart_upload_result_wire[] = {
    {"x-amz-abort-date", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-abort-rule-id", S3_HEADER},
    {"Bucket"},
    {"Key"},
    {"UploadId"},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key-MD5", S3_HEADER},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-context", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {"x-amz-checksum-algorithm", S3_HEADER},
    {"x-amz-checksum-type", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_cors_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_cors_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_encryption_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_encryption_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_lifecycle_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_lifecycle_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_ownership_controls_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_ownership_controls_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_policy_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_policy_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_replication_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_replication_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_tagging_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_tagging_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_website_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_website_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_object_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"MFA", S_STRING, SLRUN_SECRET, "Header x-amz-mfa."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"BypassGovernanceRetention", S_BOOLEAN, 0, "Header x-amz-bypass-governance-retention."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"IfMatch", S_STRING, 0, "Header If-Match."},
    {"IfMatchLastModifiedTime", S_TIMESTAMP, 0, "Header x-amz-if-match-last-modified-time."},
    {"IfMatchSize", S_INTEGER, 0, "Header x-amz-if-match-size."},
    {.name = NULL},
};
const struct s3_wire delete_object_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"x-amz-mfa", S3_HEADER},
    {"versionId", S3_QUERY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-bypass-governance-retention", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"If-Match", S3_HEADER},
    {"x-amz-if-match-last-modified-time", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-if-match-size", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_object_result[] = {
    {"DeleteMarker", S_BOOLEAN, 0, "Header x-amz-delete-marker."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {.name = NULL},
};
const struct s3_wire delete_object_result_wire[] = {
    {"x-amz-delete-marker", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_object_tagging_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire delete_object_tagging_params_wire[] = {
    {"Bucket", S3_LABEL},    {"Key", S3_LABEL},
    {"versionId", S3_QUERY}, {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_object_tagging_result[] = {
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {.name = NULL},
};
const struct s3_wire delete_object_tagging_result_wire[] = {
    {"x-amz-version-id", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param object_identifier_members[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Element LastModifiedTime."},
    {"Size", S_INTEGER, 0, "Element Size."},
    {.name = NULL},
};
static const struct s3_wire object_identifier_members_wire[] = {
    {"Key"},  {"VersionId"},  {"ETag"}, {"LastModifiedTime", S3_ELEMENT, S3_HTTP_DATE},
    {"Size"}, {.name = NULL},
};

static const struct slrun_shape shape_object_identifier_members =
    S_STRUCTURE(object_identifier_members);
static const struct slrun_param delete_members[] = {
    {"Objects", S_LIST(shape_object_identifier_members), SLRUN_REQUIRED, "Elements Object."},
    {"Quiet", S_BOOLEAN, 0, "Element Quiet."},
    {.name = NULL},
};
static const struct s3_wire delete_members_wire[] = {
    {"Object", S3_ELEMENT, S3_FLAT, .members = object_identifier_members_wire},
    {"Quiet"},
    {.name = NULL},
};

const struct slrun_param delete_objects_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Delete", S_STRUCTURE(delete_members), SLRUN_REQUIRED, "The body, an XML document Delete."},
    {"MFA", S_STRING, SLRUN_SECRET, "Header x-amz-mfa."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"BypassGovernanceRetention", S_BOOLEAN, 0, "Header x-amz-bypass-governance-retention."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {.name = NULL},
};
const struct s3_wire delete_objects_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Delete", S3_PAYLOAD, .members = delete_members_wire},
    {"x-amz-mfa", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-bypass-governance-retention", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param deleted_object_members[] = {
    {"Key", S_STRING, 0, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"DeleteMarker", S_BOOLEAN, 0, "Element DeleteMarker."},
    {"DeleteMarkerVersionId", S_STRING, 0, "Element DeleteMarkerVersionId."},
    {.name = NULL},
};
static const struct s3_wire deleted_object_members_wire[] = {
    {"Key"}, {"VersionId"}, {"DeleteMarker"}, {"DeleteMarkerVersionId"}, {.name = NULL},
};

static const struct slrun_shape shape_deleted_object_members = S_STRUCTURE(deleted_object_members);
static const struct slrun_param error_members[] = {
    {"Key", S_STRING, 0, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"Code", S_STRING, 0, "Element Code."},
    {"Message", S_STRING, 0, "Element Message."},
    {.name = NULL},
};
static const struct s3_wire error_members_wire[] = {
    {"Key"}, {"VersionId"}, {"Code"}, {"Message"}, {.name = NULL},
};

static const struct slrun_shape shape_error_members = S_STRUCTURE(error_members);
const struct slrun_param delete_objects_result[] = {
    {"Deleted", S_LIST(shape_deleted_object_members), 0, "Elements Deleted."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {"Errors", S_LIST(shape_error_members), 0, "Elements Error."},
    {.name = NULL},
};
const struct s3_wire delete_objects_result_wire[] = {
    {"Deleted", S3_ELEMENT, S3_FLAT, .members = deleted_object_members_wire},
    {"x-amz-request-charged", S3_HEADER},
    {"Error", S3_ELEMENT, S3_FLAT, .members = error_members_wire},
    {.name = NULL},
};

const struct slrun_param delete_public_access_block_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire delete_public_access_block_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_accelerate_configuration_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {.name = NULL},
};
const struct s3_wire get_bucket_accelerate_configuration_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_accelerate_configuration_result[] = {
    {"Status", S_STRING, 0, "Element Status."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {.name = NULL},
};
const struct s3_wire get_bucket_accelerate_configuration_result_wire[] = {
    {"Status"},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_acl_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_bucket_acl_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param owner_members[] = {
    {"DisplayName", S_STRING, 0, "Element DisplayName."},
    {"ID", S_STRING, 0, "Element ID."},
    {.name = NULL},
};
static const struct s3_wire owner_members_wire[] = {
    {"DisplayName"},
    {"ID"},
    {.name = NULL},
};

static const char *const words_type[] = {"CanonicalUser", "AmazonCustomerByEmail", "Group", NULL};
static const struct slrun_param grantee_members[] = {
    {"DisplayName", S_STRING, 0, "Element DisplayName."},
    {"EmailAddress", S_STRING, 0, "Element EmailAddress."},
    {"ID", S_STRING, 0, "Element ID."},
    {"Type", S_WORD(words_type), SLRUN_REQUIRED, "Element xsi:type."},
    {"URI", S_STRING, 0, "Element URI."},
    {.name = NULL},
};
static const struct s3_wire grantee_members_wire[] = {
    {"DisplayName"}, {"EmailAddress"}, {"ID"}, {"xsi:type", S3_ATTRIBUTE}, {"URI"}, {.name = NULL},
};

static const char *const words_permission[] = {"FULL_CONTROL", "WRITE",    "WRITE_ACP",
                                               "READ",         "READ_ACP", NULL};
static const struct slrun_param grant_members[] = {
    {"Grantee", S_STRUCTURE(grantee_members), 0, "Element Grantee."},
    {"Permission", S_WORD(words_permission), 0, "Element Permission."},
    {.name = NULL},
};
static const struct s3_wire grant_members_wire[] = {
    {"Grantee", .members = grantee_members_wire},
    {"Permission"},
    {.name = NULL},
};

static const struct slrun_shape shape_grant_members = S_STRUCTURE(grant_members);
const struct slrun_param get_bucket_acl_result[] = {
    {"Owner", S_STRUCTURE(owner_members), 0, "Element Owner."},
    {"Grants", S_LIST(shape_grant_members), 0, "Elements Grant."},
    {.name = NULL},
};
const struct s3_wire get_bucket_acl_result_wire[] = {
    {"Owner", .members = owner_members_wire},
    {"AccessControlList", .item = "Grant", .members = grant_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_cors_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_bucket_cors_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param cors_rule_members[] = {
    {"ID", S_STRING, 0, "Element ID."},
    {"AllowedHeaders", S_LIST(shape_string), 0, "Elements AllowedHeader."},
    {"AllowedMethods", S_LIST(shape_string), SLRUN_REQUIRED, "Elements AllowedMethod."},
    {"AllowedOrigins", S_LIST(shape_string), SLRUN_REQUIRED, "Elements AllowedOrigin."},
    {"ExposeHeaders", S_LIST(shape_string), 0, "Elements ExposeHeader."},
    {"MaxAgeSeconds", S_INTEGER, 0, "Element MaxAgeSeconds."},
    {.name = NULL},
};
static const struct s3_wire cors_rule_members_wire[] = {
    {"ID"},
    {"AllowedHeader", S3_ELEMENT, S3_FLAT},
    {"AllowedMethod", S3_ELEMENT, S3_FLAT},
    {"AllowedOrigin", S3_ELEMENT, S3_FLAT},
    {"ExposeHeader", S3_ELEMENT, S3_FLAT},
    {"MaxAgeSeconds"},
    {.name = NULL},
};

static const struct slrun_shape shape_cors_rule_members = S_STRUCTURE(cors_rule_members);
const struct slrun_param get_bucket_cors_result[] = {
    {"CORSRules", S_LIST(shape_cors_rule_members), 0, "Elements CORSRule."},
    {.name = NULL},
};
const struct s3_wire get_bucket_cors_result_wire[] = {
    {"CORSRule", S3_ELEMENT, S3_FLAT, .members = cors_rule_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_encryption_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_bucket_encryption_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param server_side_encryption_by_default_members[] = {
    {"SSEAlgorithm", S_WORD(words_server_side_encryption), SLRUN_REQUIRED, "Element SSEAlgorithm."},
    {"KMSMasterKeyID", S_STRING, 0, "Element KMSMasterKeyID."},
    {.name = NULL},
};
static const struct s3_wire server_side_encryption_by_default_members_wire[] = {
    {"SSEAlgorithm"},
    {"KMSMasterKeyID"},
    {.name = NULL},
};

static const char *const words_encryption_type[] = {"NONE", "SSE-C", NULL};
static const struct slrun_shape shape_words_encryption_type = S_WORD(words_encryption_type);
static const struct slrun_param blocked_encryption_types_members[] = {
    {"EncryptionType", S_LIST(shape_words_encryption_type), 0, "Elements EncryptionType."},
    {.name = NULL},
};
static const struct s3_wire blocked_encryption_types_members_wire[] = {
    {"EncryptionType", S3_ELEMENT, S3_FLAT},
    {.name = NULL},
};

static const struct slrun_param server_side_encryption_rule_members[] = {
    {"ApplyServerSideEncryptionByDefault", S_STRUCTURE(server_side_encryption_by_default_members),
     0, "Element ApplyServerSideEncryptionByDefault."},
    {"BucketKeyEnabled", S_BOOLEAN, 0, "Element BucketKeyEnabled."},
    {"BlockedEncryptionTypes", S_STRUCTURE(blocked_encryption_types_members), 0,
     "Element BlockedEncryptionTypes."},
    {.name = NULL},
};
static const struct s3_wire server_side_encryption_rule_members_wire[] = {
    {"ApplyServerSideEncryptionByDefault",
     .members = server_side_encryption_by_default_members_wire},
    {"BucketKeyEnabled"},
    {"BlockedEncryptionTypes", .members = blocked_encryption_types_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_server_side_encryption_rule_members =
    S_STRUCTURE(server_side_encryption_rule_members);
static const struct slrun_param server_side_encryption_configuration_members[] = {
    {"Rules", S_LIST(shape_server_side_encryption_rule_members), SLRUN_REQUIRED, "Elements Rule."},
    {.name = NULL},
};
static const struct s3_wire server_side_encryption_configuration_members_wire[] = {
    {"Rule", S3_ELEMENT, S3_FLAT, .members = server_side_encryption_rule_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_encryption_result[] = {
    {"ServerSideEncryptionConfiguration", S_STRUCTURE(server_side_encryption_configuration_members),
     0, "The body, an XML document ServerSideEncryptionConfiguration."},
    {.name = NULL},
};
const struct s3_wire get_bucket_encryption_result_wire[] = {
    {"ServerSideEncryptionConfiguration", S3_PAYLOAD,
     .members = server_side_encryption_configuration_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_lifecycle_configuration_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_bucket_lifecycle_configuration_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param lifecycle_expiration_members[] = {
    {"Date", S_TIMESTAMP, 0, "Element Date."},
    {"Days", S_INTEGER, 0, "Element Days."},
    {"ExpiredObjectDeleteMarker", S_BOOLEAN, 0, "Element ExpiredObjectDeleteMarker."},
    {.name = NULL},
};
static const struct s3_wire lifecycle_expiration_members_wire[] = {
    {"Date"},
    {"Days"},
    {"ExpiredObjectDeleteMarker"},
    {.name = NULL},
};

static const struct slrun_param lifecycle_rule_and_operator_members[] = {
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"Tags", S_LIST(shape_tag_members), 0, "Elements Tag."},
    {"ObjectSizeGreaterThan", S_INTEGER, 0, "Element ObjectSizeGreaterThan."},
    {"ObjectSizeLessThan", S_INTEGER, 0, "Element ObjectSizeLessThan."},
    {.name = NULL},
};
static const struct s3_wire lifecycle_rule_and_operator_members_wire[] = {
    {"Prefix"},
    {"Tag", S3_ELEMENT, S3_FLAT, .members = tag_members_wire},
    {"ObjectSizeGreaterThan"},
    {"ObjectSizeLessThan"},
    {.name = NULL},
};

static const struct slrun_param lifecycle_rule_filter_members[] = {
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"Tag", S_STRUCTURE(tag_members), 0, "Element Tag."},
    {"ObjectSizeGreaterThan", S_INTEGER, 0, "Element ObjectSizeGreaterThan."},
    {"ObjectSizeLessThan", S_INTEGER, 0, "Element ObjectSizeLessThan."},
    {"And", S_STRUCTURE(lifecycle_rule_and_operator_members), 0, "Element And."},
    {.name = NULL},
};
static const struct s3_wire lifecycle_rule_filter_members_wire[] = {
    {"Prefix"},
    {"Tag", .members = tag_members_wire},
    {"ObjectSizeGreaterThan"},
    {"ObjectSizeLessThan"},
    {"And", .members = lifecycle_rule_and_operator_members_wire},
    {.name = NULL},
};

static const char *const words_expiration_status[] = {"Enabled", "Disabled", NULL};
static const char *const words_transition_storage_class[] = {
    "GLACIER",      "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING",
    "DEEP_ARCHIVE", "GLACIER_IR",  NULL};
static const struct slrun_param transition_members[] = {
    {"Date", S_TIMESTAMP, 0, "Element Date."},
    {"Days", S_INTEGER, 0, "Element Days."},
    {"StorageClass", S_WORD(words_transition_storage_class), 0, "Element StorageClass."},
    {.name = NULL},
};
static const struct s3_wire transition_members_wire[] = {
    {"Date"},
    {"Days"},
    {"StorageClass"},
    {.name = NULL},
};

static const struct slrun_shape shape_transition_members = S_STRUCTURE(transition_members);
static const struct slrun_param noncurrent_version_transition_members[] = {
    {"NoncurrentDays", S_INTEGER, 0, "Element NoncurrentDays."},
    {"StorageClass", S_WORD(words_transition_storage_class), 0, "Element StorageClass."},
    {"NewerNoncurrentVersions", S_INTEGER, 0, "Element NewerNoncurrentVersions."},
    {.name = NULL},
};
static const struct s3_wire noncurrent_version_transition_members_wire[] = {
    {"NoncurrentDays"},
    {"StorageClass"},
    {"NewerNoncurrentVersions"},
    {.name = NULL},
};

static const struct slrun_shape shape_noncurrent_version_transition_members =
    S_STRUCTURE(noncurrent_version_transition_members);
static const struct slrun_param noncurrent_version_expiration_members[] = {
    {"NoncurrentDays", S_INTEGER, 0, "Element NoncurrentDays."},
    {"NewerNoncurrentVersions", S_INTEGER, 0, "Element NewerNoncurrentVersions."},
    {.name = NULL},
};
static const struct s3_wire noncurrent_version_expiration_members_wire[] = {
    {"NoncurrentDays"},
    {"NewerNoncurrentVersions"},
    {.name = NULL},
};

static const struct slrun_param abort_incomplete_multipart_upload_members[] = {
    {"DaysAfterInitiation", S_INTEGER, 0, "Element DaysAfterInitiation."},
    {.name = NULL},
};
static const struct s3_wire abort_incomplete_multipart_upload_members_wire[] = {
    {"DaysAfterInitiation"},
    {.name = NULL},
};

static const struct slrun_param lifecycle_rule_members[] = {
    {"Expiration", S_STRUCTURE(lifecycle_expiration_members), 0, "Element Expiration."},
    {"ID", S_STRING, 0, "Element ID."},
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"Filter", S_STRUCTURE(lifecycle_rule_filter_members), 0, "Element Filter."},
    {"Status", S_WORD(words_expiration_status), SLRUN_REQUIRED, "Element Status."},
    {"Transitions", S_LIST(shape_transition_members), 0, "Elements Transition."},
    {"NoncurrentVersionTransitions", S_LIST(shape_noncurrent_version_transition_members), 0,
     "Elements NoncurrentVersionTransition."},
    {"NoncurrentVersionExpiration", S_STRUCTURE(noncurrent_version_expiration_members), 0,
     "Element NoncurrentVersionExpiration."},
    {"AbortIncompleteMultipartUpload", S_STRUCTURE(abort_incomplete_multipart_upload_members), 0,
     "Element AbortIncompleteMultipartUpload."},
    {.name = NULL},
};
static const struct s3_wire lifecycle_rule_members_wire[] = {
    {"Expiration", .members = lifecycle_expiration_members_wire},
    {"ID"},
    {"Prefix"},
    {"Filter", .members = lifecycle_rule_filter_members_wire},
    {"Status"},
    {"Transition", S3_ELEMENT, S3_FLAT, .members = transition_members_wire},
    {"NoncurrentVersionTransition", S3_ELEMENT, S3_FLAT,
     .members = noncurrent_version_transition_members_wire},
    {"NoncurrentVersionExpiration", .members = noncurrent_version_expiration_members_wire},
    {"AbortIncompleteMultipartUpload", .members = abort_incomplete_multipart_upload_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_lifecycle_rule_members = S_STRUCTURE(lifecycle_rule_members);
const struct slrun_param get_bucket_lifecycle_configuration_result[] = {
    {"Rules", S_LIST(shape_lifecycle_rule_members), 0, "Elements Rule."},
    {"TransitionDefaultMinimumObjectSize", S_STRING, 0,
     "Header x-amz-transition-default-minimum-object-size."},
    {.name = NULL},
};
const struct s3_wire get_bucket_lifecycle_configuration_result_wire[] = {
    {"Rule", S3_ELEMENT, S3_FLAT, .members = lifecycle_rule_members_wire},
    {"x-amz-transition-default-minimum-object-size", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_location_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_bucket_location_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_location_result[] = {
    {"LocationConstraint", S_STRING, 0, "Element LocationConstraint."},
    {.name = NULL},
};
const struct s3_wire get_bucket_location_result_wire[] = {
    {"LocationConstraint"},
    {.name = NULL},
};

const struct slrun_param get_bucket_logging_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_bucket_logging_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const char *const words_bucket_logs_permission[] = {"FULL_CONTROL", "READ", "WRITE", NULL};
static const struct slrun_param target_grant_members[] = {
    {"Grantee", S_STRUCTURE(grantee_members), 0, "Element Grantee."},
    {"Permission", S_WORD(words_bucket_logs_permission), 0, "Element Permission."},
    {.name = NULL},
};
static const struct s3_wire target_grant_members_wire[] = {
    {"Grantee", .members = grantee_members_wire},
    {"Permission"},
    {.name = NULL},
};

static const struct slrun_shape shape_target_grant_members = S_STRUCTURE(target_grant_members);
static const struct slrun_param simple_prefix_members[] = {
    {.name = NULL},
};
static const struct s3_wire simple_prefix_members_wire[] = {
    {.name = NULL},
};

static const char *const words_partition_date_source[] = {"EventTime", "DeliveryTime", NULL};
static const struct slrun_param partitioned_prefix_members[] = {
    {"PartitionDateSource", S_WORD(words_partition_date_source), 0, "Element PartitionDateSource."},
    {.name = NULL},
};
static const struct s3_wire partitioned_prefix_members_wire[] = {
    {"PartitionDateSource"},
    {.name = NULL},
};

static const struct slrun_param target_object_key_format_members[] = {
    {"SimplePrefix", S_STRUCTURE(simple_prefix_members), 0, "Element SimplePrefix."},
    {"PartitionedPrefix", S_STRUCTURE(partitioned_prefix_members), 0, "Element PartitionedPrefix."},
    {.name = NULL},
};
static const struct s3_wire target_object_key_format_members_wire[] = {
    {"SimplePrefix", .members = simple_prefix_members_wire},
    {"PartitionedPrefix", .members = partitioned_prefix_members_wire},
    {.name = NULL},
};

static const struct slrun_param logging_enabled_members[] = {
    {"TargetBucket", S_STRING, SLRUN_REQUIRED, "Element TargetBucket."},
    {"TargetGrants", S_LIST(shape_target_grant_members), 0, "Elements Grant."},
    {"TargetPrefix", S_STRING, SLRUN_REQUIRED, "Element TargetPrefix."},
    {"TargetObjectKeyFormat", S_STRUCTURE(target_object_key_format_members), 0,
     "Element TargetObjectKeyFormat."},
    {.name = NULL},
};
static const struct s3_wire logging_enabled_members_wire[] = {
    {"TargetBucket"}, {"TargetGrants", .item = "Grant", .members = target_grant_members_wire},
    {"TargetPrefix"}, {"TargetObjectKeyFormat", .members = target_object_key_format_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_logging_result[] = {
    {"LoggingEnabled", S_STRUCTURE(logging_enabled_members), 0, "Element LoggingEnabled."},
    {.name = NULL},
};
const struct s3_wire get_bucket_logging_result_wire[] = {
    {"LoggingEnabled", .members = logging_enabled_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_notification_configuration_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_bucket_notification_configuration_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const char *const words_event[] = {"s3:ReducedRedundancyLostObject",
                                          "s3:ObjectCreated:*",
                                          "s3:ObjectCreated:Put",
                                          "s3:ObjectCreated:Post",
                                          "s3:ObjectCreated:Copy",
                                          "s3:ObjectCreated:CompleteMultipartUpload",
                                          "s3:ObjectRemoved:*",
                                          "s3:ObjectRemoved:Delete",
                                          "s3:ObjectRemoved:DeleteMarkerCreated",
                                          "s3:ObjectRestore:*",
                                          "s3:ObjectRestore:Post",
                                          "s3:ObjectRestore:Completed",
                                          "s3:Replication:*",
                                          "s3:Replication:OperationFailedReplication",
                                          "s3:Replication:OperationNotTracked",
                                          "s3:Replication:OperationMissedThreshold",
                                          "s3:Replication:OperationReplicatedAfterThreshold",
                                          "s3:ObjectRestore:Delete",
                                          "s3:LifecycleTransition",
                                          "s3:IntelligentTiering",
                                          "s3:ObjectAcl:Put",
                                          "s3:LifecycleExpiration:*",
                                          "s3:LifecycleExpiration:Delete",
                                          "s3:LifecycleExpiration:DeleteMarkerCreated",
                                          "s3:ObjectTagging:*",
                                          "s3:ObjectTagging:Put",
                                          "s3:ObjectTagging:Delete",
                                          "s3:ObjectAnnotation:*",
                                          "s3:ObjectAnnotation:Put",
                                          "s3:ObjectAnnotation:Delete",
                                          "s3:ObjectRetention:Put",
                                          NULL};
static const struct slrun_shape shape_words_event = S_WORD(words_event);
static const char *const words_filter_rule_name[] = {"prefix", "suffix", NULL};
static const struct slrun_param filter_rule_members[] = {
    {"Name", S_WORD(words_filter_rule_name), 0, "Element Name."},
    {"Value", S_STRING, 0, "Element Value."},
    {.name = NULL},
};
static const struct s3_wire filter_rule_members_wire[] = {
    {"Name"},
    {"Value"},
    {.name = NULL},
};

static const struct slrun_shape shape_filter_rule_members = S_STRUCTURE(filter_rule_members);
static const struct slrun_param s3_key_filter_members[] = {
    {"FilterRules", S_LIST(shape_filter_rule_members), 0, "Elements FilterRule."},
    {.name = NULL},
};
static const struct s3_wire s3_key_filter_members_wire[] = {
    {"FilterRule", S3_ELEMENT, S3_FLAT, .members = filter_rule_members_wire},
    {.name = NULL},
};

static const struct slrun_param notification_configuration_filter_members[] = {
    {"Key", S_STRUCTURE(s3_key_filter_members), 0, "Key of the object."},
    {.name = NULL},
};
static const struct s3_wire notification_configuration_filter_members_wire[] = {
    {"S3Key", .members = s3_key_filter_members_wire},
    {.name = NULL},
};

static const struct slrun_param topic_configuration_members[] = {
    {"Id", S_STRING, 0, "Element Id."},
    {"TopicArn", S_STRING, SLRUN_REQUIRED, "Element Topic."},
    {"Events", S_LIST(shape_words_event), SLRUN_REQUIRED, "Elements Event."},
    {"Filter", S_STRUCTURE(notification_configuration_filter_members), 0, "Element Filter."},
    {.name = NULL},
};
static const struct s3_wire topic_configuration_members_wire[] = {
    {"Id"},
    {"Topic"},
    {"Event", S3_ELEMENT, S3_FLAT},
    {"Filter", .members = notification_configuration_filter_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_topic_configuration_members =
    S_STRUCTURE(topic_configuration_members);
static const struct slrun_param queue_configuration_members[] = {
    {"Id", S_STRING, 0, "Element Id."},
    {"QueueArn", S_STRING, SLRUN_REQUIRED, "Element Queue."},
    {"Events", S_LIST(shape_words_event), SLRUN_REQUIRED, "Elements Event."},
    {"Filter", S_STRUCTURE(notification_configuration_filter_members), 0, "Element Filter."},
    {.name = NULL},
};
static const struct s3_wire queue_configuration_members_wire[] = {
    {"Id"},
    {"Queue"},
    {"Event", S3_ELEMENT, S3_FLAT},
    {"Filter", .members = notification_configuration_filter_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_queue_configuration_members =
    S_STRUCTURE(queue_configuration_members);
static const struct slrun_param lambda_function_configuration_members[] = {
    {"Id", S_STRING, 0, "Element Id."},
    {"LambdaFunctionArn", S_STRING, SLRUN_REQUIRED, "Element CloudFunction."},
    {"Events", S_LIST(shape_words_event), SLRUN_REQUIRED, "Elements Event."},
    {"Filter", S_STRUCTURE(notification_configuration_filter_members), 0, "Element Filter."},
    {.name = NULL},
};
static const struct s3_wire lambda_function_configuration_members_wire[] = {
    {"Id"},
    {"CloudFunction"},
    {"Event", S3_ELEMENT, S3_FLAT},
    {"Filter", .members = notification_configuration_filter_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_lambda_function_configuration_members =
    S_STRUCTURE(lambda_function_configuration_members);
static const struct slrun_param event_bridge_configuration_members[] = {
    {.name = NULL},
};
static const struct s3_wire event_bridge_configuration_members_wire[] = {
    {.name = NULL},
};

const struct slrun_param get_bucket_notification_configuration_result[] = {
    {"TopicConfigurations", S_LIST(shape_topic_configuration_members), 0,
     "Elements TopicConfiguration."},
    {"QueueConfigurations", S_LIST(shape_queue_configuration_members), 0,
     "Elements QueueConfiguration."},
    {"LambdaFunctionConfigurations", S_LIST(shape_lambda_function_configuration_members), 0,
     "Elements CloudFunctionConfiguration."},
    {"EventBridgeConfiguration", S_STRUCTURE(event_bridge_configuration_members), 0,
     "Element EventBridgeConfiguration."},
    {.name = NULL},
};
const struct s3_wire get_bucket_notification_configuration_result_wire[] = {
    {"TopicConfiguration", S3_ELEMENT, S3_FLAT, .members = topic_configuration_members_wire},
    {"QueueConfiguration", S3_ELEMENT, S3_FLAT, .members = queue_configuration_members_wire},
    {"CloudFunctionConfiguration", S3_ELEMENT, S3_FLAT,
     .members = lambda_function_configuration_members_wire},
    {"EventBridgeConfiguration", .members = event_bridge_configuration_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_ownership_controls_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_bucket_ownership_controls_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param ownership_controls_rule_members[] = {
    {"ObjectOwnership", S_WORD(words_object_ownership), SLRUN_REQUIRED, "Element ObjectOwnership."},
    {.name = NULL},
};
static const struct s3_wire ownership_controls_rule_members_wire[] = {
    {"ObjectOwnership"},
    {.name = NULL},
};

static const struct slrun_shape shape_ownership_controls_rule_members =
    S_STRUCTURE(ownership_controls_rule_members);
static const struct slrun_param ownership_controls_members[] = {
    {"Rules", S_LIST(shape_ownership_controls_rule_members), SLRUN_REQUIRED, "Elements Rule."},
    {.name = NULL},
};
static const struct s3_wire ownership_controls_members_wire[] = {
    {"Rule", S3_ELEMENT, S3_FLAT, .members = ownership_controls_rule_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_ownership_controls_result[] = {
    {"OwnershipControls", S_STRUCTURE(ownership_controls_members), 0,
     "The body, an XML document OwnershipControls."},
    {.name = NULL},
};
const struct s3_wire get_bucket_ownership_controls_result_wire[] = {
    {"OwnershipControls", S3_PAYLOAD, .members = ownership_controls_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_policy_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_bucket_policy_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_policy_result[] = {
    {"Policy", S_STRING, 0, "The body."},
    {.name = NULL},
};
const struct s3_wire get_bucket_policy_result_wire[] = {
    {"Policy", S3_PAYLOAD},
    {.name = NULL},
};

const struct slrun_param get_bucket_policy_status_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_bucket_policy_status_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param policy_status_members[] = {
    {"IsPublic", S_BOOLEAN, 0, "Element IsPublic."},
    {.name = NULL},
};
static const struct s3_wire policy_status_members_wire[] = {
    {"IsPublic"},
    {.name = NULL},
};

const struct slrun_param get_bucket_policy_status_result[] = {
    {"PolicyStatus", S_STRUCTURE(policy_status_members), 0,
     "The body, an XML document PolicyStatus."},
    {.name = NULL},
};
const struct s3_wire get_bucket_policy_status_result_wire[] = {
    {"PolicyStatus", S3_PAYLOAD, .members = policy_status_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_replication_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_bucket_replication_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param replication_rule_and_operator_members[] = {
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"Tags", S_LIST(shape_tag_members), 0, "Elements Tag."},
    {.name = NULL},
};
static const struct s3_wire replication_rule_and_operator_members_wire[] = {
    {"Prefix"},
    {"Tag", S3_ELEMENT, S3_FLAT, .members = tag_members_wire},
    {.name = NULL},
};

static const struct slrun_param replication_rule_filter_members[] = {
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"Tag", S_STRUCTURE(tag_members), 0, "Element Tag."},
    {"And", S_STRUCTURE(replication_rule_and_operator_members), 0, "Element And."},
    {.name = NULL},
};
static const struct s3_wire replication_rule_filter_members_wire[] = {
    {"Prefix"},
    {"Tag", .members = tag_members_wire},
    {"And", .members = replication_rule_and_operator_members_wire},
    {.name = NULL},
};

static const char *const words_replication_rule_status[] = {"Enabled", "Disabled", NULL};
static const char *const words_sse_kms_encrypted_objects_status[] = {"Enabled", "Disabled", NULL};
static const struct slrun_param sse_kms_encrypted_objects_members[] = {
    {"Status", S_WORD(words_sse_kms_encrypted_objects_status), SLRUN_REQUIRED, "Element Status."},
    {.name = NULL},
};
static const struct s3_wire sse_kms_encrypted_objects_members_wire[] = {
    {"Status"},
    {.name = NULL},
};

static const char *const words_replica_modifications_status[] = {"Enabled", "Disabled", NULL};
static const struct slrun_param replica_modifications_members[] = {
    {"Status", S_WORD(words_replica_modifications_status), SLRUN_REQUIRED, "Element Status."},
    {.name = NULL},
};
static const struct s3_wire replica_modifications_members_wire[] = {
    {"Status"},
    {.name = NULL},
};

static const struct slrun_param source_selection_criteria_members[] = {
    {"SseKmsEncryptedObjects", S_STRUCTURE(sse_kms_encrypted_objects_members), 0,
     "Element SseKmsEncryptedObjects."},
    {"ReplicaModifications", S_STRUCTURE(replica_modifications_members), 0,
     "Element ReplicaModifications."},
    {.name = NULL},
};
static const struct s3_wire source_selection_criteria_members_wire[] = {
    {"SseKmsEncryptedObjects", .members = sse_kms_encrypted_objects_members_wire},
    {"ReplicaModifications", .members = replica_modifications_members_wire},
    {.name = NULL},
};

static const char *const words_existing_object_replication_status[] = {"Enabled", "Disabled", NULL};
static const struct slrun_param existing_object_replication_members[] = {
    {"Status", S_WORD(words_existing_object_replication_status), SLRUN_REQUIRED, "Element Status."},
    {.name = NULL},
};
static const struct s3_wire existing_object_replication_members_wire[] = {
    {"Status"},
    {.name = NULL},
};

static const char *const words_owner_override[] = {"Destination", NULL};
static const struct slrun_param access_control_translation_members[] = {
    {"Owner", S_WORD(words_owner_override), SLRUN_REQUIRED, "Element Owner."},
    {.name = NULL},
};
static const struct s3_wire access_control_translation_members_wire[] = {
    {"Owner"},
    {.name = NULL},
};

static const struct slrun_param encryption_configuration_members[] = {
    {"ReplicaKmsKeyID", S_STRING, 0, "Element ReplicaKmsKeyID."},
    {.name = NULL},
};
static const struct s3_wire encryption_configuration_members_wire[] = {
    {"ReplicaKmsKeyID"},
    {.name = NULL},
};

static const char *const words_replication_time_status[] = {"Enabled", "Disabled", NULL};
static const struct slrun_param replication_time_value_members[] = {
    {"Minutes", S_INTEGER, 0, "Element Minutes."},
    {.name = NULL},
};
static const struct s3_wire replication_time_value_members_wire[] = {
    {"Minutes"},
    {.name = NULL},
};

static const struct slrun_param replication_time_members[] = {
    {"Status", S_WORD(words_replication_time_status), SLRUN_REQUIRED, "Element Status."},
    {"Time", S_STRUCTURE(replication_time_value_members), SLRUN_REQUIRED, "Element Time."},
    {.name = NULL},
};
static const struct s3_wire replication_time_members_wire[] = {
    {"Status"},
    {"Time", .members = replication_time_value_members_wire},
    {.name = NULL},
};

static const char *const words_metrics_status[] = {"Enabled", "Disabled", NULL};
static const struct slrun_param metrics_members[] = {
    {"Status", S_WORD(words_metrics_status), SLRUN_REQUIRED, "Element Status."},
    {"EventThreshold", S_STRUCTURE(replication_time_value_members), 0, "Element EventThreshold."},
    {.name = NULL},
};
static const struct s3_wire metrics_members_wire[] = {
    {"Status"},
    {"EventThreshold", .members = replication_time_value_members_wire},
    {.name = NULL},
};

static const struct slrun_param destination_members[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Account", S_STRING, 0, "Element Account."},
    {"StorageClass", S_WORD(words_storage_class), 0, "Element StorageClass."},
    {"AccessControlTranslation", S_STRUCTURE(access_control_translation_members), 0,
     "Element AccessControlTranslation."},
    {"EncryptionConfiguration", S_STRUCTURE(encryption_configuration_members), 0,
     "Element EncryptionConfiguration."},
    {"ReplicationTime", S_STRUCTURE(replication_time_members), 0, "Element ReplicationTime."},
    {"Metrics", S_STRUCTURE(metrics_members), 0, "Element Metrics."},
    {.name = NULL},
};
static const struct s3_wire destination_members_wire[] = {
    {"Bucket"},
    {"Account"},
    {"StorageClass"},
    {"AccessControlTranslation", .members = access_control_translation_members_wire},
    {"EncryptionConfiguration", .members = encryption_configuration_members_wire},
    {"ReplicationTime", .members = replication_time_members_wire},
    {"Metrics", .members = metrics_members_wire},
    {.name = NULL},
};

static const char *const words_delete_marker_replication_status[] = {"Enabled", "Disabled", NULL};
static const struct slrun_param delete_marker_replication_members[] = {
    {"Status", S_WORD(words_delete_marker_replication_status), 0, "Element Status."},
    {.name = NULL},
};
static const struct s3_wire delete_marker_replication_members_wire[] = {
    {"Status"},
    {.name = NULL},
};

static const struct slrun_param replication_rule_members[] = {
    {"ID", S_STRING, 0, "Element ID."},
    {"Priority", S_INTEGER, 0, "Element Priority."},
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"Filter", S_STRUCTURE(replication_rule_filter_members), 0, "Element Filter."},
    {"Status", S_WORD(words_replication_rule_status), SLRUN_REQUIRED, "Element Status."},
    {"SourceSelectionCriteria", S_STRUCTURE(source_selection_criteria_members), 0,
     "Element SourceSelectionCriteria."},
    {"ExistingObjectReplication", S_STRUCTURE(existing_object_replication_members), 0,
     "Element ExistingObjectReplication."},
    {"Destination", S_STRUCTURE(destination_members), SLRUN_REQUIRED, "Element Destination."},
    {"DeleteMarkerReplication", S_STRUCTURE(delete_marker_replication_members), 0,
     "Element DeleteMarkerReplication."},
    {.name = NULL},
};
static const struct s3_wire replication_rule_members_wire[] = {
    {"ID"},
    {"Priority"},
    {"Prefix"},
    {"Filter", .members = replication_rule_filter_members_wire},
    {"Status"},
    {"SourceSelectionCriteria", .members = source_selection_criteria_members_wire},
    {"ExistingObjectReplication", .members = existing_object_replication_members_wire},
    {"Destination", .members = destination_members_wire},
    {"DeleteMarkerReplication", .members = delete_marker_replication_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_replication_rule_members =
    S_STRUCTURE(replication_rule_members);
static const struct slrun_param replication_configuration_members[] = {
    {"Role", S_STRING, SLRUN_REQUIRED, "Element Role."},
    {"Rules", S_LIST(shape_replication_rule_members), SLRUN_REQUIRED, "Elements Rule."},
    {.name = NULL},
};
static const struct s3_wire replication_configuration_members_wire[] = {
    {"Role"},
    {"Rule", S3_ELEMENT, S3_FLAT, .members = replication_rule_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_replication_result[] = {
    {"ReplicationConfiguration", S_STRUCTURE(replication_configuration_members), 0,
     "The body, an XML document ReplicationConfiguration."},
    {.name = NULL},
};
const struct s3_wire get_bucket_replication_result_wire[] = {
    {"ReplicationConfiguration", S3_PAYLOAD, .members = replication_configuration_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_request_payment_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_bucket_request_payment_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_request_payment_result[] = {
    {"Payer", S_STRING, 0, "Element Payer."},
    {.name = NULL},
};
const struct s3_wire get_bucket_request_payment_result_wire[] = {
    {"Payer"},
    {.name = NULL},
};

const struct slrun_param get_bucket_tagging_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_bucket_tagging_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_tagging_result[] = {
    {"TagSet", S_LIST(shape_tag_members), 0, "Elements Tag."},
    {.name = NULL},
};
const struct s3_wire get_bucket_tagging_result_wire[] = {
    {"TagSet", .item = "Tag", .members = tag_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_versioning_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_bucket_versioning_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_versioning_result[] = {
    {"Status", S_STRING, 0, "Element Status."},
    {"MFADelete", S_STRING, 0, "Element MfaDelete."},
    {.name = NULL},
};
const struct s3_wire get_bucket_versioning_result_wire[] = {
    {"Status"},
    {"MfaDelete"},
    {.name = NULL},
};

const struct slrun_param get_bucket_website_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_bucket_website_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const char *const words_protocol[] = {"http", "https", NULL};
static const struct slrun_param redirect_all_requests_to_members[] = {
    {"HostName", S_STRING, SLRUN_REQUIRED, "Element HostName."},
    {"Protocol", S_WORD(words_protocol), 0, "Element Protocol."},
    {.name = NULL},
};
static const struct s3_wire redirect_all_requests_to_members_wire[] = {
    {"HostName"},
    {"Protocol"},
    {.name = NULL},
};

static const struct slrun_param index_document_members[] = {
    {"Suffix", S_STRING, SLRUN_REQUIRED, "Element Suffix."},
    {.name = NULL},
};
static const struct s3_wire index_document_members_wire[] = {
    {"Suffix"},
    {.name = NULL},
};

static const struct slrun_param error_document_members[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {.name = NULL},
};
static const struct s3_wire error_document_members_wire[] = {
    {"Key"},
    {.name = NULL},
};

static const struct slrun_param condition_members[] = {
    {"HttpErrorCodeReturnedEquals", S_STRING, 0, "Element HttpErrorCodeReturnedEquals."},
    {"KeyPrefixEquals", S_STRING, 0, "Element KeyPrefixEquals."},
    {.name = NULL},
};
static const struct s3_wire condition_members_wire[] = {
    {"HttpErrorCodeReturnedEquals"},
    {"KeyPrefixEquals"},
    {.name = NULL},
};

static const struct slrun_param redirect_members[] = {
    {"HostName", S_STRING, 0, "Element HostName."},
    {"HttpRedirectCode", S_STRING, 0, "Element HttpRedirectCode."},
    {"Protocol", S_WORD(words_protocol), 0, "Element Protocol."},
    {"ReplaceKeyPrefixWith", S_STRING, 0, "Element ReplaceKeyPrefixWith."},
    {"ReplaceKeyWith", S_STRING, 0, "Element ReplaceKeyWith."},
    {.name = NULL},
};
static const struct s3_wire redirect_members_wire[] = {
    {"HostName"},       {"HttpRedirectCode"}, {"Protocol"}, {"ReplaceKeyPrefixWith"},
    {"ReplaceKeyWith"}, {.name = NULL},
};

static const struct slrun_param routing_rule_members[] = {
    {"Condition", S_STRUCTURE(condition_members), 0, "Element Condition."},
    {"Redirect", S_STRUCTURE(redirect_members), SLRUN_REQUIRED, "Element Redirect."},
    {.name = NULL},
};
static const struct s3_wire routing_rule_members_wire[] = {
    {"Condition", .members = condition_members_wire},
    {"Redirect", .members = redirect_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_routing_rule_members = S_STRUCTURE(routing_rule_members);
const struct slrun_param get_bucket_website_result[] = {
    {"RedirectAllRequestsTo", S_STRUCTURE(redirect_all_requests_to_members), 0,
     "Element RedirectAllRequestsTo."},
    {"IndexDocument", S_STRUCTURE(index_document_members), 0, "Element IndexDocument."},
    {"ErrorDocument", S_STRUCTURE(error_document_members), 0, "Element ErrorDocument."},
    {"RoutingRules", S_LIST(shape_routing_rule_members), 0, "Elements RoutingRule."},
    {.name = NULL},
};
const struct s3_wire get_bucket_website_result_wire[] = {
    {"RedirectAllRequestsTo", .members = redirect_all_requests_to_members_wire},
    {"IndexDocument", .members = index_document_members_wire},
    {"ErrorDocument", .members = error_document_members_wire},
    {"RoutingRules", .item = "RoutingRule", .members = routing_rule_members_wire},
    {.name = NULL},
};

static const char *const words_checksum_mode[] = {"ENABLED", NULL};
const struct slrun_param get_object_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"IfMatch", S_STRING, 0, "Header If-Match."},
    {"IfModifiedSince", S_TIMESTAMP, 0, "Header If-Modified-Since."},
    {"IfNoneMatch", S_STRING, 0, "Header If-None-Match."},
    {"IfUnmodifiedSince", S_TIMESTAMP, 0, "Header If-Unmodified-Since."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"Range", S_STRING, 0, "Bytes asked for: \"bytes=0-99\"."},
    {"ResponseCacheControl", S_STRING, 0, "Query parameter response-cache-control."},
    {"ResponseContentDisposition", S_STRING, 0, "Query parameter response-content-disposition."},
    {"ResponseContentEncoding", S_STRING, 0, "Query parameter response-content-encoding."},
    {"ResponseContentLanguage", S_STRING, 0, "Query parameter response-content-language."},
    {"ResponseContentType", S_STRING, 0, "Query parameter response-content-type."},
    {"ResponseExpires", S_TIMESTAMP, 0, "Query parameter response-expires."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"PartNumber", S_INTEGER, 0, "Number of the part, 1 to 10,000."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"ChecksumMode", S_WORD(words_checksum_mode), 0,
     "ENABLED unless given: the answer has a checksum, which is checked."},
    {"SaveAs", S_STRING, 0, "File that the body goes to; the result then has no Body."},
    {.name = NULL},
};
const struct s3_wire get_object_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"If-Match", S3_HEADER},
    {"If-Modified-Since", S3_HEADER, S3_HTTP_DATE},
    {"If-None-Match", S3_HEADER},
    {"If-Unmodified-Since", S3_HEADER, S3_HTTP_DATE},
    {"Key", S3_LABEL},
    {"Range", S3_HEADER},
    {"response-cache-control", S3_QUERY},
    {"response-content-disposition", S3_QUERY},
    {"response-content-encoding", S3_QUERY},
    {"response-content-language", S3_QUERY},
    {"response-content-type", S3_QUERY},
    {"response-expires", S3_QUERY, S3_HTTP_DATE},
    {"versionId", S3_QUERY},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-request-payer", S3_HEADER},
    {"partNumber", S3_QUERY},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-checksum-mode", S3_HEADER},
    {"SaveAs", S3_SAVE_AS},
    {.name = NULL},
};

const struct slrun_param get_object_result[] = {
    {"Body", S_BLOB, 0, "Bytes: a string, s3.binary or s3.file."},
    {"DeleteMarker", S_BOOLEAN, 0, "Header x-amz-delete-marker."},
    {"AcceptRanges", S_STRING, 0, "Header accept-ranges."},
    {"Expiration", S_STRING, 0, "Header x-amz-expiration."},
    {"Restore", S_STRING, 0, "Header x-amz-restore."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {"ContentLength", S_INTEGER, 0, "Header Content-Length."},
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"ChecksumCRC32", S_STRING, 0, "Header x-amz-checksum-crc32."},
    {"ChecksumCRC32C", S_STRING, 0, "Header x-amz-checksum-crc32c."},
    {"ChecksumCRC64NVME", S_STRING, 0, "Header x-amz-checksum-crc64nvme."},
    {"ChecksumSHA1", S_STRING, 0, "Header x-amz-checksum-sha1."},
    {"ChecksumSHA256", S_STRING, 0, "Header x-amz-checksum-sha256."},
    {"ChecksumSHA512", S_STRING, 0, "Header x-amz-checksum-sha512."},
    {"ChecksumMD5", S_STRING, 0, "Header x-amz-checksum-md5."},
    {"ChecksumXXHASH64", S_STRING, 0, "Header x-amz-checksum-xxhash64."},
    {"ChecksumXXHASH3", S_STRING, 0, "Header x-amz-checksum-xxhash3."},
    {"ChecksumXXHASH128", S_STRING, 0, "Header x-amz-checksum-xxhash128."},
    {"ChecksumType", S_STRING, 0, "Header x-amz-checksum-type."},
    {"MissingMeta", S_INTEGER, 0, "Header x-amz-missing-meta."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"CacheControl", S_STRING, 0, "Header Cache-Control."},
    {"ContentDisposition", S_STRING, 0, "Header Content-Disposition."},
    {"ContentEncoding", S_STRING, 0, "Header Content-Encoding."},
    {"ContentLanguage", S_STRING, 0, "Header Content-Language."},
    {"ContentRange", S_STRING, 0, "Header Content-Range."},
    {"ContentType", S_STRING, 0, "Header Content-Type."},
    {"Expires", S_TIMESTAMP, 0, "Header Expires."},
    {"WebsiteRedirectLocation", S_STRING, 0, "Header x-amz-website-redirect-location."},
    {"ServerSideEncryption", S_STRING, 0, "Header x-amz-server-side-encryption."},
    {"Metadata", S_MAP(shape_string), 0, "Names and values; they travel as x-amz-meta- headers."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKeyMD5", S_STRING, 0, "Header x-amz-server-side-encryption-customer-key-MD5."},
    {"SSEKMSKeyId", S_STRING, 0, "Header x-amz-server-side-encryption-aws-kms-key-id."},
    {"BucketKeyEnabled", S_BOOLEAN, 0, "Header x-amz-server-side-encryption-bucket-key-enabled."},
    {"StorageClass", S_STRING, 0, "Header x-amz-storage-class."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {"ReplicationStatus", S_STRING, 0, "Header x-amz-replication-status."},
    {"PartsCount", S_INTEGER, 0, "Header x-amz-mp-parts-count."},
    {"TagCount", S_INTEGER, 0, "Header x-amz-tagging-count."},
    {"ObjectLockMode", S_STRING, 0, "Header x-amz-object-lock-mode."},
    {"ObjectLockRetainUntilDate", S_TIMESTAMP, 0, "Header x-amz-object-lock-retain-until-date."},
    {"ObjectLockLegalHoldStatus", S_STRING, 0, "Header x-amz-object-lock-legal-hold."},
    {"ObjectLockEventHold", S_STRING, 0, "Header x-amz-object-lock-event-hold."},
    {"ObjectLockEventHoldDurationDays", S_INTEGER, 0,
     "Header x-amz-object-lock-event-hold-duration-days."},
    {"ObjectLockEventHoldDurationYears", S_INTEGER, 0,
     "Header x-amz-object-lock-event-hold-duration-years."},
    {.name = NULL},
};
const struct s3_wire get_object_result_wire[] = {
    {"Body", S3_PAYLOAD},
    {"x-amz-delete-marker", S3_HEADER},
    {"accept-ranges", S3_HEADER},
    {"x-amz-expiration", S3_HEADER},
    {"x-amz-restore", S3_HEADER},
    {"Last-Modified", S3_HEADER, S3_HTTP_DATE},
    {"Content-Length", S3_HEADER},
    {"ETag", S3_HEADER},
    {"x-amz-checksum-crc32", S3_HEADER},
    {"x-amz-checksum-crc32c", S3_HEADER},
    {"x-amz-checksum-crc64nvme", S3_HEADER},
    {"x-amz-checksum-sha1", S3_HEADER},
    {"x-amz-checksum-sha256", S3_HEADER},
    {"x-amz-checksum-sha512", S3_HEADER},
    {"x-amz-checksum-md5", S3_HEADER},
    {"x-amz-checksum-xxhash64", S3_HEADER},
    {"x-amz-checksum-xxhash3", S3_HEADER},
    {"x-amz-checksum-xxhash128", S3_HEADER},
    {"x-amz-checksum-type", S3_HEADER},
    {"x-amz-missing-meta", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {"Cache-Control", S3_HEADER},
    {"Content-Disposition", S3_HEADER},
    {"Content-Encoding", S3_HEADER},
    {"Content-Language", S3_HEADER},
    {"Content-Range", S3_HEADER},
    {"Content-Type", S3_HEADER},
    {"Expires", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-website-redirect-location", S3_HEADER},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-meta-", S3_META},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key-MD5", S3_HEADER},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-storage-class", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {"x-amz-replication-status", S3_HEADER},
    {"x-amz-mp-parts-count", S3_HEADER},
    {"x-amz-tagging-count", S3_HEADER},
    {"x-amz-object-lock-mode", S3_HEADER},
    {"x-amz-object-lock-retain-until-date", S3_HEADER},
    {"x-amz-object-lock-legal-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-days", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-years", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_object_acl_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_object_acl_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"versionId", S3_QUERY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_object_acl_result[] = {
    {"Owner", S_STRUCTURE(owner_members), 0, "Element Owner."},
    {"Grants", S_LIST(shape_grant_members), 0, "Elements Grant."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {.name = NULL},
};
const struct s3_wire get_object_acl_result_wire[] = {
    {"Owner", .members = owner_members_wire},
    {"AccessControlList", .item = "Grant", .members = grant_members_wire},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

static const char *const words_object_attributes[] = {"ETag",         "Checksum",   "ObjectParts",
                                                      "StorageClass", "ObjectSize", NULL};
static const struct slrun_shape shape_words_object_attributes = S_WORD(words_object_attributes);
const struct slrun_param get_object_attributes_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"MaxParts", S_INTEGER, 0, "Header x-amz-max-parts."},
    {"PartNumberMarker", S_INTEGER, 0, "Header x-amz-part-number-marker."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"ObjectAttributes", S_LIST(shape_words_object_attributes), SLRUN_REQUIRED,
     "Header x-amz-object-attributes."},
    {.name = NULL},
};
const struct s3_wire get_object_attributes_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"versionId", S3_QUERY},
    {"x-amz-max-parts", S3_HEADER},
    {"x-amz-part-number-marker", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-object-attributes", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param checksum_members[] = {
    {"ChecksumCRC32", S_STRING, 0, "Element ChecksumCRC32."},
    {"ChecksumCRC32C", S_STRING, 0, "Element ChecksumCRC32C."},
    {"ChecksumCRC64NVME", S_STRING, 0, "Element ChecksumCRC64NVME."},
    {"ChecksumSHA1", S_STRING, 0, "Element ChecksumSHA1."},
    {"ChecksumSHA256", S_STRING, 0, "Element ChecksumSHA256."},
    {"ChecksumSHA512", S_STRING, 0, "Element ChecksumSHA512."},
    {"ChecksumMD5", S_STRING, 0, "Element ChecksumMD5."},
    {"ChecksumXXHASH64", S_STRING, 0, "Element ChecksumXXHASH64."},
    {"ChecksumXXHASH3", S_STRING, 0, "Element ChecksumXXHASH3."},
    {"ChecksumXXHASH128", S_STRING, 0, "Element ChecksumXXHASH128."},
    {"ChecksumType", S_WORD(words_checksum_type), 0, "Element ChecksumType."},
    {.name = NULL},
};
static const struct s3_wire checksum_members_wire[] = {
    {"ChecksumCRC32"},   {"ChecksumCRC32C"},    {"ChecksumCRC64NVME"}, {"ChecksumSHA1"},
    {"ChecksumSHA256"},  {"ChecksumSHA512"},    {"ChecksumMD5"},       {"ChecksumXXHASH64"},
    {"ChecksumXXHASH3"}, {"ChecksumXXHASH128"}, {"ChecksumType"},      {.name = NULL},
};

static const struct slrun_param object_part_members[] = {
    {"PartNumber", S_INTEGER, 0, "Number of the part, 1 to 10,000."},
    {"Size", S_INTEGER, 0, "Element Size."},
    {"ChecksumCRC32", S_STRING, 0, "Element ChecksumCRC32."},
    {"ChecksumCRC32C", S_STRING, 0, "Element ChecksumCRC32C."},
    {"ChecksumCRC64NVME", S_STRING, 0, "Element ChecksumCRC64NVME."},
    {"ChecksumSHA1", S_STRING, 0, "Element ChecksumSHA1."},
    {"ChecksumSHA256", S_STRING, 0, "Element ChecksumSHA256."},
    {"ChecksumSHA512", S_STRING, 0, "Element ChecksumSHA512."},
    {"ChecksumMD5", S_STRING, 0, "Element ChecksumMD5."},
    {"ChecksumXXHASH64", S_STRING, 0, "Element ChecksumXXHASH64."},
    {"ChecksumXXHASH3", S_STRING, 0, "Element ChecksumXXHASH3."},
    {"ChecksumXXHASH128", S_STRING, 0, "Element ChecksumXXHASH128."},
    {.name = NULL},
};
static const struct s3_wire object_part_members_wire[] = {
    {"PartNumber"},        {"Size"},
    {"ChecksumCRC32"},     {"ChecksumCRC32C"},
    {"ChecksumCRC64NVME"}, {"ChecksumSHA1"},
    {"ChecksumSHA256"},    {"ChecksumSHA512"},
    {"ChecksumMD5"},       {"ChecksumXXHASH64"},
    {"ChecksumXXHASH3"},   {"ChecksumXXHASH128"},
    {.name = NULL},
};

static const struct slrun_shape shape_object_part_members = S_STRUCTURE(object_part_members);
static const struct slrun_param get_object_attributes_parts_members[] = {
    {"TotalPartsCount", S_INTEGER, 0, "Element PartsCount."},
    {"PartNumberMarker", S_INTEGER, 0, "Element PartNumberMarker."},
    {"NextPartNumberMarker", S_INTEGER, 0, "Element NextPartNumberMarker."},
    {"MaxParts", S_INTEGER, 0, "Element MaxParts."},
    {"IsTruncated", S_BOOLEAN, 0, "Element IsTruncated."},
    {"Parts", S_LIST(shape_object_part_members), 0, "Elements Part."},
    {.name = NULL},
};
static const struct s3_wire get_object_attributes_parts_members_wire[] = {
    {"PartsCount"},           {"PartNumberMarker"},
    {"NextPartNumberMarker"}, {"MaxParts"},
    {"IsTruncated"},          {"Part", S3_ELEMENT, S3_FLAT, .members = object_part_members_wire},
    {.name = NULL},
};

const struct slrun_param get_object_attributes_result[] = {
    {"DeleteMarker", S_BOOLEAN, 0, "Header x-amz-delete-marker."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"Checksum", S_STRUCTURE(checksum_members), 0, "Element Checksum."},
    {"ObjectParts", S_STRUCTURE(get_object_attributes_parts_members), 0, "Element ObjectParts."},
    {"StorageClass", S_STRING, 0, "Element StorageClass."},
    {"ObjectSize", S_INTEGER, 0, "Element ObjectSize."},
    {.name = NULL},
};
const struct s3_wire get_object_attributes_result_wire[] = {
    {"x-amz-delete-marker", S3_HEADER},
    {"Last-Modified", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-version-id", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {"ETag"},
    {"Checksum", .members = checksum_members_wire},
    {"ObjectParts", .members = get_object_attributes_parts_members_wire},
    {"StorageClass"},
    {"ObjectSize"},
    {.name = NULL},
};

const struct slrun_param get_object_legal_hold_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_object_legal_hold_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"versionId", S3_QUERY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param object_lock_legal_hold_members[] = {
    {"Status", S_WORD(words_object_lock_legal_hold_status), 0, "Element Status."},
    {.name = NULL},
};
static const struct s3_wire object_lock_legal_hold_members_wire[] = {
    {"Status"},
    {.name = NULL},
};

const struct slrun_param get_object_legal_hold_result[] = {
    {"LegalHold", S_STRUCTURE(object_lock_legal_hold_members), 0,
     "The body, an XML document LegalHold."},
    {.name = NULL},
};
const struct s3_wire get_object_legal_hold_result_wire[] = {
    {"LegalHold", S3_PAYLOAD, .members = object_lock_legal_hold_members_wire},
    {.name = NULL},
};

const struct slrun_param get_object_lock_configuration_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_object_lock_configuration_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const char *const words_object_lock_enabled[] = {"Enabled", NULL};
static const char *const words_object_lock_retention_mode[] = {"GOVERNANCE", "COMPLIANCE", NULL};
static const struct slrun_param event_hold_duration_members[] = {
    {"Days", S_INTEGER, 0, "Element Days."},
    {"Years", S_INTEGER, 0, "Element Years."},
    {.name = NULL},
};
static const struct s3_wire event_hold_duration_members_wire[] = {
    {"Days"},
    {"Years"},
    {.name = NULL},
};

static const struct slrun_param default_retention_members[] = {
    {"Mode", S_WORD(words_object_lock_retention_mode), 0, "Element Mode."},
    {"Days", S_INTEGER, 0, "Element Days."},
    {"Years", S_INTEGER, 0, "Element Years."},
    {"DefaultEventHold", S_STRUCTURE(event_hold_duration_members), 0, "Element DefaultEventHold."},
    {.name = NULL},
};
static const struct s3_wire default_retention_members_wire[] = {
    {"Mode"},       {"Days"},
    {"Years"},      {"DefaultEventHold", .members = event_hold_duration_members_wire},
    {.name = NULL},
};

static const struct slrun_param object_lock_rule_members[] = {
    {"DefaultRetention", S_STRUCTURE(default_retention_members), 0, "Element DefaultRetention."},
    {.name = NULL},
};
static const struct s3_wire object_lock_rule_members_wire[] = {
    {"DefaultRetention", .members = default_retention_members_wire},
    {.name = NULL},
};

static const struct slrun_param object_lock_configuration_members[] = {
    {"ObjectLockEnabled", S_WORD(words_object_lock_enabled), 0, "Element ObjectLockEnabled."},
    {"Rule", S_STRUCTURE(object_lock_rule_members), 0, "Element Rule."},
    {.name = NULL},
};
static const struct s3_wire object_lock_configuration_members_wire[] = {
    {"ObjectLockEnabled"},
    {"Rule", .members = object_lock_rule_members_wire},
    {.name = NULL},
};

const struct slrun_param get_object_lock_configuration_result[] = {
    {"ObjectLockConfiguration", S_STRUCTURE(object_lock_configuration_members), 0,
     "The body, an XML document ObjectLockConfiguration."},
    {.name = NULL},
};
const struct s3_wire get_object_lock_configuration_result_wire[] = {
    {"ObjectLockConfiguration", S3_PAYLOAD, .members = object_lock_configuration_members_wire},
    {.name = NULL},
};

const struct slrun_param get_object_retention_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_object_retention_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"versionId", S3_QUERY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param object_lock_retention_members[] = {
    {"Mode", S_WORD(words_object_lock_retention_mode), 0, "Element Mode."},
    {"RetainUntilDate", S_TIMESTAMP, 0, "Element RetainUntilDate."},
    {"EventHold", S_WORD(words_object_lock_event_hold), 0, "Element EventHold."},
    {"EventHoldDuration", S_STRUCTURE(event_hold_duration_members), 0,
     "Element EventHoldDuration."},
    {.name = NULL},
};
static const struct s3_wire object_lock_retention_members_wire[] = {
    {"Mode"},       {"RetainUntilDate"},
    {"EventHold"},  {"EventHoldDuration", .members = event_hold_duration_members_wire},
    {.name = NULL},
};

const struct slrun_param get_object_retention_result[] = {
    {"Retention", S_STRUCTURE(object_lock_retention_members), 0,
     "The body, an XML document Retention."},
    {.name = NULL},
};
const struct s3_wire get_object_retention_result_wire[] = {
    {"Retention", S3_PAYLOAD, .members = object_lock_retention_members_wire},
    {.name = NULL},
};

const struct slrun_param get_object_tagging_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {.name = NULL},
};
const struct s3_wire get_object_tagging_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"versionId", S3_QUERY},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_object_tagging_result[] = {
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"TagSet", S_LIST(shape_tag_members), 0, "Elements Tag."},
    {.name = NULL},
};
const struct s3_wire get_object_tagging_result_wire[] = {
    {"x-amz-version-id", S3_HEADER},
    {"TagSet", .item = "Tag", .members = tag_members_wire},
    {.name = NULL},
};

const struct slrun_param get_public_access_block_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire get_public_access_block_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param public_access_block_configuration_members[] = {
    {"BlockPublicAcls", S_BOOLEAN, 0, "Element BlockPublicAcls."},
    {"IgnorePublicAcls", S_BOOLEAN, 0, "Element IgnorePublicAcls."},
    {"BlockPublicPolicy", S_BOOLEAN, 0, "Element BlockPublicPolicy."},
    {"RestrictPublicBuckets", S_BOOLEAN, 0, "Element RestrictPublicBuckets."},
    {.name = NULL},
};
static const struct s3_wire public_access_block_configuration_members_wire[] = {
    {"BlockPublicAcls"},       {"IgnorePublicAcls"}, {"BlockPublicPolicy"},
    {"RestrictPublicBuckets"}, {.name = NULL},
};

const struct slrun_param get_public_access_block_result[] = {
    {"PublicAccessBlockConfiguration", S_STRUCTURE(public_access_block_configuration_members), 0,
     "The body, an XML document PublicAccessBlockConfiguration."},
    {.name = NULL},
};
const struct s3_wire get_public_access_block_result_wire[] = {
    {"PublicAccessBlockConfiguration", S3_PAYLOAD,
     .members = public_access_block_configuration_members_wire},
    {.name = NULL},
};

const struct slrun_param head_bucket_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire head_bucket_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param head_bucket_result[] = {
    {"BucketArn", S_STRING, 0, "Header x-amz-bucket-arn."},
    {"BucketLocationType", S_STRING, 0, "Header x-amz-bucket-location-type."},
    {"BucketLocationName", S_STRING, 0, "Header x-amz-bucket-location-name."},
    {"BucketRegion", S_STRING, 0, "Header x-amz-bucket-region."},
    {"AccessPointAlias", S_BOOLEAN, 0, "Header x-amz-access-point-alias."},
    {.name = NULL},
};
const struct s3_wire head_bucket_result_wire[] = {
    {"x-amz-bucket-arn", S3_HEADER},           {"x-amz-bucket-location-type", S3_HEADER},
    {"x-amz-bucket-location-name", S3_HEADER}, {"x-amz-bucket-region", S3_HEADER},
    {"x-amz-access-point-alias", S3_HEADER},   {.name = NULL},
};

const struct slrun_param head_object_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"IfMatch", S_STRING, 0, "Header If-Match."},
    {"IfModifiedSince", S_TIMESTAMP, 0, "Header If-Modified-Since."},
    {"IfNoneMatch", S_STRING, 0, "Header If-None-Match."},
    {"IfUnmodifiedSince", S_TIMESTAMP, 0, "Header If-Unmodified-Since."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"Range", S_STRING, 0, "Bytes asked for: \"bytes=0-99\"."},
    {"ResponseCacheControl", S_STRING, 0, "Query parameter response-cache-control."},
    {"ResponseContentDisposition", S_STRING, 0, "Query parameter response-content-disposition."},
    {"ResponseContentEncoding", S_STRING, 0, "Query parameter response-content-encoding."},
    {"ResponseContentLanguage", S_STRING, 0, "Query parameter response-content-language."},
    {"ResponseContentType", S_STRING, 0, "Query parameter response-content-type."},
    {"ResponseExpires", S_TIMESTAMP, 0, "Query parameter response-expires."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"PartNumber", S_INTEGER, 0, "Number of the part, 1 to 10,000."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"ChecksumMode", S_WORD(words_checksum_mode), 0,
     "ENABLED unless given: the answer has a checksum, which is checked."},
    {.name = NULL},
};
const struct s3_wire head_object_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"If-Match", S3_HEADER},
    {"If-Modified-Since", S3_HEADER, S3_HTTP_DATE},
    {"If-None-Match", S3_HEADER},
    {"If-Unmodified-Since", S3_HEADER, S3_HTTP_DATE},
    {"Key", S3_LABEL},
    {"Range", S3_HEADER},
    {"response-cache-control", S3_QUERY},
    {"response-content-disposition", S3_QUERY},
    {"response-content-encoding", S3_QUERY},
    {"response-content-language", S3_QUERY},
    {"response-content-type", S3_QUERY},
    {"response-expires", S3_QUERY, S3_HTTP_DATE},
    {"versionId", S3_QUERY},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-request-payer", S3_HEADER},
    {"partNumber", S3_QUERY},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-checksum-mode", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param head_object_result[] = {
    {"DeleteMarker", S_BOOLEAN, 0, "Header x-amz-delete-marker."},
    {"AcceptRanges", S_STRING, 0, "Header accept-ranges."},
    {"Expiration", S_STRING, 0, "Header x-amz-expiration."},
    {"Restore", S_STRING, 0, "Header x-amz-restore."},
    {"ArchiveStatus", S_STRING, 0, "Header x-amz-archive-status."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {"ContentLength", S_INTEGER, 0, "Header Content-Length."},
    {"ChecksumCRC32", S_STRING, 0, "Header x-amz-checksum-crc32."},
    {"ChecksumCRC32C", S_STRING, 0, "Header x-amz-checksum-crc32c."},
    {"ChecksumCRC64NVME", S_STRING, 0, "Header x-amz-checksum-crc64nvme."},
    {"ChecksumSHA1", S_STRING, 0, "Header x-amz-checksum-sha1."},
    {"ChecksumSHA256", S_STRING, 0, "Header x-amz-checksum-sha256."},
    {"ChecksumSHA512", S_STRING, 0, "Header x-amz-checksum-sha512."},
    {"ChecksumMD5", S_STRING, 0, "Header x-amz-checksum-md5."},
    {"ChecksumXXHASH64", S_STRING, 0, "Header x-amz-checksum-xxhash64."},
    {"ChecksumXXHASH3", S_STRING, 0, "Header x-amz-checksum-xxhash3."},
    {"ChecksumXXHASH128", S_STRING, 0, "Header x-amz-checksum-xxhash128."},
    {"ChecksumType", S_STRING, 0, "Header x-amz-checksum-type."},
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"MissingMeta", S_INTEGER, 0, "Header x-amz-missing-meta."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"CacheControl", S_STRING, 0, "Header Cache-Control."},
    {"ContentDisposition", S_STRING, 0, "Header Content-Disposition."},
    {"ContentEncoding", S_STRING, 0, "Header Content-Encoding."},
    {"ContentLanguage", S_STRING, 0, "Header Content-Language."},
    {"ContentType", S_STRING, 0, "Header Content-Type."},
    {"ContentRange", S_STRING, 0, "Header Content-Range."},
    {"Expires", S_TIMESTAMP, 0, "Header Expires."},
    {"WebsiteRedirectLocation", S_STRING, 0, "Header x-amz-website-redirect-location."},
    {"ServerSideEncryption", S_STRING, 0, "Header x-amz-server-side-encryption."},
    {"Metadata", S_MAP(shape_string), 0, "Names and values; they travel as x-amz-meta- headers."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKeyMD5", S_STRING, 0, "Header x-amz-server-side-encryption-customer-key-MD5."},
    {"SSEKMSKeyId", S_STRING, 0, "Header x-amz-server-side-encryption-aws-kms-key-id."},
    {"BucketKeyEnabled", S_BOOLEAN, 0, "Header x-amz-server-side-encryption-bucket-key-enabled."},
    {"StorageClass", S_STRING, 0, "Header x-amz-storage-class."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {"ReplicationStatus", S_STRING, 0, "Header x-amz-replication-status."},
    {"PartsCount", S_INTEGER, 0, "Header x-amz-mp-parts-count."},
    {"TagCount", S_INTEGER, 0, "Header x-amz-tagging-count."},
    {"ObjectLockMode", S_STRING, 0, "Header x-amz-object-lock-mode."},
    {"ObjectLockRetainUntilDate", S_TIMESTAMP, 0, "Header x-amz-object-lock-retain-until-date."},
    {"ObjectLockLegalHoldStatus", S_STRING, 0, "Header x-amz-object-lock-legal-hold."},
    {"ObjectLockEventHold", S_STRING, 0, "Header x-amz-object-lock-event-hold."},
    {"ObjectLockEventHoldDurationDays", S_INTEGER, 0,
     "Header x-amz-object-lock-event-hold-duration-days."},
    {"ObjectLockEventHoldDurationYears", S_INTEGER, 0,
     "Header x-amz-object-lock-event-hold-duration-years."},
    {.name = NULL},
};
const struct s3_wire head_object_result_wire[] = {
    {"x-amz-delete-marker", S3_HEADER},
    {"accept-ranges", S3_HEADER},
    {"x-amz-expiration", S3_HEADER},
    {"x-amz-restore", S3_HEADER},
    {"x-amz-archive-status", S3_HEADER},
    {"Last-Modified", S3_HEADER, S3_HTTP_DATE},
    {"Content-Length", S3_HEADER},
    {"x-amz-checksum-crc32", S3_HEADER},
    {"x-amz-checksum-crc32c", S3_HEADER},
    {"x-amz-checksum-crc64nvme", S3_HEADER},
    {"x-amz-checksum-sha1", S3_HEADER},
    {"x-amz-checksum-sha256", S3_HEADER},
    {"x-amz-checksum-sha512", S3_HEADER},
    {"x-amz-checksum-md5", S3_HEADER},
    {"x-amz-checksum-xxhash64", S3_HEADER},
    {"x-amz-checksum-xxhash3", S3_HEADER},
    {"x-amz-checksum-xxhash128", S3_HEADER},
    {"x-amz-checksum-type", S3_HEADER},
    {"ETag", S3_HEADER},
    {"x-amz-missing-meta", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {"Cache-Control", S3_HEADER},
    {"Content-Disposition", S3_HEADER},
    {"Content-Encoding", S3_HEADER},
    {"Content-Language", S3_HEADER},
    {"Content-Type", S3_HEADER},
    {"Content-Range", S3_HEADER},
    {"Expires", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-website-redirect-location", S3_HEADER},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-meta-", S3_META},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key-MD5", S3_HEADER},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-storage-class", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {"x-amz-replication-status", S3_HEADER},
    {"x-amz-mp-parts-count", S3_HEADER},
    {"x-amz-tagging-count", S3_HEADER},
    {"x-amz-object-lock-mode", S3_HEADER},
    {"x-amz-object-lock-retain-until-date", S3_HEADER},
    {"x-amz-object-lock-legal-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-days", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-years", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param list_buckets_params[] = {
    {"MaxBuckets", S_INTEGER, 0, "Query parameter max-buckets."},
    {"ContinuationToken", S_STRING, 0, "Where the page before ended."},
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"BucketRegion", S_STRING, 0, "Query parameter bucket-region."},
    {.name = NULL},
};
const struct s3_wire list_buckets_params_wire[] = {
    {"max-buckets", S3_QUERY},
    {"continuation-token", S3_QUERY},
    {"prefix", S3_QUERY},
    {"bucket-region", S3_QUERY},
    {.name = NULL},
};

static const struct slrun_param bucket_members[] = {
    {"Name", S_STRING, 0, "Element Name."},
    {"CreationDate", S_TIMESTAMP, 0, "Element CreationDate."},
    {"BucketRegion", S_STRING, 0, "Element BucketRegion."},
    {"BucketArn", S_STRING, 0, "Element BucketArn."},
    {.name = NULL},
};
static const struct s3_wire bucket_members_wire[] = {
    {"Name"}, {"CreationDate"}, {"BucketRegion"}, {"BucketArn"}, {.name = NULL},
};

static const struct slrun_shape shape_bucket_members = S_STRUCTURE(bucket_members);
const struct slrun_param list_buckets_result[] = {
    {"Buckets", S_LIST(shape_bucket_members), 0, "Elements Bucket."},
    {"Owner", S_STRUCTURE(owner_members), 0, "Element Owner."},
    {"ContinuationToken", S_STRING, 0, "Where the page before ended."},
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {.name = NULL},
};
const struct s3_wire list_buckets_result_wire[] = {
    {"Buckets", .item = "Bucket", .members = bucket_members_wire},
    {"Owner", .members = owner_members_wire},
    {"ContinuationToken"},
    {"Prefix"},
    {.name = NULL},
};

const struct slrun_param list_multipart_uploads_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Delimiter", S_STRING, 0, "Query parameter delimiter."},
    {"KeyMarker", S_STRING, 0, "Query parameter key-marker."},
    {"MaxUploads", S_INTEGER, 0, "Query parameter max-uploads."},
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"UploadIdMarker", S_STRING, 0, "Query parameter upload-id-marker."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {.name = NULL},
};
const struct s3_wire list_multipart_uploads_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"delimiter", S3_QUERY},
    {"key-marker", S3_QUERY},
    {"max-uploads", S3_QUERY},
    {"prefix", S3_QUERY},
    {"upload-id-marker", S3_QUERY},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param initiator_members[] = {
    {"ID", S_STRING, 0, "Element ID."},
    {"DisplayName", S_STRING, 0, "Element DisplayName."},
    {.name = NULL},
};
static const struct s3_wire initiator_members_wire[] = {
    {"ID"},
    {"DisplayName"},
    {.name = NULL},
};

static const struct slrun_param multipart_upload_members[] = {
    {"UploadId", S_STRING, 0, "Id of the multipart upload."},
    {"Key", S_STRING, 0, "Key of the object."},
    {"Initiated", S_TIMESTAMP, 0, "Element Initiated."},
    {"StorageClass", S_WORD(words_storage_class), 0, "Element StorageClass."},
    {"Owner", S_STRUCTURE(owner_members), 0, "Element Owner."},
    {"Initiator", S_STRUCTURE(initiator_members), 0, "Element Initiator."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ChecksumType", S_WORD(words_checksum_type), 0, "Element ChecksumType."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {.name = NULL},
};
static const struct s3_wire multipart_upload_members_wire[] = {
    {"UploadId"},
    {"Key"},
    {"Initiated"},
    {"StorageClass"},
    {"Owner", .members = owner_members_wire},
    {"Initiator", .members = initiator_members_wire},
    {"ChecksumAlgorithm"},
    {"ChecksumType"},
    {"VersionId"},
    {.name = NULL},
};

static const struct slrun_shape shape_multipart_upload_members =
    S_STRUCTURE(multipart_upload_members);
static const struct slrun_param common_prefix_members[] = {
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {.name = NULL},
};
static const struct s3_wire common_prefix_members_wire[] = {
    {"Prefix"},
    {.name = NULL},
};

static const struct slrun_shape shape_common_prefix_members = S_STRUCTURE(common_prefix_members);
const struct slrun_param list_multipart_uploads_result[] = {
    {"Bucket", S_STRING, 0, "Name of the bucket."},
    {"KeyMarker", S_STRING, 0, "Element KeyMarker."},
    {"UploadIdMarker", S_STRING, 0, "Element UploadIdMarker."},
    {"NextKeyMarker", S_STRING, 0, "Element NextKeyMarker."},
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"Delimiter", S_STRING, 0, "Element Delimiter."},
    {"NextUploadIdMarker", S_STRING, 0, "Element NextUploadIdMarker."},
    {"MaxUploads", S_INTEGER, 0, "Element MaxUploads."},
    {"IsTruncated", S_BOOLEAN, 0, "Element IsTruncated."},
    {"Uploads", S_LIST(shape_multipart_upload_members), 0, "Elements Upload."},
    {"CommonPrefixes", S_LIST(shape_common_prefix_members), 0, "Elements CommonPrefixes."},
    {"EncodingType", S_STRING, 0, "Element EncodingType."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {.name = NULL},
};
const struct s3_wire list_multipart_uploads_result_wire[] = {
    {"Bucket"},
    {"KeyMarker"},
    {"UploadIdMarker"},
    {"NextKeyMarker"},
    {"Prefix"},
    {"Delimiter"},
    {"NextUploadIdMarker"},
    {"MaxUploads"},
    {"IsTruncated"},
    {"Upload", S3_ELEMENT, S3_FLAT, .members = multipart_upload_members_wire},
    {"CommonPrefixes", S3_ELEMENT, S3_FLAT, .members = common_prefix_members_wire},
    {"EncodingType"},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

static const char *const words_optional_object_attributes[] = {"RestoreStatus", NULL};
static const struct slrun_shape shape_words_optional_object_attributes =
    S_WORD(words_optional_object_attributes);
const struct slrun_param list_object_versions_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Delimiter", S_STRING, 0, "Query parameter delimiter."},
    {"KeyMarker", S_STRING, 0, "Query parameter key-marker."},
    {"MaxKeys", S_INTEGER, 0, "Query parameter max-keys."},
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"VersionIdMarker", S_STRING, 0, "Query parameter version-id-marker."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"OptionalObjectAttributes", S_LIST(shape_words_optional_object_attributes), 0,
     "Header x-amz-optional-object-attributes."},
    {.name = NULL},
};
const struct s3_wire list_object_versions_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"delimiter", S3_QUERY},
    {"key-marker", S3_QUERY},
    {"max-keys", S3_QUERY},
    {"prefix", S3_QUERY},
    {"version-id-marker", S3_QUERY},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-optional-object-attributes", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_shape shape_words_checksum_algorithm = S_WORD(words_checksum_algorithm);
static const char *const words_object_version_storage_class[] = {"STANDARD", NULL};
static const struct slrun_param restore_status_members[] = {
    {"IsRestoreInProgress", S_BOOLEAN, 0, "Element IsRestoreInProgress."},
    {"RestoreExpiryDate", S_TIMESTAMP, 0, "Element RestoreExpiryDate."},
    {.name = NULL},
};
static const struct s3_wire restore_status_members_wire[] = {
    {"IsRestoreInProgress"},
    {"RestoreExpiryDate"},
    {.name = NULL},
};

static const struct slrun_param object_version_members[] = {
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"ChecksumAlgorithm", S_LIST(shape_words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ChecksumType", S_WORD(words_checksum_type), 0, "Element ChecksumType."},
    {"Size", S_INTEGER, 0, "Element Size."},
    {"StorageClass", S_WORD(words_object_version_storage_class), 0, "Element StorageClass."},
    {"Key", S_STRING, 0, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"IsLatest", S_BOOLEAN, 0, "Element IsLatest."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {"Owner", S_STRUCTURE(owner_members), 0, "Element Owner."},
    {"RestoreStatus", S_STRUCTURE(restore_status_members), 0, "Element RestoreStatus."},
    {.name = NULL},
};
static const struct s3_wire object_version_members_wire[] = {
    {"ETag"},
    {"ChecksumAlgorithm", S3_ELEMENT, S3_FLAT},
    {"ChecksumType"},
    {"Size"},
    {"StorageClass"},
    {"Key"},
    {"VersionId"},
    {"IsLatest"},
    {"LastModified"},
    {"Owner", .members = owner_members_wire},
    {"RestoreStatus", .members = restore_status_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_object_version_members = S_STRUCTURE(object_version_members);
static const struct slrun_param delete_marker_entry_members[] = {
    {"Owner", S_STRUCTURE(owner_members), 0, "Element Owner."},
    {"Key", S_STRING, 0, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"IsLatest", S_BOOLEAN, 0, "Element IsLatest."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {.name = NULL},
};
static const struct s3_wire delete_marker_entry_members_wire[] = {
    {"Owner", .members = owner_members_wire},
    {"Key"},
    {"VersionId"},
    {"IsLatest"},
    {"LastModified"},
    {.name = NULL},
};

static const struct slrun_shape shape_delete_marker_entry_members =
    S_STRUCTURE(delete_marker_entry_members);
const struct slrun_param list_object_versions_result[] = {
    {"IsTruncated", S_BOOLEAN, 0, "Element IsTruncated."},
    {"KeyMarker", S_STRING, 0, "Element KeyMarker."},
    {"VersionIdMarker", S_STRING, 0, "Element VersionIdMarker."},
    {"NextKeyMarker", S_STRING, 0, "Element NextKeyMarker."},
    {"NextVersionIdMarker", S_STRING, 0, "Element NextVersionIdMarker."},
    {"Versions", S_LIST(shape_object_version_members), 0, "Elements Version."},
    {"DeleteMarkers", S_LIST(shape_delete_marker_entry_members), 0, "Elements DeleteMarker."},
    {"Name", S_STRING, 0, "Element Name."},
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"Delimiter", S_STRING, 0, "Element Delimiter."},
    {"MaxKeys", S_INTEGER, 0, "Element MaxKeys."},
    {"CommonPrefixes", S_LIST(shape_common_prefix_members), 0, "Elements CommonPrefixes."},
    {"EncodingType", S_STRING, 0, "Element EncodingType."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {.name = NULL},
};
const struct s3_wire list_object_versions_result_wire[] = {
    {"IsTruncated"},
    {"KeyMarker"},
    {"VersionIdMarker"},
    {"NextKeyMarker"},
    {"NextVersionIdMarker"},
    {"Version", S3_ELEMENT, S3_FLAT, .members = object_version_members_wire},
    {"DeleteMarker", S3_ELEMENT, S3_FLAT, .members = delete_marker_entry_members_wire},
    {"Name"},
    {"Prefix"},
    {"Delimiter"},
    {"MaxKeys"},
    {"CommonPrefixes", S3_ELEMENT, S3_FLAT, .members = common_prefix_members_wire},
    {"EncodingType"},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param list_objects_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Delimiter", S_STRING, 0, "Query parameter delimiter."},
    {"Marker", S_STRING, 0, "Query parameter marker."},
    {"MaxKeys", S_INTEGER, 0, "Query parameter max-keys."},
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"OptionalObjectAttributes", S_LIST(shape_words_optional_object_attributes), 0,
     "Header x-amz-optional-object-attributes."},
    {.name = NULL},
};
const struct s3_wire list_objects_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"delimiter", S3_QUERY},
    {"marker", S3_QUERY},
    {"max-keys", S3_QUERY},
    {"prefix", S3_QUERY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-optional-object-attributes", S3_HEADER},
    {.name = NULL},
};

static const char *const words_object_storage_class[] = {"STANDARD",
                                                         "REDUCED_REDUNDANCY",
                                                         "GLACIER",
                                                         "STANDARD_IA",
                                                         "ONEZONE_IA",
                                                         "INTELLIGENT_TIERING",
                                                         "DEEP_ARCHIVE",
                                                         "OUTPOSTS",
                                                         "GLACIER_IR",
                                                         "SNOW",
                                                         "EXPRESS_ONEZONE",
                                                         "FSX_OPENZFS",
                                                         "FSX_ONTAP",
                                                         "AWS_BACKUP_WARM",
                                                         "AWS_BACKUP_LOW_COST_WARM",
                                                         NULL};
static const struct slrun_param object_members[] = {
    {"Key", S_STRING, 0, "Key of the object."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"ChecksumAlgorithm", S_LIST(shape_words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ChecksumType", S_WORD(words_checksum_type), 0, "Element ChecksumType."},
    {"Size", S_INTEGER, 0, "Element Size."},
    {"StorageClass", S_WORD(words_object_storage_class), 0, "Element StorageClass."},
    {"Owner", S_STRUCTURE(owner_members), 0, "Element Owner."},
    {"RestoreStatus", S_STRUCTURE(restore_status_members), 0, "Element RestoreStatus."},
    {.name = NULL},
};
static const struct s3_wire object_members_wire[] = {
    {"Key"},
    {"LastModified"},
    {"ETag"},
    {"ChecksumAlgorithm", S3_ELEMENT, S3_FLAT},
    {"ChecksumType"},
    {"Size"},
    {"StorageClass"},
    {"Owner", .members = owner_members_wire},
    {"RestoreStatus", .members = restore_status_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_object_members = S_STRUCTURE(object_members);
const struct slrun_param list_objects_result[] = {
    {"IsTruncated", S_BOOLEAN, 0, "Element IsTruncated."},
    {"Marker", S_STRING, 0, "Element Marker."},
    {"NextMarker", S_STRING, 0, "Element NextMarker."},
    {"Contents", S_LIST(shape_object_members), 0, "Elements Contents."},
    {"Name", S_STRING, 0, "Element Name."},
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"Delimiter", S_STRING, 0, "Element Delimiter."},
    {"MaxKeys", S_INTEGER, 0, "Element MaxKeys."},
    {"CommonPrefixes", S_LIST(shape_common_prefix_members), 0, "Elements CommonPrefixes."},
    {"EncodingType", S_STRING, 0, "Element EncodingType."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {.name = NULL},
};
const struct s3_wire list_objects_result_wire[] = {
    {"IsTruncated"},
    {"Marker"},
    {"NextMarker"},
    {"Contents", S3_ELEMENT, S3_FLAT, .members = object_members_wire},
    {"Name"},
    {"Prefix"},
    {"Delimiter"},
    {"MaxKeys"},
    {"CommonPrefixes", S3_ELEMENT, S3_FLAT, .members = common_prefix_members_wire},
    {"EncodingType"},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param list_objects_v2_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Delimiter", S_STRING, 0, "Query parameter delimiter."},
    {"MaxKeys", S_INTEGER, 0, "Query parameter max-keys."},
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"ContinuationToken", S_STRING, 0, "Where the page before ended."},
    {"FetchOwner", S_BOOLEAN, 0, "Query parameter fetch-owner."},
    {"StartAfter", S_STRING, 0, "Query parameter start-after."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"OptionalObjectAttributes", S_LIST(shape_words_optional_object_attributes), 0,
     "Header x-amz-optional-object-attributes."},
    {.name = NULL},
};
const struct s3_wire list_objects_v2_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"delimiter", S3_QUERY},
    {"max-keys", S3_QUERY},
    {"prefix", S3_QUERY},
    {"continuation-token", S3_QUERY},
    {"fetch-owner", S3_QUERY},
    {"start-after", S3_QUERY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-optional-object-attributes", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param list_objects_v2_result[] = {
    {"IsTruncated", S_BOOLEAN, 0, "Element IsTruncated."},
    {"Contents", S_LIST(shape_object_members), 0, "Elements Contents."},
    {"Name", S_STRING, 0, "Element Name."},
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"Delimiter", S_STRING, 0, "Element Delimiter."},
    {"MaxKeys", S_INTEGER, 0, "Element MaxKeys."},
    {"CommonPrefixes", S_LIST(shape_common_prefix_members), 0, "Elements CommonPrefixes."},
    {"EncodingType", S_STRING, 0, "Element EncodingType."},
    {"KeyCount", S_INTEGER, 0, "Element KeyCount."},
    {"ContinuationToken", S_STRING, 0, "Where the page before ended."},
    {"NextContinuationToken", S_STRING, 0, "Element NextContinuationToken."},
    {"StartAfter", S_STRING, 0, "Element StartAfter."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {.name = NULL},
};
const struct s3_wire list_objects_v2_result_wire[] = {
    {"IsTruncated"},
    {"Contents", S3_ELEMENT, S3_FLAT, .members = object_members_wire},
    {"Name"},
    {"Prefix"},
    {"Delimiter"},
    {"MaxKeys"},
    {"CommonPrefixes", S3_ELEMENT, S3_FLAT, .members = common_prefix_members_wire},
    {"EncodingType"},
    {"KeyCount"},
    {"ContinuationToken"},
    {"NextContinuationToken"},
    {"StartAfter"},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param list_parts_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"MaxParts", S_INTEGER, 0, "Query parameter max-parts."},
    {"PartNumberMarker", S_INTEGER, 0, "Query parameter part-number-marker."},
    {"UploadId", S_STRING, SLRUN_REQUIRED, "Id of the multipart upload."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {.name = NULL},
};
const struct s3_wire list_parts_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"max-parts", S3_QUERY},
    {"part-number-marker", S3_QUERY},
    {"uploadId", S3_QUERY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {.name = NULL},
};

static const struct slrun_param part_members[] = {
    {"PartNumber", S_INTEGER, 0, "Number of the part, 1 to 10,000."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"Size", S_INTEGER, 0, "Element Size."},
    {"ChecksumCRC32", S_STRING, 0, "Element ChecksumCRC32."},
    {"ChecksumCRC32C", S_STRING, 0, "Element ChecksumCRC32C."},
    {"ChecksumCRC64NVME", S_STRING, 0, "Element ChecksumCRC64NVME."},
    {"ChecksumSHA1", S_STRING, 0, "Element ChecksumSHA1."},
    {"ChecksumSHA256", S_STRING, 0, "Element ChecksumSHA256."},
    {"ChecksumSHA512", S_STRING, 0, "Element ChecksumSHA512."},
    {"ChecksumMD5", S_STRING, 0, "Element ChecksumMD5."},
    {"ChecksumXXHASH64", S_STRING, 0, "Element ChecksumXXHASH64."},
    {"ChecksumXXHASH3", S_STRING, 0, "Element ChecksumXXHASH3."},
    {"ChecksumXXHASH128", S_STRING, 0, "Element ChecksumXXHASH128."},
    {.name = NULL},
};
static const struct s3_wire part_members_wire[] = {
    {"PartNumber"},
    {"LastModified"},
    {"ETag"},
    {"Size"},
    {"ChecksumCRC32"},
    {"ChecksumCRC32C"},
    {"ChecksumCRC64NVME"},
    {"ChecksumSHA1"},
    {"ChecksumSHA256"},
    {"ChecksumSHA512"},
    {"ChecksumMD5"},
    {"ChecksumXXHASH64"},
    {"ChecksumXXHASH3"},
    {"ChecksumXXHASH128"},
    {.name = NULL},
};

static const struct slrun_shape shape_part_members = S_STRUCTURE(part_members);
const struct slrun_param list_parts_result[] = {
    {"AbortDate", S_TIMESTAMP, 0, "Header x-amz-abort-date."},
    {"AbortRuleId", S_STRING, 0, "Header x-amz-abort-rule-id."},
    {"Bucket", S_STRING, 0, "Name of the bucket."},
    {"Key", S_STRING, 0, "Key of the object."},
    {"UploadId", S_STRING, 0, "Id of the multipart upload."},
    {"PartNumberMarker", S_INTEGER, 0, "Element PartNumberMarker."},
    {"NextPartNumberMarker", S_INTEGER, 0, "Element NextPartNumberMarker."},
    {"MaxParts", S_INTEGER, 0, "Element MaxParts."},
    {"IsTruncated", S_BOOLEAN, 0, "Element IsTruncated."},
    {"Parts", S_LIST(shape_part_members), 0, "Elements Part."},
    {"Initiator", S_STRUCTURE(initiator_members), 0, "Element Initiator."},
    {"Owner", S_STRUCTURE(owner_members), 0, "Element Owner."},
    {"StorageClass", S_STRING, 0, "Element StorageClass."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {"ChecksumAlgorithm", S_STRING, 0, "What is computed and sent along; CRC32 unless given."},
    {"ChecksumType", S_STRING, 0, "Element ChecksumType."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {.name = NULL},
};
const struct s3_wire list_parts_result_wire[] = {
    {"x-amz-abort-date", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-abort-rule-id", S3_HEADER},
    {"Bucket"},
    {"Key"},
    {"UploadId"},
    {"PartNumberMarker"},
    {"NextPartNumberMarker"},
    {"MaxParts"},
    {"IsTruncated"},
    {"Part", S3_ELEMENT, S3_FLAT, .members = part_members_wire},
    {"Initiator", .members = initiator_members_wire},
    {"Owner", .members = owner_members_wire},
    {"StorageClass"},
    {"x-amz-request-charged", S3_HEADER},
    {"ChecksumAlgorithm"},
    {"ChecksumType"},
    {"x-amz-version-id", S3_HEADER},
    {.name = NULL},
};

static const char *const words_bucket_accelerate_status[] = {"Enabled", "Suspended", NULL};
static const struct slrun_param accelerate_configuration_members[] = {
    {"Status", S_WORD(words_bucket_accelerate_status), 0, "Element Status."},
    {.name = NULL},
};
static const struct s3_wire accelerate_configuration_members_wire[] = {
    {"Status"},
    {.name = NULL},
};

const struct slrun_param put_bucket_accelerate_configuration_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"AccelerateConfiguration", S_STRUCTURE(accelerate_configuration_members), SLRUN_REQUIRED,
     "The body, an XML document AccelerateConfiguration."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {.name = NULL},
};
const struct s3_wire put_bucket_accelerate_configuration_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"AccelerateConfiguration", S3_PAYLOAD, .members = accelerate_configuration_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param access_control_policy_members[] = {
    {"Grants", S_LIST(shape_grant_members), 0, "Elements Grant."},
    {"Owner", S_STRUCTURE(owner_members), 0, "Element Owner."},
    {.name = NULL},
};
static const struct s3_wire access_control_policy_members_wire[] = {
    {"AccessControlList", .item = "Grant", .members = grant_members_wire},
    {"Owner", .members = owner_members_wire},
    {.name = NULL},
};

const struct slrun_param put_bucket_acl_params[] = {
    {"ACL", S_WORD(words_bucket_canned_acl), 0, "Header x-amz-acl."},
    {"AccessControlPolicy", S_STRUCTURE(access_control_policy_members), 0,
     "The body, an XML document AccessControlPolicy."},
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"GrantFullControl", S_STRING, 0, "Header x-amz-grant-full-control."},
    {"GrantRead", S_STRING, 0, "Header x-amz-grant-read."},
    {"GrantReadACP", S_STRING, 0, "Header x-amz-grant-read-acp."},
    {"GrantWrite", S_STRING, 0, "Header x-amz-grant-write."},
    {"GrantWriteACP", S_STRING, 0, "Header x-amz-grant-write-acp."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire put_bucket_acl_params_wire[] = {
    {"x-amz-acl", S3_HEADER},
    {"AccessControlPolicy", S3_PAYLOAD, .members = access_control_policy_members_wire},
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-grant-full-control", S3_HEADER},
    {"x-amz-grant-read", S3_HEADER},
    {"x-amz-grant-read-acp", S3_HEADER},
    {"x-amz-grant-write", S3_HEADER},
    {"x-amz-grant-write-acp", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param cors_configuration_members[] = {
    {"CORSRules", S_LIST(shape_cors_rule_members), SLRUN_REQUIRED, "Elements CORSRule."},
    {.name = NULL},
};
static const struct s3_wire cors_configuration_members_wire[] = {
    {"CORSRule", S3_ELEMENT, S3_FLAT, .members = cors_rule_members_wire},
    {.name = NULL},
};

const struct slrun_param put_bucket_cors_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"CORSConfiguration", S_STRUCTURE(cors_configuration_members), SLRUN_REQUIRED,
     "The body, an XML document CORSConfiguration."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire put_bucket_cors_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"CORSConfiguration", S3_PAYLOAD, .members = cors_configuration_members_wire},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_bucket_encryption_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ServerSideEncryptionConfiguration", S_STRUCTURE(server_side_encryption_configuration_members),
     SLRUN_REQUIRED, "The body, an XML document ServerSideEncryptionConfiguration."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire put_bucket_encryption_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"ServerSideEncryptionConfiguration", S3_PAYLOAD,
     .members = server_side_encryption_configuration_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param bucket_lifecycle_configuration_members[] = {
    {"Rules", S_LIST(shape_lifecycle_rule_members), SLRUN_REQUIRED, "Elements Rule."},
    {.name = NULL},
};
static const struct s3_wire bucket_lifecycle_configuration_members_wire[] = {
    {"Rule", S3_ELEMENT, S3_FLAT, .members = lifecycle_rule_members_wire},
    {.name = NULL},
};

static const char *const words_transition_default_minimum_object_size[] = {
    "varies_by_storage_class", "all_storage_classes_128K", NULL};
const struct slrun_param put_bucket_lifecycle_configuration_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"LifecycleConfiguration", S_STRUCTURE(bucket_lifecycle_configuration_members), 0,
     "The body, an XML document LifecycleConfiguration."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"TransitionDefaultMinimumObjectSize", S_WORD(words_transition_default_minimum_object_size), 0,
     "Header x-amz-transition-default-minimum-object-size."},
    {.name = NULL},
};
const struct s3_wire put_bucket_lifecycle_configuration_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"LifecycleConfiguration", S3_PAYLOAD, .members = bucket_lifecycle_configuration_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-transition-default-minimum-object-size", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_bucket_lifecycle_configuration_result[] = {
    {"TransitionDefaultMinimumObjectSize", S_STRING, 0,
     "Header x-amz-transition-default-minimum-object-size."},
    {.name = NULL},
};
const struct s3_wire put_bucket_lifecycle_configuration_result_wire[] = {
    {"x-amz-transition-default-minimum-object-size", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param bucket_logging_status_members[] = {
    {"LoggingEnabled", S_STRUCTURE(logging_enabled_members), 0, "Element LoggingEnabled."},
    {.name = NULL},
};
static const struct s3_wire bucket_logging_status_members_wire[] = {
    {"LoggingEnabled", .members = logging_enabled_members_wire},
    {.name = NULL},
};

const struct slrun_param put_bucket_logging_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"BucketLoggingStatus", S_STRUCTURE(bucket_logging_status_members), SLRUN_REQUIRED,
     "The body, an XML document BucketLoggingStatus."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire put_bucket_logging_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"BucketLoggingStatus", S3_PAYLOAD, .members = bucket_logging_status_members_wire},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_bucket_notification_configuration_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"NotificationConfiguration", S_STRUCTURE(get_bucket_notification_configuration_result),
     SLRUN_REQUIRED, "The body, an XML document NotificationConfiguration."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"SkipDestinationValidation", S_BOOLEAN, 0, "Header x-amz-skip-destination-validation."},
    {.name = NULL},
};
const struct s3_wire put_bucket_notification_configuration_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"NotificationConfiguration", S3_PAYLOAD,
     .members = get_bucket_notification_configuration_result_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-skip-destination-validation", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_bucket_ownership_controls_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"OwnershipControls", S_STRUCTURE(ownership_controls_members), SLRUN_REQUIRED,
     "The body, an XML document OwnershipControls."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {.name = NULL},
};
const struct s3_wire put_bucket_ownership_controls_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"OwnershipControls", S3_PAYLOAD, .members = ownership_controls_members_wire},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_bucket_policy_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ConfirmRemoveSelfBucketAccess", S_BOOLEAN, 0,
     "Header x-amz-confirm-remove-self-bucket-access."},
    {"Policy", S_STRING, SLRUN_REQUIRED, "The body."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire put_bucket_policy_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-confirm-remove-self-bucket-access", S3_HEADER},
    {"Policy", S3_PAYLOAD},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_bucket_replication_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ReplicationConfiguration", S_STRUCTURE(replication_configuration_members), SLRUN_REQUIRED,
     "The body, an XML document ReplicationConfiguration."},
    {"Token", S_STRING, 0, "Header x-amz-bucket-object-lock-token."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire put_bucket_replication_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"ReplicationConfiguration", S3_PAYLOAD, .members = replication_configuration_members_wire},
    {"x-amz-bucket-object-lock-token", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const char *const words_payer[] = {"Requester", "BucketOwner", NULL};
static const struct slrun_param request_payment_configuration_members[] = {
    {"Payer", S_WORD(words_payer), SLRUN_REQUIRED, "Element Payer."},
    {.name = NULL},
};
static const struct s3_wire request_payment_configuration_members_wire[] = {
    {"Payer"},
    {.name = NULL},
};

const struct slrun_param put_bucket_request_payment_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"RequestPaymentConfiguration", S_STRUCTURE(request_payment_configuration_members),
     SLRUN_REQUIRED, "The body, an XML document RequestPaymentConfiguration."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire put_bucket_request_payment_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"RequestPaymentConfiguration", S3_PAYLOAD,
     .members = request_payment_configuration_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param tagging_members[] = {
    {"TagSet", S_LIST(shape_tag_members), SLRUN_REQUIRED, "Elements Tag."},
    {.name = NULL},
};
static const struct s3_wire tagging_members_wire[] = {
    {"TagSet", .item = "Tag", .members = tag_members_wire},
    {.name = NULL},
};

const struct slrun_param put_bucket_tagging_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"Tagging", S_STRUCTURE(tagging_members), SLRUN_REQUIRED, "The body, an XML document Tagging."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire put_bucket_tagging_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"Tagging", S3_PAYLOAD, .members = tagging_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const char *const words_mfa_delete[] = {"Enabled", "Disabled", NULL};
static const char *const words_bucket_versioning_status[] = {"Enabled", "Suspended", NULL};
static const struct slrun_param versioning_configuration_members[] = {
    {"MFADelete", S_WORD(words_mfa_delete), 0, "Element MfaDelete."},
    {"Status", S_WORD(words_bucket_versioning_status), 0, "Element Status."},
    {.name = NULL},
};
static const struct s3_wire versioning_configuration_members_wire[] = {
    {"MfaDelete"},
    {"Status"},
    {.name = NULL},
};

const struct slrun_param put_bucket_versioning_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"MFA", S_STRING, SLRUN_SECRET, "Header x-amz-mfa."},
    {"VersioningConfiguration", S_STRUCTURE(versioning_configuration_members), SLRUN_REQUIRED,
     "The body, an XML document VersioningConfiguration."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire put_bucket_versioning_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-mfa", S3_HEADER},
    {"VersioningConfiguration", S3_PAYLOAD, .members = versioning_configuration_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param website_configuration_members[] = {
    {"ErrorDocument", S_STRUCTURE(error_document_members), 0, "Element ErrorDocument."},
    {"IndexDocument", S_STRUCTURE(index_document_members), 0, "Element IndexDocument."},
    {"RedirectAllRequestsTo", S_STRUCTURE(redirect_all_requests_to_members), 0,
     "Element RedirectAllRequestsTo."},
    {"RoutingRules", S_LIST(shape_routing_rule_members), 0, "Elements RoutingRule."},
    {.name = NULL},
};
static const struct s3_wire website_configuration_members_wire[] = {
    {"ErrorDocument", .members = error_document_members_wire},
    {"IndexDocument", .members = index_document_members_wire},
    {"RedirectAllRequestsTo", .members = redirect_all_requests_to_members_wire},
    {"RoutingRules", .item = "RoutingRule", .members = routing_rule_members_wire},
    {.name = NULL},
};

const struct slrun_param put_bucket_website_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"WebsiteConfiguration", S_STRUCTURE(website_configuration_members), SLRUN_REQUIRED,
     "The body, an XML document WebsiteConfiguration."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire put_bucket_website_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"WebsiteConfiguration", S3_PAYLOAD, .members = website_configuration_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_params[] = {
    {"ACL", S_WORD(words_object_canned_acl), 0, "Header x-amz-acl."},
    {"Body", S_BLOB, SLRUN_FILE, "Bytes: a string, s3.binary or s3.file."},
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"CacheControl", S_STRING, 0, "Header Cache-Control."},
    {"ContentDisposition", S_STRING, 0, "Header Content-Disposition."},
    {"ContentEncoding", S_STRING, 0, "Header Content-Encoding."},
    {"ContentLanguage", S_STRING, 0, "Header Content-Language."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ContentType", S_STRING, 0, "Header Content-Type."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ChecksumCRC32", S_STRING, 0, "Header x-amz-checksum-crc32."},
    {"ChecksumCRC32C", S_STRING, 0, "Header x-amz-checksum-crc32c."},
    {"ChecksumCRC64NVME", S_STRING, 0, "Header x-amz-checksum-crc64nvme."},
    {"ChecksumSHA1", S_STRING, 0, "Header x-amz-checksum-sha1."},
    {"ChecksumSHA256", S_STRING, 0, "Header x-amz-checksum-sha256."},
    {"ChecksumSHA512", S_STRING, 0, "Header x-amz-checksum-sha512."},
    {"ChecksumMD5", S_STRING, 0, "Header x-amz-checksum-md5."},
    {"ChecksumXXHASH64", S_STRING, 0, "Header x-amz-checksum-xxhash64."},
    {"ChecksumXXHASH3", S_STRING, 0, "Header x-amz-checksum-xxhash3."},
    {"ChecksumXXHASH128", S_STRING, 0, "Header x-amz-checksum-xxhash128."},
    {"Expires", S_TIMESTAMP, 0, "Header Expires."},
    {"IfMatch", S_STRING, 0, "Header If-Match."},
    {"IfNoneMatch", S_STRING, 0, "Header If-None-Match."},
    {"GrantFullControl", S_STRING, 0, "Header x-amz-grant-full-control."},
    {"GrantRead", S_STRING, 0, "Header x-amz-grant-read."},
    {"GrantReadACP", S_STRING, 0, "Header x-amz-grant-read-acp."},
    {"GrantWriteACP", S_STRING, 0, "Header x-amz-grant-write-acp."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"WriteOffsetBytes", S_INTEGER, 0, "Header x-amz-write-offset-bytes."},
    {"Metadata", S_MAP(shape_string), 0, "Names and values; they travel as x-amz-meta- headers."},
    {"ServerSideEncryption", S_WORD(words_server_side_encryption), 0,
     "Header x-amz-server-side-encryption."},
    {"StorageClass", S_WORD(words_storage_class), 0, "Header x-amz-storage-class."},
    {"WebsiteRedirectLocation", S_STRING, 0, "Header x-amz-website-redirect-location."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {"SSEKMSKeyId", S_STRING, 0, "Header x-amz-server-side-encryption-aws-kms-key-id."},
    {"SSEKMSEncryptionContext", S_STRING, 0, "Header x-amz-server-side-encryption-context."},
    {"BucketKeyEnabled", S_BOOLEAN, 0, "Header x-amz-server-side-encryption-bucket-key-enabled."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"Tagging", S_STRING, 0, "Header x-amz-tagging."},
    {"ObjectLockMode", S_WORD(words_object_lock_mode), 0, "Header x-amz-object-lock-mode."},
    {"ObjectLockRetainUntilDate", S_TIMESTAMP, 0, "Header x-amz-object-lock-retain-until-date."},
    {"ObjectLockLegalHoldStatus", S_WORD(words_object_lock_legal_hold_status), 0,
     "Header x-amz-object-lock-legal-hold."},
    {"ObjectLockEventHold", S_WORD(words_object_lock_event_hold), 0,
     "Header x-amz-object-lock-event-hold."},
    {"ObjectLockEventHoldDurationDays", S_INTEGER, 0,
     "Header x-amz-object-lock-event-hold-duration-days."},
    {"ObjectLockEventHoldDurationYears", S_INTEGER, 0,
     "Header x-amz-object-lock-event-hold-duration-years."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire put_object_params_wire[] = {
    {"x-amz-acl", S3_HEADER},
    {"Body", S3_PAYLOAD},
    {"Bucket", S3_LABEL},
    {"Cache-Control", S3_HEADER},
    {"Content-Disposition", S3_HEADER},
    {"Content-Encoding", S3_HEADER},
    {"Content-Language", S3_HEADER},
    {"Content-MD5", S3_HEADER},
    {"Content-Type", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-checksum-crc32", S3_HEADER},
    {"x-amz-checksum-crc32c", S3_HEADER},
    {"x-amz-checksum-crc64nvme", S3_HEADER},
    {"x-amz-checksum-sha1", S3_HEADER},
    {"x-amz-checksum-sha256", S3_HEADER},
    {"x-amz-checksum-sha512", S3_HEADER},
    {"x-amz-checksum-md5", S3_HEADER},
    {"x-amz-checksum-xxhash64", S3_HEADER},
    {"x-amz-checksum-xxhash3", S3_HEADER},
    {"x-amz-checksum-xxhash128", S3_HEADER},
    {"Expires", S3_HEADER, S3_HTTP_DATE},
    {"If-Match", S3_HEADER},
    {"If-None-Match", S3_HEADER},
    {"x-amz-grant-full-control", S3_HEADER},
    {"x-amz-grant-read", S3_HEADER},
    {"x-amz-grant-read-acp", S3_HEADER},
    {"x-amz-grant-write-acp", S3_HEADER},
    {"Key", S3_LABEL},
    {"x-amz-write-offset-bytes", S3_HEADER},
    {"x-amz-meta-", S3_META},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-storage-class", S3_HEADER},
    {"x-amz-website-redirect-location", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-context", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-tagging", S3_HEADER},
    {"x-amz-object-lock-mode", S3_HEADER},
    {"x-amz-object-lock-retain-until-date", S3_HEADER},
    {"x-amz-object-lock-legal-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-days", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-years", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_result[] = {
    {"Expiration", S_STRING, 0, "Header x-amz-expiration."},
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"ChecksumCRC32", S_STRING, 0, "Header x-amz-checksum-crc32."},
    {"ChecksumCRC32C", S_STRING, 0, "Header x-amz-checksum-crc32c."},
    {"ChecksumCRC64NVME", S_STRING, 0, "Header x-amz-checksum-crc64nvme."},
    {"ChecksumSHA1", S_STRING, 0, "Header x-amz-checksum-sha1."},
    {"ChecksumSHA256", S_STRING, 0, "Header x-amz-checksum-sha256."},
    {"ChecksumSHA512", S_STRING, 0, "Header x-amz-checksum-sha512."},
    {"ChecksumMD5", S_STRING, 0, "Header x-amz-checksum-md5."},
    {"ChecksumXXHASH64", S_STRING, 0, "Header x-amz-checksum-xxhash64."},
    {"ChecksumXXHASH3", S_STRING, 0, "Header x-amz-checksum-xxhash3."},
    {"ChecksumXXHASH128", S_STRING, 0, "Header x-amz-checksum-xxhash128."},
    {"ChecksumType", S_STRING, 0, "Header x-amz-checksum-type."},
    {"ServerSideEncryption", S_STRING, 0, "Header x-amz-server-side-encryption."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKeyMD5", S_STRING, 0, "Header x-amz-server-side-encryption-customer-key-MD5."},
    {"SSEKMSKeyId", S_STRING, 0, "Header x-amz-server-side-encryption-aws-kms-key-id."},
    {"SSEKMSEncryptionContext", S_STRING, 0, "Header x-amz-server-side-encryption-context."},
    {"BucketKeyEnabled", S_BOOLEAN, 0, "Header x-amz-server-side-encryption-bucket-key-enabled."},
    {"Size", S_INTEGER, 0, "Header x-amz-object-size."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {.name = NULL},
};
const struct s3_wire put_object_result_wire[] = {
    {"x-amz-expiration", S3_HEADER},
    {"ETag", S3_HEADER},
    {"x-amz-checksum-crc32", S3_HEADER},
    {"x-amz-checksum-crc32c", S3_HEADER},
    {"x-amz-checksum-crc64nvme", S3_HEADER},
    {"x-amz-checksum-sha1", S3_HEADER},
    {"x-amz-checksum-sha256", S3_HEADER},
    {"x-amz-checksum-sha512", S3_HEADER},
    {"x-amz-checksum-md5", S3_HEADER},
    {"x-amz-checksum-xxhash64", S3_HEADER},
    {"x-amz-checksum-xxhash3", S3_HEADER},
    {"x-amz-checksum-xxhash128", S3_HEADER},
    {"x-amz-checksum-type", S3_HEADER},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key-MD5", S3_HEADER},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-context", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-object-size", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_acl_params[] = {
    {"ACL", S_WORD(words_object_canned_acl), 0, "Header x-amz-acl."},
    {"AccessControlPolicy", S_STRUCTURE(access_control_policy_members), 0,
     "The body, an XML document AccessControlPolicy."},
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"GrantFullControl", S_STRING, 0, "Header x-amz-grant-full-control."},
    {"GrantRead", S_STRING, 0, "Header x-amz-grant-read."},
    {"GrantReadACP", S_STRING, 0, "Header x-amz-grant-read-acp."},
    {"GrantWrite", S_STRING, 0, "Header x-amz-grant-write."},
    {"GrantWriteACP", S_STRING, 0, "Header x-amz-grant-write-acp."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire put_object_acl_params_wire[] = {
    {"x-amz-acl", S3_HEADER},
    {"AccessControlPolicy", S3_PAYLOAD, .members = access_control_policy_members_wire},
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-grant-full-control", S3_HEADER},
    {"x-amz-grant-read", S3_HEADER},
    {"x-amz-grant-read-acp", S3_HEADER},
    {"x-amz-grant-write", S3_HEADER},
    {"x-amz-grant-write-acp", S3_HEADER},
    {"Key", S3_LABEL},
    {"x-amz-request-payer", S3_HEADER},
    {"versionId", S3_QUERY},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_acl_result[] = {
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {.name = NULL},
};
const struct s3_wire put_object_acl_result_wire[] = {
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_legal_hold_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"LegalHold", S_STRUCTURE(object_lock_legal_hold_members), 0,
     "The body, an XML document LegalHold."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire put_object_legal_hold_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"LegalHold", S3_PAYLOAD, .members = object_lock_legal_hold_members_wire},
    {"x-amz-request-payer", S3_HEADER},
    {"versionId", S3_QUERY},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_legal_hold_result[] = {
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {.name = NULL},
};
const struct s3_wire put_object_legal_hold_result_wire[] = {
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_lock_configuration_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ObjectLockConfiguration", S_STRUCTURE(object_lock_configuration_members), 0,
     "The body, an XML document ObjectLockConfiguration."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"Token", S_STRING, 0, "Header x-amz-bucket-object-lock-token."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire put_object_lock_configuration_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"ObjectLockConfiguration", S3_PAYLOAD, .members = object_lock_configuration_members_wire},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-bucket-object-lock-token", S3_HEADER},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_lock_configuration_result[] = {
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {.name = NULL},
};
const struct s3_wire put_object_lock_configuration_result_wire[] = {
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_retention_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"Retention", S_STRUCTURE(object_lock_retention_members), 0,
     "The body, an XML document Retention."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"BypassGovernanceRetention", S_BOOLEAN, 0, "Header x-amz-bypass-governance-retention."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire put_object_retention_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"Retention", S3_PAYLOAD, .members = object_lock_retention_members_wire},
    {"x-amz-request-payer", S3_HEADER},
    {"versionId", S3_QUERY},
    {"x-amz-bypass-governance-retention", S3_HEADER},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_retention_result[] = {
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {.name = NULL},
};
const struct s3_wire put_object_retention_result_wire[] = {
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_tagging_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"Tagging", S_STRUCTURE(tagging_members), SLRUN_REQUIRED, "The body, an XML document Tagging."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {.name = NULL},
};
const struct s3_wire put_object_tagging_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"versionId", S3_QUERY},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"Tagging", S3_PAYLOAD, .members = tagging_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_tagging_result[] = {
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {.name = NULL},
};
const struct s3_wire put_object_tagging_result_wire[] = {
    {"x-amz-version-id", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_public_access_block_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"PublicAccessBlockConfiguration", S_STRUCTURE(public_access_block_configuration_members),
     SLRUN_REQUIRED, "The body, an XML document PublicAccessBlockConfiguration."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire put_public_access_block_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"PublicAccessBlockConfiguration", S3_PAYLOAD,
     .members = public_access_block_configuration_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param upload_part_params[] = {
    {"Body", S_BLOB, SLRUN_FILE, "Bytes: a string, s3.binary or s3.file."},
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0, "Header Content-MD5."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ChecksumCRC32", S_STRING, 0, "Header x-amz-checksum-crc32."},
    {"ChecksumCRC32C", S_STRING, 0, "Header x-amz-checksum-crc32c."},
    {"ChecksumCRC64NVME", S_STRING, 0, "Header x-amz-checksum-crc64nvme."},
    {"ChecksumSHA1", S_STRING, 0, "Header x-amz-checksum-sha1."},
    {"ChecksumSHA256", S_STRING, 0, "Header x-amz-checksum-sha256."},
    {"ChecksumSHA512", S_STRING, 0, "Header x-amz-checksum-sha512."},
    {"ChecksumMD5", S_STRING, 0, "Header x-amz-checksum-md5."},
    {"ChecksumXXHASH64", S_STRING, 0, "Header x-amz-checksum-xxhash64."},
    {"ChecksumXXHASH3", S_STRING, 0, "Header x-amz-checksum-xxhash3."},
    {"ChecksumXXHASH128", S_STRING, 0, "Header x-amz-checksum-xxhash128."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"PartNumber", S_INTEGER, SLRUN_REQUIRED, "Number of the part, 1 to 10,000."},
    {"UploadId", S_STRING, SLRUN_REQUIRED, "Id of the multipart upload."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {.name = NULL},
};
const struct s3_wire upload_part_params_wire[] = {
    {"Body", S3_PAYLOAD},
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-checksum-crc32", S3_HEADER},
    {"x-amz-checksum-crc32c", S3_HEADER},
    {"x-amz-checksum-crc64nvme", S3_HEADER},
    {"x-amz-checksum-sha1", S3_HEADER},
    {"x-amz-checksum-sha256", S3_HEADER},
    {"x-amz-checksum-sha512", S3_HEADER},
    {"x-amz-checksum-md5", S3_HEADER},
    {"x-amz-checksum-xxhash64", S3_HEADER},
    {"x-amz-checksum-xxhash3", S3_HEADER},
    {"x-amz-checksum-xxhash128", S3_HEADER},
    {"Key", S3_LABEL},
    {"partNumber", S3_QUERY},
    {"uploadId", S3_QUERY},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param upload_part_result[] = {
    {"ServerSideEncryption", S_STRING, 0, "Header x-amz-server-side-encryption."},
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"ChecksumCRC32", S_STRING, 0, "Header x-amz-checksum-crc32."},
    {"ChecksumCRC32C", S_STRING, 0, "Header x-amz-checksum-crc32c."},
    {"ChecksumCRC64NVME", S_STRING, 0, "Header x-amz-checksum-crc64nvme."},
    {"ChecksumSHA1", S_STRING, 0, "Header x-amz-checksum-sha1."},
    {"ChecksumSHA256", S_STRING, 0, "Header x-amz-checksum-sha256."},
    {"ChecksumSHA512", S_STRING, 0, "Header x-amz-checksum-sha512."},
    {"ChecksumMD5", S_STRING, 0, "Header x-amz-checksum-md5."},
    {"ChecksumXXHASH64", S_STRING, 0, "Header x-amz-checksum-xxhash64."},
    {"ChecksumXXHASH3", S_STRING, 0, "Header x-amz-checksum-xxhash3."},
    {"ChecksumXXHASH128", S_STRING, 0, "Header x-amz-checksum-xxhash128."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKeyMD5", S_STRING, 0, "Header x-amz-server-side-encryption-customer-key-MD5."},
    {"SSEKMSKeyId", S_STRING, 0, "Header x-amz-server-side-encryption-aws-kms-key-id."},
    {"BucketKeyEnabled", S_BOOLEAN, 0, "Header x-amz-server-side-encryption-bucket-key-enabled."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {.name = NULL},
};
const struct s3_wire upload_part_result_wire[] = {
    {"x-amz-server-side-encryption", S3_HEADER},
    {"ETag", S3_HEADER},
    {"x-amz-checksum-crc32", S3_HEADER},
    {"x-amz-checksum-crc32c", S3_HEADER},
    {"x-amz-checksum-crc64nvme", S3_HEADER},
    {"x-amz-checksum-sha1", S3_HEADER},
    {"x-amz-checksum-sha256", S3_HEADER},
    {"x-amz-checksum-sha512", S3_HEADER},
    {"x-amz-checksum-md5", S3_HEADER},
    {"x-amz-checksum-xxhash64", S3_HEADER},
    {"x-amz-checksum-xxhash3", S3_HEADER},
    {"x-amz-checksum-xxhash128", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key-MD5", S3_HEADER},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param upload_part_copy_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"CopySource", S_DOCUMENT, SLRUN_REQUIRED,
     "\"bucket/key\", or a table with Bucket, Key and VersionId."},
    {"CopySourceIfMatch", S_STRING, 0, "Header x-amz-copy-source-if-match."},
    {"CopySourceIfModifiedSince", S_TIMESTAMP, 0, "Header x-amz-copy-source-if-modified-since."},
    {"CopySourceIfNoneMatch", S_STRING, 0, "Header x-amz-copy-source-if-none-match."},
    {"CopySourceIfUnmodifiedSince", S_TIMESTAMP, 0,
     "Header x-amz-copy-source-if-unmodified-since."},
    {"CopySourceRange", S_STRING, 0, "Header x-amz-copy-source-range."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"PartNumber", S_INTEGER, SLRUN_REQUIRED, "Number of the part, 1 to 10,000."},
    {"UploadId", S_STRING, SLRUN_REQUIRED, "Id of the multipart upload."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {"CopySourceSSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-copy-source-server-side-encryption-customer-algorithm."},
    {"CopySourceSSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of the source's SSE-C, 32 bytes."},
    {"RequestPayer", S_WORD(words_request_payer), 0, "Header x-amz-request-payer."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket."},
    {"ExpectedSourceBucketOwner", S_STRING, 0, "Header x-amz-source-expected-bucket-owner."},
    {.name = NULL},
};
const struct s3_wire upload_part_copy_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-copy-source", S3_HEADER, S3_COPY},
    {"x-amz-copy-source-if-match", S3_HEADER},
    {"x-amz-copy-source-if-modified-since", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-copy-source-if-none-match", S3_HEADER},
    {"x-amz-copy-source-if-unmodified-since", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-copy-source-range", S3_HEADER},
    {"Key", S3_LABEL},
    {"partNumber", S3_QUERY},
    {"uploadId", S3_QUERY},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-copy-source-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-copy-source-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-source-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param copy_part_result_members[] = {
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {"ChecksumCRC32", S_STRING, 0, "Element ChecksumCRC32."},
    {"ChecksumCRC32C", S_STRING, 0, "Element ChecksumCRC32C."},
    {"ChecksumCRC64NVME", S_STRING, 0, "Element ChecksumCRC64NVME."},
    {"ChecksumSHA1", S_STRING, 0, "Element ChecksumSHA1."},
    {"ChecksumSHA256", S_STRING, 0, "Element ChecksumSHA256."},
    {"ChecksumSHA512", S_STRING, 0, "Element ChecksumSHA512."},
    {"ChecksumMD5", S_STRING, 0, "Element ChecksumMD5."},
    {"ChecksumXXHASH64", S_STRING, 0, "Element ChecksumXXHASH64."},
    {"ChecksumXXHASH3", S_STRING, 0, "Element ChecksumXXHASH3."},
    {"ChecksumXXHASH128", S_STRING, 0, "Element ChecksumXXHASH128."},
    {.name = NULL},
};
static const struct s3_wire copy_part_result_members_wire[] = {
    {"ETag"},
    {"LastModified"},
    {"ChecksumCRC32"},
    {"ChecksumCRC32C"},
    {"ChecksumCRC64NVME"},
    {"ChecksumSHA1"},
    {"ChecksumSHA256"},
    {"ChecksumSHA512"},
    {"ChecksumMD5"},
    {"ChecksumXXHASH64"},
    {"ChecksumXXHASH3"},
    {"ChecksumXXHASH128"},
    {.name = NULL},
};

const struct slrun_param upload_part_copy_result[] = {
    {"CopySourceVersionId", S_STRING, 0, "Header x-amz-copy-source-version-id."},
    {"CopyPartResult", S_STRUCTURE(copy_part_result_members), 0,
     "The body, an XML document CopyPartResult."},
    {"ServerSideEncryption", S_STRING, 0, "Header x-amz-server-side-encryption."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "Header x-amz-server-side-encryption-customer-algorithm."},
    {"SSECustomerKeyMD5", S_STRING, 0, "Header x-amz-server-side-encryption-customer-key-MD5."},
    {"SSEKMSKeyId", S_STRING, 0, "Header x-amz-server-side-encryption-aws-kms-key-id."},
    {"BucketKeyEnabled", S_BOOLEAN, 0, "Header x-amz-server-side-encryption-bucket-key-enabled."},
    {"RequestCharged", S_STRING, 0, "Header x-amz-request-charged."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {.name = NULL},
};
const struct s3_wire upload_part_copy_result_wire[] = {
    {"x-amz-copy-source-version-id", S3_HEADER},
    {"CopyPartResult", S3_PAYLOAD, .members = copy_part_result_members_wire},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key-MD5", S3_HEADER},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {.name = NULL},
};
