// One text for one value: JSON with sorted keys and without blanks, so that both sides hash and compare alike.
export function canonical(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, held]) => held !== undefined && held !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** A blank (absent or null) equals only a blank; 0 and '' are values (invariant I11). */
export const sameValue = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b);
