/** Small choices of a tablet (language, theme) kept outside the database, so that they stand before anyone signs in. */

// Storage may be blocked or full; then the choice simply lasts until the app is closed.
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}
