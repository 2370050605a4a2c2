import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sealReturn } from '../../src/device/seal-return.ts'
import { headOf, padded, readBox, sealContext, sealInfo, unpadded } from '../../src/protocol/sealed-return.ts'
import { readRevision } from '../../src/protocol/read-revision.ts'
import { revisionDigest } from '../../src/response/revision.ts'
import { exampleReturn } from '../server/example-return.ts'
import { openByNode, pointOf } from '../support/hpke-by-node.ts'

const hex = (text: string): Buffer<ArrayBuffer> => Buffer.from(text, 'hex')

/** RFC 9180, appendix A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, sequence number 0. */
const vector = {
  info: hex('4f6465206f6e2061204772656369616e2055726e'),
  privateKey: hex('f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2'),
  enclosed: hex(
    '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
  ),
  aad: hex('436f756e742d30'),
  text: hex('5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434'),
  plain: hex('4265617574792069732074727574682c20747275746820626561757479'),
}

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() })

test('the test vector of RFC 9180 opens with the suite we use, and with a second implementation', async () => {
  const { info, privateKey, enclosed, aad, text, plain } = vector
  const recipientKey = await suite.kem.deserializePrivateKey(privateKey)
  expect(Buffer.from(await suite.open({ recipientKey, enc: enclosed, info }, text, aad))).toEqual(plain)
  expect(openByNode(privateKey, vector)).toEqual(plain)
})

const { privateKey } = vector
const sealTo = pointOf(privateKey).toString('base64')

test('what a tablet seals is opened by the second implementation, is the return itself, and says nothing of it outside', async () => {
  const revision = exampleReturn(1, { notes: { role: 'Smiled' } })
  const sealed = await sealReturn(revision, sealTo)
  expect(readRevision(sealed), 'it travels as a return does').toEqual(sealed)
  expect(revisionDigest(sealed)).toBe(sealed.sha256)
  expect(headOf(sealed)).toEqual(headOf(revision))
  const box = readBox(pointOf(privateKey), Buffer.from(sealed.sealed.box, 'base64'))
  if (box === null) throw new Error('not a box')
  const aad = Buffer.from(sealContext(sealed, []))
  const opened = openByNode(privateKey, {
    enclosed: Buffer.from(box.enclosed),
    text: Buffer.from(box.text),
    info: Buffer.from(sealInfo),
    aad,
  })
  expect(JSON.parse(Buffer.from(unpadded(opened) ?? []).toString())).toEqual(revision)
  const outside = JSON.stringify(sealed)
  for (const secret of ['Visitor', 'unsure', 'Smiled', 'answered', revision.sha256])
    expect(outside).not.toContain(secret)
})

test('boxes of short and of longer answers are of one size, and no two are alike', async () => {
  const boxes = await Promise.all(
    ['', 'x', 'x'.repeat(2000)].map(
      async (role) => (await sealReturn(exampleReturn(1, { answers: { role } }), sealTo)).sealed.box,
    ),
  )
  expect(new Set(boxes.map(({ length }) => length)).size).toBe(1)
  expect(new Set(boxes).size).toBe(3)
})

test('whatever is padded comes back, and what was not padded does not', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 9000 }), (bytes) => {
      const whole = padded(bytes)
      expect(whole.length % 4096).toBe(0)
      expect(unpadded(whole)).toEqual(bytes)
    }),
  )
  expect(unpadded(new Uint8Array(8))).toBeNull()
  expect(unpadded(new Uint8Array([1, 2, 3]))).toBeNull()
})
