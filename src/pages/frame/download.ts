/** Hands a text to the browser as a file to save. */
export const download = (name: string, type: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has the file by the next turn; Safari asks for it only then.
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
