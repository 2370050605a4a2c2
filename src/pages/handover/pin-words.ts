import type { PinChecked } from '../../device/pin.ts'

/** What is said of a PIN that did not do. */
export const pinWords = (checked: Exclude<PinChecked, { kind: 'right' }>): string => {
  switch (checked.kind) {
    case 'wrong':
      return checked.wait > 0
        ? `This PIN is not right. Try again in ${duration(checked.wait)}.`
        : `This PIN is not right. ${triesLeft(checked.left)}`
    case 'wait':
      return `Too many wrong PINs. Try again in ${duration(checked.wait)}.`
    case 'none':
      return 'No PIN is set on this tablet.'
    case 'failed':
      return checked.reason
    default:
      return checked satisfies never
  }
}

/** The same of a recovery code. */
export const codeWords = (checked: Exclude<PinChecked, { kind: 'right' }>): string => {
  if (checked.kind === 'none') return 'No code was given with this PIN. It was set before there were any.'
  return pinWords(checked).replaceAll('This PIN', 'This code').replaceAll('wrong PINs', 'wrong tries')
}

const triesLeft = (left: number): string =>
  left === 1 ? 'After 1 more you have to wait.' : `After ${left} more you have to wait.`

const duration = (seconds: number): string => {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
