/** Hands a file made on this device to the officer. */

export function downloadText(fileName: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser reads the file after the click; how long that takes it does not say.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
