/** Parts of a JPEG that say where and with what it was taken. */
export const secrets = { camera: 'PROFORMA CAMERA 9', latitude: 'GPS 53.3811N' } as const

/**
 * A JPEG as a phone writes it: EXIF with the name of the camera and a GPS block, put into a JPEG that says nothing. EXIF
 * 2.32, TIFF 6.0: little-endian, IFD0 with Make and the pointer to the GPS IFD, which holds the version and a map datum.
 */
export const withGps = (jpeg: Buffer): Buffer => {
  const make = Buffer.from(`${secrets.camera}\0`)
  const datum = Buffer.from(`${secrets.latitude}\0`)
  const ifd0At = 8
  const ifd0Length = 2 + 12 * 2 + 4
  const makeAt = ifd0At + ifd0Length
  const gpsAt = makeAt + make.length
  const datumAt = gpsAt + 2 + 12 * 2 + 4
  const tiff = Buffer.concat([
    Buffer.from('II*\0', 'latin1'),
    number32(ifd0At),
    entries([
      [0x010f, 2, make.length, number32(makeAt)],
      [0x8825, 4, 1, number32(gpsAt)],
    ]),
    make,
    entries([
      [0x0000, 1, 4, Buffer.from([2, 3, 0, 0])],
      [0x0012, 2, datum.length, number32(datumAt)],
    ]),
    datum,
  ])
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(exif.length + 2)
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, exif, jpeg.subarray(2)])
}

const number32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

type Entry = readonly [tag: number, type: number, count: number, value: Buffer]

const entries = (all: readonly Entry[]): Buffer => {
  const bytes = Buffer.alloc(2 + 12 * all.length + 4)
  bytes.writeUInt16LE(all.length)
  all.forEach(([tag, type, count, value], index) => {
    const at = 2 + 12 * index
    bytes.writeUInt16LE(tag, at)
    bytes.writeUInt16LE(type, at + 2)
    bytes.writeUInt32LE(count, at + 4)
    value.copy(bytes, at + 8)
  })
  return bytes
}
