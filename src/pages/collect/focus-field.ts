/** Puts the focus into a field: where a link leads, and where it stays when the button that was pressed goes away. */
export const focusField = (id: string): void => document.getElementById(id)?.focus()
