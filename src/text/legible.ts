/** Control and direction signs that no keyboard types on purpose; line breaks and tabs stay. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g

/** What a person can see of a text, in signs a database can hold: halves of surrogate pairs become �. */
export const legible = (text: string): string => text.replace(UNSEEN, '').toWellFormed()
