import type { ChartPicture } from '../../export/chart-svg.ts'
import type { BarScale } from '../../export/segments.ts'
import type { Figure, Table } from '../../tabulation/table.ts'
import { MadeFileButton } from './made-file-button.tsx'

interface ChartButtonsProps {
  readonly table: Table<Figure>
  /** Without an ending. */
  readonly fileName: string
}

const picture = async (table: Table<Figure>, scale: BarScale): Promise<ChartPicture> =>
  (await import('../../export/chart-svg.ts')).chartSvg(table, scale)

/** How many pixels of a picture for print stand for one of the drawing: 300 to the inch at 13 cm. */
const finer = 2

/** Draws SVG as PNG. */
const asPng = async ({ svg, width, height }: ChartPicture): Promise<Uint8Array<ArrayBuffer>> => {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = new OffscreenCanvas(width * finer, height * finer)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser draws no pictures')
  context.drawImage(image, 0, 0, width * finer, height * finer)
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
}

/** The bars of a table as pictures, by share and by count: the figures are those of the table. */
export const ChartButtons = ({ table, fileName }: ChartButtonsProps) => (
  <>
    <MadeFileButton
      make={async () => asPng(await picture(table, 'share'))}
      fileName={`${fileName}.png`}
      type="image/png"
      words="Chart as PNG"
      about={table.title}
      isQuiet
    />
    <MadeFileButton
      make={async () => new TextEncoder().encode((await picture(table, 'share')).svg)}
      fileName={`${fileName}.svg`}
      type="image/svg+xml"
      words="Chart as SVG"
      about={table.title}
      isQuiet
    />
    <MadeFileButton
      make={async () => new TextEncoder().encode((await picture(table, 'count')).svg)}
      fileName={`${fileName}-counts.svg`}
      type="image/svg+xml"
      words="Chart of counts as SVG"
      about={table.title}
      isQuiet
    />
  </>
)
