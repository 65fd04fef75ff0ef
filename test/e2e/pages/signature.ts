// A signature drawn with the pointer, as long as one that is accepted must be.
import type { Locator, Page } from 'playwright-core';

const curve = [
  [0.15, 0.6],
  [0.3, 0.2],
  [0.4, 0.75],
  [0.55, 0.3],
  [0.7, 0.7],
  [0.85, 0.4],
] as const;

export async function drawSignature(page: Page, area: Locator): Promise<void> {
  const pad = area.locator('canvas');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is no place to sign');
  const [[x, y], ...rest] = curve;
  await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
  await page.mouse.down();
  for (const [nextX, nextY] of rest) await page.mouse.move(box.x + nextX * box.width, box.y + nextY * box.height, { steps: 3 });
  await page.mouse.up();
}
