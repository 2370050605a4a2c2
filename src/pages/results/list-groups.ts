/** Names a column of the list among variables: no variable begins like this. */
export const listGroupId = (heading: string): string => `@${heading}`

/** What a column of the list is called. */
export const listLabel = (heading: string): string => (heading === '' ? 'Who was asked' : heading)

export const isListGroup = (id: string): boolean => id.startsWith('@')
