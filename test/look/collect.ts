import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { everyKindByLinkInWelsh } from '../support/every-kind-visit.ts'
import { launchChromium } from '../support/chromium.ts'
import { startServer } from '../support/running-server.ts'
import { everyVisit } from '../support/visits.ts'
import { lookAt, looks, type Shot } from './look-at.ts'
import { montage } from './montage.ts'

/*
 * Pictures of a form in every way in, kind, width and setting, to be looked at by a person: nothing is judged here.
 *
 *   node test/look/collect.ts FOLDER [WORDS]
 *
 * walks the visits whose name has the words in it, over the app that stands built in dist/. Left out, those by which
 * every kind of question is seen. Each visit gets a folder of pictures, and for each width a sheet of all of them.
 */
const [folder, words] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name a folder for the pictures: node test/look/collect.ts FOLDER [WORDS]')

const usual = /every kind|handed to a family|an interview,|photos|children at home/
const visits = [...everyVisit, everyKindByLinkInWelsh].filter(({ name }) =>
  words === undefined ? usual.test(name) : name.includes(words),
)

const browser = await launchChromium()
const server = await startServer()
try {
  for (const { name, walk } of visits) {
    const place = join(folder, name.replaceAll(/[^\p{L}\p{N}]+/gu, '-'))
    await mkdir(place, { recursive: true })
    const shots: Shot[] = []
    const profile = await browser.newContext({ viewport: { width: 375, height: 700 }, reducedMotion: 'reduce' })
    await walk(profile, server.address, async (page, screen) => {
      shots.push(...(await lookAt(page, screen)))
    })
    await profile.close()
    for (const { look, screen, png } of shots) {
      await writeFile(join(place, `${look} ${screen.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png`), png)
    }
    for (const { name: look } of looks) {
      const sheets = await montage(
        browser,
        shots.filter((shot) => shot.look === look),
      )
      for (const [index, sheet] of sheets.entries()) {
        await writeFile(join(place, `sheet ${look} ${index + 1}.png`), sheet)
      }
    }
    process.stdout.write(`${name}: ${shots.length} pictures in ${place}\n`)
  }
} finally {
  await browser.close()
  await server.stop()
}
