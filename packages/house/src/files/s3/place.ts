/** A bucket of an S3, as the settings name it. */
export interface S3Place {
  /** `https://s3.eu-west-1.example`, without the bucket. */
  endpoint: string
  bucket: string
  region: string
  key: string
  secret: string
  /** Whether the bucket stands in the path (`https://host/bucket/…`); else before the host (`https://bucket.host/…`). */
  pathStyle: boolean
}
