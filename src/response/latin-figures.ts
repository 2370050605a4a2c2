/** Figures as they are typed on Arabic, Urdu and Persian keyboards, written 0 to 9: `٢٧` → `27`, `۳٫۵` → `3.5`. */
export const latinFigures = (text: string): string =>
  text
    .replaceAll(/[\u0660-\u0669]/g, (figure) => String((figure.codePointAt(0) ?? 0) - 0x660))
    .replaceAll(/[\u06F0-\u06F9]/g, (figure) => String((figure.codePointAt(0) ?? 0) - 0x6f0))
    .replaceAll('\u066B', '.')
