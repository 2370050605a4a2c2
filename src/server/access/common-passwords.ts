/** Passwords that are tried first, lower case and without spaces. Two of the same in a row count too. */
export const commonPasswords: readonly string[] = `
password password1 password12 password123 password1234 password12345 passwordpassword qwerty qwerty123
qwertyuiop qwertyuiop1 qwertyuiop12 qwertyuiop123 qwertyuiop[] 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u
123456 1234567890 123456789012 1234567890123 12345678901234 0123456789 012345678901 987654321098 abcdefghijkl
abcdefghijklm abcdefghijklmnop abcd1234abcd letmein letmein12345 letmeinletmein welcome welcome12345
welcome123456 welcomewelcome iloveyou iloveyou1234 iloveyouiloveyou football football1234 liverpool liverpool123
liverpoolfc1 manchester123 manchesterunited arsenal12345 chelsea12345 charlie12345 sunshine1234 princess1234
superman1234 monkey123456 dragon123456 asdfghjkl asdfghjkl123 asdfghjkl;' zxcvbnm zxcvbnm12345 qazwsxedcrfv
1qaz2wsx3edc 1qaz2wsx3edc4rfv qwer1234qwer qwerasdfzxcv q1w2e3r4t5y6 zaq12wsxcde3 changeme changeme1234
changemenow1 administrator administrator1 admin1234567 adminadmin12 rootrootroot passw0rd passw0rd1234
p@ssw0rd1234 p@ssword1234 passphrase12 mypassword12 mypassword123 newpassword1 newpassword12 newpassword123
temppassword temporary123 secret123456 secretsecret trustno1trustno1 correcthorsebatterystaple threerandomwords
proforma proforma1234 proformaproforma council12345 councilcouncil birmingham123 london123456 england12345
wales1234567 scotland1234 computer1234 internet1234 whatever1234 starwars1234 michael12345 jennifer1234
jordan123456 hunter123456 thomas123456 summer202600 summer2026!! winter2026!! spring2026!! autumn2026!!
january2026! november2026 december2026
`
  .trim()
  .split(/\s+/)
