// Photos where they are added: in a visit's form, at a meeting.
import type { Page } from 'playwright-core';

/** As from the gallery, several at once. */
export const choosePhotos = (page: Page, files: readonly Buffer[]): Promise<void> =>
  page
    .locator('input[type=file][multiple]')
    .setInputFiles(files.map((buffer, place) => ({ name: `IMG_${place}.jpg`, mimeType: 'image/jpeg', buffer })));
