/** A detached CMS signature (RFC 5652) as PAdES wants it: with the signing certificate named in what is signed, and no time of its own. */
import { createHash, createPrivateKey, createPublicKey, sign, verify, X509Certificate } from 'node:crypto'
import * as cms from '@peculiar/asn1-cms'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import { AlgorithmIdentifier, Certificate } from '@peculiar/asn1-x509'
import type { Seal } from './make-seal.ts'

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
} as const

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

/** SigningCertificateV2 (RFC 5035) around one SHA-256, which is its default: three sequences and an octet string. */
const signingCertificate = (hash: Buffer): Buffer => Buffer.concat([Buffer.from('3026302430220420', 'hex'), hash])

/** Signs the digest of content that stays outside. */
export function signDetached(digest: Buffer, seal: Seal): Buffer {
  const { raw } = new X509Certificate(seal.certificate)
  const certificate = AsnConvert.parse(raw, Certificate)
  const attributes = [
    new cms.Attribute({ attrType: OID.contentType, attrValues: [buffer(Buffer.from('06092a864886f70d010701', 'hex'))] }),
    new cms.Attribute({ attrType: OID.messageDigest, attrValues: [AsnConvert.serialize(new OctetString(buffer(digest)))] }),
    new cms.Attribute({ attrType: OID.signingCertificateV2, attrValues: [buffer(signingCertificate(sha256(raw)))] }),
  ].toSorted((a, b) => Buffer.compare(der(a), der(b))) // DER keeps a set in the order of its bytes
  const signed = new cms.SignedData({
    version: cms.CMSVersion.v1,
    digestAlgorithms: new cms.DigestAlgorithmIdentifiers([new AlgorithmIdentifier({ algorithm: OID.sha256, parameters: null })]),
    encapContentInfo: new cms.EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: new cms.CertificateSet([new cms.CertificateChoices({ certificate })]),
    signerInfos: new cms.SignerInfos([
      new cms.SignerInfo({
        version: cms.CMSVersion.v1,
        sid: new cms.SignerIdentifier({
          issuerAndSerialNumber: new cms.IssuerAndSerialNumber({
            issuer: certificate.tbsCertificate.issuer,
            serialNumber: certificate.tbsCertificate.serialNumber,
          }),
        }),
        digestAlgorithm: new AlgorithmIdentifier({ algorithm: OID.sha256, parameters: null }),
        signedAttrs: attributes,
        signatureAlgorithm: new AlgorithmIdentifier({ algorithm: OID.sha256WithRsa, parameters: null }),
        signature: new OctetString(buffer(sign('sha256', setOf(attributes), createPrivateKey(seal.key)))),
      }),
    ]),
  })
  return der(new cms.ContentInfo({ contentType: OID.signedData, content: AsnConvert.serialize(signed) }))
}

export interface CmsRead {
  /** The signature holds over the digest given. */
  readonly holds: boolean
  /** PEM of who signed. */
  readonly certificate: string
}

/** Holds a detached signature against a digest; null when the bytes are none. */
export function readDetached(bytes: Uint8Array, digest: Buffer): CmsRead | null {
  try {
    const info = AsnConvert.parse(bytes, cms.ContentInfo)
    const signed = AsnConvert.parse(info.content, cms.SignedData)
    const signer = signed.signerInfos[0]
    const certificate = signed.certificates?.[0]?.certificate
    if (signer?.signedAttrs === undefined || certificate === undefined) return null
    const said = signer.signedAttrs.find(({ attrType }) => attrType === OID.messageDigest)?.attrValues[0]
    const named = signer.signedAttrs.find(({ attrType }) => attrType === OID.signingCertificateV2)?.attrValues[0]
    if (said === undefined || named === undefined) return null
    const raw = der(certificate)
    const x509 = new X509Certificate(raw)
    const holds =
      Buffer.from(AsnConvert.parse(said, OctetString).buffer).equals(digest) &&
      Buffer.from(named).equals(signingCertificate(sha256(raw))) &&
      verify('sha256', setOf(signer.signedAttrs), createPublicKey(x509.publicKey.export({ type: 'spki', format: 'pem' })), Buffer.from(signer.signature.buffer)) // prettier-ignore
    return { holds, certificate: x509.toString() }
  } catch {
    return null // no DER, or no signature of this kind
  }
}

const der = (value: unknown): Buffer => Buffer.from(AsnConvert.serialize(value))

/** What is signed of the attributes: they as a SET OF, not as the tag that they have in the message (RFC 5652, §5.4). */
function setOf(attributes: readonly cms.Attribute[]): Buffer {
  const body = Buffer.concat(attributes.map(der))
  const { length } = body
  const head = length < 128 ? [0x31, length] : length < 256 ? [0x31, 0x81, length] : [0x31, 0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from(head), body])
}
