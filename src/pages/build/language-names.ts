/** Languages that are asked for most in English and Welsh authorities, in their own names and in English. */
export const languageNames: { readonly [code: string]: string } = {
  cy: 'Cymraeg (Welsh)',
  ar: 'العربية (Arabic)',
  bn: 'বাংলা (Bengali)',
  fa: 'فارسی (Farsi)',
  fr: 'Français (French)',
  gu: 'ગુજરાતી (Gujarati)',
  pa: 'ਪੰਜਾਬੀ (Punjabi)',
  pl: 'Polski (Polish)',
  pt: 'Português (Portuguese)',
  ro: 'Română (Romanian)',
  so: 'Soomaali (Somali)',
  tr: 'Türkçe (Turkish)',
  uk: 'Українська (Ukrainian)',
  ur: 'اردو (Urdu)',
}
