/** The house's own certificate: made once, kept among its secrets, and known by its fingerprint ever after. */
import 'reflect-metadata'
import {
  createHash,
  createPrivateKey,
  generateKeyPair,
  randomBytes,
  webcrypto,
  X509Certificate as NodeCertificate,
} from 'node:crypto'
import { promisify } from 'node:util'
import * as x509 from '@peculiar/x509'

/** What seals a file: a private key and the certificate of its public half, both PEM. */
export interface Seal {
  readonly key: string
  readonly certificate: string
}

/** As the library has it: browsers and Node call the same key by types of their own. */
type KeyPair = Parameters<typeof x509.X509CertificateGenerator.createSelfSigned>[0]['keys']

const YEARS = 10
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const

/**
 * Makes a seal: RSA of 3072 bits and a certificate that the house signs itself. Nobody vouches for it but the house; what it
 * shows is that a file is as the house sealed it.
 *
 * @example
 * const seal = await makeSeal('Ferry Films', new Date())
 */
export async function makeSeal(name: string, now: Date): Promise<Seal> {
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: 3072,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const { subtle } = webcrypto
  const der = createPrivateKey(pair.privateKey).export({ type: 'pkcs8', format: 'der' })
  const keys = {
    privateKey: await subtle.importKey('pkcs8', new Uint8Array(der), RSA, false, ['sign']),
    publicKey: await subtle.importKey('spki', new Uint8Array(pair.publicKey), RSA, true, ['verify']),
  } as unknown as KeyPair
  const until = new Date(now)
  until.setUTCFullYear(until.getUTCFullYear() + YEARS)
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: `00${randomBytes(15).toString('hex')}`,
      name: [{ CN: [name.slice(0, 64)] }],
      notBefore: new Date(now.getTime() - 86_400_000),
      notAfter: until,
      signingAlgorithm: RSA,
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    },
    webcrypto as unknown as Parameters<typeof x509.X509CertificateGenerator.createSelfSigned>[1],
  )
  return { key: pair.privateKey, certificate: certificate.toString('pem') }
}

/** SHA-256 of the certificate: how a seal is known. */
export const fingerprintOf = (certificate: string): string =>
  createHash('sha256').update(new NodeCertificate(certificate).raw).digest('hex')
