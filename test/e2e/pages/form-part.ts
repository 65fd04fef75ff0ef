// One part of a long form, which unfolds under its heading; some headings begin with the letter of the part.
import type { Page } from 'playwright-core';

export async function openPart(page: Page, name: string): Promise<void> {
  const head = page.getByRole('button', { name: new RegExp(`^[A-F]?\\s*${name}`) }).and(page.locator('[aria-expanded]'));
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
}
