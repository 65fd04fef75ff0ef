/** Gives a file made on this device to the officer: saved, shared by the system, or opened. */

/** Some browsers read the file only after the click; how long that takes they do not say. */
const keptMs = 10 * 60_000;

export interface HandedFile {
  name: string;
  blob: Blob;
}

export function saveBlob({ name, blob }: HandedFile): void {
  const link = document.createElement('a');
  link.href = addressOf(blob);
  link.download = name;
  link.click();
}

/** In a window of its own, where it can be read and printed. False where the browser keeps windows from opening. */
export const openBlob = (blob: Blob): boolean => window.open(addressOf(blob), '_blank') !== null;

function addressOf(blob: Blob): string {
  const address = URL.createObjectURL(blob);
  setTimeout(() => URL.revokeObjectURL(address), keptMs);
  return address;
}

const sharedAs = ({ name, blob }: HandedFile): ShareData => ({ files: [new File([blob], name, { type: blob.type })] });

export const canShareFile = (file: HandedFile): boolean => typeof navigator.canShare === 'function' && navigator.canShare(sharedAs(file));

/** `closed`: the officer left the system's sheet without choosing anybody. */
export async function shareBlob(file: HandedFile): Promise<'shared' | 'closed' | 'notShared'> {
  try {
    await navigator.share(sharedAs(file));
    return 'shared';
  } catch (error) {
    return (error as Error).name === 'AbortError' ? 'closed' : 'notShared';
  }
}
