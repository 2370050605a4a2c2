/** The id of the first field of an item (`role`, `children.2.age`): names are unique in a form and have no dash. */
export const fieldId = (item: string): string => `answer-${item.replaceAll('.', '-')}`
