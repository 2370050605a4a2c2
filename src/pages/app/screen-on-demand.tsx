import { type ComponentType, useEffect, useState } from 'react'
import { useScreen } from '../frame/use-screen.ts'

/**
 * A screen that is fetched when it is first shown. `React.lazy` would hold it back: after a fallback, React waits 300 ms
 * before it shows what has come, and that is half of the time that a first question may take.
 * `otherwise` stands where it could not be fetched.
 *
 * @example const OutboxPage = screenOnDemand(async () => (await import('../outbox/outbox-page.tsx')).OutboxPage)
 */
export const screenOnDemand = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  otherwise: ComponentType = NotOnThisDevice,
): ComponentType<Props> => {
  // Once fetched, it stands in the first drawing.
  let fetched: ComponentType<Props> | null = null
  const ScreenOnDemand = (props: Props) => {
    const [Screen, setScreen] = useState(() => fetched)
    useEffect(() => {
      let current = true
      const show = async (): Promise<void> => {
        fetched ??= await load().catch(() => null)
        if (current) setScreen(() => fetched ?? (otherwise as ComponentType<Props>))
      }
      void show()
      return () => {
        current = false
      }
    }, [])
    return Screen === null ? null : <Screen {...props} />
  }
  return ScreenOnDemand
}

const NotOnThisDevice = () => {
  useScreen('This screen cannot be shown', 'cannot-show')
  return (
    <>
      <h1 tabIndex={-1}>This screen cannot be shown</h1>
      <p>A part of the app is not on this device yet. Open it once with a network.</p>
    </>
  )
}
