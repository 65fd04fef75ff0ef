/** Hands a table made on this device to the officer. */
import { saveBlob } from '../hand-out.ts';

export const downloadText = (name: string, text: string, type = 'text/csv;charset=utf-8'): void =>
  saveBlob({ name, blob: new Blob([text], { type }) });
