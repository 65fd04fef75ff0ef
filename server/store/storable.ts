// PostgreSQL takes no NUL in a text, not even to look for one; nothing that people write has any.

export const storable = (text: string): string => text.replaceAll('\0', '');
