/** Hands a text, or bytes, to the browser as a file to save. */
export const download = (name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void => {
  const whole = typeof content === 'string' ? `${type};charset=utf-8` : type
  const address = URL.createObjectURL(new Blob([content], { type: whole }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has the file by the next turn; Safari asks for it only then.
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
