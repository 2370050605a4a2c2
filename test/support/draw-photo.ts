import type { Page } from 'playwright-core'

/** A photo as a camera gives it, drawn in the page: so many pixels, with so much in it that it stays large. */
export const drawPhoto = async (page: Page, width: number, height: number, seed = 1) => {
  const text = await page.evaluate(
    async ([wide, high, start]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: wide, height: high })
      const context = canvas.getContext('2d')
      for (let index = 0; index < 3000; index += 1) {
        if (context !== null) context.fillStyle = `hsl(${(index * 47 + start * 90) % 360} 60% ${20 + (index % 60)}%)`
        context?.fillRect((index * 7919) % wide, (index * start * 104_729) % high, wide / 40, high / 40)
      }
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95))
      const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    },
    [width, height, seed] as const,
  )
  return { name: `photo ${seed}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(text, 'base64') }
}
