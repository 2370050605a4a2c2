/** Inside a sentence; an abbreviation keeps its capitals. */
export const lowerFirst = (text: string): string => text.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase())
