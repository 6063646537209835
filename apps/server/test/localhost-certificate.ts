/**
 * A certificate for this machine alone, and its key, which is no secret: for tests of TLS on the loopback address. Good for a hundred years.
 * Made by: openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=localhost
 *   -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout key -out cert
 */
export const LOCALHOST = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQge9iO53fivhif51FL
Mr1TxAvHvSyoOt3zW5UaGWTtW7ehRANCAAT6VLQ3gUHT4vdx7WMyTAOj/nwQ127w
W8cQXLDshcascMVt0nerCTxMBry6cC1iXuWqFKOenjg3zaUG2iOB+GVA
-----END PRIVATE KEY-----\n`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIURpgbA12TO9A1TsvFEQCHL/PsPiAwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNjAwMTAwNloYDzIxMjYxMTAy
MDAxMDA2WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAT6VLQ3gUHT4vdx7WMyTAOj/nwQ127wW8cQXLDshcascMVt0nerCTxM
Bry6cC1iXuWqFKOenjg3zaUG2iOB+GVAo28wbTAdBgNVHQ4EFgQUTMm+NhuoCwu6
jyNj8CD7gPojTDswHwYDVR0jBBgwFoAUTMm+NhuoCwu6jyNj8CD7gPojTDswDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgJ/ZfqZsvHylMSfDxzMr0hjYXlvo48RUYEtVDeVENawwCIAXJ
iZkDT1M+tn6fq8Fka+7MBfG1ahiCiAa+/ZeCrhcv
-----END CERTIFICATE-----\n`,
}
