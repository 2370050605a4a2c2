import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { headOf, padded, sealContext, type SealedRevision, sealInfo, writeBox } from '../protocol/sealed-return.ts'
import { type Revision, revisionDigest } from '../response/revision.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { photosNamedIn } from './photos-named.ts'

/**
 * Seals a return to the organisation's key: from then on nobody reads it on this device. Its digest is that of the sealed
 * form, and its own lies in the box: of a short form, anybody could find the answers that give a digest.
 *
 * @param sealTo the public key, base64
 * @throws Error where that is no key
 */
export const sealReturn = async (revision: Revision, sealTo: string): Promise<SealedRevision> => {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() })
  const bytes = fromBase64(sealTo) ?? new Uint8Array()
  const recipientPublicKey = await suite.kem.deserializePublicKey(bytes)
  const photos = photosNamedIn(revision)
  const text = new TextEncoder()
  const { enc, ct } = await suite.seal(
    { recipientPublicKey, info: text.encode(sealInfo) },
    padded(text.encode(JSON.stringify(revision))),
    text.encode(sealContext(revision, photos)),
  )
  const box = toBase64(writeBox(bytes, new Uint8Array(enc), new Uint8Array(ct)))
  const content = { ...headOf(revision), answers: {}, statuses: {}, sealed: { box, photos } }
  return { ...content, sha256: revisionDigest(content) }
}
