import { useCallback, useEffect, useRef, useState } from 'react'
import { encoded, type Picture } from '../../../device/make-photo.ts'
import css from './signature-control.module.css'

/** Pixels of the drawing: two for each of CSS at its widest, so that it is sharp on a dense screen. */
const size = { width: 1200, height: 480, line: 6 } as const

const colours = { paper: '#fff', ink: '#1a1c1e' } as const

interface DrawingPadProps {
  /** What was drawn before, to go on from; null for an empty pad. */
  readonly before: Blob | null
  readonly label: string
  /** A line was drawn: the whole drawing so far. */
  readonly onDrawn: (picture: Picture) => void
}

/** A pad to draw on with a finger, a pen or a mouse. How fast and when is not looked at: only the lines are kept. */
export const DrawingPad = ({ before, label, onDrawn }: DrawingPadProps) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const line = useRef<{ readonly pointer: number; readonly x: number; readonly y: number } | null>(null)
  const [isReady, setIsReady] = useState(false)

  useEffect(() => {
    let current = true
    const begin = async (): Promise<void> => {
      const drawn = before === null ? null : await createImageBitmap(before).catch(() => null)
      const context = canvas.current?.getContext('2d', { alpha: false })
      if (!current || context === undefined || context === null) return
      context.fillStyle = colours.paper
      context.fillRect(0, 0, size.width, size.height)
      if (drawn !== null) context.drawImage(drawn, 0, 0)
      drawn?.close()
      setIsReady(true)
    }
    void begin()
    return () => {
      current = false
    }
  }, [before])

  const at = (event: React.PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return {
      pointer: event.pointerId,
      x: ((event.clientX - box.left) / box.width) * size.width,
      y: ((event.clientY - box.top) / box.height) * size.height,
    }
  }

  const lineTo = (to: { readonly x: number; readonly y: number }): void => {
    const from = line.current
    const context = canvas.current?.getContext('2d')
    if (from === null || context === undefined || context === null) return
    context.strokeStyle = colours.ink
    context.lineWidth = size.line
    context.lineCap = 'round'
    context.beginPath()
    context.moveTo(from.x, from.y)
    context.lineTo(to.x, to.y)
    context.stroke()
  }

  const end = useCallback(async (): Promise<void> => {
    line.current = null
    if (canvas.current === null) return
    const blob = await encoded(canvas.current, 'image/png')
    if (blob === null) return
    const bytes = new Uint8Array(await blob.arrayBuffer())
    onDrawn({ bytes, type: 'image/png', width: size.width, height: size.height })
  }, [onDrawn])

  return (
    <canvas
      ref={canvas}
      className={css.pad}
      width={size.width}
      height={size.height}
      onPointerDown={(event) => {
        if (!isReady || event.button !== 0 || line.current !== null) return
        event.currentTarget.setPointerCapture(event.pointerId)
        line.current = at(event)
        // A tap is a dot.
        lineTo(line.current)
      }}
      onPointerMove={(event) => {
        if (line.current?.pointer !== event.pointerId) return
        const to = at(event)
        lineTo(to)
        line.current = to
      }}
      onPointerUp={(event) => {
        if (line.current?.pointer === event.pointerId) void end()
      }}
      onPointerCancel={(event) => {
        if (line.current?.pointer === event.pointerId) void end()
      }}
    >
      {label}
    </canvas>
  )
}
